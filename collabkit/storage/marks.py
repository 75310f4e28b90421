"""Where the history of a database stands: the one row of ``change_mark``, sealed."""

import secrets
import sqlite3
from dataclasses import dataclass

from collabkit.storage.seals import seal
from collabkit.storage.second_copy.lines import BEGINNING, Mark

_READ = "SELECT number, chain, chain_before, afresh, digest FROM change_mark"
_WRITE = "UPDATE change_mark SET number = ?, chain = ?, chain_before = ?, afresh = ?, digest = ?"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a database stands.

    ``before`` is the chain before the last change, by which a log is known that lacks only that
    one. Files of the log that begin before the change ``afresh`` hold what was erased.
    """

    mark: Mark
    before: bytes
    afresh: int


class NoMarkError(sqlite3.DatabaseError):
    """The row is gone, so that the file is damaged, as other errors of SQLite's say."""

    sqlite_errorcode = sqlite3.SQLITE_CORRUPT


def place_of(connection: sqlite3.Connection) -> Place:
    """Return where an open database stands; raises ``NoMarkError`` if nothing says so."""
    place, _digest = _read(connection)
    return place


def mark_of(connection: sqlite3.Connection) -> Mark:
    """Return the mark of an open database."""
    return place_of(connection).mark


def is_place_sound(connection: sqlite3.Connection) -> bool:
    """Tell whether the row is as it was written."""
    place, digest = _read(connection)
    return digest == _digest_of(place)


def put_place(connection: sqlite3.Connection, place: Place) -> None:
    """Let an open database stand at ``place``; the caller begins and ends the transaction."""
    connection.execute(
        _WRITE,
        (place.mark.number, place.mark.chain, place.before, place.afresh, _digest_of(place)),
    )


def set_mark(connection: sqlite3.Connection, mark: Mark) -> None:
    """Let an open database go on to ``mark`` from where it stands."""
    place = place_of(connection)
    put_place(connection, Place(mark, place.mark.chain, place.afresh))


def fresh_mark(number: int) -> Mark:
    """Return a mark to which nothing leads but the database that has it."""
    return Mark(number, secrets.token_bytes(len(BEGINNING)))


def _read(connection: sqlite3.Connection) -> tuple[Place, bytes]:
    row = connection.execute(_READ).fetchone()
    if row is None:
        raise NoMarkError("change_mark is empty")
    number, chain, before, afresh, digest = row
    return Place(Mark(number, chain), before, afresh), digest


def _digest_of(place: Place) -> bytes:
    return seal((place.mark.number, place.mark.chain.hex(), place.before.hex(), place.afresh))
