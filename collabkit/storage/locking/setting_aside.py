"""Locked data that nobody can open any more, put aside whole so that one can begin anew."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from collabkit.files import sync_folder, write_safely
from collabkit.paths import DataFolder
from collabkit.storage.backup import PRIVATE_FILE, PRIVATE_FOLDER
from collabkit.storage.checks import journal_of
from collabkit.storage.instance_lock import take_lock
from collabkit.storage.locking.key_place import remove
from collabkit.storage.locking.state import is_locked, places_of
from collabkit.storage.sentences import in_sentences

_NAME = "locked-"


def set_locked_aside(folder: DataFolder, now: datetime) -> DataFolder:
    """Move everything that is locked in ``folder`` into a data folder of its own, and return that.

    It lies among what was put aside, with what opens it, should the passphrase be found after all.
    Own questionnaires and settings stay. Stopped half-way, ``folder`` is still locked, and doing it
    again goes on in the same place. Raises ``AlreadyOpenError``, ``EnvironmentProblemError`` and,
    if nothing is locked here, ``ValueError``.
    """
    lock = take_lock(folder)
    try:
        with in_sentences(folder.database):
            if not is_locked(folder):
                raise ValueError("nothing is locked here")
            aside = _place(folder, now)
            for one, other in zip(places_of(folder), places_of(aside), strict=True):
                if one.exists():  # first, so that nothing is ever without what opens it
                    _make(other.parent)
                    write_safely(other, one.read_bytes(), mode=PRIVATE_FILE)
            for one, other in _moves(folder, aside):
                _make(other.parent)
                one.rename(other)
                for place in (other.parent, one.parent):  # or a power cut divides them
                    sync_folder(place)
            remove(folder)
            sync_folder(folder.root)
    finally:
        lock.release()
    return aside


def locked_aside(folder: DataFolder) -> tuple[Path, ...]:
    """Return the folders of locked data that were put aside from ``folder``, by name."""
    return tuple(path for path in sorted(folder.kept.glob(f"{_NAME}*")) if path.is_dir())


def _place(folder: DataFolder, now: datetime) -> DataFolder:
    for path in locked_aside(folder):
        begun = DataFolder(path)
        if _keys(begun) == _keys(folder) and not any(o.exists() for _f, o in _moves(folder, begun)):
            return begun
    aside = DataFolder(folder.kept / f"{_NAME}{now:%Y%m%dT%H%M%S%f}")
    _make(folder.kept)
    _make(aside.root)
    return aside


def _make(place: Path) -> None:
    """Make a folder that a power cut leaves there, if need be."""
    place.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    sync_folder(place.parent)


def _keys(folder: DataFolder) -> tuple[bytes, ...]:
    return tuple(place.read_bytes() if place.exists() else b"" for place in places_of(folder))


def _moves(folder: DataFolder, aside: DataFolder) -> Iterator[tuple[Path, Path]]:
    """Yield what is moved, from where to where."""
    for one, other in (
        (folder.database, aside.database),
        (journal_of(folder.database), journal_of(aside.database)),
    ):
        if one.exists():
            yield one, other
    key_files = places_of(folder)
    for place, new in (
        (folder.changes, aside.changes),
        (folder.backups, aside.backups),
        (folder.personal, aside.personal),
        (folder.kept, aside.kept),
    ):
        for path in sorted(place.glob("*")):
            if path not in key_files and not (path.is_dir() and path.name.startswith(_NAME)):
                yield path, new / path.name
