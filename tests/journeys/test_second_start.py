"""The program is started once more while it is open: real processes, one data folder."""

import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from collabkit.paths import DataFolder
from collabkit.ui.first_window.meeting_point import meeting_point

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks at the socket itself")


@pytest.fixture
def runtime(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder for sockets whose name is short enough for one."""
    with tempfile.TemporaryDirectory(prefix="ck-", dir="/tmp") as folder:
        monkeypatch.setenv("XDG_RUNTIME_DIR", folder)
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
        yield Path(folder)


def started(folder: DataFolder, *words: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "collabkit", "--data-dir", str(folder.root), *words],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def listening(folder: DataFolder, program: "subprocess.Popen[str]") -> None:
    """Wait until a window of this start listens."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        assert program.poll() is None, program.communicate()
        point = meeting_point(folder.root)
        if point and Path(point).exists():
            return
        time.sleep(0.05)
    raise AssertionError("nobody listens")


def answers(left: Path) -> bool:
    """Tell whether a program is behind the name of a socket."""
    with socket.socket(socket.AF_UNIX) as ours:
        return ours.connect_ex(str(left)) == 0


def test_a_second_start_leaves_it_to_the_first_and_a_killed_one_hinders_nobody(
    runtime: Path, tmp_path: Path
) -> None:
    """It ends well and says so; commands that only read work beside it."""
    folder = DataFolder(tmp_path / "data")
    folder.root.mkdir()
    folder.settings.write_text("{}")  # an empty folder would be asked about
    first = started(folder)
    try:
        listening(folder, first)
        (tmp_path / "sheet.pdf").write_text("no PDF")
        second = started(folder, str(tmp_path / "sheet.pdf"))
        assert "its window opens “sheet.pdf”" in second.communicate(timeout=20)[0]
        assert second.returncode == 0
        reading = started(folder, "list")
        assert "No assessments yet" in reading.communicate(timeout=20)[0]
    finally:
        first.kill()
        _told, complained = first.communicate()
    assert "libpyside" not in complained
    (left,) = runtime.iterdir()  # the name of the socket
    assert not answers(left)
    again = started(folder)
    try:
        until = time.monotonic() + 30
        while not answers(left):
            assert again.poll() is None, again.communicate()
            assert time.monotonic() < until
            time.sleep(0.05)
    finally:
        again.terminate()
        again.communicate(timeout=20)
    assert again.returncode == 0
    assert list(runtime.iterdir()) == []


def test_a_second_start_finds_a_window_whose_data_cannot_be_opened(
    runtime: Path, tmp_path: Path
) -> None:
    """Two pages that both offer to put everything back would be one too many."""
    folder = DataFolder(tmp_path / "data")
    folder.root.mkdir()
    folder.database.write_text("a shopping list")
    first = started(folder)
    try:
        listening(folder, first)
        second = started(folder)
        assert "its window was brought to the front" in second.communicate(timeout=20)[0]
        assert second.returncode == 0
    finally:
        first.terminate()
        first.communicate(timeout=20)
    assert list(runtime.iterdir()) == []
