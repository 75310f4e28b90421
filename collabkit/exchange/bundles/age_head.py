"""The head of a file that is locked with a passphrase in the open format age, version 1.

It follows the public specification (https://c2sp.org/age): the line of the version, one recipient
of the kind ``scrypt`` with a salt and the amount of work, the wrapped key of the file, and a MAC.
Nothing is encrypted here. A head is read only if writing it again gives the very same bytes.
"""

import base64
import re
from dataclasses import dataclass
from enum import Enum, auto

FIRST_LINE = b"age-encryption.org/v1\n"
WITH_OTHER_LINE_ENDS = b"age-encryption.org/v1\r\n"
AS_TEXT = b"-----BEGIN AGE ENCRYPTED FILE-----"  # the form of age for e-mails
SALT_BYTES = 16

_LONGEST = 150  # bytes, of the head
_LINES = 4
_HEAD = re.compile(
    rb"age-encryption\.org/v1\n"
    rb"-> scrypt (?P<salt>[A-Za-z0-9+/]{22}) (?P<work>[1-9][0-9]?)\n"
    rb"(?P<wrapped>[A-Za-z0-9+/]{43})\n"
    rb"--- (?P<mac>[A-Za-z0-9+/]{43})\n"
)


class Fault(Enum):
    """Why a file in the format of age is not unlocked."""

    OTHER_LOCK = auto()  # for a key, for several recipients, as text, or no proper head at all
    LINE_ENDS = auto()
    TOO_MUCH_WORK = auto()
    WRONG_SECRET = auto()
    CHANGED = auto()  # or cut off: where bytes are missing, it cannot always be told apart
    CUT_OFF = auto()


class AgeError(Exception):
    """A file in the format of age is not unlocked, because of ``fault``."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.name)
        self.fault = fault


@dataclass(frozen=True, slots=True)
class Head:
    """What a head says.

    ``work`` is a power of two. ``wrapped`` is the key of the file, encrypted; ``mac`` authenticates
    the bytes ``unsigned``. The payload begins at byte ``size`` of the file.
    """

    salt: bytes
    work: int
    wrapped: bytes
    mac: bytes
    unsigned: bytes
    size: int


def read_head(data: bytes, most_work: int) -> Head:
    """Return the head of a file; nothing that it says is authenticated yet.

    Raises ``AgeError`` for any head that is not as ``unsigned_head`` and ``signed_head`` write
    them, and for one that wants more work than 2 to the power ``most_work``.
    """
    found = _HEAD.match(data)
    if found is None:
        raise AgeError(_fault_of(data))
    salt, wrapped, mac = (_bytes(found[part]) for part in ("salt", "wrapped", "mac"))
    work = int(found["work"])
    unsigned = unsigned_head(salt, work, wrapped)
    if signed_head(unsigned, mac) != found[0]:
        raise AgeError(Fault.OTHER_LOCK)
    if work > most_work:
        raise AgeError(Fault.TOO_MUCH_WORK)
    return Head(salt, work, wrapped, mac, unsigned, found.end())


def unsigned_head(salt: bytes, work: int, wrapped: bytes) -> bytes:
    """Return the part of a head that its MAC authenticates."""
    return FIRST_LINE + b"-> scrypt %b %d\n%b\n---" % (_text(salt), work, _text(wrapped))


def signed_head(unsigned: bytes, mac: bytes) -> bytes:
    """Return a head as a file begins with it."""
    return b"%b %b\n" % (unsigned, _text(mac))


def _fault_of(data: bytes) -> Fault:
    if data.startswith(WITH_OTHER_LINE_ENDS):
        return Fault.LINE_ENDS
    is_short = len(data) < _LONGEST and data.count(b"\n") < _LINES
    return Fault.CUT_OFF if is_short and not data.startswith(AS_TEXT) else Fault.OTHER_LOCK


def _text(data: bytes) -> bytes:
    return base64.b64encode(data).rstrip(b"=")


def _bytes(text: bytes) -> bytes:
    return base64.b64decode(text + b"=" * (-len(text) % 4))
