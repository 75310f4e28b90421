"""From a passphrase or a recovery code to an open folder."""

from collections.abc import Callable
from functools import partial

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
    return _unlock(
        folder,
        partial(_opened, passphrase=passphrase),
        _(
            "This passphrase does not open your data. Nothing was changed. Please try again: small "
            "and capital letters count, and so does every space between words."
        ),
    )


def unlock_with_code(folder: DataFolder, typed: str) -> UnlockedFolder:
    """Do as ``unlock`` does, with the recovery code; also raises ``NoRecoveryCodeError``."""
    return _unlock(
        folder,
        partial(opened_by_code, code=read_code(typed)),
        _(
            "This is a recovery code, but not that of this data. Nothing was changed. If you have "
            "set a new one since, please use that."
        ),
    )


def too_little_memory() -> EnvironmentProblemError:
    """Say that scrypt could not work."""
    return EnvironmentProblemError(
        _(
            "This computer does not have enough free memory to check the passphrase, so nothing "
            "was changed. Please close other programs and try again."
        )
    )


def _unlock(
    folder: DataFolder, keys_of: Callable[[KeyFile], KeyRing], if_wrong: str
) -> UnlockedFolder:
    file = load(folder)
    try:
        return UnlockedFolder(folder.root, keys_of(file))
    except WrongSecretError:
        pass
    except KeyFileError:
        raise KeyFileGoneError(folder) from None
    # Raised here without the errors before it, whose frames know the secret.
    raise WrongPassphraseForDataError(f"{if_wrong} {_if_stopped(file)}".strip())


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
