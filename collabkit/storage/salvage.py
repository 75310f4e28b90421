"""The last way: takes out of a damaged file what can still be read in it.

For when neither the copies nor the log lead anywhere. Nothing of theirs is mixed in. Row by row,
around what cannot be read, everything goes into a new file of this release in one transaction.
Rows that have a digest must be just as they were written; of the others it is known only that they
fit. What does not fit is left out, with all that belongs to it, and counted.
"""

import hashlib
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Table

from collabkit.paths import DataFolder
from collabkit.storage.checks import check_file
from collabkit.storage.connection import connect, database_errors
from collabkit.storage.creation import create_database
from collabkit.storage.identity import THIS_RELEASE, version_of
from collabkit.storage.in_the_making import Finish, opened
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.marks import Place, fresh_mark, put_place
from collabkit.storage.problems import DamagedFileError
from collabkit.storage.reading_around import AroundDamage, Row, Rows
from collabkit.storage.recoverable import highest_known
from collabkit.storage.schema import assessment, metadata, pack_version, session
from collabkit.storage.seals import SEALED, seal
from collabkit.storage.second_copy.capture import NOT_LOGGED
from collabkit.storage.second_copy.segments import sound_segments
from collabkit.storage.sentences import in_sentences
from collabkit.storage.table_seals import seal_tables

_PACK, _SOURCE = (list(pack_version.columns.keys()).index(each) for each in ("digest", "source"))


@dataclass(frozen=True, slots=True)
class Taken:
    """How many rows were taken, how many were read and do not fit or are not as written.

    ``is_torn`` tells that something could not be read at all.
    """

    rows: int
    left: int
    is_torn: bool


def take_out(
    folder: DataFolder, target: Path, packs: Iterable[Row] = (), finish: Finish | None = None
) -> Taken:
    """Write to the empty file ``target`` what can still be read of the database, checked.

    ``packs`` are rows of ``pack_version`` that stand in for lost ones: their digest proves them.
    ``finish`` is done to a file that lacks something. Raises ``DamagedFileError`` if the file is
    of an older release or not even its beginning can be read; nothing is changed in it.
    """
    key = key_of(folder)
    if version_of(folder.database) != THIS_RELEASE.version:
        raise DamagedFileError(folder.database, ("of an older release",))
    found: dict[str, Rows] = {}
    with in_sentences(folder.database), closing(AroundDamage(folder.database, key)) as reader:
        for table in _tables():
            found[table.name] = reader.rows_of(table, found)
        afresh = reader.afresh()
    create_database(target, key)
    left = sum(_leave_out_unsound(name, rows) for name, rows in found.items())
    _let_stand_in(found, packs)
    with closing(connect(target, key=key)) as connection:
        connection.execute("PRAGMA journal_mode = MEMORY").fetchall()
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("BEGIN")
        rows = sum(_put(connection, table, found[table.name]) for table in _tables())
        connection.execute("COMMIT")
    left += sum(map(len, found.values())) - rows
    taken = Taken(rows, left, reader.is_torn)
    if finish is not None and (taken.left or taken.is_torn):
        with opened(folder, target) as store:
            finish(store)
    _let_stand_alone(folder, target, afresh)
    check_file(target, key=key)
    return taken


def _tables() -> list[Table]:
    """Return the tables with what people said, each behind those that it points to."""
    return [table for table in metadata.sorted_tables if table.name not in NOT_LOGGED]


def _leave_out_unsound(name: str, rows: Rows) -> int:
    """Take out of ``rows`` what is not as it was written, where a digest tells; return how many."""
    wrong = [key for key, row in rows.items() if not _is_sound(name, row)]
    for key in wrong:
        del rows[key]
    return len(wrong)


def _is_sound(name: str, row: Row) -> bool:
    if name == pack_version.name:
        source = row[_SOURCE]
        return isinstance(source, bytes) and hashlib.sha256(source).hexdigest() == row[_PACK]
    if name not in SEALED:
        return True
    *values, digest = row  # the digest is the last column of each
    return seal(value for value in values if not isinstance(value, bytes)) == digest


def _let_stand_in(found: dict[str, Rows], packs: Iterable[Row]) -> None:
    """Add those of ``packs`` that something found was answered with and that are lost."""
    needed = {
        row[list(table.columns.keys()).index("pack_digest")]
        for table in (assessment, session)
        for row in found[table.name].values()
    }
    for row in packs:
        if row[_PACK] in needed and _is_sound(pack_version.name, row):
            found[pack_version.name].setdefault((row[_PACK],), row)


def _put(connection: sqlite3.Connection, table: Table, rows: Rows) -> int:
    """Put in those rows that fit; return how many."""
    places = ", ".join("?" for _column in table.columns)
    statement = f'INSERT INTO "{table.name}" VALUES ({places})'  # noqa: S608  names of our own
    number = 0
    for row in rows.values():
        try:
            connection.execute(statement, row)
        except database_errors(UnicodeEncodeError, OverflowError, named=("IntegrityError",)):
            continue
        number += 1
    return number


def _let_stand_alone(folder: DataFolder, target: Path, afresh: int) -> None:
    """Let nothing lead to ``target`` but itself, and come behind the log as it is now."""
    segments = tuple(sound_segments(folder))
    mark = fresh_mark(highest_known(folder, segments) + 1)
    last = max((each.last for each in segments), key=lambda end: end.number, default=mark)
    with closing(connect(target, key=key_of(folder))) as connection:
        connection.execute("PRAGMA journal_mode = MEMORY").fetchall()
        connection.execute("BEGIN")
        put_place(connection, Place(mark, last.chain, afresh))
        seal_tables(connection)
        connection.execute("COMMIT")
