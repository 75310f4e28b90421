"""Lets everything in an unlocked folder be under its present key.

Nearly always there is nothing to do, and finding that out costs a look at the first bytes of each
file. There is much to do when the lock was just switched on, when a new key is on its way in, and
when somebody put an older, plain file in its place. Stopped at any moment, it is done at the next
opening: each file says itself what it is under, and every key that is still needed is in the key
file until the last file has been rewritten.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

from collabkit.errors import CollabkitError, DataRefusedError
from collabkit.files import replacing
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.storage.checks import check_file, journal_of
from collabkit.storage.database import Database
from collabkit.storage.identity import THIS_RELEASE, Release, is_ciphered, version_of
from collabkit.storage.locking.converting import convert, fitting_key, seal_file
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.locking.key_file import without_former
from collabkit.storage.locking.key_place import load, mend
from collabkit.storage.locking.replacing import replacing_for_good, wipe_leftovers
from collabkit.storage.locking.sealing import FileSeal, LineSeal, SealBrokenError, is_sealed
from collabkit.storage.locking.unlocked_folder import UnlockedFolder
from collabkit.storage.locking.wiping import wipe
from collabkit.storage.second_copy.lines import is_sealed_with
from collabkit.storage.second_copy.segments import first_change, segment_paths
from collabkit.storage.sentences import in_sentences

SEALED = ".sealed"
_HEAD = 100


def finish_database(folder: UnlockedFolder, release: Release = THIS_RELEASE) -> None:
    """Let the database be under the present key, before it is opened.

    Raises ``DataRefusedError`` and ``EnvironmentProblemError``; it is then as it was.
    """
    path = folder.database
    if not path.exists():
        return
    if not is_ciphered(path):
        version_of(path, release)
        check_file(path, read_only=not journal_of(path).exists())
        convert(path, None, folder.ring.key)
    elif folder.ring.former and not journal_of(path).exists():
        _to_present_key(path, folder)


def finish_rest(folder: UnlockedFolder, database: Database) -> tuple[str, ...]:
    """Let everything beside the open ``database`` be under the present key.

    Returns sentences about what could not be done, which is done at the next opening.
    """
    problem: CollabkitError | None = None
    if _needs_new_log(folder):
        try:
            with in_sentences(folder.database):
                database.begin_afresh()
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
            mend(folder, without_former(file) if file.former else file)
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


def _needs_new_log(folder: UnlockedFolder) -> bool:
    """Tell whether the log holds changes that are not sealed with the present key."""
    seal = LineSeal(folder.ring.key)
    return any(
        change is not None and not is_sealed_with(change, seal)
        for change in map(first_change, segment_paths(folder))
    )


def folders_of(folder: DataFolder) -> tuple[Path, ...]:
    """Return every folder that holds people's words."""
    return (folder.root, folder.backups, folder.changes, folder.personal, folder.kept)


def files_in(folder: Path, pattern: str = "*") -> tuple[Path, ...]:
    """Return the files of ours in ``folder``, by name; no links."""
    found = sorted(folder.glob(pattern))
    return tuple(path for path in found if path.is_file() and not path.is_symlink())


def _work(folder: UnlockedFolder) -> Iterator[tuple[Path, Callable[[Path], None]]]:
    keys = (folder.ring.key, *folder.ring.former)
    for copy in files_in(folder.backups, "*.db"):
        yield copy, lambda path: _finish_copy(path, folder)
    for words in files_in(folder.personal, "*.json"):
        yield words, lambda path: seal_file(path, keys)
    for aside in files_in(folder.kept):
        yield aside, lambda path: _finish_aside(path, folder)
    for place in folders_of(folder):
        yield place, wipe_leftovers


def _finish_copy(path: Path, folder: UnlockedFolder) -> None:
    if is_ciphered(path):
        if folder.ring.former:
            _to_present_key(path, folder)
        return
    try:
        check_file(path)
        convert(path, None, folder.ring.key)
    except DataRefusedError:
        # Damaged, or no copy of ours: kept whole, but not in plain.
        _seal_aside(path, folder.ring.key)


def _finish_aside(path: Path, folder: UnlockedFolder) -> None:
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if is_sealed(head):
        seal_file(path, (folder.ring.key, *folder.ring.former))
    elif not is_ciphered(path):
        _seal_aside(path, folder.ring.key)
    elif folder.ring.former:
        _to_present_key(path, folder)


def _seal_aside(path: Path, key: DataKey) -> None:
    sealed = path.with_name(path.name + SEALED)
    with replacing_for_good(sealed) as temporary:
        temporary.write_bytes(FileSeal(key).seal(sealed.name, path.read_bytes()))
    wipe(path)


def unseal_aside(path: Path, key: DataKey) -> None:
    """Let a file that was sealed whole be as it was, under its old name."""
    try:
        data = FileSeal(key).open(path.name, path.read_bytes())
    except SealBrokenError:
        return  # it stays as it is
    with replacing(path.with_name(path.name.removesuffix(SEALED)), mode=0o600) as temporary:
        temporary.write_bytes(data)
    path.unlink()


def _to_present_key(path: Path, folder: UnlockedFolder) -> None:
    fitting = fitting_key(path, (folder.ring.key, *folder.ring.former))
    if fitting is not None and fitting != folder.ring.key:
        convert(path, fitting, folder.ring.key)
