"""Which rows a transaction puts or removes, told by SQLite itself.

Triggers in SQLite's temporary schema belong to one connection and are in no file. They see every
row, whichever statement changed it, so no verb of this room can forget to be logged.
"""

import sqlite3

from collabkit.storage.columns import columns_of
from collabkit.storage.second_copy.lines import Row, Value

# What the log is about, and what belongs to the ways of keeping it.
NOT_LOGGED = ("change_mark", "alembic_version", "table_seal")
_FUNCTION = "collabkit_changed"


class Capture:
    """Collects the rows that are changed through one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Install the triggers; about a millisecond."""
        self._rows: list[Row] = []
        connection.create_function(_FUNCTION, -1, self._note)
        for table in logged_tables(connection):
            columns, key = columns_of(connection, table)
            for event, row, sign, names in (
                ("INSERT", "NEW", "+", columns),
                ("UPDATE", "NEW", "+", columns),
                ("DELETE", "OLD", "-", key),
            ):
                values = ", ".join(f'{row}."{name}"' for name in names)
                connection.execute(
                    f'CREATE TEMP TRIGGER "log_{event}_{table}" AFTER {event} ON main."{table}" '
                    f"BEGIN SELECT {_FUNCTION}('{sign}', '{table}', {values}); END"
                )

    def take(self) -> tuple[Row, ...]:
        """Return the rows that were changed since this was asked last, in their order."""
        rows = tuple(self._rows)
        self._rows.clear()
        return rows

    def _note(self, sign: str, table: str, *values: Value) -> None:
        self._rows.append((sign, table, values))


def logged_tables(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the tables whose rows belong into the log, by name."""
    rows = connection.execute(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "ORDER BY name"
    ).fetchall()
    return tuple(name for (name,) in rows if name not in NOT_LOGGED)
