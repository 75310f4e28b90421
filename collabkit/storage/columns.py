"""What columns a table has, told by SQLite."""

import sqlite3


def columns_of(
    connection: sqlite3.Connection, table: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the columns of a table, and those of them that are its primary key, in its order."""
    found = connection.execute("SELECT name, pk FROM pragma_table_info(?)", (table,)).fetchall()
    key = sorted((place, name) for name, place in found if place)
    return tuple(name for name, _place in found), tuple(name for _place, name in key)
