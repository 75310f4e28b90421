"""What follows the head of a locked file, broken in every way that its format tells apart.

Each is encrypted here with the file's key, so that nothing but the one thing is wrong with it.
"""

from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

CHUNK = 65_536
FILE_KEY = bytes(range(16))
NONCE = bytes(range(16, 32))


def _cipher() -> ChaCha20Poly1305:
    return ChaCha20Poly1305(HKDF(SHA256(), 32, NONCE, b"payload").derive(FILE_KEY))


def sealed(number: int, data: bytes, *, is_last: bool) -> bytes:
    """Return one chunk as it stands in a file."""
    return _cipher().encrypt(number.to_bytes(11, "big") + bytes([is_last]), data, None)


_FULL = sealed(0, bytes(CHUNK), is_last=False)
_END = sealed(1, b"the end", is_last=True)

WHOLE = {
    "nothing at all": (NONCE + sealed(0, b"", is_last=True), b""),
    "one full chunk": (NONCE + sealed(0, bytes(CHUNK), is_last=True), bytes(CHUNK)),
    "a chunk and a bit": (NONCE + _FULL + _END, bytes(CHUNK) + b"the end"),
}
BROKEN = {
    "no chunk": NONCE,
    "half a nonce": NONCE[:8],
    "half a tag": NONCE + sealed(0, b"", is_last=True)[:8],
    "no last chunk": NONCE + _FULL,
    "the last chunk twice": NONCE + _FULL + _END + _END,
    "the last chunk first": NONCE + _END + _FULL,
    "a last chunk with the wrong number": NONCE + _FULL + sealed(2, b"the end", is_last=True),
    "a first chunk that says it is the last": NONCE + sealed(0, bytes(CHUNK), is_last=True) + _END,
    "a last chunk that does not say so": NONCE + _FULL + sealed(1, b"the end", is_last=False),
    "an empty last chunk": NONCE + _FULL + sealed(1, b"", is_last=True),
    "a short chunk in the middle": NONCE + sealed(0, b"short", is_last=False) + _END,
    "something behind the end": NONCE + _FULL + _END + b"x",
    "another nonce": bytes(16) + _FULL + _END,
}
