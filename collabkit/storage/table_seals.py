"""A digest for each small table whose rows have none of their own.

People's own words are sealed row by row (``seals``), so that saving an answer costs no more than
that one row. Everything else, such as who takes part and what is asked, is in tables that seldom
change; each is sealed as a whole, in the same transaction as the change.
"""

import sqlite3
from collections.abc import Iterable
from hashlib import blake2b

from collabkit.storage.columns import columns_of
from collabkit.storage.seals import SEALED

SEAL_TABLE = "table_seal"
# What changes with every answer is proved by the log instead, which must end at the same place.
_OTHERS = frozenset({SEAL_TABLE, "change_mark", *SEALED})


def tables_to_seal(connection: sqlite3.Connection) -> tuple[str, ...]:
    """Return the tables that are sealed as a whole, by name."""
    rows = connection.execute(
        "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' "
        "ORDER BY name"
    ).fetchall()
    return tuple(name for (name,) in rows if name not in _OTHERS)


def seal_tables(connection: sqlite3.Connection, tables: Iterable[str] | None = None) -> None:
    """Seal ``tables`` (``None``: all that are) as they are now; the caller begins and ends."""
    chosen = tables_to_seal(connection) if tables is None else tables
    connection.executemany(
        f"INSERT OR REPLACE INTO {SEAL_TABLE} (name, digest) VALUES (?, ?)",  # noqa: S608  our own
        [(table, _digest(connection, table)) for table in chosen],
    )


def faults_of_tables(connection: sqlite3.Connection) -> list[str]:
    """Return a line for each table that is not as it was sealed."""
    kept = dict(connection.execute(f"SELECT name, digest FROM {SEAL_TABLE}").fetchall())  # noqa: S608  names of our own
    found = {table: _digest(connection, table) for table in tables_to_seal(connection)}
    return [
        f"{table}: not as written"
        for table in sorted(kept.keys() | found.keys())
        if kept.get(table) != found.get(table)
    ]


def _digest(connection: sqlite3.Connection, table: str) -> bytes:
    columns, key = columns_of(connection, table)
    values = ", ".join(f'quote("{name}")' for name in columns)
    line = f"printf('{','.join(['%s'] * len(columns))}', {values})"
    order = ", ".join(f'"{name}"' for name in key)
    digest = blake2b(digest_size=16)
    query = f'SELECT {line} FROM main."{table}" ORDER BY {order}'  # noqa: S608  names of our own
    for (text,) in connection.execute(query):
        digest.update(text.encode())
    return digest.digest()
