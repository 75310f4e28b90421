"""A fault of ours on the command line: one calm sentence, a report, a status of its own."""

from datetime import date
from pathlib import Path
from typing import cast

import pytest

from collabkit.cli import EXIT_BUG, EXIT_FAILED
from collabkit.cli.commands import told
from collabkit.crash_reports.kept import KeptReports
from collabkit.dates import day
from collabkit.errors import EnvironmentProblemError

pytestmark = pytest.mark.usefixtures("log_of_its_own")


def bug() -> Exception:
    try:
        day(cast(date, "the treasurer said"))
    except AttributeError as error:
        return error
    raise AssertionError("that was no day")


def test_a_fault_of_ours_is_one_sentence_with_a_status_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """No traceback, nothing that anybody wrote, and the report lies in the data folder."""
    assert told(bug(), str(tmp_path)) == EXIT_BUG
    said = capsys.readouterr()
    (line,) = said.err.splitlines()
    assert "our fault, not yours" in line
    assert "AttributeError at collabkit.dates:" in line
    assert said.out == ""
    (report,) = KeptReports(tmp_path).all()
    assert "treasurer" not in line + report.text()


def test_no_data_folder_is_made_for_a_report(tmp_path: Path) -> None:
    """Where nothing is kept, nothing is kept of a fault either."""
    assert told(bug(), str(tmp_path / "none")) == EXIT_BUG
    assert list(tmp_path.iterdir()) == []


def test_what_the_machine_does_not_allow_is_no_fault_of_ours(tmp_path: Path) -> None:
    """It keeps its own status, and no report is made."""
    assert told(EnvironmentProblemError("no room"), str(tmp_path)) == EXIT_FAILED
    assert list(tmp_path.iterdir()) == []
