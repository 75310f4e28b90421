"""Where everything is kept: named, beside the program, or where the platform keeps such things."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

import collabkit
from collabkit import paths
from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder, check_is_folder, data_folder, is_portable, portable_folder

CHECKOUT = Path(collabkit.__file__).resolve().parent.parent


@pytest.fixture
def frozen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built program in a folder of its own."""
    program = tmp_path / "stick" / "collabkit"
    program.parent.mkdir()
    program.touch()
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(program))
    return program.parent


def test_a_checkout_looks_beside_itself() -> None:
    assert portable_folder() == CHECKOUT / "collabkit-data"


def test_a_built_program_keeps_everything_beside_it_once_the_folder_is_there(frozen: Path) -> None:
    usual = data_folder()
    assert not is_portable(usual)
    beside = frozen / "collabkit-data"
    beside.mkdir()
    assert data_folder() == DataFolder(beside)
    assert is_portable(data_folder())


def test_a_file_of_that_name_is_not_the_folder(frozen: Path) -> None:
    (frozen / "collabkit-data").touch()
    assert not is_portable(data_folder())


def test_the_folder_that_is_named_wins(frozen: Path, tmp_path: Path) -> None:
    (frozen / "collabkit-data").mkdir()
    assert data_folder(tmp_path / "mine").root == tmp_path / "mine"


def test_on_a_mac_it_is_beside_the_bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    program = tmp_path / "collabkit.app" / "Contents" / "MacOS" / "collabkit"
    monkeypatch.setattr(sys, "executable", str(program))
    assert portable_folder() == tmp_path / "collabkit-data"


def test_an_image_says_where_it_lies(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("APPIMAGE", str(tmp_path / "collabkit.AppImage"))
    assert portable_folder() == tmp_path / "collabkit-data"


def test_an_installed_program_looks_beside_its_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Not inside: that is thrown away with the environment."""
    package = tmp_path / "env" / "lib" / "collabkit"
    monkeypatch.setattr(paths, "__file__", str(package / "paths.py"))
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "env"))
    assert portable_folder() == tmp_path / "collabkit-data"
    monkeypatch.setattr(sys, "prefix", sys.base_prefix)
    assert portable_folder() is None


@pytest.mark.skipif(sys.platform == "win32", reason="homes are told otherwise there")
def test_without_a_home_nothing_is_kept_in_a_folder_called_tilde(tmp_path: Path) -> None:
    """Nobody with that number is on this computer, and no variable says where they live."""
    code = (
        "import os; os.setuid(54321) if os.getuid() == 0 else None\n"
        "from collabkit.errors import EnvironmentProblemError\n"
        "from collabkit.paths import data_folder\n"
        "try:\n    print(data_folder().root.is_absolute())\n"
        "except EnvironmentProblemError as error:\n    print(error)\n"
    )
    # What is needed is loaded before the rights to read it are given away.
    code = "import collabkit.paths, collabkit.errors, platformdirs, platformdirs.unix, pwd\n" + code
    known = {key: os.environ[key] for key in ("PATH", "LANG") if key in os.environ}
    done = subprocess.run(
        [sys.executable, "-c", code], env=known, cwd=tmp_path, capture_output=True, text=True
    )
    assert done.stdout.strip() == "True" or "--data-dir" in done.stdout, done.stderr
    assert list(tmp_path.iterdir()) == []


def test_what_cannot_be_a_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    for root, words in [
        (tmp_path / "file", "not a folder"),
        (tmp_path / "file" / "deeper", "not a folder"),
        (tmp_path / "link", "not there"),
        (tmp_path / ("x" * 400), "disk says"),
    ]:
        with pytest.raises(EnvironmentProblemError, match=words):
            check_is_folder(DataFolder(root))


def test_a_folder_that_is_there_or_not_yet_there_is_fine(tmp_path: Path) -> None:
    check_is_folder(DataFolder(tmp_path))
    check_is_folder(DataFolder(tmp_path / "new"))
