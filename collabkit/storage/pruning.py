"""Lets go of copies and files of the log that have had their time."""

from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from collabkit.errors import CollabkitError
from collabkit.paths import DataFolder
from collabkit.storage.checks import check_file
from collabkit.storage.copies import LASTING, Copy, copies_in
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.rotation import CopyLabel, to_keep
from collabkit.storage.second_copy.segments import number_of, segment_paths

_NEVER_FEWER = 3  # sound copies that stay, whatever else goes
_Print = tuple[Path, int, int]  # a file as it is now: its size and when it was last written
_read_through: set[_Print] = set()  # and found sound, since the program was started


def label_of(copy: Copy) -> CopyLabel:
    """Return what the rule of keeping looks at."""
    return CopyLabel(copy.number, copy.made, copy.reason in LASTING)


def prune(folder: DataFolder) -> None:
    """Remove what the rule lets go, and the files of the log that are older than three copies.

    Nothing goes unless three sound copies stay. What cannot be removed now goes another time.
    """
    copies = copies_in(folder)
    kept = to_keep([label_of(copy) for copy in copies])
    staying = [copy for copy in copies if label_of(copy) in kept]
    going = [copy for copy in copies if label_of(copy) not in kept]
    if going and _sound(staying, key_of(folder)):
        for copy in going:
            with suppress(OSError):
                copy.path.unlink()
    if len(staying) >= _NEVER_FEWER:
        _prune_log(folder, staying[_NEVER_FEWER - 1].number)


def is_sound(path: Path, key: DataKey | None = None) -> bool:
    """Tell whether a copy can be read through, from its first byte to its last digest."""
    try:
        check_file(path, key=key)
    except (CollabkitError, OSError):
        return False
    return True


def _sound(copies: list[Copy], key: DataKey | None) -> bool:
    sound = 0
    # First those that were read through already: a copy while somebody works must be quick.
    for copy in sorted(copies, key=lambda copy: _print_of(copy) not in _read_through):
        fingerprint = _print_of(copy)
        if fingerprint not in _read_through and is_sound(copy.path, key):
            _read_through.add(fingerprint)
        sound += fingerprint in _read_through
        if sound == _NEVER_FEWER:
            return True
    return False


def _print_of(copy: Copy) -> _Print:
    try:
        facts = copy.path.stat()
    except OSError:  # gone meanwhile
        return copy.path, 0, 0
    return copy.path, facts.st_size, facts.st_mtime_ns


def _prune_log(folder: DataFolder, number: int) -> None:
    """Remove the files of the log that hold nothing from after the change ``number``."""
    paths = segment_paths(folder)
    for path, after in pairwise(paths):
        if number_of(after) <= number:
            with suppress(OSError):
                path.unlink()
