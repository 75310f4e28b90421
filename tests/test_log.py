"""The log holds where a bug happened and nothing that anybody wrote."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest

from collabkit.logs import log_bug, start_log


@pytest.fixture(autouse=True)
def log_of_its_own() -> Iterator[None]:
    logger = logging.getLogger("collabkit")
    before, logger.handlers = logger.handlers, []
    kept = logger.level, logger.propagate
    yield
    for handler in logger.handlers:
        handler.close()
    logger.handlers = before
    logger.setLevel(kept[0])
    logger.propagate = kept[1]


def note_a_bug() -> str:
    try:
        int("the treasurer said")
    except ValueError as error:
        return log_bug(type(error), error.__traceback__)
    raise AssertionError("that was no number")


def test_a_bug_is_noted_without_its_text(tmp_path: Path) -> None:
    """The kind of error and the line are there, in a folder of one's own; the words are not."""
    path = tmp_path / "data" / "collabkit.log"
    start_log(path)
    note = note_a_bug()
    note_a_bug()
    lines = path.read_text(encoding="utf-8").splitlines()
    assert [line.endswith(note) for line in lines] == [True, True]
    assert "ValueError at test_log.py" in note
    assert "treasurer" not in "".join(lines)
    assert path.parent.stat().st_mode & 0o077 == 0


def test_nothing_is_made_before_there_is_something_to_note(tmp_path: Path) -> None:
    """The folder is made by whoever keeps the answers, for that person's eyes alone."""
    start_log(tmp_path / "data" / "collabkit.log")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_means_no_log(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A bug is still told to the caller, and the terminal stays quiet."""
    (tmp_path / "file").write_text("no folder")
    start_log(tmp_path / "file" / "collabkit.log")
    assert note_a_bug().startswith("ValueError")
    assert capsys.readouterr().err == ""
