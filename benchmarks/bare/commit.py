"""One upsert and one commit with nothing but Python's sqlite3 and the program's own pragmas."""

import sqlite3
import time
from pathlib import Path

PRAGMAS = (
    "journal_mode=DELETE",
    "synchronous=EXTRA",
    "foreign_keys=ON",
    "secure_delete=ON",
    "busy_timeout=5000",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
)
_TABLE = (
    "CREATE TABLE answer(person INTEGER NOT NULL, item TEXT NOT NULL, value TEXT, note TEXT,"
    " PRIMARY KEY(person, item)) WITHOUT ROWID"
)
_UPSERT = (
    "INSERT INTO answer VALUES(?,?,?,?) ON CONFLICT(person, item)"
    " DO UPDATE SET value=excluded.value, note=excluded.note"
)


class RawCommits:
    """A file with 2,000 answers, and one commit at a time."""

    def __init__(self, folder: Path) -> None:
        self._connection = sqlite3.connect(folder / "bare.db", isolation_level=None)
        for pragma in PRAGMAS:
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute(_TABLE)
        self._connection.execute("BEGIN")
        rows = [(n // 45, f"ITEM-{n % 45}", "3", "a note") for n in range(2_000)]
        self._connection.executemany(_UPSERT, rows)
        self._connection.execute("COMMIT")

    def commit_one(self, number: int) -> float:
        """Save one answer and return the milliseconds until it was durable."""
        row = (number % 40, f"ITEM-{number % 45}", str(number % 5 + 1), f"note {number}")
        start = time.perf_counter()
        self._connection.execute("BEGIN IMMEDIATE")
        self._connection.execute(_UPSERT, row)
        self._connection.execute("COMMIT")
        return (time.perf_counter() - start) * 1e3

    def close(self) -> None:
        """Let go of the file."""
        self._connection.close()
