"""The lock switched on and off, and what opens it changed.

Every verb here belongs to a closed folder: it takes the lock of the one who may write. If it is
stopped half-way, the folder can be opened as before or as wanted, and nothing is lost: as long as
there is a key file, opening asks for the passphrase and brings everything under the key; the key
file comes before the first encrypted byte and goes after the last.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

from filelock import BaseFileLock

from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.i18n import _
from collabkit.passphrases import WORK, check_passphrase
from collabkit.paths import DataFolder
from collabkit.storage.checks import check_file, journal_of
from collabkit.storage.database import Database
from collabkit.storage.instance_lock import take_lock
from collabkit.storage.locking.begun import noted_as_begun
from collabkit.storage.locking.ciphered import is_possible
from collabkit.storage.locking.converting import convert
from collabkit.storage.locking.data_key import DataKey, KeyRing
from collabkit.storage.locking.finishing import begin_log_anew, finish_rest, folders_of
from collabkit.storage.locking.first_bytes import found_ciphered
from collabkit.storage.locking.key_file import (
    KeyFile,
    new_key_file,
    opened_by_code,
    opened_by_passphrase,
    with_code,
    with_passphrase,
)
from collabkit.storage.locking.key_place import load, remove, save
from collabkit.storage.locking.readable_again import let_rest_be_readable
from collabkit.storage.locking.recovery_code import RecoveryCode
from collabkit.storage.locking.replacing import wipe_leftovers
from collabkit.storage.locking.state import has_key_file
from collabkit.storage.locking.unlocked_folder import UnlockedFolder
from collabkit.storage.locking.unlocking import too_little_memory
from collabkit.storage.opening import open_with_lock
from collabkit.storage.problems import not_there
from collabkit.storage.sentences import in_sentences


class LockUnfinishedError(EnvironmentProblemError):
    """Something beside the database is not yet under the present key; ``folder`` opens it all.

    Every opening tries again.
    """

    def __init__(self, sentence: str, folder: UnlockedFolder) -> None:
        super().__init__(sentence)
        self.folder = folder


def switch_on(
    folder: DataFolder, passphrase: str, code: RecoveryCode, work: int = WORK
) -> UnlockedFolder:
    """Lock everything that is kept in ``folder``, and return it open.

    The key file is opened with both before anything is encrypted. Takes a second and more.
    Raises ``InvalidInputError`` for a passphrase that is too short, ``DataRefusedError`` if what
    is kept cannot be relied on and ``EnvironmentProblemError`` if the machine does not allow it;
    everything is then as it was. Raises ``LockUnfinishedError`` if the database is locked, and a
    file beside it could not be.
    """
    check_passphrase(passphrase)
    if not is_possible():
        raise cannot_lock()
    with _alone_in(folder) as lock, noted_as_begun(folder):
        if has_key_file(folder) or found_ciphered(folder.database):
            raise InvalidInputError(_("Your data is locked already. Nothing was changed."))
        if not folder.database.exists():
            raise not_there(folder.database)
        ring = KeyRing(DataKey.new())
        return _locked_with(folder, lock, _tried(ring, passphrase, code, work), ring)


def take_over_lock(folder: DataFolder, file: KeyFile, ring: KeyRing) -> UnlockedFolder:
    """Lock everything in ``folder`` as a copy is locked that came from elsewhere.

    What opens the copy opens the folder from then on; ``ring`` was in ``file``. There may be no
    data yet. Raises as ``switch_on``.
    """
    if not is_possible():
        raise cannot_lock()
    with _alone_in(folder) as lock:
        if has_key_file(folder) or found_ciphered(folder.database):
            raise InvalidInputError(_("Your data is locked already. Nothing was changed."))
        if folder.database.exists():
            return _locked_with(folder, lock, file, ring)
        save(folder, file)
        return UnlockedFolder(folder.root, ring)


def switch_off(folder: UnlockedFolder) -> DataFolder:
    """Let everything in ``folder`` be readable for anybody again, and return it.

    A damaged file stays locked, with a copy of the key file beside it, which the passphrase opens.
    Raises as ``switch_on``; everything is then locked as it was, if need be after the next
    opening.
    """
    plain = DataFolder(folder.root)
    with _alone_in(folder) as lock:
        # What was begun is finished first, so that one key opens all.
        _bring_under(folder, lock)
        key = folder.ring.key
        check_file(folder.database, key=key, read_only=not journal_of(folder.database).exists())
        # Last, as most of what can go wrong, such as a full disk, is met before.
        let_rest_be_readable(folder)
        convert(folder.database, key, None)
        lock.acquire()
        with closing(Database(plain, lock)) as database:
            begin_log_anew(database)
        for place in folders_of(folder):
            wipe_leftovers(place)
        remove(folder)
    return plain


def change_passphrase(folder: UnlockedFolder, passphrase: str) -> None:
    """Let another passphrase open the folder; the recovery code stays. Takes half a second.

    What is kept is not rewritten, so that an older copy of the key file goes on being opened by
    the older passphrase: see ``change_key``. Works beside an open window of this program. Raises
    as ``switch_on``.
    """
    check_passphrase(passphrase)
    with _memory():
        file = with_passphrase(load(folder), folder.ring.key, passphrase)
        opened_by_passphrase(file, passphrase)
    save(folder, file)


def change_code(folder: UnlockedFolder, code: RecoveryCode) -> None:
    """Let another recovery code open the folder; the passphrase stays."""
    file = with_code(load(folder), folder.ring.key, code)
    opened_by_code(file, code)
    save(folder, file)


def change_key(
    folder: UnlockedFolder, passphrase: str, code: RecoveryCode, work: int = WORK
) -> UnlockedFolder:
    """Give the folder a new key, passphrase and recovery code, and rewrite everything with it.

    Older copies of the key file then open nothing that is here. Raises as ``switch_on``; what was
    begun is then finished at the next opening, with the new passphrase.
    """
    check_passphrase(passphrase)
    with _alone_in(folder) as lock:
        _bring_under(folder, lock)
        ring = KeyRing(DataKey.new(), (folder.ring.key, *folder.ring.former))
        unlocked = UnlockedFolder(folder.root, ring)
        save(folder, _tried(ring, passphrase, code, work))
        _bring_under(unlocked, lock)
        is_over = not load(folder).former
    return UnlockedFolder(folder.root, KeyRing(ring.key)) if is_over else unlocked


def cannot_lock() -> EnvironmentProblemError:
    """Say that this installation lacks what it takes."""
    return EnvironmentProblemError(
        _(
            "This installation of collabkit cannot lock data with a passphrase, because its part "
            "“sqlcipher3” is not there. Whoever installed collabkit can add it."
        )
    )


def _locked_with(
    folder: DataFolder, lock: BaseFileLock, file: KeyFile, ring: KeyRing
) -> UnlockedFolder:
    unlocked = UnlockedFolder(folder.root, ring)
    try:
        save(folder, file)
        _bring_under(unlocked, lock)
    except BaseException:
        with suppress(OSError):  # if in doubt the key stays, and the next opening goes on
            if not found_ciphered(folder.database):
                remove(folder)
        raise
    return unlocked


def _bring_under(folder: UnlockedFolder, lock: BaseFileLock) -> None:
    """Let everything be under the present key, as every opening does, or say what is not."""
    lock.acquire()  # once more: closing the database lets go of it once
    database, _notices = open_with_lock(folder, lock)
    with closing(database):
        problems = finish_rest(folder, database)  # once more, which is quick if all is done
    if problems:
        raise LockUnfinishedError(problems[0], folder)


def _tried(ring: KeyRing, passphrase: str, code: RecoveryCode, work: int) -> KeyFile:
    """Return a key file that both were seen to open."""
    with _memory():
        file = new_key_file(ring, passphrase, code, work)
        for opened in (opened_by_passphrase(file, passphrase), opened_by_code(file, code)):
            if opened != ring:
                raise RuntimeError("the key file does not open")
    return file


@contextmanager
def _memory() -> Iterator[None]:
    try:
        yield
    except MemoryError as error:
        raise too_little_memory() from error


@contextmanager
def _alone_in(folder: DataFolder) -> Iterator[BaseFileLock]:
    lock = take_lock(folder)
    try:
        with in_sentences(folder.database):
            yield lock
    finally:
        lock.release(force=True)
