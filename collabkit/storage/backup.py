"""Verified copies of the database, made by SQLite's own Backup API.

Copying the file like any other can lose what was just saved (tried). A copy counts only after it
was opened again and read through. Today one copy is kept, made when the program closes; rotation,
the change log, recovery and erasing people from copies build on ``copy_database``.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from collabkit.files import problem_with, replacing
from collabkit.paths import DATABASE_NAME, DataFolder
from collabkit.storage.checks import check_file
from collabkit.storage.connection import connect

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def latest_copy(folder: DataFolder) -> Path:
    """Return where the copy lies that is made at closing."""
    return folder.backups / DATABASE_NAME


def copy_of_version(folder: DataFolder, version: int) -> Path:
    """Return where the file is kept as it was before schema ``version`` was brought up to date."""
    return folder.backups / f"collabkit-schema-{version}.db"


def copy_database(source: sqlite3.Connection, target: Path) -> None:
    """Copy everything in ``source`` to ``target``, replacing an older copy only by a sound one.

    Raises ``EnvironmentProblemError`` if the machine does not allow it and ``DamagedFileError`` if
    the copy is not right; the older copy is then unchanged.
    """
    try:
        target.parent.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    except OSError as error:
        raise problem_with(target, error) from error
    with replacing(target, check_file, PRIVATE_FILE) as temporary:
        fill(temporary, source)


def fill(temporary: Path, source: sqlite3.Connection) -> None:
    """Copy everything in ``source`` to an empty file that nobody else knows."""
    with closing(connect(temporary)) as copy:
        # Nothing to take back if this is interrupted: the whole file is thrown away.
        copy.execute("PRAGMA journal_mode = OFF").fetchall()
        copy.execute("PRAGMA synchronous = OFF")
        source.backup(copy)
