"""Appends to the present file of the log."""

import os
import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from collabkit.files import sync_descriptor, sync_folder
from collabkit.paths import DataFolder
from collabkit.storage.second_copy.lines import Change, Mark, head_of, line_of
from collabkit.storage.second_copy.segments import ROOM, Segment, segment_path

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700
_BINARY = getattr(os, "O_BINARY", 0)  # Windows would turn ends of lines into two signs


class ChangeLog:
    """The present file of the log, of which it is known where its last line ends.

    The file itself is made by ``begin``, or when room is asked for first. All methods raise
    ``OSError`` if the machine does not allow it; what was appended before is safe, and the same
    call can be made again.
    """

    def __init__(self, folder: DataFolder, base: Mark, schema: int) -> None:
        self._folder = folder
        self._base = base
        self._schema = schema
        self._path = segment_path(folder, base)
        self._descriptor: int | None = None
        self._length = 0
        self._room = 0
        self._is_torn = False  # whether a piece of a line follows where the next one goes

    @classmethod
    def going_on(cls, folder: DataFolder, segment: Segment) -> "ChangeLog":
        """Go on behind the last sound line of a file that is there."""
        log = cls(folder, segment.base, segment.schema)
        log._length = segment.length
        log._is_torn = not segment.is_whole
        return log

    @property
    def base(self) -> Mark:
        """After which change this file begins."""
        return self._base

    @property
    def path(self) -> Path:
        """The present file."""
        return self._path

    @property
    def is_lost(self) -> bool:
        """Whether somebody has taken the file away, cut it short or put another in its place.

        Not if it is only out of reach.
        """
        if not self._length:  # it is still to be made
            return False
        try:
            there = self._path.stat()
        except (FileNotFoundError, NotADirectoryError):
            return True
        except OSError:
            return False
        if there.st_size < self._length:
            return True
        return self._descriptor is not None and not os.path.samestat(
            there, os.fstat(self._descriptor)
        )

    def begin(self) -> None:
        """Make the file, if it is not there yet."""
        self._opened()

    def make_room(self, changes: Iterable[Change]) -> None:
        """Make sure that the lines of ``changes`` will fit, before they are saved anywhere."""
        descriptor = self._opened()
        needed = self._length + len(_lines(changes))
        if needed >= self._room or self._room % ROOM:
            room = (needed // ROOM + 1) * ROOM
            _write(descriptor, bytes(room - self._length), self._length)
            self._room = room

    def append(self, changes: Iterable[Change]) -> None:
        """Write the lines of ``changes``; when this returns they are on the disk."""
        lines = _lines(changes)
        descriptor = self._opened()
        _write(descriptor, lines, self._length)
        sync_descriptor(descriptor)
        self._length += len(lines)

    def end(self) -> None:
        """Give back the room, as another file goes on; this one is not the end any more."""
        if self._length and not self.is_lost:
            os.ftruncate(self._opened(), self._length)
            self._room = self._length

    def close(self) -> None:
        """Let go of the file."""
        if self._descriptor is None:
            return
        os.close(self._descriptor)
        self._descriptor = None
        self._room = 0

    def _opened(self) -> int:
        if self._descriptor is None:
            self._descriptor = self._go_on() if self._length else self._begin()
        return self._descriptor

    def _go_on(self) -> int:
        descriptor = os.open(self._path, os.O_RDWR | _BINARY)
        try:
            if self._is_torn:
                os.ftruncate(descriptor, self._length)
                self._is_torn = False
            self._room = os.fstat(descriptor).st_size
        except BaseException:
            os.close(descriptor)
            raise
        return descriptor

    def _begin(self) -> int:
        if not self._folder.changes.is_dir():
            self._folder.changes.mkdir(mode=_PRIVATE_FOLDER)
            sync_folder(self._folder.root)
        head = head_of(self._base, self._schema)
        # A file of that name was begun and never used: one with changes in it would be ahead.
        descriptor = os.open(
            self._path, os.O_RDWR | os.O_CREAT | os.O_TRUNC | _BINARY, _PRIVATE_FILE
        )
        try:
            _write(descriptor, head.ljust(ROOM, b"\0"), 0)
            sync_descriptor(descriptor)
            sync_folder(self._folder.changes)
        except BaseException:
            os.close(descriptor)
            with suppress(OSError):
                self._path.unlink()
            raise
        self._length, self._room = len(head), ROOM
        return descriptor


def _lines(changes: Iterable[Change]) -> bytes:
    return b"".join(line_of(change) for change in changes)


def _write(descriptor: int, data: bytes, place: int) -> None:
    """Write all of ``data`` at ``place``."""
    view = memoryview(data)
    while view:
        if sys.platform == "win32":
            os.lseek(descriptor, place, os.SEEK_SET)
            written = os.write(descriptor, view)
        else:
            written = os.pwrite(descriptor, view, place)
        view, place = view[written:], place + written
