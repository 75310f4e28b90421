"""Codes for sheets: short enough to be typed from paper, and no two letters that look alike."""

import secrets

LETTERS = "CDFHJKMNPRTWXY3479"
_LENGTH = 6  # 34 million codes: of a hundred sheets two are alike once in seven thousand times


def new_code() -> str:
    """Return a random code for one sheet."""
    return "".join(secrets.choice(LETTERS) for _place in range(_LENGTH))


def tidied(code: str) -> str:
    """Return a code as it was given, however somebody has typed it: spaces, dashes, small."""
    return "".join(code.replace("-", "").split()).upper()


def is_code(code: str) -> bool:
    """Tell whether ``code``, tidied, can be on a sheet; otherwise somebody has mistyped it."""
    return len(code) == _LENGTH and set(code) <= set(LETTERS)
