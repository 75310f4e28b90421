"""Passphrases: how they are read, how long they must be, and how dear guessing one is made.

Used wherever something is locked with one: a file for another laptop, or everything that is kept.

How much work and memory deriving a key costs is a power of two and stands in what is locked;
somebody could ask for any amount. The 17 that is written here takes 128 megabytes and a third of a
second where this was measured, and makes guessing dear. More is not accepted: 18, which the program
``age`` writes of its own accord, needs 278 megabytes, and nothing here may need more than 256.
"""

import unicodedata

from collabkit.errors import InvalidInputError
from collabkit.i18n import _

FEWEST_CHARACTERS = 12
MOST_CHARACTERS = 1_000
WORK = 17  # two to this power, written and at most accepted; each step doubles time and memory
KEY_BYTES = 32


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


def secret_of(passphrase: str) -> bytes:
    """Return ``passphrase`` in the bytes that count; half a character is a question mark."""
    return tidy_passphrase(passphrase).encode("utf-8", "replace")


def stretched(secret: bytes, salt: bytes, work: int) -> bytes:
    """Return 32 bytes derived from ``secret`` by scrypt with 2 to the power ``work``.

    While scrypt works, other threads go on. Raises ``MemoryError`` if there is not a kilobyte for
    each unit of work.
    """
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=KEY_BYTES, n=1 << work, r=8, p=1).derive(secret)
