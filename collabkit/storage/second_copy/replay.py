"""Puts changes of the log into a database."""

import sqlite3
from collections.abc import Iterable

from collabkit.storage.columns import columns_of
from collabkit.storage.connection import database_errors
from collabkit.storage.second_copy.capture import logged_tables
from collabkit.storage.second_copy.lines import BrokenLineError, Change, content_of, unsealed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.storage.locking.sealing import LineSeal


_NOT_FITTING = ("ProgrammingError", "IntegrityError")


def replay(
    connection: sqlite3.Connection, changes: Iterable[Change], seal: "LineSeal | None" = None
) -> None:
    """Put ``changes`` into the database, in their order; the caller begins and ends.

    ``seal`` opens sealed ones. The rows must have the columns of the database. Foreign keys must
    not be enforced meanwhile, as a row may come before the one it points to; whoever calls looks
    at them afterwards.
    Raises ``BrokenLineError`` for a table or a row that does not fit.
    """
    statements = {
        table: _statements(table, *columns_of(connection, table))
        for table in logged_tables(connection)
    }
    for change in changes:
        for sign, table, values in content_of(unsealed(change, seal)).rows:
            try:
                connection.execute(statements[table][sign], values)
            except database_errors(KeyError, named=_NOT_FITTING) as error:
                raise BrokenLineError from error


def _statements(table: str, columns: tuple[str, ...], key: tuple[str, ...]) -> dict[str, str]:
    places = ", ".join("?" for _column in columns)
    condition = " AND ".join(f'"{name}" = ?' for name in key)
    return {
        "+": f'INSERT OR REPLACE INTO "{table}" VALUES ({places})',  # noqa: S608  our own tables
        "-": f'DELETE FROM "{table}" WHERE {condition}',  # noqa: S608  names of our own
    }
