"""A passphrase on a bundle: the whole file is encrypted in the format of age (age-encryption.org).

Whoever has the passphrase can open the file with the program ``age`` too, and then has the zip. How
much work and memory that costs is said in ``collabkit.passphrases``.
"""

from collabkit.errors import CollabkitError, EnvironmentProblemError, InvalidInputError
from collabkit.exchange.bundles.age_head import (
    AS_TEXT,
    FIRST_LINE,
    WITH_OTHER_LINE_ENDS,
    AgeError,
    Fault,
)
from collabkit.exchange.bundles.refusals import BundleError, cannot_open, cut_off
from collabkit.i18n import _
from collabkit.passphrases import WORK, check_passphrase, secret_of


class WrongPassphraseError(InvalidInputError):
    """The file is locked with another passphrase; another try is possible."""


def is_locked(data: bytes) -> bool:
    """Tell whether the bytes of a file, or its first hundred, are locked with a passphrase."""
    return data.startswith((FIRST_LINE, WITH_OTHER_LINE_ENDS, AS_TEXT))


def locked(data: bytes, passphrase: str) -> bytes:
    """Return ``data`` locked with ``passphrase``; takes a good part of a second.

    Raises ``InvalidInputError`` as ``check_passphrase`` does, and ``EnvironmentProblemError`` if
    the computer has too little memory for it.
    """
    check_passphrase(passphrase)
    from collabkit.exchange.bundles.age_format import locked_with

    try:
        return locked_with(secret_of(passphrase), data, WORK)
    except MemoryError as error:
        raise _too_little_memory() from error


def unlocked(data: bytes, passphrase: str) -> bytes:
    """Return what ``locked`` was given; takes a good part of a second.

    Raises ``WrongPassphraseError``, ``BundleError`` for a file that is cut off, changed, locked in
    another way or wants too much work, and ``EnvironmentProblemError`` if there is too little
    memory.
    """
    from collabkit.exchange.bundles.age_format import unlocked_with

    try:
        return unlocked_with(secret_of(passphrase), data, WORK)
    except MemoryError as error:
        raise _too_little_memory() from error
    except AgeError as error:
        fault = error.fault
    raise _refusal(fault)  # without the error, whose frames know the passphrase


def _refusal(fault: Fault) -> CollabkitError:
    match fault:
        case Fault.WRONG_SECRET:
            return WrongPassphraseError(
                _(
                    "This passphrase does not open the file. Nothing was changed. Please try "
                    "again: small and capital letters count, and so does every space between words."
                )
            )
        case Fault.TOO_MUCH_WORK:
            return _too_much_work()
        case Fault.CUT_OFF:
            return cut_off()
        case Fault.CHANGED:
            return cannot_open(_("it was changed after it had been locked, or its end is missing"))
        case Fault.LINE_ENDS:
            return cannot_open(_("its line ends were changed, as if it had been sent as text"))
        case Fault.OTHER_LOCK:
            return cannot_open(_("it is locked in another way than with a passphrase of collabkit"))


def _too_much_work() -> BundleError:
    return BundleError(
        _(
            "This file cannot be opened: it is locked so heavily that unlocking it needs more "
            "memory than collabkit takes for a file. It was left as it is, and nothing was changed "
            "here. Please unlock it with the program “age” and open here what comes out, or save "
            "it once more where it was made."
        ),
        _("it is locked so heavily that unlocking it needs more memory than collabkit takes"),
    )


def _too_little_memory() -> EnvironmentProblemError:
    return EnvironmentProblemError(
        _(
            "This computer does not have enough free memory for a file with a passphrase, so "
            "nothing was changed. Please close other programs and try again."
        )
    )
