"""Names for files that every kind of disk accepts. Pure."""

import re
from collections.abc import Callable
from itertools import chain, count
from pathlib import PurePath

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]+')
_MOST_BYTES = 60  # of each part; three of them and the rest fit every file system


def file_name(*parts: str, ending: str) -> str:
    """Return a name of ``parts`` with commas between, such as “Sample Charity, June.pdf”.

    Of a part that is long only the beginning is left, and one that is empty is left out.
    """
    plain = (_shortened(_FORBIDDEN.sub(" ", part)) for part in parts)
    return ", ".join(part for part in plain if part).lstrip(". -") + ending


def free_name(name: str, is_taken: Callable[[str], bool]) -> str:
    """Return ``name``, or if that is taken the first with a number, such as “June (2).pdf”."""
    plain = PurePath(name)
    names = (f"{plain.stem} ({number}){plain.suffix}" for number in count(2))
    return next(each for each in chain([name], names) if not is_taken(each))


def _shortened(part: str) -> str:
    """Return the beginning of ``part`` that takes few enough bytes."""
    words = " ".join(part.split()).encode("utf-8", "replace")[:_MOST_BYTES]
    return words.decode("utf-8", "ignore").strip(". ,")
