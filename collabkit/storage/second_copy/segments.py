"""The files of the log: each begins after a verified copy and holds what followed.

A file is named after the number of the change that it begins after. Behind the last line of the
present one there are zeros up to a multiple of ``ROOM``: room that was taken in advance, so that a
full disk is noticed before anything is saved. One that another has followed has none. So a file
that was cut short, or is followed by one that was lost, shows: its end is not that of the history.
"""

import os
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
    mark_in,
)

_ENDING = ".log"
_HEAD = 200  # bytes that the first line never exceeds
_END = 65_536  # bytes that are read first to see how a file ends
ROOM = 16_384  # bytes; the present file is as long as a number of these


@dataclass(frozen=True, slots=True)
class Segment:
    """A file of the log, as far as it is as it was written.

    ``length`` is where its last sound line ends, in bytes; ``is_whole`` tells whether nothing but
    room follows, and ``has_room`` whether all the room does that the present file has. ``beyond``
    are the lines that do follow: changes that cannot be read any more. A last piece without an end
    is not among them, as nobody was told that it is saved.
    """

    path: Path
    base: Mark
    schema: int
    changes: tuple[Change, ...] = field(repr=False)
    length: int
    is_whole: bool
    beyond: int = 0
    has_room: bool = False

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


def outdated_paths(folder: DataFolder, afresh: int) -> tuple[Path, ...]:
    """Return the files from before the history began anew, which hold what was erased then."""
    return tuple(path for path in segment_paths(folder) if number_of(path) < afresh)


def read_segment(path: Path) -> Segment:
    """Read a file of the log up to its first line that is not as it was written.

    Raises ``BrokenLineError`` if it has no sound head, and ``OSError`` if it cannot be read.
    """
    data = path.read_bytes()
    end = data.find(b"\n")
    if end < 0:
        raise BrokenLineError
    base, schema = base_in(data[:end])
    changes, length = _changes(data, end + 1, base)
    rest = data[length:]
    return Segment(
        path,
        base,
        schema,
        tuple(changes),
        length,
        is_whole=not rest.strip(b"\0"),
        beyond=rest.count(b"\n"),
        has_room=bool(rest) and not rest.strip(b"\0") and len(data) % ROOM == 0,
    )


def read_end(path: Path) -> Segment:
    """Read only the last changes of a file, believing the line before them; much quicker.

    Raises as ``read_segment`` does, also if its end is not as it was written.
    """
    with path.open("rb") as file:
        base, schema = base_in(file.readline(_HEAD).removesuffix(b"\n"))
        begin = file.tell()
        size = file.seek(0, os.SEEK_END)
        wanted = _END
        while True:
            skipped = max(begin, size - wanted)
            file.seek(skipped)
            data = file.read(size - skipped)
            # Two whole lines behind a piece of one: the one to believe, and the last.
            if skipped == begin or data.count(b"\n") >= 3:
                break
            wanted *= 8
    start = base
    if skipped > begin:
        first = data.find(b"\n") + 1
        end = data.find(b"\n", first)
        start = mark_in(data[first:end])
        skipped, data = skipped + end + 1, data[end + 1 :]
    changes, length = _changes(data, 0, start)
    rest = data[length:]
    if rest.strip(b"\0"):
        raise BrokenLineError
    has_room = bool(rest) and size % ROOM == 0
    return Segment(
        path, base, schema, tuple(changes), skipped + length, is_whole=True, has_room=has_room
    )


def _changes(data: bytes, place: int, before: Mark) -> tuple[list[Change], int]:
    """Return the sound changes from ``place`` on that follow ``before``, and where they end."""
    changes = []
    while (end := data.find(b"\n", place)) >= 0:
        try:
            change = change_in(data[place:end], before)
        except BrokenLineError:
            break
        changes.append(change)
        place, before = end + 1, change.mark
    return changes, place


def sound_segments(folder: DataFolder) -> Iterator[Segment]:
    """Read every file of the log that can be read, in their order."""
    for path in segment_paths(folder):
        try:
            yield read_segment(path)
        except (BrokenLineError, OSError):
            continue
