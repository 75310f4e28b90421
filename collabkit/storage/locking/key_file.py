"""What ``lock.json`` holds: the key, wrapped with the passphrase and with the recovery code.

Nothing in it opens anything without one of the two. What it says of itself (its version, the name
of the key, the work of scrypt) is authenticated by whatever opens it, so that nobody can make
guessing cheaper by changing a figure; the digest tells a damaged file before anybody types.
"""

import base64
import binascii
import hashlib
import json
import secrets
from dataclasses import dataclass, replace
from typing import Any

from collabkit.passphrases import WORK, secret_of, stretched
from collabkit.storage.locking.data_key import DataKey, KeyRing, Purpose
from collabkit.storage.locking.recovery_code import RecoveryCode
from collabkit.storage.locking.sealing import SealBrokenError

VERSION = 1
MOST_BYTES = 20_000
_WHAT = "collabkit lock"
_SALT_BYTES = 16
_NONCE_BYTES = 12
_LEAST_WORK = 1


class KeyFileError(Exception):
    """The bytes are no key file, or not as they were written."""


class NewerKeyFileError(KeyFileError):
    """A later release wrote it."""


class WrongSecretError(Exception):
    """Another passphrase or another code opens it."""


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The key, wrapped.

    ``name`` is that of the key. ``work`` and ``salt`` are scrypt's, for the passphrase;
    ``code_salt`` belongs to the code. ``former`` are keys that came before, wrapped with the key,
    while not everything is rewritten yet.
    """

    name: str
    work: int
    salt: bytes
    by_passphrase: bytes
    code_salt: bytes
    by_code: bytes
    former: tuple[bytes, ...] = ()


def new_key_file(ring: KeyRing, passphrase: str, code: RecoveryCode, work: int = WORK) -> KeyFile:
    """Wrap the keys of ``ring``; takes a good part of a second.

    ``work`` is scrypt's, as a power of two. Raises ``MemoryError`` if there is too little memory.
    """
    bare = KeyFile(ring.key.name, work, b"", b"", b"", b"")
    bare = replace(bare, former=tuple(_wrapped_former(ring.key, key) for key in ring.former))
    return with_code(with_passphrase(bare, ring.key, passphrase), ring.key, code)


def with_passphrase(file: KeyFile, key: DataKey, passphrase: str) -> KeyFile:
    """Wrap the key with another passphrase; the code goes on opening it. Takes as long."""
    file = replace(file, salt=secrets.token_bytes(_SALT_BYTES))
    return replace(file, by_passphrase=_wrapped(_by_passphrase(file, passphrase), key, _seen(file)))


def with_code(file: KeyFile, key: DataKey, code: RecoveryCode) -> KeyFile:
    """Wrap the key with another code; the passphrase goes on opening it."""
    file = replace(file, code_salt=secrets.token_bytes(_SALT_BYTES))
    return replace(file, by_code=_wrapped(_by_code(file, code), key, _seen(file)))


def without_former(file: KeyFile) -> KeyFile:
    """Forget the keys that came before: nothing needs them any more."""
    return replace(file, former=())


def opened_by_passphrase(file: KeyFile, passphrase: str) -> KeyRing:
    """Return the keys. Takes a good part of a second.

    Raises ``WrongSecretError``, and ``MemoryError`` if there is too little memory.
    """
    return _opened(file, file.by_passphrase, _by_passphrase(file, passphrase))


def opened_by_code(file: KeyFile, code: RecoveryCode) -> KeyRing:
    """Return the keys; raises ``WrongSecretError``."""
    return _opened(file, file.by_code, _by_code(file, code))


def as_bytes(file: KeyFile) -> bytes:
    """Return what is written to the disk."""
    said: dict[str, Any] = {
        "what": _WHAT,
        "version": VERSION,
        "key": file.name,
        "passphrase": {
            "scrypt": file.work,
            "salt": _text(file.salt),
            "wrapped": _text(file.by_passphrase),
        },
        "recovery": {"salt": _text(file.code_salt), "wrapped": _text(file.by_code)},
        "former": [_text(key) for key in file.former],
    }
    return (json.dumps({**said, "digest": _digest(said)}, indent=1) + "\n").encode()


def read_key_file(data: bytes) -> KeyFile:
    """Return what ``as_bytes`` was given.

    Raises ``NewerKeyFileError`` for a later version, and ``KeyFileError`` for bytes that are not
    exactly as they were written or want more work than is ever done.
    """
    try:
        said = json.loads(data[:MOST_BYTES].decode("ascii"))
        digest = said.pop("digest")
        if said["what"] != _WHAT or _digest(said) != digest:
            raise KeyFileError
        if said["version"] != VERSION:
            raise NewerKeyFileError
        work = said["passphrase"]["scrypt"]
        if type(work) is not int or not _LEAST_WORK <= work <= WORK:
            raise KeyFileError
        file = KeyFile(
            name=said["key"],
            work=work,
            salt=_bytes(said["passphrase"]["salt"]),
            by_passphrase=_bytes(said["passphrase"]["wrapped"]),
            code_salt=_bytes(said["recovery"]["salt"]),
            by_code=_bytes(said["recovery"]["wrapped"]),
            former=tuple(_bytes(key) for key in said["former"]),
        )
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise KeyFileError from error
    if as_bytes(file) != data:  # nothing else may stand in it
        raise KeyFileError
    return file


def _opened(file: KeyFile, wrapped: bytes, by: bytes) -> KeyRing:
    try:
        key = DataKey(_unwrapped(by, wrapped, _seen(file)))
    except SealBrokenError as error:
        raise WrongSecretError from error
    wrapping = key.derived(Purpose.WRAPPING)
    try:
        former = tuple(DataKey(_unwrapped(wrapping, one, b"")) for one in file.former)
    except SealBrokenError as error:
        raise KeyFileError from error
    return KeyRing(key, former)


def _by_passphrase(file: KeyFile, passphrase: str) -> bytes:
    return stretched(secret_of(passphrase), file.salt, file.work)


def _by_code(file: KeyFile, code: RecoveryCode) -> bytes:
    """A code is as random as a key, so there is nothing to make dear."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, file.code_salt, b"collabkit lock 1: recovery code").derive(
        code.secret
    )


def _seen(file: KeyFile) -> bytes:
    """Return what stands in the file for all to read, as it is authenticated."""
    return f"{_WHAT} {VERSION} {file.name} {file.work}".encode()


def _wrapped_former(key: DataKey, former: DataKey) -> bytes:
    return _wrapped(key.derived(Purpose.WRAPPING), former, b"")


def _wrapped(by: bytes, key: DataKey, seen: bytes) -> bytes:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = secrets.token_bytes(_NONCE_BYTES)
    return nonce + ChaCha20Poly1305(by).encrypt(nonce, key.secret, seen)


def _unwrapped(by: bytes, wrapped: bytes, seen: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    try:
        return ChaCha20Poly1305(by).decrypt(wrapped[:_NONCE_BYTES], wrapped[_NONCE_BYTES:], seen)
    except (InvalidTag, ValueError) as error:
        raise SealBrokenError from error


def _digest(said: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")


def _bytes(text: Any) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise KeyFileError from error
