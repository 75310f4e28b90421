"""The word by which a file of collabkit says what it is, found before anything in it is read."""

import re

_FIRST = 1_024  # bytes in which it stands
_WORD = re.compile(rb'"collabkit"\s*:\s*"([^"]{1,40})"')


def kind_word(data: bytes) -> bytes | None:
    """Return what stands under "collabkit" at the beginning of ``data``, if anything does."""
    found = _WORD.search(data[:_FIRST])
    return found[1] if found else None
