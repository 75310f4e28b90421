"""Faults that no page notices are told calmly and reported, in a real process with a window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from collabkit.crash_reports.kept import KeptReports

CHILD = Path(__file__).with_name("faults_child.py")
CANARY = "Zeisig-Treasurer-4711"


def open_and_fail(data: Path, how: str) -> subprocess.CompletedProcess[str]:
    data.mkdir(exist_ok=True)
    (data / "settings.json").touch()  # an empty folder would be asked about
    return subprocess.run(
        [sys.executable, CHILD, data, how],
        capture_output=True,
        text=True,
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
        check=False,
        timeout=120,
    )


def reports_of(data: Path) -> list[str]:
    """The texts of the reports, once nothing that anybody wrote was found in any file."""
    for path in data.rglob("*"):
        assert not path.is_file() or CANARY.encode() not in path.read_bytes(), path
    return [report.text() for report in KeptReports(data).all()]


def test_a_fault_in_a_thread_is_told_and_the_window_goes_on(tmp_path: Path) -> None:
    """One calm sentence, one report, and a good end that leaves nothing else."""
    data = tmp_path / "data"
    done = open_and_fail(data, "thread")
    assert done.returncode == 0, done.stderr
    assert "told: Something went wrong that is our fault" in done.stdout
    assert "Traceback" not in done.stderr
    (report,) = reports_of(data)
    assert "ValueError" in report
    assert "Thread: another" in report
    assert len(list((data / "crash-reports").iterdir())) == 1


@pytest.mark.parametrize(("how", "kind"), [("crash", "Segmentation fault"), ("qt", "Aborted")])
@pytest.mark.skipif(sys.platform == "win32", reason="crashes have other names there")
def test_a_crash_is_told_at_the_next_start(tmp_path: Path, how: str, kind: str) -> None:
    """What a library or Qt itself ends is reported, and the person hears of it once."""
    data = tmp_path / "data"
    assert open_and_fail(data, how).returncode < 0
    told = open_and_fail(data, "not at all").stdout
    assert "told: Last time, collabkit ended by itself." in told
    reports = reports_of(data)
    assert any(kind in report for report in reports)
    assert any("collabkit.app:" in report for report in reports)
    assert not (data / "crash-reports" / "falling.raw").exists()
