"""Lock and unlock bytes with a secret, in the open format age, version 1.

It follows the public specification (https://c2sp.org/age). Only its order of steps is written
here; scrypt, HKDF, HMAC and ChaCha20-Poly1305 are those of the library ``cryptography``, and what
is random comes from the operating system. While scrypt works, other threads go on.

``head_of`` and ``payload_of`` say what is random as a parameter, so that they can be held against
published files; ``locked_with`` alone chooses it, anew for every file.
"""

import secrets

from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from collabkit.exchange.bundles.age_head import (
    SALT_BYTES,
    AgeError,
    Fault,
    Head,
    read_head,
    signed_head,
    unsigned_head,
)
from collabkit.passphrases import KEY_BYTES, stretched

CHUNK = 64 * 1024  # bytes of data in every chunk but the last
_TAG_BYTES = 16
_SEALED_CHUNK = CHUNK + _TAG_BYTES
_FILE_KEY_BYTES = 16
_NONCE_BYTES = 16
_USED_ONCE = bytes(12)  # the nonce for a key that wraps a single file's key
_SALT_LABEL = b"age-encryption.org/v1/scrypt"


def locked_with(secret: bytes, data: bytes, work: int) -> bytes:
    """Return ``data`` locked with ``secret``; deriving the key takes 2 to the power ``work``.

    Raises ``MemoryError`` if there is not a kilobyte for each unit of work.
    """
    file_key = secrets.token_bytes(_FILE_KEY_BYTES)
    head = head_of(file_key, secret, secrets.token_bytes(SALT_BYTES), work)
    return head + payload_of(data, file_key, secrets.token_bytes(_NONCE_BYTES))


def unlocked_with(secret: bytes, data: bytes, most_work: int) -> bytes:
    """Return what ``locked_with`` was given, once every byte of it is authenticated.

    Raises ``AgeError`` if that cannot be done, and before any work begins if the file wants more
    than 2 to the power ``most_work``; and ``MemoryError`` as ``locked_with`` does.
    """
    head = read_head(data, most_work)
    file_key = _file_key(head, secret)  # first: it needs most memory
    return data_in(data[head.size :], file_key)


def head_of(file_key: bytes, secret: bytes, salt: bytes, work: int) -> bytes:
    """Return the head of a file, in which ``file_key`` is wrapped with ``secret``."""
    wrapped = _wrapping(secret, salt, work).encrypt(_USED_ONCE, file_key, None)
    unsigned = unsigned_head(salt, work, wrapped)
    return signed_head(unsigned, _mac(unsigned, file_key).finalize())


def payload_of(data: bytes, file_key: bytes, nonce: bytes) -> bytes:
    """Return what follows the head: the nonce, and ``data`` encrypted in chunks."""
    cipher = ChaCha20Poly1305(_derived(file_key, nonce, b"payload"))
    view = memoryview(data)
    sealed = [nonce]
    for number, start in enumerate(range(0, max(len(data), 1), CHUNK)):
        counter = _counter(number, is_last=start + CHUNK >= len(data))
        sealed.append(cipher.encrypt(counter, view[start : start + CHUNK], None))
    return b"".join(sealed)


def data_in(payload: bytes, file_key: bytes) -> bytes:
    """Return what ``payload_of`` was given; all of it or nothing.

    Raises ``AgeError`` if a chunk was changed, moved, added or left out.
    """
    view = memoryview(payload)[_NONCE_BYTES:]
    if len(view) < _TAG_BYTES:
        raise AgeError(Fault.CUT_OFF)
    cipher = ChaCha20Poly1305(_derived(file_key, payload[:_NONCE_BYTES], b"payload"))
    opened = []
    for number, start in enumerate(range(0, len(view), _SEALED_CHUNK)):
        counter = _counter(number, is_last=start + _SEALED_CHUNK >= len(view))
        try:
            opened.append(cipher.decrypt(counter, view[start : start + _SEALED_CHUNK], None))
        except InvalidTag as error:
            raise AgeError(Fault.CHANGED) from error
    if len(opened) > 1 and not opened[-1]:  # nothing is left for a last chunk of its own
        raise AgeError(Fault.CHANGED)
    return b"".join(opened)


def _file_key(head: Head, secret: bytes) -> bytes:
    """Return the key of the file, with which the head is authenticated too."""
    try:
        file_key = _wrapping(secret, head.salt, head.work).decrypt(_USED_ONCE, head.wrapped, None)
    except InvalidTag as error:
        raise AgeError(Fault.WRONG_SECRET) from error
    try:
        _mac(head.unsigned, file_key).verify(head.mac)  # takes as long wherever they differ
    except InvalidSignature as error:
        raise AgeError(Fault.CHANGED) from error
    return file_key


def _wrapping(secret: bytes, salt: bytes, work: int) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(stretched(secret, _SALT_LABEL + salt, work))


def _mac(unsigned: bytes, file_key: bytes) -> HMAC:
    mac = HMAC(_derived(file_key, b"", b"header"), SHA256())
    mac.update(unsigned)
    return mac


def _derived(file_key: bytes, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(SHA256(), KEY_BYTES, salt, purpose).derive(file_key)


def _counter(number: int, is_last: bool) -> bytes:
    """Return the nonce of a chunk, which says where it stands and whether it is the last."""
    return number.to_bytes(11, "big") + bytes([is_last])
