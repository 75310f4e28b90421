"""Rows of any table by their ids: found, and deleted. The names of tables are never anybody's."""

import sqlite3
from collections.abc import Iterator, Sequence

_MOST_AT_ONCE = 500  # ids in one statement; SQLite takes at least 999


def ids_of(
    driver: sqlite3.Connection,
    table: str,
    column: str,
    values: Sequence[str],
    *,
    wanted: str = "id",
) -> tuple[str, ...]:
    """Return ``wanted`` of the rows of ``table`` whose ``column`` has one of ``values``."""
    query = f"SELECT {wanted} FROM {table} WHERE {column} IN "  # noqa: S608  our own names
    return tuple(
        row[0]
        for some, signs in _batches(values)
        for row in driver.execute(query + signs, some).fetchall()
    )


def delete_rows(driver: sqlite3.Connection, table: str, column: str, values: Sequence[str]) -> int:
    """Delete the rows of ``table`` whose ``column`` has one of ``values``; return how many."""
    query = f"DELETE FROM {table} WHERE {column} IN "  # noqa: S608  our own names
    return sum(driver.execute(query + signs, some).rowcount for some, signs in _batches(values))


def _batches(values: Sequence[str]) -> Iterator[tuple[Sequence[str], str]]:
    for place in range(0, len(values), _MOST_AT_ONCE):
        some = values[place : place + _MOST_AT_ONCE]
        yield some, f"({', '.join('?' * len(some))})"
