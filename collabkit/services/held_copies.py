"""Safety copies and what was put aside, as far as it holds what was, or is to be, erased."""

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from collabkit.files import sync_folder
from collabkit.paths import DataFolder
from collabkit.services.erasing_insides import HiddenWordsError, insides_of
from collabkit.services.erasing_needles import Needles
from collabkit.services.traces import files_in, found_in, is_database
from collabkit.storage import Store
from collabkit.storage.identity import is_ciphered
from collabkit.storage.locking.beside_copies import damaged_and_sealed
from collabkit.storage.locking.sealed_aside import SEALED, sealed_copies
from collabkit.storage.locking.setting_aside import locked_aside
from collabkit.storage.locking.state import KEY_FILE
from collabkit.storage.pruning import is_sound, label_of
from collabkit.storage.rotation import CopyLabel, gone_by
from collabkit.storage.second_copy.segments import segment_paths

_READABLE = b"SQLite format 3\x00"
_DESKTOP = {".DS_Store", "desktop.ini", "Thumbs.db"}  # as systems make them in open folders
_WHEN = re.compile(r"(?:locked|collabkit)-(\d{8}T\d{6})", re.ASCII)


@dataclass(frozen=True, slots=True)
class HeldCopy:
    """A file with what is to be erased in it, or one folder with everything that is locked in it.

    ``gone_by`` is the last day on which it goes by itself, if the program is used each month;
    ``None`` for what was put aside, which stays until somebody deletes it. ``is_read`` tells that
    it was found in there; otherwise nobody can look into it, as it is locked or damaged, and it may
    hold it. ``beside`` are files that are of no use without it.
    """

    path: Path
    made: datetime
    gone_by: date | None
    is_read: bool = True
    beside: tuple[Path, ...] = ()


def copies_holding(
    store: Store,
    folder: DataFolder,
    needles: Needles,
    today: date,
    *,
    is_to_be_erased: bool = False,
) -> tuple[HeldCopy, ...]:
    """Return the copies with one of ``needles``, the newest first, and then what was put aside.

    ``is_to_be_erased`` tells that a copy before erasing and one behind it will come, if these are
    to stay: they take the place of others, which is counted in.
    What cannot be looked into, such as a copy locked with a passphrase, counts as holding it. So
    does a damaged file that was put aside: the piece that tells whose words are in it may be lost.
    """
    if needles.is_empty:
        return ()
    sealed = damaged_and_sealed(folder)
    copies = (*store.safety.copies(), *sealed)
    labels = [label_of(copy) for copy in copies]
    coming = _coming(labels) if is_to_be_erased else ()
    expiry = gone_by((*labels, *coming), today)
    if sealed:  # which take no place from the others
        own = (label_of(copy) for copy in store.safety.copies())
        expiry |= gone_by((*own, *coming), today)
    found = []
    for copy in copies:
        is_read = _is_in(copy.path, needles, folder)
        if is_read or not _can_be_read(copy.path):
            end = expiry.get(label_of(copy))
            found.append(HeldCopy(copy.path, copy.made, end, is_read, _beside(copy.path)))
    other = [path for path in sealed_copies(folder) if path not in {copy.path for copy in sealed}]
    return (*found, *_held_aside([*other, *_put_aside(folder)], folder, needles))


def _coming(labels: Sequence[CopyLabel]) -> tuple[CopyLabel, ...]:
    number, now = max((label.number for label in labels), default=0), datetime.now()
    return CopyLabel(number + 1, now, lasting=True), CopyLabel(number + 2, now)


def erase_copies(copies: Iterable[HeldCopy]) -> tuple[HeldCopy, ...]:
    """Delete copies for good; return those that could not be deleted, or not wholly."""
    left = []
    folders = set()
    for copy in copies:
        folders.add(copy.path.parent)
        # What opens a copy stays with one that stays: otherwise nobody could look into that.
        if not all(_deleted(path) for path in (copy.path, *copy.beside)):
            left.append(copy)
    for folder in folders:
        with suppress(OSError):  # they are deleted; only a power cut could bring one back
            sync_folder(folder)
    return tuple(left)


def _held_aside(places: Sequence[Path], folder: DataFolder, needles: Needles) -> Iterator[HeldCopy]:
    """Yield what was put aside and holds, or may hold, one of ``needles``."""
    owned = {beside for path in places for beside in _beside(path)}
    for path in places:
        # The live file itself may have a second name there; whoever opens it by the way does harm.
        if path in owned or is_database(path, folder):
            continue
        if path.is_dir():
            is_read = any(_is_in(each, needles, folder) for each in files_in(path))
        else:
            is_read = _is_in(path, needles, folder)
            if not is_read and _cannot_hold(path):
                continue
        with suppress(OSError):  # gone meanwhile
            yield HeldCopy(path, _put_aside_on(path), None, is_read, _beside(path))


def _put_aside(folder: DataFolder) -> Iterator[Path]:
    """Yield each file that was put aside; data that was locked as one folder.

    Also what was once a file of the log of changes, and is none any more by its name.
    """
    locked = locked_aside(folder)
    yield from locked
    in_use = segment_paths(folder)
    for path in (*files_in(folder.kept), *files_in(folder.changes)):
        is_half_written = path.name.startswith(".collabkit-")  # such files go anyway
        is_told = path in in_use or not set(locked).isdisjoint(path.parents)
        if not is_told and not is_half_written:
            yield path


def _cannot_hold(path: Path) -> bool:
    """Tell whether what was not found in a file cannot be in it either."""
    if path.name in _DESKTOP:
        return True
    return _can_be_read(path) and not _beside(path) and is_sound(path)


def _put_aside_on(path: Path) -> datetime:
    """Return when it was put aside, by its name, or else when it was last written."""
    written = datetime.fromtimestamp(path.stat().st_mtime)
    named = _WHEN.match(path.name)
    with suppress(ValueError):
        return datetime.strptime(named[1], "%Y%m%dT%H%M%S") if named else written
    return written


def _beside(path: Path) -> tuple[Path, ...]:
    """Return the files that belong to ``path``: half a change, and what opens it."""
    name = path.name.removesuffix(SEALED)
    names = {
        f"{name}-journal",
        f"{name}-journal{SEALED}",
        *(f"{n}.{KEY_FILE}" for n in (name, path.name)),
    }
    return tuple(each for each in map(path.with_name, sorted(names)) if each.is_file())


def _is_in(path: Path, needles: Needles, folder: DataFolder) -> bool:
    """Tell whether one of ``needles`` was found in a file, or in what belongs to it.

    Not found is not the same as not there: see ``_can_be_read``.
    """
    try:
        found = found_in(path, needles)
        for beside in _beside(path):
            found |= found_in(beside, needles)
        return bool(found or needles.found_in(insides_of(path, folder)))
    except HiddenWordsError as error:
        return bool(found or needles.found_in(error.known))
    except OSError:
        return False


def _can_be_read(path: Path) -> bool:
    """Tell whether a file is a database that is not locked, or is not there any more."""
    try:
        with path.open("rb") as file:
            return file.read(len(_READABLE)) == _READABLE and not is_ciphered(path)
    except FileNotFoundError:
        return True
    except OSError:
        return False


def _deleted(path: Path) -> bool:
    """Delete a file, or a folder with everything in it; tell whether nothing of it is left."""
    if path.is_symlink() or not path.is_dir():
        return _tried(path.unlink)
    is_whole = True
    for place, folders, files in os.walk(path, topdown=False):
        for name in (*files, *folders):
            each = Path(place, name)
            is_link = each.is_symlink() or not each.is_dir()
            is_whole &= _tried(each.unlink if is_link else each.rmdir)
    return _tried(path.rmdir) and is_whole


def _tried(delete: Callable[[], None]) -> bool:
    try:
        delete()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return True
