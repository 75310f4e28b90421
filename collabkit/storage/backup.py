"""Makes verified copies of the database, by SQLite's own Backup API.

Copying the file like any other can lose what was just saved (tried). A copy counts only after it
was opened again and read through.
"""

import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from collabkit.files import problem_with, replacing
from collabkit.paths import DataFolder
from collabkit.storage.checks import check_file
from collabkit.storage.connection import connect
from collabkit.storage.copies import Copy, Reason, copy_path

PRIVATE_FILE = 0o600
PRIVATE_FOLDER = 0o700


def keep_copy(folder: DataFolder, source: sqlite3.Connection, number: int, reason: Reason) -> Copy:
    """Make a verified copy among the others; ``number`` is that of the last change in ``source``.

    Raises as ``copy_database`` does.
    """
    made = datetime.now()
    path = copy_path(folder, number, made, reason)
    copy_database(source, path)
    return Copy(path, number, made.replace(microsecond=0), reason, path.stat().st_size)


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
