"""The key to everything, and the keys for each purpose that are derived from it."""

import hmac
import secrets
from dataclasses import dataclass
from enum import Enum
from typing import NoReturn

_BYTES = 32


class Purpose(Enum):
    """What a derived key is for; no two purposes share one."""

    DATABASE = b"collabkit lock 1: database"
    DATABASE_SALT = b"collabkit lock 1: salt of the database"
    LINE = b"collabkit lock 1: line of the change log"
    FILE = b"collabkit lock 1: file"
    WRAPPING = b"collabkit lock 1: wrapping a former key"
    NAME = b"collabkit lock 1: name of the key"


class DataKey:
    """256 random bits. Lives in memory only and shows itself nowhere."""

    __slots__ = ("_secret",)

    def __init__(self, secret: bytes) -> None:
        """Take the 32 bytes that ``secret`` of another one were."""
        if len(secret) != _BYTES:
            raise ValueError("a key has 32 bytes")
        self._secret = secret

    @classmethod
    def new(cls) -> "DataKey":
        """Return a key that nobody had before."""
        return cls(secrets.token_bytes(_BYTES))

    @property
    def secret(self) -> bytes:
        """The key itself, to be wrapped."""
        return self._secret

    @property
    def name(self) -> str:
        """Sixteen signs that tell keys apart and give nothing away."""
        return self.derived(Purpose.NAME, 8).hex()

    def derived(self, purpose: Purpose, length: int = _BYTES) -> bytes:
        """Return ``length`` bytes for ``purpose``, by HKDF with SHA-256 (RFC 5869)."""
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        return HKDF(SHA256(), length, None, purpose.value).derive(self._secret)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, DataKey) and hmac.compare_digest(self._secret, other._secret)

    def __hash__(self) -> int:
        return hash(self._secret)

    def __repr__(self) -> str:
        return "DataKey(…)"

    def __reduce__(self) -> NoReturn:
        raise TypeError("a key is never written anywhere")


@dataclass(frozen=True, slots=True)
class KeyRing:
    """The present key and, while everything is being rewritten, those that came before it."""

    key: DataKey
    former: tuple[DataKey, ...] = ()
