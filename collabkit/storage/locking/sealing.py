"""Lines of the change log and whole files, each sealed by ChaCha20-Poly1305.

A seal hides what is inside and shows every change to it. It belongs to one place: the number of a
line, the name of a file. What was moved to another place does not open there. The nonce is random:
a key seals far fewer than the 2 to the 32nd lines from which on two could meet by chance.
"""

import secrets

from collabkit.storage.locking.data_key import DataKey, Purpose

TYPE_CHECKING = False
if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

FIRST_LINE = b"collabkit sealed 1\n"
_NONCE_BYTES = 12
_LINE = b"line "


class SealBrokenError(ValueError):
    """The bytes are not as they were sealed, lie elsewhere, or another key sealed them."""


class LineSeal:
    """Seals the lines of the change log."""

    def __init__(self, key: DataKey) -> None:
        self._cipher = _cipher(key.derived(Purpose.LINE))

    def seal(self, number: int, line: bytes) -> bytes:
        """Return ``line``, which is the change of that ``number``, sealed."""
        return _sealed(self._cipher, line, _LINE + b"%d" % number)

    def open(self, number: int, sealed: bytes) -> bytes:
        """Return what ``seal`` was given; raises ``SealBrokenError``."""
        return _opened(self._cipher, sealed, _LINE + b"%d" % number)


class FileSeal:
    """Seals whole files; a sealed one says so in its first line."""

    def __init__(self, key: DataKey) -> None:
        self._cipher = _cipher(key.derived(Purpose.FILE))

    def seal(self, name: str, data: bytes) -> bytes:
        """Return the bytes of a file that holds ``data`` and belongs to ``name``."""
        return FIRST_LINE + _sealed(self._cipher, data, FIRST_LINE + name.encode())

    def open(self, name: str, sealed: bytes) -> bytes:
        """Return what ``seal`` was given; raises ``SealBrokenError``."""
        if not is_sealed(sealed):
            raise SealBrokenError
        return _opened(self._cipher, sealed[len(FIRST_LINE) :], FIRST_LINE + name.encode())


def is_sealed(data: bytes) -> bool:
    """Tell whether the bytes of a file, or its first twenty, are sealed."""
    return data.startswith(FIRST_LINE)


def _cipher(key: bytes) -> "ChaCha20Poly1305":
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    return ChaCha20Poly1305(key)


def _sealed(cipher: "ChaCha20Poly1305", data: bytes, place: bytes) -> bytes:
    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + cipher.encrypt(nonce, data, place)


def _opened(cipher: "ChaCha20Poly1305", sealed: bytes, place: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag

    try:
        return cipher.decrypt(sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], place)
    except (InvalidTag, ValueError) as error:  # ValueError: not even a nonce is there
        raise SealBrokenError from error
