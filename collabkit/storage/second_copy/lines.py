"""How a change is written: one line each, every line bound to all before it.

    <number> <chain> <payload>

``number`` counts changes, ``chain`` is a digest over the chain before, the number and the payload,
so that a line that was altered, lost or put elsewhere shows. The payload is JSON: when, and the
rows as ``[sign, table, values]`` with all columns for ``+`` (put) and the primary key for ``-``
(removed). Bytes are written as ``{"x": hexadecimal}``. A long payload is compressed and begins
with ``z``. Where data is locked, it is sealed and begins with ``s``; the chain is then over what is
sealed, so that it gives nothing away and is checked without a key.

The first line of a file says which format it is, after which change it begins (number and chain)
and which schema its rows have.
"""

import base64
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import blake2b
from typing import Any

from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.storage.locking.sealing import LineSeal

Value = str | int | bytes | None
Row = tuple[str, str, tuple[Value, ...]]

_DIGEST = 16  # bytes
BEGINNING = bytes(_DIGEST)  # the chain of the empty file
_FORMAT = "collabkit-changes-1"
_SEALED = "s"  # plain payloads begin with "[" or "z"
_LONG = 1_000  # characters from which on compressing pays
# Bytes of one unpacked payload. The largest single change is a bundle taken in, of at most 50
# million bytes; written down here, none of them becomes more than three.
_LARGEST = 200_000_000


class BrokenLineError(CollabkitError):
    """A line of the log is not as it was written."""

    def __init__(self) -> None:
        super().__init__(_("The second copy of your answers is not as it was written."))


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in the history: after the change of this number, with the chain up to it."""

    number: int
    chain: bytes

    def after(self, payload: str) -> "Mark":
        """Return the place after one more change."""
        digest = blake2b(self.chain, digest_size=_DIGEST)
        digest.update(f"{self.number + 1} {payload}".encode())
        return Mark(self.number + 1, digest.digest())


@dataclass(frozen=True, slots=True)
class Change:
    """One change as the log has it: where it leads, and what it puts and removes."""

    mark: Mark
    payload: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Content:
    """What a payload holds: when the change was made (UTC), and its rows in their order."""

    made: datetime
    rows: tuple[Row, ...] = field(repr=False)


def payload_of(rows: Sequence[Row], made: datetime) -> str:
    """Return the payload of a change; ``made`` knows its time zone.

    Raises ``InvalidInputError`` for more than could be read again.
    """
    content = [made.astimezone(UTC).isoformat(timespec="seconds"), rows]
    text = _as_json(content, only_ascii=True)
    if len(text) < _LONG:
        return text
    data = _as_json(content, only_ascii=False).encode()  # as long as it was typed in any script
    if len(data) > _LARGEST:
        raise InvalidInputError(
            _(
                "This is too much to be saved in one step. Nothing was changed. Please take it in "
                "smaller parts."
            )
        )
    return "z" + base64.b85encode(zlib.compress(data, 1)).decode()


def sealed(payload: str, number: int, seal: "LineSeal | None") -> str:
    """Return the payload of the change of that ``number`` as it is written where data is locked."""
    if seal is None:
        return payload
    return _SEALED + base64.b64encode(seal.seal(number, payload.encode())).decode()


def unsealed(change: Change, seal: "LineSeal | None") -> str:
    """Return the payload of a change as ``sealed`` was given it.

    Raises ``BrokenLineError`` if it is sealed, and not with ``seal``.
    """
    if not change.payload.startswith(_SEALED):
        return change.payload
    if seal is None:
        raise BrokenLineError
    try:
        data = base64.b64decode(change.payload.removeprefix(_SEALED), validate=True)
        return seal.open(change.mark.number, data).decode()
    except ValueError as error:
        raise BrokenLineError from error


def content_of(payload: str) -> Content:
    """Return what a payload holds; raises ``BrokenLineError`` if it is no payload."""
    try:
        made, rows = json.loads(_unpacked(payload), parse_constant=_refuse)
        return Content(
            datetime.fromisoformat(made),
            tuple(
                (sign, table, tuple(_value(value) for value in values))
                for sign, table, values in rows
            ),
        )
    except (ValueError, TypeError, KeyError, RecursionError, zlib.error) as error:
        raise BrokenLineError from error


def line_of(change: Change) -> bytes:
    """Return the line of a change, with its end."""
    mark = change.mark
    return f"{mark.number} {mark.chain.hex()} {change.payload}\n".encode()


def is_sealed_with(change: Change, seal: "LineSeal") -> bool:
    """Tell whether a change is sealed, and opens with ``seal``."""
    try:
        unsealed(change, seal)
    except BrokenLineError:
        return False
    return change.payload.startswith(_SEALED)


def change_in(line: bytes, before: Mark) -> Change:
    """Return the change that follows ``before``; raises ``BrokenLineError`` for anything else."""
    try:
        number, chain, payload = line.decode("ascii").split(" ", 2)
    except ValueError as error:
        raise BrokenLineError from error
    mark = before.after(payload)
    if f"{mark.number} {mark.chain.hex()}" != f"{number} {chain}":
        raise BrokenLineError
    return Change(mark, payload)


def mark_in(line: bytes) -> Mark:
    """Return where a line says that it leads; raises ``BrokenLineError`` if it says nothing."""
    try:
        number, chain, _payload = line.decode("ascii").split(" ", 2)
        return Mark(int(number), bytes.fromhex(chain))
    except ValueError as error:
        raise BrokenLineError from error


def head_of(base: Mark, schema: int) -> bytes:
    """Return the first line of a file that begins after ``base``, with its end."""
    text = f"{_FORMAT} {base.number} {base.chain.hex()} {schema}"
    return f"{text} {_digest_of(text)}\n".encode()


def base_in(head: bytes) -> tuple[Mark, int]:
    """Return after which change a file begins, and its schema; raises ``BrokenLineError``."""
    try:
        text, digest = head.decode("ascii").rsplit(" ", 1)
        name, number, chain, schema = text.split(" ")
        if name != _FORMAT or digest != _digest_of(text):
            raise BrokenLineError
        return Mark(int(number), bytes.fromhex(chain)), int(schema)
    except ValueError as error:
        raise BrokenLineError from error


def _digest_of(text: str) -> str:
    return blake2b(text.encode(), digest_size=_DIGEST).hexdigest()


def _unpacked(payload: str) -> str | bytes:
    if not payload.startswith("z"):
        return payload
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(base64.b85decode(payload[1:]), _LARGEST)
    if unpacking.unconsumed_tail or not unpacking.eof:
        raise BrokenLineError
    return text


def _as_json(content: object, *, only_ascii: bool) -> str:
    return json.dumps(content, ensure_ascii=only_ascii, separators=(",", ":"), default=_as_hex)


def _as_hex(value: object) -> dict[str, str]:
    if isinstance(value, bytes):
        return {"x": value.hex()}
    raise TypeError(type(value).__name__)


def _value(value: Any) -> Value:
    if isinstance(value, dict):
        return bytes.fromhex(value["x"])
    if value is None or isinstance(value, (str, int)):
        return value
    raise BrokenLineError


def _refuse(_constant: str) -> None:
    raise BrokenLineError
