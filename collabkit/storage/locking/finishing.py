"""Lets everything in an unlocked folder be under its present key.

Nearly always there is nothing to do, and finding that out costs a look at the first bytes of each
database and reading the log and the small files through. There is much to do when the lock was just
switched on, when a new key is on its way in, and when somebody put an older, plain file in its
place. Stopped at any moment, it is done at the next opening: each file says itself what it is
under, and every key that is still needed is in the key file until the last file has been rewritten.
A damaged file cannot be rewritten, so it is sealed as it is; the key that it needs inside stays in
the key file with it.
"""

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from collabkit.errors import CollabkitError, DataRefusedError, EnvironmentProblemError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.storage.checks import check_file, journal_of
from collabkit.storage.database import Database
from collabkit.storage.identity import THIS_RELEASE, Release, version_of
from collabkit.storage.locking.converting import convert, fitting_key, seal_file
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.locking.first_bytes import found_ciphered, head_of
from collabkit.storage.locking.key_file import without_former
from collabkit.storage.locking.key_place import load, mend
from collabkit.storage.locking.replacing import wipe_leftovers
from collabkit.storage.locking.sealed_aside import (
    has_journal,
    is_ciphered_inside,
    seal_aside,
    sealed_copies,
    sealed_in,
)
from collabkit.storage.locking.sealed_log import is_sealed_with, is_wholly_sealed
from collabkit.storage.locking.sealing import LineSeal, is_sealed
from collabkit.storage.locking.unlocked_folder import UnlockedFolder
from collabkit.storage.problems import NotYetForgottenError
from collabkit.storage.second_copy.segments import segment_paths
from collabkit.storage.sentences import in_sentences


def finish_database(folder: UnlockedFolder, release: Release = THIS_RELEASE) -> None:
    """Let the database be under the present key, before it is opened.

    Raises ``DataRefusedError`` and ``EnvironmentProblemError``; it is then as it was.
    """
    path = folder.database
    if not path.exists():
        return
    if not found_ciphered(path):
        version_of(path, release)
        check_file(path, read_only=not journal_of(path).exists())
        convert(path, None, folder.ring.key)
    elif folder.ring.former and not journal_of(path).exists():
        fitting = fitting_key(path, folder.ring.former)
        if fitting is not None:
            convert(path, fitting, folder.ring.key)


def finish_rest(folder: UnlockedFolder, database: Database) -> tuple[str, ...]:
    """Let everything beside the open ``database`` be under the present key.

    Returns sentences about what could not be done, which is done at the next opening.
    """
    problem: CollabkitError | None = None
    try:
        with in_sentences(folder.changes):
            if _older_log(folder):
                begin_log_anew(database)
                _require_none(_older_log(folder))
    except CollabkitError as error:
        problem = error
    for path, work in _work(folder):
        try:
            with in_sentences(path):
                work(path)
        except CollabkitError as error:
            problem = error
    if problem is None:
        try:
            file = load(folder)
            with in_sentences(folder.root):
                needs_former = _needs_former(folder)
            mend(folder, file if needs_former else without_former(file))
        except CollabkitError as error:
            problem = error
    if problem is None:
        return ()
    return (
        _(
            "Not everything is locked yet: {reason} collabkit goes on with it when it is opened "
            "the next time."
        ).format(reason=problem),
    )


def begin_log_anew(database: Database) -> None:
    """Let the log begin anew, as the folder is now; raises ``EnvironmentProblemError``."""
    try:
        with in_sentences(database.folder.database):
            database.begin_afresh()
    except NotYetForgottenError as error:  # which speaks of erasing
        raise EnvironmentProblemError(str(error.__cause__)) from error


def _older_log(folder: UnlockedFolder) -> tuple[Path, ...]:
    """Return the files of the log in which anything is not sealed with the present key."""
    seal = LineSeal(folder.ring.key)
    is_older = (
        (lambda path: not is_sealed_with(path, seal))
        if folder.ring.former
        else (lambda path: not is_wholly_sealed(path))
    )
    return tuple(filter(is_older, segment_paths(folder)))


def _require_none(left: tuple[Path, ...]) -> None:
    if left:
        raise EnvironmentProblemError(
            _(
                "“{name}” could not be removed from the log of changes; it may be open in another "
                "program or write-protected."
            ).format(name=left[0].name)
        )


def folders_of(folder: DataFolder) -> tuple[Path, ...]:
    """Return every folder that holds people's words."""
    return (folder.root, folder.backups, folder.changes, folder.personal, folder.kept)


def files_in(folder: Path, pattern: str = "*") -> tuple[Path, ...]:
    """Return the files of ours in ``folder``, by name; no links."""
    found = sorted(folder.glob(pattern))
    return tuple(path for path in found if path.is_file() and not path.is_symlink())


def _work(folder: UnlockedFolder) -> Iterator[tuple[Path, Callable[[Path], None]]]:
    keys = _keys(folder)
    for copy in files_in(folder.backups, "*.db"):
        yield copy, lambda path: _finish_copy(path, folder)
    if folder.ring.former:
        for sealed in sealed_copies(folder):
            yield sealed, lambda path: seal_file(path, keys)
    for words in files_in(folder.personal, "*.json"):
        yield words, lambda path: seal_file(path, keys)
    for aside in files_in(folder.kept):
        yield aside, lambda path: _finish_aside(path, folder)
    for place in folders_of(folder):
        # Only there does anybody write who has not taken the lock: see ``copying_beside``.
        is_shared = place == folder.backups and not folder.ring.former
        yield place, partial(wipe_leftovers, spare_locked=is_shared)


def _finish_copy(path: Path, folder: UnlockedFolder) -> None:
    if found_ciphered(path):
        _finish_ciphered(path, folder)
        return
    try:
        check_file(path)
        convert(path, None, folder.ring.key)
    except DataRefusedError:
        # Damaged, or no copy of ours: kept whole, but not in plain.
        seal_aside(path, folder.ring.key)


def _finish_aside(path: Path, folder: UnlockedFolder) -> None:
    if is_sealed(head_of(path)):
        if folder.ring.former:
            seal_file(path, _keys(folder))
    elif found_ciphered(path):
        _finish_ciphered(path, folder)
    else:
        seal_aside(path, folder.ring.key)


def _finish_ciphered(path: Path, folder: UnlockedFolder) -> None:
    if not folder.ring.former:
        return
    fitting = fitting_key(path, _keys(folder))
    if fitting == folder.ring.key:
        return
    if fitting is not None and not has_journal(path):
        try:
            convert(path, fitting, folder.ring.key)
        except DataRefusedError:
            pass
        else:
            return
    # Damaged, or half a change is in it: a former key alone is not to open it any longer.
    seal_aside(path, folder.ring.key)


def _needs_former(folder: UnlockedFolder) -> bool:
    """Tell whether a file that was sealed as it is needs a former key inside."""
    return bool(folder.ring.former) and any(
        is_ciphered_inside(path, folder.ring.key)
        for place in (folder.backups, folder.kept)
        for path in sealed_in(place)
    )


def _keys(folder: UnlockedFolder) -> tuple[DataKey, ...]:
    return (folder.ring.key, *folder.ring.former)
