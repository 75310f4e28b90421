"""Copies that are locked otherwise than the data here: opened with what opens them, and put back.

Such a copy comes from another computer, or from before a new key was made. What opens it lies
beside it, as it was saved with it.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.putting_back import PutBack, contents_here, put_back
from collabkit.services.safety import Contents, Looked
from collabkit.storage.checks import check_file
from collabkit.storage.contents import contents_of
from collabkit.storage.copies import copies_in
from collabkit.storage.locking.data_key import KeyRing
from collabkit.storage.locking.key_file import KeyFile, WrongSecretError
from collabkit.storage.locking.locked_copy import OpenedCopy, as_locked_here, open_copy
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.second_copy.segments import segment_paths

__all__ = [
    "OpenedCopy",
    "PutBackLocked",
    "as_locked_here",
    "look_into_opened",
    "not_opened_here",
    "open_locked_copy",
    "put_back_locked",
    "what_becomes_of",
    "what_becomes_of_recovered",
]


@dataclass(frozen=True, slots=True)
class PutBackLocked:
    """What came of it; ``folder`` is the data folder, which may be locked from then on."""

    done: PutBack
    folder: DataFolder


def open_locked_copy(copy: Path, folder: DataFolder, typed: str) -> OpenedCopy:
    """Return ``copy`` opened with what was typed: its passphrase, or its recovery code.

    Takes a good part of a second; changes nothing. Raises ``InvalidInputError`` for another
    passphrase or code, ``DataRefusedError`` if the key file is not that of the copy, and
    ``EnvironmentProblemError``.
    """
    from collabkit.storage.locking.key_file import opened_by_code, opened_by_passphrase
    from collabkit.storage.locking.recovery_code import NoRecoveryCodeError, read_code
    from collabkit.storage.locking.unlocking import too_little_memory

    try:
        code = read_code(typed)
    except NoRecoveryCodeError:
        code = None

    def opened(file: KeyFile) -> KeyRing:
        return opened_by_passphrase(file, typed) if code is None else opened_by_code(file, code)

    try:
        return open_copy(copy, folder, opened)
    except MemoryError as error:
        raise too_little_memory() from error
    except WrongSecretError:
        pass
    # Raised here without the errors before it, whose frames know the passphrase.
    raise InvalidInputError(
        _(
            "This does not open the copy. Nothing was changed. Please type the passphrase that "
            "counted when the copy was saved, or the recovery code: small and capital letters of a "
            "passphrase count, and so does every space between its words."
        )
    )


def look_into_opened(opened: OpenedCopy) -> Looked:
    """Read an opened copy through, as ``services.safety.look_into`` does; change nothing."""
    try:
        contents = contents_of(opened.path, opened.key)
        check_file(opened.path, key=opened.key)
    except (CollabkitError, OSError) as error:
        return Looked(None, str(error))
    return Looked(contents)


def brings_its_lock(folder: DataFolder, here: Contents | None) -> bool:
    """Tell whether an opened copy would lock ``folder``: there is no data there yet, and no lock.

    Otherwise what is put back is locked, or is not, as the data here is. ``here`` is what is in
    that; ``None`` if it is not there or cannot be read.
    """
    if key_of(folder) is not None:
        return False
    if here is not None:
        return here == Contents()
    return not (folder.database.exists() or copies_in(folder) or segment_paths(folder))


def what_becomes_of(folder: DataFolder, here: Contents | None) -> str:
    """Return who can read an opened copy once it has been put back into ``folder``.

    ``here`` is what is in that.
    """
    if key_of(folder) is not None:
        return _locked_as_here()
    if brings_its_lock(folder, here):
        return _(
            "It brings its lock along: once it is put back, its passphrase and its recovery code "
            "open collabkit here."
        )
    return _readable_here()


def what_becomes_of_recovered(folder: DataFolder) -> str:
    """Return the same where the data in ``folder`` could not be opened."""
    return _locked_as_here() if key_of(folder) is not None else _readable_here()


def put_back_locked(folder: DataFolder, opened: OpenedCopy, today: date) -> PutBackLocked:
    """Let an opened copy take the place of the data, as ``putting_back.put_back`` does.

    See ``what_becomes_of``. Raises as ``put_back``; nothing is changed then, unless the copy has
    brought its lock along already: its passphrase then opens the data that was there.
    """
    if brings_its_lock(folder, contents_here(folder)):
        from collabkit.storage.locking.switching import take_over_lock

        check_file(opened.path, key=opened.key)
        folder = take_over_lock(folder, opened.file, opened.ring)
    with as_locked_here(opened, folder) as copy:
        return PutBackLocked(put_back(folder, copy, today), folder)


def not_opened_here(copy: Path, folder: DataFolder, otherwise: str) -> Looked:
    """Return what is known of a locked copy that what opens ``folder`` does not open.

    ``otherwise`` is said of a copy of ``folder`` itself.
    """
    from collabkit.storage.locking.locked_copy import key_files_of

    if key_files_of(copy, folder):
        return Looked(None, _("This copy is locked with a passphrase of its own."), is_locked=True)
    if copy.parent == folder.backups:
        return Looked(None, otherwise)
    return Looked(
        None,
        _(
            "This copy is locked, and the small file that was saved with it, “{name}.lock.json”, "
            "is not beside it or is damaged. Nothing was changed. Please put that file into the "
            "same folder and look at the copy again; without it nobody can open the copy."
        ).format(name=copy.name),
    )


def _locked_as_here() -> str:
    return _("Once it is put back, it is locked with what opens your data here.")


def _readable_here() -> str:
    return _(
        "Your data here has no lock. Once this copy is put back, whoever uses this computer can "
        "read what is in it, until you lock your data under Settings."
    )
