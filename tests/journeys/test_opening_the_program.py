"""What a person sees when the data cannot be opened, or when a bug of ours strikes."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from person import TODAY, Person, held_by_another, person_at
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from test_alone import starts_short_version

from collabkit.app import Program
from collabkit.paths import DataFolder


@contextmanager
def refused_at(folder: Path, qtbot: QtBot) -> Iterator[Person]:
    """Start the program on data that it cannot open, and hand over to a person."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    program = Program(application, DataFolder(folder), lambda: TODAY)
    program.start()
    me = Person(program, qtbot)
    try:
        qtbot.waitUntil(lambda: "open" in me.page.title)
        yield me
    finally:
        program.window.close()
        QApplication.processEvents()


def test_a_foreign_file_is_explained_and_left_alone(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "collabkit.db").write_text("a shopping list")
    with refused_at(tmp_path, qtbot) as me:
        assert "left exactly as it is" in me.sees()
        assert "Traceback" not in me.sees()
    assert (tmp_path / "collabkit.db").read_text() == "a shopping list"


def test_a_file_of_a_newer_program_is_refused_unchanged(tmp_path: Path, qtbot: QtBot) -> None:
    with person_at(tmp_path, qtbot):
        pass
    database = tmp_path / "collabkit.db"
    connection = sqlite3.connect(database)
    connection.execute("UPDATE alembic_version SET version_num = '0099'")
    connection.commit()
    connection.execute("PRAGMA user_version=99")
    connection.close()
    before = (database.read_bytes(), database.stat().st_mtime_ns)
    with refused_at(tmp_path, qtbot) as me:
        assert "newer" in me.sees()
    assert (database.read_bytes(), database.stat().st_mtime_ns) == before


def test_a_second_window_says_so_and_opens_once_the_first_is_closed(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where the two cannot meet, because the place for sockets has too long a name."""
    (nowhere := tmp_path / ("x" * 100)).mkdir()
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(nowhere))
    with person_at(tmp_path, qtbot) as first, refused_at(tmp_path, qtbot) as second:
        assert "already open" in second.sees()
        first.window.close()
        QApplication.processEvents()
        second.tabs_to("Try again")
        second.presses(Qt.Key.Key_Space)
        second.waits_for_page("Welcome")


def test_a_bug_of_ours_is_a_calm_sentence_and_leaves_its_place_in_the_log(
    tmp_path: Path, qtbot: QtBot
) -> None:
    """The sentence of the error itself may hold what somebody wrote, so it stays out."""
    with person_at(tmp_path, qtbot) as me:
        try:
            int("the secret of Sample Charity")
        except ValueError as error:
            sys.excepthook(ValueError, error, error.__traceback__)
        me.waits_to_see("our fault, not yours")
        noted = me.bugs()
    log = (tmp_path / "collabkit.log").read_text()
    assert "ValueError at other code" in log
    assert "secret" not in log
    assert len(noted) == 1


def test_text_grows_and_shrinks_with_the_keys_on_every_page(tmp_path: Path, qtbot: QtBot) -> None:
    with person_at(tmp_path, qtbot) as me:
        usual = me.page.head.title.font().pointSizeF()
        me.presses(Qt.Key.Key_Plus, held=Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: me.page.head.title.font().pointSizeF() > usual)
        me.presses(Qt.Key.Key_0, held=Qt.KeyboardModifier.ControlModifier)
        qtbot.waitUntil(lambda: me.page.head.title.font().pointSizeF() == usual)


def test_the_window_opens_at_home_as_large_as_it_was(tmp_path: Path, qtbot: QtBot) -> None:
    """Home has the way to go on; wherever the window was closed, it is one press away."""
    with person_at(tmp_path, qtbot) as me:
        me.window.resize(790, 700)
        me.presses(Qt.Key.Key_5, held=Qt.KeyboardModifier.AltModifier)
        me.waits_for_page("Learn")
    with person_at(tmp_path, qtbot) as me:
        assert me.page.title == "Welcome"
        assert (me.window.width(), me.window.height()) == (790, 700)


@pytest.mark.parametrize(
    "nonsense",
    [
        "not JSON",
        "[]",
        '{"text_size": "huge", "theme": 7, "window_size": [0, 0], "place": 5, "motion": "x"}',
        '{"text_size": 1000000000, "window_size": [99999999999, 5], "place": "nowhere"}',
        '{"text_size": -5, "window_size": [-5, 5, 5], "place": "opening", "letter_keys": 3}',
    ],
)
def test_nonsense_in_the_settings_stops_nobody(tmp_path: Path, qtbot: QtBot, nonsense: str) -> None:
    """The file can be edited by anybody; what makes no sense counts as not set."""
    (tmp_path / "settings.json").write_text(nonsense)
    with person_at(tmp_path, qtbot) as me:
        me.waits_for_page("Welcome")
        assert me.window.width() >= 640


def test_closing_waits_once_for_what_is_not_saved(tmp_path: Path, qtbot: QtBot) -> None:
    """On a disk that takes nothing more, an answer is not lost without a word."""
    with person_at(tmp_path, qtbot) as me:
        starts_short_version(me)
        me.services.store.flush()
        with held_by_another(tmp_path):
            me.presses(Qt.Key.Key_3)
            me.window.close()
            assert me.window.isVisible()
        # What a second closing would mean, and the way to try again, stand above the page, which
        # does not say a second time why it failed.
        qtbot.wait(200)
        assert "Try again" not in me.sees()
        me.presses(Qt.Key.Key_Return)
        me.waits_for_saved()
        me.window.close()
        assert not isValid(me.window) or not me.window.isVisible()
    with person_at(tmp_path, qtbot) as me:
        (summary,) = me.services.assessments.summaries()
        (response,) = me.services.assessments.responses(summary.assessment.id)
        assert response.answer == "3"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks the window itself")
def test_a_polite_end_from_outside_closes_as_a_person_does(tmp_path: Path) -> None:
    """Logging out sends a signal; the safety copy is made before the program ends."""
    (tmp_path / "settings.json").write_text("{}")  # an empty folder would be asked about
    program = subprocess.Popen(
        [sys.executable, "-m", "collabkit", "--data-dir", str(tmp_path)],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
    )
    until = time.monotonic() + 30
    while not (tmp_path / "collabkit.db").exists() and time.monotonic() < until:
        time.sleep(0.05)
    time.sleep(1)
    program.send_signal(signal.SIGTERM)
    assert program.wait(20) == 0
    assert list((tmp_path / "backups").glob("collabkit*.db"))
