"""A passphrase on a bundle: the whole file is encrypted in the format of age (age-encryption.org).

Whoever has the passphrase can open the file with the program ``age`` too, and then has the zip.

How much work and memory deriving the key costs stands in the file, as a power of two; somebody
could ask for any amount. The 17 that is written here takes 128 megabytes and a third of a second
where this was measured, and makes guessing dear. More is not accepted: 18, which the program
``age`` writes of its own accord, needs 278 megabytes, and no file may need more than 256 here.
"""

import unicodedata

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

FEWEST_CHARACTERS = 12
MOST_CHARACTERS = 1_000
WORK = 17  # two to this power, written and at most accepted; each step doubles time and memory


class WrongPassphraseError(InvalidInputError):
    """The file is locked with another passphrase; another try is possible."""


def is_locked(data: bytes) -> bool:
    """Tell whether the bytes of a file, or its first hundred, are locked with a passphrase."""
    return data.startswith((FIRST_LINE, WITH_OTHER_LINE_ENDS, AS_TEXT))


def tidy_passphrase(passphrase: str) -> str:
    """Return ``passphrase`` as it is used, whatever keyboard it was typed on.

    Letters with accents are put together (NFC), as computers write them in two ways; spaces and
    line ends before and behind are left out, as nobody sees them. What is between stays as it is.
    """
    return unicodedata.normalize("NFC", passphrase).strip()


def check_passphrase(passphrase: str) -> None:
    """Raise ``InvalidInputError`` for a passphrase that is too short to lock something with."""
    length = len(tidy_passphrase(passphrase))
    if length < FEWEST_CHARACTERS:
        raise InvalidInputError(
            _(
                "Please use a passphrase of at least {fewest} characters. Four words that do not "
                "belong together are easy to keep in mind and hard to guess; capitals, figures "
                "and signs are not needed."
            ).format(fewest=FEWEST_CHARACTERS)
        )
    if length > MOST_CHARACTERS:
        raise InvalidInputError(
            _("Please use a passphrase of at most {most} characters.").format(most=MOST_CHARACTERS)
        )


def locked(data: bytes, passphrase: str) -> bytes:
    """Return ``data`` locked with ``passphrase``; takes a good part of a second.

    Raises ``InvalidInputError`` as ``check_passphrase`` does, and ``EnvironmentProblemError`` if
    the computer has too little memory for it.
    """
    check_passphrase(passphrase)
    from collabkit.exchange.bundles.age_format import locked_with

    try:
        return locked_with(_secret(passphrase), data, WORK)
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
        return unlocked_with(_secret(passphrase), data, WORK)
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


def _secret(passphrase: str) -> bytes:
    """Return ``passphrase`` in the bytes that count; half a character is a question mark."""
    return tidy_passphrase(passphrase).encode("utf-8", "replace")
