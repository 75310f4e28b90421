"""Rewrites one file: from plain to locked, from one key to another, or back."""

import sqlite3
from collections.abc import Iterable
from contextlib import closing
from functools import partial
from hashlib import blake2b
from pathlib import Path

from collabkit.storage.backup import fill
from collabkit.storage.checks import check_file
from collabkit.storage.connection import address_of, connect, database_errors
from collabkit.storage.identity import is_ciphered
from collabkit.storage.locking.ciphered import export
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.locking.replacing import replacing_for_good
from collabkit.storage.locking.sealing import FileSeal, SealBrokenError, is_sealed
from collabkit.storage.problems import DamagedFileError
from collabkit.storage.sentences import in_sentences

_NOT_THIS_KEY = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}


def convert(path: Path, present: DataKey | None, wanted: DataKey | None) -> None:
    """Let the sound database at ``path`` be encrypted with ``wanted``; ``None`` is plain.

    What is written is compared with what was there, row by row, before it takes its place.
    Raises ``DamagedFileError`` and ``EnvironmentProblemError``; the file is then as it was.
    """
    try:
        _convert(path, present, wanted)
    except DamagedFileError as error:  # what is not right in what was written came from the file
        raise DamagedFileError(path, error.faults) from error


def _convert(path: Path, present: DataKey | None, wanted: DataKey | None) -> None:
    check = partial(check_file, key=wanted)
    with in_sentences(path), replacing_for_good(path, check) as temporary:
        if present is not None and wanted is not None:
            with closing(connect(path, read_only=True, key=present)) as source:
                fill(temporary, source, wanted)
        elif wanted is not None:
            export(address_of(path, "ro"), address_of(temporary, "rw"), wanted, encrypt=True)
        elif present is not None:
            export(address_of(path, "ro"), address_of(temporary, "rw"), present, encrypt=False)
        if is_ciphered(temporary) is (wanted is None):
            raise RuntimeError("the file was not written in the way that was asked for")
        _compare(path, present, temporary, wanted)


def fitting_key(path: Path, keys: Iterable[DataKey]) -> DataKey | None:
    """Return the first of ``keys`` that opens an encrypted database; ``None`` if none does."""
    for key in keys:
        try:
            connect(path, read_only=True, key=key).close()
        except database_errors() as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in _NOT_THIS_KEY:
                raise
        else:
            return key
    return None


def seal_file(path: Path, keys: tuple[DataKey, ...]) -> None:
    """Let a small file be sealed with the first of ``keys``, whichever of them it is under."""
    data = path.read_bytes()
    if is_sealed(data):
        present = _fitting_seal(path.name, data, keys)
        if present in (0, None):
            return
        data = FileSeal(keys[present]).open(path.name, data)
    with replacing_for_good(path) as temporary:
        temporary.write_bytes(FileSeal(keys[0]).seal(path.name, data))


def unseal_file(path: Path, key: DataKey) -> None:
    """Let a small file be plain; one that ``key`` does not open stays as it is."""
    data = path.read_bytes()
    if not is_sealed(data):
        return
    try:
        plain = FileSeal(key).open(path.name, data)
    except SealBrokenError:
        return
    with replacing_for_good(path) as temporary:
        temporary.write_bytes(plain)


def _fitting_seal(name: str, data: bytes, keys: tuple[DataKey, ...]) -> int | None:
    for place, key in enumerate(keys):
        try:
            FileSeal(key).open(name, data)
        except SealBrokenError:
            continue
        return place
    return None


def _compare(path: Path, present: DataKey | None, other: Path, wanted: DataKey | None) -> None:
    with (
        closing(connect(path, read_only=True, key=present)) as before,
        closing(connect(other, read_only=True, key=wanted)) as after,
    ):
        if _contents(before) != _contents(after):
            raise DamagedFileError(path, ("a rewritten copy differs from it",))


def _contents(connection: sqlite3.Connection) -> list[object]:
    """Return everything in a database, each table as one digest that knows no order of rows."""
    schema = connection.execute(
        "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name"
    ).fetchall()
    found: list[object] = list(schema)
    for name in ("application_id", "user_version"):
        found.extend(connection.execute(f"PRAGMA {name}"))
    for kind, table, *_rest in schema:
        if kind == "table":
            rows = connection.execute(f'SELECT * FROM "{table}"')  # noqa: S608  names of our own
            digests = sorted(blake2b(repr(row).encode(), digest_size=16).digest() for row in rows)
            found.append((table, len(digests), blake2b(b"".join(digests)).digest()))
    return found
