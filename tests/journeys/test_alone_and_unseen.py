"""Nothing leaves this computer, and nothing people wrote lies where it does not belong."""

import os
import subprocess
import sys
from pathlib import Path

from person import Person, person_at
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from test_alone import starts_short_version

CANARY = "Zilpzalp-7391"

# Every attempt to reach another machine raises this event inside Python.
_WATCHED_DEMO = """
import sys
reached = []
def watch(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "urllib.Request"):
        reached.append((event, arguments))
sys.addaudithook(watch)
from collabkit.cli import main
status = main(["demo", "--out", sys.argv[1], "--data-dir", sys.argv[2]])
print("REACHED", reached)
sys.exit(status)
"""


def test_the_whole_journey_reaches_for_no_network(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _WATCHED_DEMO, str(tmp_path / "out"), str(tmp_path / "data")],
        capture_output=True,
        text=True,
        env={k: v for k, v in os.environ.items() if k != "DISPLAY"},
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert "REACHED []" in done.stdout


def test_what_people_write_is_in_the_database_and_nowhere_else(
    tmp_path: Path, qtbot: QtBot
) -> None:
    """In its copies; not in the log of faults, the settings, names of files or the title."""
    data = tmp_path / "data"
    with person_at(data, qtbot) as me:
        starts_short_version(me)
        writes_note(me, CANARY)
        assert CANARY not in me.window.windowTitle()
        (summary,) = me.services.assessments.summaries()
        (response,) = me.services.assessments.responses(summary.assessment.id)
        assert response.note == CANARY
    holding = {
        path.relative_to(data).parts[0]
        for path in data.rglob("*")
        if path.is_file() and CANARY.encode() in path.read_bytes()
    }
    assert holding == {"collabkit.db", "changes", "backups"}
    assert not any(CANARY in str(path) for path in data.rglob("*"))


def writes_note(me: Person, text: str) -> None:
    """Open the fold for the note, which takes the keyboard into its field; write, and leave."""
    me.tabs_to("A note")
    me.presses(Qt.Key.Key_Space)
    me.types(text)
    me.presses(Qt.Key.Key_Tab)
    me.waits_for_saved()
