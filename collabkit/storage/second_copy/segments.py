"""The files of the log: each begins after a verified copy and holds what followed.

A file is named after the number of the change that it begins after. Behind its last line there may
be zeros: room that was taken in advance, so that a full disk is noticed before anything is saved.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from collabkit.paths import DataFolder
from collabkit.storage.second_copy.lines import (
    BrokenLineError,
    Change,
    Mark,
    base_in,
    change_in,
)

_ENDING = ".log"


@dataclass(frozen=True, slots=True)
class Segment:
    """A file of the log, as far as it is as it was written.

    ``length`` is where its last sound line ends, in bytes; ``is_whole`` tells whether nothing but
    room follows.
    """

    path: Path
    base: Mark
    schema: int
    changes: tuple[Change, ...] = field(repr=False)
    length: int
    is_whole: bool

    @property
    def last(self) -> Mark:
        """Where the history stands at the end of this file."""
        return self.changes[-1].mark if self.changes else self.base


def segment_path(folder: DataFolder, base: Mark) -> Path:
    """Return where the file lies that begins after ``base``."""
    return folder.changes / f"{base.number:012d}{_ENDING}"


def segment_paths(folder: DataFolder) -> tuple[Path, ...]:
    """Return the files of the log that are there, in their order."""
    return tuple(
        sorted(
            path
            for path in folder.changes.glob(f"*{_ENDING}")
            if path.stem.isascii() and path.stem.isdigit() and path.is_file()
        )
    )


def number_of(path: Path) -> int:
    """Return the number of the change that a file says, by its name, to begin after."""
    return int(path.stem)


def read_segment(path: Path) -> Segment:
    """Read a file of the log up to its first line that is not as it was written.

    Raises ``BrokenLineError`` if it has no sound head, and ``OSError`` if it cannot be read.
    """
    data = path.read_bytes()
    end = data.find(b"\n")
    if end < 0:
        raise BrokenLineError
    base, schema = base_in(data[:end])
    length, last = end + 1, base
    changes = []
    while (end := data.find(b"\n", length)) >= 0:
        try:
            change = change_in(data[length:end], last)
        except BrokenLineError:
            break
        changes.append(change)
        length, last = end + 1, change.mark
    return Segment(
        path, base, schema, tuple(changes), length, is_whole=not data[length:].strip(b"\0")
    )


def sound_segments(folder: DataFolder) -> Iterator[Segment]:
    """Read every file of the log that can be read, in their order."""
    for path in segment_paths(folder):
        try:
            yield read_segment(path)
        except (BrokenLineError, OSError):
            continue
