"""From a passphrase or a recovery code to an open folder."""

from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.storage.locking.data_key import KeyRing
from collabkit.storage.locking.key_file import (
    KeyFile,
    KeyFileError,
    WrongSecretError,
    opened_by_code,
    opened_by_passphrase,
)
from collabkit.storage.locking.key_place import KeyFileGoneError, load
from collabkit.storage.locking.recovery_code import read_code
from collabkit.storage.locking.unlocked_folder import UnlockedFolder


class WrongPassphraseForDataError(InvalidInputError):
    """Another passphrase or another code opens it; another try is possible, as often as wanted."""


def unlock(folder: DataFolder, passphrase: str) -> UnlockedFolder:
    """Return ``folder`` with what opens it. Takes a good part of a second; changes nothing.

    Raises ``WrongPassphraseForDataError``, ``KeyFileGoneError``, ``KeyFileTooNewError``, and
    ``EnvironmentProblemError`` if the computer has too little memory for it.
    """
    file = load(folder)
    try:
        return UnlockedFolder(folder.root, _opened(file, passphrase))
    except WrongSecretError:
        pass
    except KeyFileError:
        raise KeyFileGoneError(folder) from None
    # Raised here without the errors before it, whose frames know the passphrase.
    told = _(
        "This passphrase does not open your data. Nothing was changed. Please try again: small "
        "and capital letters count, and so does every space between words."
    )
    raise WrongPassphraseForDataError(f"{told} {_if_stopped(file)}".strip())


def unlock_with_code(folder: DataFolder, typed: str) -> UnlockedFolder:
    """Do as ``unlock`` does, with the recovery code; also raises ``NoRecoveryCodeError``."""
    code = read_code(typed)
    file = load(folder)
    try:
        return UnlockedFolder(folder.root, opened_by_code(file, code))
    except WrongSecretError:
        pass
    except KeyFileError:
        raise KeyFileGoneError(folder) from None
    told = _(
        "This is a recovery code, but not that of this data. Nothing was changed. If you have "
        "set a new one since, please use that."
    )
    raise WrongPassphraseForDataError(f"{told} {_if_stopped(file)}".strip())


def too_little_memory() -> EnvironmentProblemError:
    """Say that scrypt could not work."""
    return EnvironmentProblemError(
        _(
            "This computer does not have enough free memory to check the passphrase, so nothing "
            "was changed. Please close other programs and try again."
        )
    )


def _if_stopped(file: KeyFile) -> str:
    """Return what counts if a new key was on its way in; mostly nothing."""
    if not file.former:
        return ""
    return _(
        "Everything was locked anew here, or was about to be: the new passphrase and the new "
        "recovery code count since then."
    )


def _opened(file: KeyFile, passphrase: str) -> KeyRing:
    try:
        return opened_by_passphrase(file, passphrase)
    except MemoryError as error:
        raise too_little_memory() from error
