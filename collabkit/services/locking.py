"""A lock on everything that is kept: verbs on a folder whose data is not open."""

from pathlib import Path

from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.storage import LockedError
from collabkit.storage.locking.ciphered import is_possible
from collabkit.storage.locking.key_place import KeyFileGoneError, KeyFileTooNewError, load
from collabkit.storage.locking.readable_again import still_locked
from collabkit.storage.locking.recovery_code import RecoveryCode, new_code, read_code
from collabkit.storage.locking.setting_aside import set_locked_aside
from collabkit.storage.locking.state import is_locked
from collabkit.storage.locking.switching import (
    LockUnfinishedError,
    cannot_lock,
    change_code,
    change_key,
    change_passphrase,
    switch_off,
    switch_on,
)
from collabkit.storage.locking.unlocked_folder import UnlockedFolder
from collabkit.storage.locking.unlocking import unlock, unlock_with_code

__all__ = [
    "LockUnfinishedError",
    "RecoveryCode",
    "UnlockedFolder",
    "cannot_lock",
    "change_code",
    "change_key",
    "change_passphrase",
    "if_both_are_lost",
    "is_locked",
    "is_possible",
    "new_code",
    "read_code",
    "set_locked_aside",
    "still_locked",
    "switch_off",
    "switch_on",
    "unlock",
    "unlock_from_file",
    "unlock_with_code",
    "unlock_with_either",
    "unlocked",
    "what_is_locked",
    "what_is_out_of_reach",
    "why_nothing_opens_it",
]


def what_is_locked() -> tuple[str, ...]:
    """Return, in sentences, what the lock covers and what it does not."""
    return (
        _(
            "Once the lock is on, this is encrypted: all answers and plans, what people wrote for "
            "themselves alone, every safety copy and the log of changes. Whoever then finds this "
            "laptop or a copy of its files cannot read them without the passphrase."
        ),
        _(
            "It does not protect while collabkit is open and unlocked, nor from a program on this "
            "computer that watches what you type. Your own questionnaires and your settings stay "
            "readable, and so does how many files there are and how large they are."
        ),
        _(
            "To open anything, collabkit also needs a small file, “lock.json”. It lies in the "
            "folder with your data and once more in “backups” there, and collabkit replaces one "
            "that is lost. If both are lost, passphrase and code open nothing: whoever backs up "
            "this computer should take the whole folder."
        ),
    )


def if_both_are_lost() -> str:
    """Return what has to be said, and agreed to, before the lock is switched on."""
    return _(
        "If the passphrase and the recovery code are both lost, nobody can open this data, ever: "
        "not you, not we, not a specialist."
    )


def what_is_out_of_reach() -> str:
    """Return what switching the lock on cannot reach."""
    return _(
        "The readable files that lie here now are overwritten and removed. That may not reach what "
        "a solid-state disk still holds in hidden places, and it does not reach copies elsewhere: "
        "backups of this computer, memory sticks, and files that you have saved, printed or sent."
    )


def why_nothing_opens_it(folder: DataFolder) -> str:
    """Return why neither passphrase nor code can open a locked ``folder``; mostly nothing.

    The file that they need besides may be lost, or written by a newer release.
    """
    try:
        load(folder)
    except (KeyFileGoneError, KeyFileTooNewError) as error:
        return str(error)
    return ""


def unlocked(folder: DataFolder) -> UnlockedFolder:
    """Return ``folder``, which was unlocked to be opened; raises ``LockedError`` if it was not."""
    if not isinstance(folder, UnlockedFolder):
        raise LockedError
    return folder


def unlock_from_file(folder: DataFolder, path: Path) -> UnlockedFolder:
    """Return ``folder`` unlocked with the first line of a text file: passphrase or recovery code.

    Raises as ``unlock`` does, ``InvalidInputError`` for a file without a line and
    ``EnvironmentProblemError`` if it cannot be read.
    """
    from collabkit.services.passphrases import passphrase_in

    return unlock_with_either(folder, passphrase_in(path))


def unlock_with_either(folder: DataFolder, typed: str) -> UnlockedFolder:
    """Return ``folder`` unlocked with what was typed, a passphrase or the recovery code.

    Raises as ``unlock`` does.
    """
    from collabkit.storage.locking.recovery_code import NoRecoveryCodeError

    try:
        read_code(typed)
    except NoRecoveryCodeError:
        return unlock(folder, typed)
    return unlock_with_code(folder, typed)
