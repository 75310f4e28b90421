"""Makes verified copies of the database, by SQLite's own Backup API.

Copying the file like any other can lose what was just saved (tried). A copy counts only after it
was opened again and read through.
"""

import sqlite3
from contextlib import closing
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from collabkit.errors import EnvironmentProblemError
from collabkit.files import problem_with, replacing
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.storage.checks import check_file
from collabkit.storage.connection import address_of, connect
from collabkit.storage.copies import Copy, Reason, copy_at, copy_path
from collabkit.storage.identity import is_ciphered
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.locking.unlocked_folder import key_of

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def keep_copy(folder: DataFolder, source: sqlite3.Connection, number: int, reason: Reason) -> Copy:
    """Make a verified copy among the others; ``number`` is that of the last change in ``source``.

    Raises as ``copy_database`` does.
    """
    path = new_copy_path(folder, number, reason)
    copy_database(source, path, key_of(folder))
    copy = copy_at(path, path.name)
    if copy is None:
        raise gone_again(path)
    return copy


def gone_again(path: Path) -> EnvironmentProblemError:
    """Say that a new copy is not there any more: an open window has erased what was in it."""
    return EnvironmentProblemError(
        _(
            "The safety copy “{name}” was removed as soon as it was made, because something was "
            "erased just then. Please make another one."
        ).format(name=path.name)
    )


def new_copy_path(folder: DataFolder, number: int, reason: Reason) -> Path:
    """Return where a copy is to lie that is made now; never where another one lies."""
    made = datetime.now()
    while (path := copy_path(folder, number, made, reason)).exists():
        made += timedelta(seconds=1)
    return path


def copy_database(source: sqlite3.Connection, target: Path, key: DataKey | None = None) -> None:
    """Copy everything in ``source`` to ``target``, replacing an older copy only by a sound one.

    ``key`` is that of ``source``, if it is encrypted; the copy has the same.
    Raises ``EnvironmentProblemError`` if the machine does not allow it and ``DamagedFileError`` if
    the copy is not right; the older copy is then unchanged.
    """
    try:
        target.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    except OSError as error:
        raise problem_with(target, error) from error
    with replacing(target, partial(check_file, key=key), PRIVATE_FILE) as temporary:
        fill(temporary, source, key)


def copy_into(empty: Path, source: Path, key: DataKey | None) -> None:
    """Copy the database at ``source`` to an empty file, encrypted with ``key`` if there is one.

    An encrypted ``source`` must have the same key. Raises ``LockedError`` for one without.
    """
    if key is not None and not is_ciphered(source):
        from collabkit.storage.locking.ciphered import export

        export(address_of(source, "ro"), address_of(empty, "rw"), key, encrypt=True)
        return
    with closing(connect(source, read_only=True, key=key)) as connection:
        fill(empty, connection, key)


def fill(temporary: Path, source: sqlite3.Connection, key: DataKey | None = None) -> None:
    """Copy everything in ``source`` to an empty file that nobody else knows.

    A ``source`` that is encrypted needs a ``key`` for the copy, its own or another.
    """
    with closing(connect(temporary, key=key)) as copy:
        # Nothing to take back if this is interrupted: the whole file is thrown away.
        copy.execute("PRAGMA journal_mode = OFF").fetchall()
        copy.execute("PRAGMA synchronous = OFF")
        source.backup(copy)
