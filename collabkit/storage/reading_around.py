"""Reads the rows of a damaged file that lie around what cannot be read."""

import sqlite3
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Table

from collabkit.storage.connection import connect, database_errors
from collabkit.storage.marks import place_of

if TYPE_CHECKING:
    from collabkit.storage.locking.data_key import DataKey

Value = str | int | bytes | None
Row = tuple[Value, ...]
Rows = dict[Row, Row]  # by primary key

_BOTH = ("ASC", "DESC")
_FURTHEST = 300  # rowids that are tried behind the last one that was met
_MOST_TRIES = 3_000  # of a table; some dozens of rows lie on one page


class AroundDamage:
    """Reads a damaged file around what cannot be read."""

    def __init__(self, path: Path, key: "DataKey | None") -> None:
        self.is_torn = False
        self._path, self._key = path, key
        self._connection = self._opened()
        try:
            self._connection.execute("SELECT count(*) FROM main.sqlite_schema").fetchone()
        except BaseException:
            self._connection.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()

    def rows_of(self, table: Table, found: dict[str, Rows]) -> Rows:
        """Return what can be read of a table; ``found`` is what there is of others already."""
        key = [column.name for column in table.primary_key]
        has_rowid = table.dialect_options["sqlite"]["with_rowid"]
        columns = [column.name for column in table.columns]
        names = ", ".join(f'"{name}"' for name in ["rowid" if has_rowid else key[0], *columns])
        query = f'SELECT {names} FROM main."{table.name}"'  # noqa: S608  names of our own
        order = ["rowid"] if has_rowid else key
        lines, is_whole = self._lines(query, order)
        if not is_whole:
            self.is_torn = True
            directions = _BOTH[:1] if has_rowid else _BOTH
            for where, value in _gaps(table, lines, found):
                part = f'{query} WHERE "{where}" = ?'
                lines += self._lines(part, order, (value,), directions)[0]
        places = [columns.index(name) for name in key]
        return {tuple(row[place] for place in places): tuple(row) for _first, *row in lines}

    def afresh(self) -> int:
        """Return where the log began anew, if that can be read."""
        try:
            return place_of(self._connection).afresh
        except database_errors(TypeError):
            return 0

    def _lines(
        self, query: str, order: list[str], values: Row = (), directions: tuple[str, ...] = _BOTH
    ) -> tuple[list[Row], bool]:
        """Return the rows up to the first that cannot be read, from either end; and if all are."""
        found: list[Row] = []
        for direction in directions:
            ordered = ", ".join(f'"{name}" {direction}' for name in order)
            try:
                for row in self._connection.execute(f"{query} ORDER BY {ordered}", values):
                    found.append(row)
            except database_errors(UnicodeDecodeError):
                self._connection.close()  # SQLCipher reads nothing more after an error
                self._connection = self._opened()
            else:
                return found, True
        return found, False

    def _opened(self) -> sqlite3.Connection:
        connection = connect(self._path, read_only=True, key=self._key)
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA writable_schema = ON")  # otherwise not if its end is missing
        connection.execute("PRAGMA cell_size_check = ON")
        return connection


def _gaps(table: Table, lines: list[Row], found: dict[str, Rows]) -> list[tuple[str, Value]]:
    """Return where rows may be that were not met: a column, and a value of it."""
    if table.dialect_options["sqlite"]["with_rowid"]:
        met = {line[0] for line in lines if isinstance(line[0], int)}
        missing = (n for n in range(1, max(met, default=0) + _FURTHEST) if n not in met)
        return [("rowid", rowid) for rowid in islice(missing, _MOST_TRIES)]
    first = next(iter(table.primary_key))
    (parent,) = (key.column.table.name for key in first.foreign_keys)
    return [(first.name, value) for (value,) in found[parent]]
