"""Brings a file of an older release to the schema of this one.

The only module that loads Alembic; imported only when a migration is due.
"""

import sqlite3
from contextlib import closing
from pathlib import Path

from alembic import command
from alembic.config import Config

from collabkit.errors import EnvironmentProblemError
from collabkit.files import replacing
from collabkit.paths import DataFolder
from collabkit.storage.backup import PRIVATE_FILE, fill, keep_copy
from collabkit.storage.checks import check_file
from collabkit.storage.connection import connect, make_safe
from collabkit.storage.copies import Reason
from collabkit.storage.engine import driver_of, engine_of
from collabkit.storage.identity import APPLICATION_ID, COUNTED_SINCE, THIS_RELEASE, Release
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.marks import fresh_mark, mark_of, set_mark
from collabkit.storage.problems import MigrationFailedError
from collabkit.storage.sentences import in_sentences
from collabkit.storage.table_seals import seal_tables


def migrate(folder: DataFolder, version: int, release: Release = THIS_RELEASE) -> None:
    """Bring the checked database of ``folder`` from schema ``version`` to that of ``release``.

    Works on a copy, which takes the place of the file only when every check was passed; the file
    as it was is kept among the backups.
    Raises ``MigrationFailedError`` if a step fails and ``EnvironmentProblemError`` if the machine
    does not allow it; the file is then exactly as it was.
    """
    path, key = folder.database, key_of(folder)
    with replacing(path, mode=PRIVATE_FILE) as temporary:
        with closing(connect(path, key=key)) as original:
            make_safe(original)  # a journal that another program chose would follow into the copies
            number = mark_of(original).number if version >= COUNTED_SINCE else 0
            keep_copy(folder, original, number, Reason.BEFORE_MIGRATION)
            fill(temporary, original, key)
        try:
            with in_sentences(path):
                upgrade(temporary, release, key)
                check_file(temporary, key=key)
        except EnvironmentProblemError:
            raise
        except Exception as error:
            raise MigrationFailedError(path) from error


def upgrade(path: Path, release: Release, key: DataKey | None = None) -> None:
    """Run every step that is due on the database at ``path``, all in one transaction.

    ``key`` is that of an encrypted one.
    Raises whatever a step raises, and ``RuntimeError`` if rows were lost or orphaned.
    """
    config = Config()
    config.set_main_option("script_location", str(release.migrations).replace("%", "%%"))
    with engine_of(path, key=key).connect() as connection:
        driver = driver_of(connection)
        # With foreign keys on, rebuilding a table can delete the rows that point to it, without
        # an error (tried). The setting does nothing inside a transaction, so it comes first.
        driver.execute("PRAGMA foreign_keys = OFF")
        driver.execute("PRAGMA journal_mode = MEMORY").fetchall()
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        before = _row_counts(driver)
        config.attributes["connection"] = connection
        command.upgrade(config, release.revision)
        _check_rows(driver, before)
        # What the log has of an older schema does not lead to what is here now.
        set_mark(driver, fresh_mark(mark_of(driver).number + 1))
        seal_tables(driver)
        driver.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        driver.execute(f"PRAGMA user_version = {release.version}")
        driver.execute("COMMIT")


def _row_counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    return {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  names of our own
        for (name,) in tables
    }


def _check_rows(connection: sqlite3.Connection, before: dict[str, int]) -> None:
    orphans = connection.execute("PRAGMA foreign_key_check").fetchall()
    if orphans:
        raise RuntimeError(f"{len(orphans)} rows belong to nothing after the migration")
    after = _row_counts(connection)
    for table, count in before.items():
        if table in after and after[table] != count:
            raise RuntimeError(f"{table} had {count} rows and has {after[table]} now")
