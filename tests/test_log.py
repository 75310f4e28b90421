"""The log holds where a bug happened and nothing that anybody wrote."""

import logging
from datetime import date
from pathlib import Path
from typing import cast

import pytest

from collabkit.dates import day
from collabkit.errors import EnvironmentProblemError
from collabkit.logs import log_bug, start_log

pytestmark = pytest.mark.usefixtures("log_of_its_own")


def note_a_bug() -> str:
    """Let a module of ours fail over something that somebody wrote."""
    try:
        day(cast(date, "the treasurer said"))
    except AttributeError as error:
        return log_bug(type(error), error.__traceback__, error)
    raise AssertionError("that was no day")


def test_a_bug_is_noted_without_its_text(tmp_path: Path) -> None:
    """The kind of error and the line of ours are there, for one person's eyes; no words."""
    path = tmp_path / "data" / "collabkit.log"
    start_log(path)
    note = note_a_bug()
    note_a_bug()
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.endswith(note) for line in lines] == [True, True]
    assert note.startswith("AttributeError at collabkit.dates:")
    assert "treasurer" not in "".join(lines)
    assert path.parent.stat().st_mode & 0o077 == 0
    assert path.stat().st_mode & 0o077 == 0


def test_no_path_of_anybody_gets_into_the_log(tmp_path: Path) -> None:
    """Code that is not ours is called other code, wherever it lies."""
    start_log(tmp_path / "collabkit.log")
    note_a_bug()
    assert Path(__file__).name not in (tmp_path / "collabkit.log").read_text(encoding="utf-8")


def test_the_log_stays_small(tmp_path: Path) -> None:
    """Two files of 200,000 bytes at the most, however often something fails."""
    start_log(tmp_path / "collabkit.log")
    for _time in range(5_000):
        logging.getLogger("collabkit").error("ValueError at %s", "collabkit.dates:1 < " * 5)
    sizes = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert set(sizes) == {"collabkit.log", "collabkit.log.1"}
    assert max(sizes.values()) <= 200_000
    assert (tmp_path / "collabkit.log.1").stat().st_mode & 0o077 == 0


def test_a_second_try_writes_each_line_once(tmp_path: Path) -> None:
    """Opening the data may be tried again; the log is the same."""
    start_log(tmp_path / "collabkit.log")
    start_log(tmp_path / "collabkit.log")
    note_a_bug()
    assert len((tmp_path / "collabkit.log").read_text(encoding="utf-8").splitlines()) == 1


def test_nothing_is_made_before_there_is_something_to_note(tmp_path: Path) -> None:
    """The folder is made by whoever keeps the answers, for that person's eyes alone."""
    start_log(tmp_path / "data" / "collabkit.log")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_taken_away_is_not_made_anew(tmp_path: Path) -> None:
    """A stick that was pulled out, or a folder that somebody moved, stays gone."""
    folder = tmp_path / "data"
    folder.mkdir()
    start_log(folder / "collabkit.log")
    folder.rename(tmp_path / "elsewhere")
    note_a_bug()
    assert not folder.exists()


def test_a_full_disk_is_no_fault_of_ours(tmp_path: Path) -> None:
    """What the surroundings do is in the log, and no report is made of it."""
    start_log(tmp_path / "collabkit.log")
    error = EnvironmentProblemError("no room for the answers of the treasurer")
    log_bug(type(error), None, error)
    assert [path.name for path in tmp_path.iterdir()] == ["collabkit.log"]


def test_a_folder_that_cannot_be_written_means_no_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bug is still told to the caller, and the terminal stays quiet."""
    (tmp_path / "file").write_text("no folder")
    start_log(tmp_path / "file" / "collabkit.log")
    assert note_a_bug().startswith("AttributeError")
    assert capsys.readouterr().err == ""
