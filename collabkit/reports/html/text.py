"""People's text on its way into a page, line by line."""

import re
from collections.abc import Iterator

from collabkit.reports.plain_text import plain_text

_PLAIN = re.compile("[A-Za-z0-9 ]")
_COUNTERS = {"{page}": "page", "{pages}": "pages"}


def lines_of(text: str) -> list[str]:
    """Return the lines of a text, at least one, with everything that HTML can hold."""
    return plain_text(text).split("\n")


def css_string(text: str) -> str:
    """Return what stands between the quotation marks of a string in a style sheet.

    Everything but letters, digits and spaces is escaped, so that no text can end the string or the
    style sheet.
    """
    line = " ".join(lines_of(text))
    return "".join(char if _PLAIN.match(char) else f"\\{ord(char):x} " for char in line)


def counted(sentence: str, **values: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of a line that says which page it is on: a text, or the name of a counter.

    ``sentence`` has ``{page}`` and ``{pages}`` and a placeholder for each of ``values``. One of the
    two is empty in each piece.
    """
    for piece in re.split(r"(\{\w+\})", sentence):
        if piece in _COUNTERS:
            yield "", _COUNTERS[piece]
        elif piece:
            yield values.get(piece.strip("{}"), piece), ""
