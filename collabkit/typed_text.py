"""Takes out of typed and pasted text what no keyboard has: control characters."""

# All of Unicode's category Cc; the set is closed (The Unicode Standard, section 23.1).
_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_OUT_OF_LINES = dict.fromkeys(_CONTROLS) | {ord("\n"): " ", ord("\t"): " "}
_OUT_OF_TEXTS = dict.fromkeys(_CONTROLS) | {ord("\n"): "\n", ord("\t"): "\t"}


def clean_line(text: str) -> str:
    """Return one line: without control characters, a space for each line end and tab."""
    return _with_plain_ends(text).translate(_OUT_OF_LINES)


def clean_text(text: str) -> str:
    """Return several lines: without control characters except line ends (``\\n``) and tabs."""
    return _with_plain_ends(text).translate(_OUT_OF_TEXTS)


def _with_plain_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
