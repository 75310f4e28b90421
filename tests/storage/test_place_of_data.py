"""Who else reaches into the folder, and what stands in its way."""

import json
import os
import stat
import sys
from pathlib import Path

import pytest

from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.surroundings import (
    cloud_around,
    is_on_network,
    is_removable,
    warning_of_place,
)

POSIX = pytest.mark.skipif(os.name == "nt", reason="about links and permissions of POSIX")


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A home in which no program for clouds is known."""
    for name in ("OneDrive", "OneDriveConsumer", "OneDriveCommercial", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.delenv(name, raising=False)
    home = (tmp_path / "home").resolve()
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    return home


def data_in(place: Path) -> Path:
    data = place / "charity" / "collabkit"
    data.mkdir(parents=True)
    return data


@pytest.mark.parametrize(
    ("mark", "is_folder", "name"),
    [
        (".dropbox", False, "Dropbox"),
        (".dropbox.cache", True, "Dropbox"),
        (".stfolder", True, "Syncthing"),
        (".stfolder", False, "Syncthing"),
        (".sync/ID", False, "Resilio Sync"),
        (".tmp.drivedownload", True, "Google Drive"),
        (".nextcloudsync.log", False, "Nextcloud"),
        (".sync_0a1b2c3d4e5f.db", False, "Nextcloud"),
        ("._sync_0a1b2c3d4e5f.db", False, "Nextcloud"),
    ],
)
def test_what_such_programs_leave_in_their_folder_tells_of_them(
    home: Path, tmp_path: Path, mark: str, is_folder: bool, name: str
) -> None:
    """However deep below it the data lies."""
    data = data_in(tmp_path / "somewhere")
    path = tmp_path / "somewhere" / mark
    path.parent.mkdir(exist_ok=True)
    if is_folder:
        path.mkdir()
    else:
        path.touch()
    assert cloud_around(data) == name
    assert name in warning_of_place(DataFolder(data))


@pytest.mark.parametrize(
    ("folder", "name"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Sample Charity", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Dropbox (Personal)", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("iCloudDrive", "iCloud"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("Library/CloudStorage/OneDrive-SampleCharity", "OneDrive"),
        ("Library/CloudStorage/Box-Box", "Box"),
    ],
)
def test_the_usual_folders_of_such_programs_are_known(home: Path, folder: str, name: str) -> None:
    assert cloud_around(data_in(home / folder)) == name


@pytest.mark.parametrize(
    "folder",
    [
        "Documents",
        "Box",
        "Sync",
        "Drive",
        "Dropbox of ideas",
        "work/Dropbox",
        "OneDriveOld",
        "MEGA",
    ],
)
def test_in_doubt_nothing_is_said(home: Path, folder: str) -> None:
    """A name that anybody could give to a folder, or one that lies elsewhere, proves nothing."""
    data = data_in(home / folder)
    assert cloud_around(data) == ""
    assert warning_of_place(DataFolder(data)) == ""


def test_the_settings_of_dropbox_are_not_its_folder(home: Path) -> None:
    """In a home, “.dropbox” is a folder with settings; they name the real one."""
    (home / ".dropbox").mkdir()
    place = home / "Work" / "Everybody"
    (home / ".dropbox" / "info.json").write_text(json.dumps({"business": {"path": str(place)}}))
    assert cloud_around(data_in(home / "Documents")) == ""
    assert cloud_around(data_in(place)) == "Dropbox"


@pytest.mark.parametrize("nonsense", ["", "[]", "7", '{"a": 7}', '{"a": {"path": 7}}', "[" * 9999])
def test_nonsense_in_those_settings_is_passed_over(home: Path, nonsense: str) -> None:
    (home / ".dropbox").mkdir()
    (home / ".dropbox" / "info.json").write_text(nonsense)
    assert cloud_around(data_in(home / "Documents")) == ""


def test_windows_is_told_by_variables(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = home / "Cloud of the charity"
    monkeypatch.setenv("OneDriveCommercial", str(place))
    monkeypatch.setenv("OneDrive", "")
    assert cloud_around(data_in(place)) == "OneDrive"
    assert cloud_around(data_in(home / "Documents")) == ""


@POSIX
def test_a_link_does_not_hide_where_the_data_lies(home: Path) -> None:
    data = data_in(home / "Dropbox")
    (home / "mine").symlink_to(data)
    assert cloud_around(home / "mine") == "Dropbox"


@pytest.mark.skipif(sys.platform != "linux", reason="asks Linux")
def test_a_disk_of_this_computer_is_no_network(tmp_path: Path) -> None:
    assert not is_on_network(tmp_path)
    assert not is_on_network(Path("/dev/shm"))
    assert not is_removable(Path("/dev/shm"))
    assert not is_on_network(tmp_path / "not there")


# What stands in the way.


def test_a_folder_in_the_place_of_the_lock_is_named(folder: DataFolder) -> None:
    folder.lock.mkdir(parents=True)
    with pytest.raises(EnvironmentProblemError, match=r"folder called “collabkit\.lock”"):
        Store.open(folder)
    assert [path.name for path in folder.root.iterdir()] == ["collabkit.lock"]


@POSIX
def test_a_link_that_leads_nowhere_is_told_and_nothing_is_made_there(tmp_path: Path) -> None:
    """The disk it leads to may only be unplugged."""
    root = tmp_path / "data"
    root.symlink_to(tmp_path / "stick" / "data")
    with pytest.raises(EnvironmentProblemError, match="plug it in"):
        Store.open(DataFolder(root))
    assert not (tmp_path / "stick").exists()


def test_a_file_in_the_way_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(EnvironmentProblemError, match="file is in the way"):
        Store.open(DataFolder(tmp_path / "file" / "data"))


@pytest.mark.parametrize("lock", ["", "4711\nanother-computer\n", "\0" * 5_000])
def test_a_lock_that_nobody_holds_stops_nobody(folder: DataFolder, lock: str) -> None:
    """Whatever is in it: the system knows who holds it, and nobody does."""
    folder.root.mkdir(parents=True, exist_ok=True)
    folder.lock.write_text(lock)
    Store.open(folder).close()


@POSIX
def test_a_lock_that_can_only_be_read_is_made_usable(folder: DataFolder) -> None:
    folder.root.mkdir(parents=True, exist_ok=True)
    folder.lock.touch()
    folder.lock.chmod(0o400)
    Store.open(folder).close()
    if os.getuid():  # whoever may do everything is not hindered by permissions
        assert stat.S_IMODE(folder.lock.stat().st_mode) == 0o600


@POSIX
def test_a_generous_mask_opens_nothing_to_others(folder: DataFolder) -> None:
    before = os.umask(0)
    try:
        Store.open(folder).close()
    finally:
        os.umask(before)
    everything = [folder.root, *folder.root.rglob("*")]
    assert {stat.S_IMODE(path.stat().st_mode) & 0o077 for path in everything} == {0}
