"""A passphrase on a bundle: the whole file is encrypted in the format of age (age-encryption.org).

Nothing here is our own: pyrage, the library of age's Rust edition, derives the key from the
passphrase (scrypt) and encrypts (ChaCha20-Poly1305). Whoever has the passphrase can open the file
with the program ``age`` too, and then has the zip.

How much work and memory deriving costs stands in the file, as a power of two; somebody could ask
for any amount. So the head of the file is read here first, strictly, and an absurd demand is
refused before any work begins. The library chooses the amount by how fast the computer is, so that
it takes about a second: 19 where this was measured, which takes 1.2 seconds and 512 megabytes to
lock and to unlock again; the library offers no choice. The fastest computers choose 20 or 21, and
another laptop has to be able to open that. While it works, Python stands still.
"""

import mmap
import re
import unicodedata

from collabkit.errors import CollabkitError, EnvironmentProblemError, InvalidInputError
from collabkit.exchange.bundles.refusals import BundleError, cannot_open, cut_off
from collabkit.i18n import _

FEWEST_CHARACTERS = 12
MOST_CHARACTERS = 1_000
MOST_WORK = 21  # two to this power; each step doubles both time and memory
_BYTES_A_UNIT = 1024  # scrypt with r = 8 needs 128 * r bytes for each unit of work
_USUAL_WORK = 20  # what there should be memory for before anything is locked

_FIRST_LINE = b"age-encryption.org/v1\n"
_AS_TEXT = b"-----BEGIN AGE ENCRYPTED FILE-----"
_LONGEST_HEAD = 1_000
_HEAD = re.compile(
    rb"age-encryption\.org/v1\n"
    rb"-> scrypt [A-Za-z0-9+/]{22} ([1-9][0-9]?)\n"
    rb"[A-Za-z0-9+/]{43}\n"
    rb"--- [A-Za-z0-9+/]{43}\n"
)
_END_OF_HEAD = b"\n--- "


class WrongPassphraseError(InvalidInputError):
    """The file is locked with another passphrase; another try is possible."""


def is_locked(data: bytes) -> bool:
    """Tell whether the bytes of a file, or its first hundred, are locked with a passphrase."""
    return data.startswith((_FIRST_LINE, _AS_TEXT))


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
    """Return ``data`` locked with ``passphrase``; takes a second or more.

    Raises ``InvalidInputError`` as ``check_passphrase`` does, and ``EnvironmentProblemError`` if
    the computer has too little memory for it.
    """
    check_passphrase(passphrase)
    _check_memory(_USUAL_WORK)
    from pyrage import passphrase as age

    return bytes(age.encrypt(data, _told(passphrase)))


def unlocked(data: bytes, passphrase: str) -> bytes:
    """Return what ``locked`` was given; takes a second or more.

    Raises ``WrongPassphraseError``, ``BundleError`` for a file that is cut off, changed, locked in
    another way or wants absurd work, and ``EnvironmentProblemError`` if there is too little memory.
    """
    head = _HEAD.match(data)
    if head is None:
        raise _unknown_lock(data)
    work = int(head[1])
    if work > MOST_WORK:
        raise cannot_open(_("unlocking it would keep this computer busy for far too long"))
    _check_memory(work)
    from pyrage import DecryptError
    from pyrage import passphrase as age

    try:
        return bytes(age.decrypt(data, _told(passphrase)))
    except DecryptError as error:
        problem = _problem(str(error))
    raise problem  # without the library's error, which may know too much


def _problem(said: str) -> CollabkitError:
    """Return what the library's words mean; its own text is for programmers."""
    if said == "Decryption failed":  # the passphrase does not open the key that is in the head
        return WrongPassphraseError(
            _(
                "This passphrase does not open the file. Nothing was changed. Please try again: "
                "small and capital letters count, and so does every space between words."
            )
        )
    if said.startswith("Excessive work"):
        return cannot_open(_("unlocking it would keep this computer busy for far too long"))
    if "truncated" in said or "fill whole buffer" in said:
        return cut_off()
    return cannot_open(_("it was changed after it had been locked, or its end is missing"))


def _unknown_lock(data: bytes) -> BundleError:
    if _END_OF_HEAD not in data[:_LONGEST_HEAD] and len(data) < _LONGEST_HEAD:
        return cut_off()
    return cannot_open(_("it is locked in another way than with a passphrase of collabkit"))


def _told(passphrase: str) -> str:
    """Return ``passphrase`` as the library takes it, which knows no half characters."""
    return tidy_passphrase(passphrase).encode("utf-8", "replace").decode()


def _check_memory(work: int) -> None:
    """Raise ``EnvironmentProblemError`` unless there is memory for so much work.

    The library would end the whole program. Memory that is asked for and never touched costs
    nothing.
    """
    try:
        mmap.mmap(-1, _BYTES_A_UNIT << work).close()
    except (OSError, ValueError, OverflowError, MemoryError) as error:
        raise EnvironmentProblemError(
            _(
                "This computer does not have enough free memory for a file with a passphrase, so "
                "nothing was changed. Please close other programs and try again."
            )
        ) from error
