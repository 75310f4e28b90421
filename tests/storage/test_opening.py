"""Opening: a new folder, an old file, odd paths, settings read back."""

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from storage_samples import file_with_answers, state_of

from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import AlreadyOpenError, ForeignFileError, MissingFileError, Store
from collabkit.storage.connection import make_safe
from collabkit.storage.identity import SCHEMA_VERSION, THIS_RELEASE
from collabkit.storage.opening import open_for_writing

POSIX = pytest.mark.skipif(os.name == "nt", reason="about POSIX permissions")


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@POSIX
def test_a_new_folder_is_private(folder: DataFolder) -> None:
    """Nobody else on the computer can read the folder, the file, the lock or the copies."""
    Store.open(folder).close()
    assert mode_of(folder.root) == mode_of(folder.backups) == 0o700
    copies = list(folder.backups.iterdir())
    assert {mode_of(path) for path in (folder.database, folder.lock, *copies)} == {0o600}


@POSIX
def test_a_folder_that_people_share_keeps_its_permissions(folder: DataFolder) -> None:
    """A folder chosen by a person stays as open as it was; the file in it is private."""
    folder.root.mkdir(mode=0o755)
    folder.root.chmod(0o755)
    Store.open(folder).close()
    assert mode_of(folder.root) == 0o755
    assert mode_of(folder.database) == 0o600


def test_a_new_file_is_marked_as_ours(folder: DataFolder) -> None:
    """Other programs, and we, can tell from the header whose it is and how old."""
    Store.open(folder).close()
    with closing(sqlite3.connect(folder.database)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (0x434B4954,)
        assert connection.execute("PRAGMA user_version").fetchone() == (SCHEMA_VERSION,)
        assert connection.execute("SELECT * FROM alembic_version").fetchall() == [
            (THIS_RELEASE.revision,)
        ]


def test_a_new_folder_holds_nothing_unexpected(folder: DataFolder) -> None:
    """Making a file leaves no temporary files and no journal."""
    with Store.open(folder):
        assert {path.name for path in folder.root.iterdir()} == {"collabkit.db", "collabkit.lock"}


def test_every_safety_setting_is_in_force(folder: DataFolder) -> None:
    """The connection that writes has all settings that safety rests on."""
    database, _notices = open_for_writing(folder)
    wanted = {
        "journal_mode": "delete",
        "synchronous": 3,
        "foreign_keys": 1,
        "secure_delete": 1,
        "busy_timeout": 5000,
        "trusted_schema": 0,
        "cell_size_check": 1,
        "mmap_size": 0,
        "temp_store": 2,
    }
    with database.reading() as connection:
        found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
    database.close()
    assert found == wanted


def test_a_setting_that_is_not_taken_is_noticed() -> None:
    """Settings are read back: a database in memory, for one, has no journal on the disk."""
    with (
        closing(sqlite3.connect(":memory:", isolation_level=None)) as connection,
        pytest.raises(EnvironmentProblemError, match="journal_mode"),
    ):
        make_safe(connection)


@pytest.mark.parametrize(
    "name",
    ["é", "日本", "Sample's", "#1", "who?", "20%20off", "a&b=c;d", "x" * 250, "mode=ro"],
)
def test_odd_folders_hold_their_own_file(tmp_path: Path, name: str) -> None:
    """Signs that mean something in an address mean nothing in a path."""
    if os.name == "nt" and ("?" in name or len(name) > 200):
        pytest.skip("Windows does not allow such names")
    folder = file_with_answers(tmp_path / name)
    assert [path.name for path in tmp_path.iterdir()] == [name]
    with Store.open(folder, read_only=True) as store:
        (summary,) = store.lists.summaries()
    assert summary.answered == 1


def test_a_checked_file_is_opened_without_being_changed(folder: DataFolder) -> None:
    """Opening, looking and closing leave the bytes and the time of the file alone."""
    folder = file_with_answers(folder.root)
    before = state_of(folder.database)
    with Store.open(folder) as store:
        store.lists.summaries()
    assert state_of(folder.database) == before


def test_a_second_window_is_told_about_the_first(store: Store, folder: DataFolder) -> None:
    """Only one may write; the second gets a sentence at once and harms nothing."""
    with pytest.raises(AlreadyOpenError, match="already open"):
        Store.open(folder)
    assert store.lists.charities() == ()


def test_a_closed_file_can_be_opened_again(folder: DataFolder) -> None:
    """Closing lets go of the lock."""
    Store.open(folder).close()
    Store.open(folder).close()


def test_a_refused_file_leaves_the_lock_free(folder: DataFolder) -> None:
    """Once the foreign file is out of the way, the same program can open the folder."""
    folder.root.mkdir()
    folder.database.write_text("My shopping list")
    with pytest.raises(ForeignFileError) as caught:  # which keeps every frame alive
        Store.open(folder)
    folder.database.unlink()
    Store.open(folder).close()
    assert caught.value


def test_a_file_in_place_of_the_folder_is_a_sentence(tmp_path: Path) -> None:
    """A folder that cannot be made is explained."""
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises(EnvironmentProblemError, match="is not a folder"):
        Store.open(DataFolder(tmp_path / "data"))


def test_a_missing_file_with_a_copy_is_not_replaced_by_an_empty_one(folder: DataFolder) -> None:
    """Everything can be put back; an empty file would look as if nothing had been there."""
    folder = file_with_answers(folder.root)
    folder.database.unlink()
    with pytest.raises(MissingFileError):
        Store.open(folder)
    assert not folder.database.exists()


def test_a_stray_journal_is_not_mixed_into_a_new_file(folder: DataFolder) -> None:
    """SQLite would write the journal's pages into any file of the right name."""
    folder.root.mkdir()
    journal = folder.root / "collabkit.db-journal"
    journal.write_bytes(b"pages of another file")
    with pytest.raises(ForeignFileError, match="-journal"):
        Store.open(folder)
    assert not folder.database.exists()


def test_a_disk_with_room_needs_no_notice(store: Store) -> None:
    """Nothing is said when all is well."""
    assert store.notices == ()


def test_the_room_can_be_painted_before_the_libraries_load() -> None:
    """Importing storage loads none of the libraries behind it."""
    heavy = "{'sqlalchemy', 'alembic', 'filelock', 'sqlite3', 'concurrent'}"
    code = f"import sys, collabkit.storage; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_an_up_to_date_file_is_opened_without_alembic(tmp_path: Path) -> None:
    """Alembic takes longer to load than Qt, and is needed about once a year."""
    code = (
        "import sys, pathlib\n"
        "from collabkit.paths import DataFolder\n"
        "from collabkit.storage import Store\n"
        "folder = DataFolder(pathlib.Path(sys.argv[1]))\n"
        "Store.open(folder).close(); Store.open(folder).close()\n"
        "print('alembic' in sys.modules, 'sqlalchemy.orm' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "data"], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "False False"
