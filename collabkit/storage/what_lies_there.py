"""What lies where the file with the data belongs, if that is not to be read as one."""

from contextlib import suppress
from enum import Enum, auto
from pathlib import Path

_LOOKED_AT = 1_000_000  # bytes; among the first pages stand the names of all tables
_OURS = b"CREATE TABLE change_mark", b"CREATE TABLE plan_action"


class LiesThere(Enum):
    """Something that cannot be our file, or not any more."""

    FOLDER = auto()
    EMPTY = auto()
    OURS = auto()  # with a damaged beginning
    OTHER = auto()


def what_lies_at(path: Path) -> LiesThere:
    """Tell what is at ``path``, from its first bytes alone; it is not opened as a database.

    What was ours is known again by the names of our tables, but not where the data is locked.
    """
    with suppress(OSError):
        if path.is_dir():
            return LiesThere.FOLDER
        if path.is_file():
            with path.open("rb") as file:
                start = file.read(_LOOKED_AT)
            if not start:
                return LiesThere.EMPTY
            if all(words in start for words in _OURS):
                return LiesThere.OURS
    return LiesThere.OTHER
