"""Bringing an older file up to date: exactly the new file, or exactly the old one.

The step to the next schema is made up here.
"""

import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from storage_samples import state_of

from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import MigrationFailedError, NewerFileError, Store
from collabkit.storage.checks import check_file
from collabkit.storage.copies import Reason, copies_in
from collabkit.storage.creation import create_database
from collabkit.storage.identity import THIS_RELEASE, Release, version_of
from collabkit.storage.migration import upgrade
from collabkit.storage.opening import open_for_reading, open_for_writing

RELEASED = Path(__file__).parents[1] / "databases" / f"schema-{THIS_RELEASE.version}.db"
NEXT_VERSION = THIS_RELEASE.version + 1

# Rebuilds a table that others point to (the step that deletes rows if foreign keys are on) and
# adds a column to another.
NEXT = """
import os
import signal

import sqlalchemy as sa
from alembic import op

revision = "{next}"
down_revision = "{this}"


def upgrade():
    with op.batch_alter_table(
        "participant", recreate="always", table_kwargs={"sqlite_strict": True}
    ) as batch:
        batch.alter_column("pseudonym", new_column_name="known_as")
    op.add_column("charity", sa.Column("website", sa.Text))
    {last}
"""


def release_with(tmp_path: Path, last: str = "") -> Release:
    """Make a later release, whose new step ends with the statement ``last``."""
    migrations = tmp_path / "migrations 100%"
    shutil.copytree(THIS_RELEASE.migrations, migrations)
    release = Release(NEXT_VERSION, migrations)
    names = {"{next}": release.revision, "{this}": THIS_RELEASE.revision, "{last}": last}
    step = NEXT
    for name, text in names.items():
        step = step.replace(name, text)
    (migrations / "versions" / f"schema_{NEXT_VERSION}.py").write_text(step)
    return release


@pytest.fixture
def old(folder: DataFolder) -> DataFolder:
    """A folder with a file of this release, which is the older one here."""
    folder.root.mkdir()
    shutil.copyfile(RELEASED, folder.database)
    return folder


def rows_of(path: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(query).fetchall()


def schema_of(path: Path) -> list[tuple[object, ...]]:
    rows = rows_of(path, "SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY name")
    return [(*names, "".join((sql or "").split())) for *names, sql in rows]


def test_a_new_file_is_what_migrating_an_empty_one_makes(tmp_path: Path) -> None:
    """The tables in the code and the steps that lead to them can never drift apart."""
    created, migrated = tmp_path / "created.db", tmp_path / "migrated.db"
    create_database(created)
    migrated.touch()
    upgrade(migrated, THIS_RELEASE)
    assert schema_of(created) == schema_of(migrated)
    assert version_of(created) == version_of(migrated) == THIS_RELEASE.version
    stamp = "SELECT version_num FROM alembic_version"
    assert rows_of(created, stamp) == rows_of(migrated, stamp)


def test_a_due_step_is_taken_at_opening(old: DataFolder, tmp_path: Path) -> None:
    """The file has the new form, every row of the old one, and is sound."""
    answers = rows_of(old.database, "SELECT * FROM response")
    database, _notices = open_for_writing(old, release_with(tmp_path))
    database.close()
    assert rows_of(old.database, "PRAGMA user_version") == [(NEXT_VERSION,)]
    assert rows_of(old.database, "SELECT version_num FROM alembic_version") == [
        (f"{NEXT_VERSION:04d}",)
    ]
    assert rows_of(old.database, "SELECT * FROM response") == answers
    people = rows_of(RELEASED, "SELECT pseudonym, role FROM participant")
    assert rows_of(old.database, "SELECT known_as, role FROM participant") == people
    assert rows_of(old.database, "SELECT DISTINCT website FROM charity") == [(None,)]
    check_file(old.database)


def test_the_old_file_is_kept(old: DataFolder, tmp_path: Path) -> None:
    """Whoever has to go back to the older release finds a sound file for it."""
    database, _notices = open_for_writing(old, release_with(tmp_path))
    database.close()
    kept = copies_in(old)[-1].path
    check_file(kept)
    assert version_of(kept) == THIS_RELEASE.version
    everything = "SELECT * FROM response"
    assert rows_of(kept, everything) == rows_of(RELEASED, everything)


def test_the_older_release_refuses_the_new_file(old: DataFolder, tmp_path: Path) -> None:
    """There is no way back that would guess."""
    database, _notices = open_for_writing(old, release_with(tmp_path))
    database.close()
    with pytest.raises(NewerFileError):
        Store.open(old)


def test_a_reader_does_not_migrate(old: DataFolder, tmp_path: Path) -> None:
    """It says that the window has to be opened once, and changes nothing."""
    before = state_of(old.database)
    with pytest.raises(EnvironmentProblemError, match="older collabkit"):
        open_for_reading(old, release_with(tmp_path))
    assert state_of(old.database) == before


def test_another_journal_does_not_follow_into_the_copies(old: DataFolder, tmp_path: Path) -> None:
    """A file that a database browser switched to another journal is brought up to date as well."""
    rows_of(old.database, "PRAGMA journal_mode = WAL")
    database, _notices = open_for_writing(old, release_with(tmp_path))
    database.close()
    names = {"backups", "changes", "collabkit.db", "collabkit.lock"}
    assert {path.name for path in old.root.iterdir()} == names
    assert [copy.reason for copy in copies_in(old)] == [Reason.CLOSING, Reason.BEFORE_MIGRATION]
    assert len(list(old.backups.iterdir())) == 2
    assert rows_of(old.database, "PRAGMA user_version") == [(NEXT_VERSION,)]


@pytest.mark.parametrize(
    "last",
    [
        "raise RuntimeError('a fault in the step')",
        "op.execute('SELECT * FROM no_such_table')",
        "op.execute('DELETE FROM response')",
        "op.execute('DELETE FROM charity')",
        "op.execute(\"UPDATE response SET answer = '5'\")",
        "op.execute('PRAGMA user_version = 7')\n    raise KeyError",
    ],
)
def test_a_step_that_fails_or_loses_rows_changes_nothing(
    old: DataFolder, tmp_path: Path, last: str
) -> None:
    """The file is the old one to the byte, nothing is left over, and it still opens."""
    before = state_of(old.database)
    with pytest.raises(MigrationFailedError, match="exactly as it is"):
        open_for_writing(old, release_with(tmp_path, last))
    assert state_of(old.database) == before
    names = {path.name for path in old.root.iterdir()}
    assert names == {"backups", "collabkit.db", "collabkit.lock"}
    with Store.open(old) as store:
        assert len(store.lists.charities()) == 3


MIGRATE = """
import sys, pathlib
from collabkit.paths import DataFolder
from collabkit.storage.identity import Release
from collabkit.storage.opening import open_for_writing
release = Release(int(sys.argv[3]), pathlib.Path(sys.argv[2]))
open_for_writing(DataFolder(pathlib.Path(sys.argv[1])), release)
"""


@pytest.mark.skipif(os.name == "nt", reason="kills itself by a POSIX signal")
def test_killed_in_the_middle_the_old_file_is_there(old: DataFolder, tmp_path: Path) -> None:
    """A power cut at the last statement of a step leaves the old file to the byte."""
    before = state_of(old.database)
    release = release_with(tmp_path, "os.kill(os.getpid(), signal.SIGKILL)")
    done = subprocess.run(
        [sys.executable, "-c", MIGRATE, old.root, release.migrations, str(release.version)],
        check=False,
    )
    assert done.returncode == -signal.SIGKILL
    assert state_of(old.database) == before
    Store.open(old).close()
