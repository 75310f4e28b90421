"""Is every byte still as it was written?"""

import hashlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path

from collabkit.errors import EnvironmentProblemError
from collabkit.storage.connection import connect, database_errors
from collabkit.storage.identity import COUNTED_SINCE, faults_of_head, is_ciphered
from collabkit.storage.marks import is_place_sound
from collabkit.storage.problems import DamagedFileError
from collabkit.storage.seals import SEALED, SEALED_SINCE, wrong_seals
from collabkit.storage.sentences import in_words
from collabkit.storage.table_seals import faults_of_tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.storage.locking.data_key import DataKey

_ENOUGH = 100  # lines that SQLite's own check writes before it stops


def check_file(path: Path, *, read_only: bool = True, key: "DataKey | None" = None) -> None:
    """Read a whole database and raise ``DamagedFileError`` if anything in it is not right.

    ``key`` is that of an encrypted one. Opened for reading only, neither its bytes nor its time
    change. Otherwise SQLite first takes back the half of a change that it was stopped in, and
    changes nothing else.
    """
    try:
        opened = connect(path, read_only=read_only, key=key)
    except database_errors() as error:  # an encrypted file is looked into at once
        raise in_words(error, path) from error
    with closing(opened) as connection:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA cell_size_check = ON")
        check(connection, path)


def journal_of(path: Path) -> Path:
    """Return the file that SQLite keeps beside ``path`` while a change is being made."""
    return Path(f"{os.path.realpath(path)}-journal")


def check(connection: sqlite3.Connection, path: Path) -> None:
    """Do the same with a connection to ``path`` that is open already."""
    try:
        connection.execute("BEGIN")  # whoever writes meanwhile must not seem to be damage
        faults = [
            *_size(connection, path),
            *_pages(connection, path),
            *_head(connection, path),
            *_structure(connection),
            *_references(connection),
        ]
        if not faults:  # rows of a broken structure cannot be read
            faults = [*_rows(connection), *_packs(connection), *_tables(connection)]
    except (
        UnicodeDecodeError,
        TypeError,
        ValueError,
    ):  # SQLite quotes what it cannot read, and Python cannot read that
        faults = ["text that cannot be read"]
    except database_errors() as error:
        if isinstance(in_words(error, path), EnvironmentProblemError):
            raise  # busy, unplugged ...: not the file's fault
        faults = [str(error)]
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
    if faults:
        raise DamagedFileError(path, tuple(faults))


def _size(connection: sqlite3.Connection, path: Path) -> list[str]:
    """SQLite takes what is missing at the end of its last page for zeros, and finds no fault."""
    (pages,) = connection.execute("PRAGMA page_count").fetchone()
    (size,) = connection.execute("PRAGMA page_size").fetchone()  # a text from SQLCipher
    missing = pages * int(size) - path.stat().st_size
    return [f"{missing} bytes are missing at the end"] if missing > 0 else []


def _pages(connection: sqlite3.Connection, path: Path) -> list[str]:
    """Look at the authentication of every page of an encrypted file."""
    if not is_ciphered(path):
        return []
    from collabkit.storage.locking.ciphered import faults_of_pages

    return faults_of_pages(connection)


def _head(connection: sqlite3.Connection, path: Path) -> list[str]:
    """The schema's number stands in the head, of which nothing tells whether it was changed."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    is_same = revision_in(connection) == int(version)
    return [*faults_of_head(path), *([] if is_same else ["the head was changed"])]


def revision_in(connection: sqlite3.Connection) -> int:
    """Return the schema's number as it stands among the tables."""
    (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return int(revision)


def _structure(connection: sqlite3.Connection) -> list[str]:
    lines = [row[0] for row in connection.execute(f"PRAGMA integrity_check({_ENOUGH})")]
    return [] if lines == ["ok"] else lines


def _references(connection: sqlite3.Connection) -> list[str]:
    return [
        f"{table} {row_id}: nothing in {parent} belongs to it"
        for table, row_id, parent, _key in connection.execute("PRAGMA foreign_key_check")
    ]


def _rows(connection: sqlite3.Connection) -> list[str]:
    faults = []
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    for table in SEALED:
        if version >= SEALED_SINCE.get(table, 1) and (wrong := wrong_seals(connection, table)):
            faults.append(f"{table}: {wrong} not as written")
    return faults


def _tables(connection: sqlite3.Connection) -> list[str]:
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version < COUNTED_SINCE:
        return []
    faults = faults_of_tables(connection)
    return faults if is_place_sound(connection) else [*faults, "change_mark: not as written"]


def _packs(connection: sqlite3.Connection) -> list[str]:
    return [
        f"pack_version {digest}: not as written"
        for digest, source in connection.execute("SELECT digest, source FROM pack_version")
        if hashlib.sha256(source).hexdigest() != digest
    ]
