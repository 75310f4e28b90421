"""Data folders with odd names, through the real commands and all that is written there."""

import os
import sys
from datetime import date
from pathlib import Path

import pytest

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Respondent
from collabkit.cli import EXIT_BAD_INPUT, EXIT_FAILED, EXIT_OK, main
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.packs import builtin_packs

TODAY = date(2026, 11, 22)
NAMES = [
    "é 日本's “quoted”",
    "#1? 20%20off&a=b;c",
    "two\nlines",
    "x" * 250,
    "trailing ",
    "trailing.",
    "~tilde $HOME",
    os.fsdecode(b"-\xff\xfe"),
]
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no such names")


def with_work_in(folder: DataFolder) -> str:
    """Put an assessment into ``folder`` and return its id."""
    services = open_services(folder)
    charity = services.charities.add("Sample Charity")
    sitting = services.assessments.start_alone(
        charity.id, builtin_packs()[0], Selection.CORE, Respondent.TRUSTEE, "November", TODAY
    )
    services.close()
    return sitting.assessment.id


@POSIX
@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_everything_works_in_a_folder_of_any_name(
    tmp_path: Path, name: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """Named whole and from beside it; the file to be written has the odd name in its path too."""
    root = tmp_path / name
    assessment_id = with_work_in(DataFolder(root))
    assert main(["--data-dir", str(root), "list"]) == EXIT_OK
    assert "Sample Charity" in capfd.readouterr().out
    (out := tmp_path / f"{name[:40]} out").mkdir()
    target = out / "all of it.collabkit"
    assert main(["--data-dir", str(root), "export", assessment_id, "--to", str(target)]) == EXIT_OK
    assert target.name in capfd.readouterr().out
    assert list(root.glob("backups/*.db"))
    assert {path.name for path in tmp_path.iterdir()} == {name, out.name}


@POSIX
def test_a_link_and_a_path_from_here_are_followed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """The link stays a link, and the data lies where it leads."""
    (real := tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(real)
    monkeypatch.chdir(tmp_path)
    with_work_in(DataFolder(tmp_path / "link"))
    for folder in ("link", "./link", "real", "link/../real"):
        assert main(["--data-dir", folder, "list"]) == EXIT_OK
        assert "Sample Charity" in capfd.readouterr().out
    assert (tmp_path / "link").is_symlink()
    assert DataFolder(real).database.exists()


@POSIX
@pytest.mark.parametrize(
    ("folder", "status", "words"),
    [
        ("/dev/null", EXIT_FAILED, "not a folder"),
        ("/dev/null/deeper", EXIT_FAILED, "not a folder"),
        ("x" * 300, EXIT_FAILED, "disk says"),
        ("", EXIT_BAD_INPUT, "No folder is named"),
    ],
)
def test_what_is_no_folder_is_an_error(
    folder: str, status: int, words: str, capfd: pytest.CaptureFixture[str]
) -> None:
    """And not an empty list, which would look like lost work."""
    assert main(["--data-dir", folder, "list"]) == status
    told = capfd.readouterr()
    assert words in told.err
    assert told.out == ""


@POSIX
def test_a_folder_from_which_one_was_removed_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A path from here leads nowhere when there is no here."""
    (here := tmp_path / "here").mkdir()
    monkeypatch.chdir(here)
    here.rmdir()
    assert main(["--data-dir", "data", "list"]) == EXIT_FAILED
    assert "not there any more" in capfd.readouterr().err


def test_the_folder_that_is_named_wins_over_the_one_beside_the_program(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    with_work_in(DataFolder(tmp_path / "mine"))
    assert main(["--portable", "--data-dir", str(tmp_path / "mine"), "list"]) == EXIT_OK
    assert "Sample Charity" in capfd.readouterr().out


def test_the_folder_beside_the_program_is_used_when_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "collabkit"))
    assert main(["--portable", "list"]) == EXIT_OK
    assert "No assessments yet" in capfd.readouterr().out
    assert list(tmp_path.iterdir()) == []  # looking makes nothing
    with_work_in(DataFolder(tmp_path / "collabkit-data"))
    assert main(["list"]) == EXIT_OK
    assert "Sample Charity" in capfd.readouterr().out
