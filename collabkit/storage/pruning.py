"""Lets go of copies and files of the log that have had their time."""

from collections.abc import Iterator
from contextlib import suppress
from itertools import islice, pairwise
from pathlib import Path

from collabkit.errors import CollabkitError
from collabkit.paths import DataFolder
from collabkit.storage.checks import check_file
from collabkit.storage.copies import LASTING, Copy, copies_in
from collabkit.storage.locking.beside_copies import (
    damaged_and_sealed,
    remove_with_key_file,
    unneeded_key_files,
)
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.rotation import CopyLabel, to_keep
from collabkit.storage.second_copy.lines import BrokenLineError
from collabkit.storage.second_copy.segments import number_of, read_end, segment_paths

_NEVER_FEWER = 3  # sound copies that stay, whatever else goes
_Print = tuple[Path, int, int]  # a file as it is now: its size and when it was last written
_read_through: set[_Print] = set()  # and found sound, since the program was started


def label_of(copy: Copy) -> CopyLabel:
    """Return what the rule of keeping looks at."""
    return CopyLabel(copy.number, copy.made, copy.reason in LASTING)


def prune(folder: DataFolder, fresh: Copy | None = None) -> None:
    """Remove what the rule lets go, and the files of the log that are older than three copies.

    With a copy goes what opens it, and one that was sealed because it is damaged goes when it would
    have gone otherwise.
    Nothing goes unless the three newest copies that are sound stay; a newer one that has gone bad
    takes nobody's place. ``fresh`` was just made, and so was read through. What cannot be removed
    now goes another time.
    """
    if fresh is not None:
        _read_through.add(_print_of(fresh))
    copies = copies_in(folder)
    if len(copies) < _NEVER_FEWER:
        return
    sound = tuple(islice(_sound(copies, key_of(folder)), _NEVER_FEWER))
    if len(sound) < _NEVER_FEWER:
        return
    oldest_needed = sound[-1]
    newer = copies[: copies.index(oldest_needed)]
    bad = {copy for copy in newer if copy not in sound}
    kept = to_keep([label_of(copy) for copy in copies if copy not in bad])
    for copy in copies:
        if copy not in bad and label_of(copy) not in kept:
            with suppress(OSError):
                remove_with_key_file(copy.path)
    _prune_sealed(folder, kept, oldest_needed)
    for path in unneeded_key_files(folder):
        with suppress(OSError):
            path.unlink()
    _prune_log(folder, oldest_needed.number)


def is_sound(path: Path, key: DataKey | None = None) -> bool:
    """Tell whether a copy can be read through, from its first byte to its last digest."""
    try:
        check_file(path, key=key)
    except (CollabkitError, OSError):
        return False
    return True


def _sound(copies: tuple[Copy, ...], key: DataKey | None) -> Iterator[Copy]:
    """Find the sound ones, the newest first; each is read through once while the program runs."""
    for copy in copies:
        fingerprint = _print_of(copy)
        if fingerprint not in _read_through and is_sound(copy.path, key):
            _read_through.add(fingerprint)
        if fingerprint in _read_through:
            yield copy


def _print_of(copy: Copy) -> _Print:
    try:
        facts = copy.path.stat()
    except OSError:  # gone meanwhile
        return copy.path, 0, 0
    return copy.path, facts.st_size, facts.st_mtime_ns


def _prune_sealed(folder: DataFolder, kept: frozenset[CopyLabel], oldest_needed: Copy) -> None:
    """Remove sealed copies that have had their time; they take no place from the others."""
    sealed = damaged_and_sealed(folder)
    staying = to_keep([*kept, *map(label_of, sealed)]) if sealed else kept
    for copy in sealed:
        is_older = (copy.number, copy.made) < (oldest_needed.number, oldest_needed.made)
        if is_older and label_of(copy) not in staying:
            with suppress(OSError):
                remove_with_key_file(copy.path)


def _prune_log(folder: DataFolder, number: int) -> None:
    """Remove the files of the log that hold nothing from after the change ``number``.

    One whose end cannot be read goes only if a later one begins before that change as well.
    """
    for path, after in pairwise(segment_paths(folder)):
        try:
            is_needed = read_end(path).last.number > number
        except (BrokenLineError, OSError):
            is_needed = number_of(after) > number
        if not is_needed:
            with suppress(OSError):
                path.unlink()
