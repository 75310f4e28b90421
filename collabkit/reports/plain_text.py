"""People's text for files that other programs open: only what such a file can hold."""

import re

from collabkit.typed_text import clean_text

# What other programs take for the end of a line (Unicode Standard Annex 14, class BK, and NEL).
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")
# Half a surrogate pair and two more are no characters: neither UTF-8 nor XML has them.
_NO_CHARACTERS = re.compile("[\ud800-\udfff\ufffe\uffff]")


def plain_text(text: str) -> str:
    """Return text as it will stand in a file, where every line ends in a newline.

    Tabs stay. Other control characters, which no keyboard has, are dropped, and what is no
    character becomes a replacement character; everything else is kept as it was typed.
    """
    if text.isascii() and text.isprintable():
        return text
    return _NO_CHARACTERS.sub("\N{REPLACEMENT CHARACTER}", clean_text(_LINE_ENDS.sub("\n", text)))


def plain_line(text: str) -> str:
    """Return the same on a single line: for titles and names."""
    return " ".join(plain_text(text).split())
