"""The file is damaged or replaced while somebody works: nothing typed is lost."""

import os
import shutil
from pathlib import Path

import pytest
from house import House, press
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from recovery_evening import (
    make_answers,
    shown,
    waits_for_home,
    waits_for_recovery,
    window_on,
)

from collabkit.app import Program
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.file_health import has_gone_bad, identity_of
from collabkit.ui.opening import file_watch
from collabkit.ui.surroundings import watch
from collabkit.ui.widgets.standing_notice import StandingNotice

SAVED_NOW = "The entry that could not be saved before is saved now."

pytestmark = [
    pytest.mark.usefixtures("theme", "no_windows_left"),
    pytest.mark.skipif(os.name == "nt", reason="an open file cannot be replaced there"),
]


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(file_watch, "_LOOKS_EVERY", 50)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_answers(tmp_path / "data")


def answers_in(root: Path) -> list[str]:
    """Return all answers, by statement."""
    services = open_services(DataFolder(root), read_only=True)
    try:
        assessment_id = services.assessments.summaries()[0].assessment.id
        return [str(each.answer) for each in services.assessments.responses(assessment_id)]
    finally:
        services.close()


def goes_to_the_statements(qtbot: QtBot, program: Program) -> None:
    """Open the assessment where it was left."""
    waits_for_home(qtbot, program)
    qtbot.waitUntil(lambda: program.findChild(file_watch.FileWatch) is not None, timeout=10_000)
    summary = program.context.services.assessments.summaries()[0]
    program.window.navigator.go("questionnaire", assessment_id=summary.assessment.id)
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def answers(key: Qt.Key) -> None:
    """Answer the statement that is shown."""
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key)
    QApplication.processEvents()


def overwrite(database: Path) -> None:
    """Write garbage over nearly all of a file, in its place."""
    data = bytearray(database.read_bytes())
    data[24:28] = b"\x00\x00\xff\xff"  # that it was changed, so that nothing is remembered
    data[4096:] = b"\x5a" * (len(data) - 4096)
    with database.open("r+b") as file:
        file.write(data)


def test_an_answer_given_after_the_file_was_replaced_is_saved_in_the_end(
    qtbot: QtBot, root: Path
) -> None:
    """A file from elsewhere lies in its place: the page of recovery comes, and then the answer."""
    database = root / "collabkit.db"
    with window_on(root, qtbot) as program:
        goes_to_the_statements(qtbot, program)
        other = root.with_name("other.db")
        other.write_bytes(b"something else entirely")
        other.replace(database)
        answers(Qt.Key.Key_4)
        page = waits_for_recovery(qtbot, program)
        assert page.title == "Your answers are safe"
        press(qtbot, page, "Put everything back")
        home = waits_for_home(qtbot, program)
        assert home.notice.sentence.startswith("Everything was put back: ")
        assert home.notice.sentence.endswith(
            "The entry that could not be saved before is saved now."
        )
        assert not program.window.standing.isVisible()
    assert answers_in(root) == ["3", "3", "4"]


def test_damage_that_saving_meets_leads_to_the_same_page(qtbot: QtBot, root: Path) -> None:
    """SQLite finds the file malformed when it writes."""
    database = root / "collabkit.db"
    with window_on(root, qtbot) as program:
        goes_to_the_statements(qtbot, program)
        overwrite(database)
        answers(Qt.Key.Key_4)
        page = waits_for_recovery(qtbot, program)
        press(qtbot, page, "Put everything back")
        waits_for_home(qtbot, program)
    assert answers_in(root) == ["3", "3", "4"]


def test_damage_that_reading_meets_leads_to_the_same_page(qtbot: QtBot, root: Path) -> None:
    """Nothing was typed; somebody only goes to another page."""
    database = root / "collabkit.db"
    with window_on(root, qtbot) as program:
        goes_to_the_statements(qtbot, program)
        overwrite(database)
        program.window.navigator.go("assess")
        page = waits_for_recovery(qtbot, program)
        press(qtbot, page, "Put everything back")
        waits_for_home(qtbot, program)
    assert answers_in(root) == ["3", "3"]


def test_an_older_file_written_over_the_open_one_is_noticed(qtbot: QtBot, root: Path) -> None:
    """As programs do that keep folders alike: nothing that said “Saved” is lost by it."""
    database = root / "collabkit.db"
    last_week = database.read_bytes()
    with window_on(root, qtbot) as program:
        goes_to_the_statements(qtbot, program)
        answers(Qt.Key.Key_4)
        program.context.services.store.flush()
        with database.open("r+b") as file:
            file.truncate()
            file.write(last_week)
        answers(Qt.Key.Key_5)
        page = waits_for_recovery(qtbot, program)
        press(qtbot, page, "Put the missing answer back")
        home = waits_for_home(qtbot, program)
        assert home.notice.sentence.endswith(SAVED_NOW)
    assert answers_in(root) == ["3", "3", "5"]


def test_a_file_written_over_is_noticed_once_the_other_window_has_gone(
    qtbot: QtBot, root: Path
) -> None:
    """As long as the room's window or a dialog is open, nothing is closed under it."""
    database = root / "collabkit.db"
    last_week = database.read_bytes()
    with window_on(root, qtbot) as program:
        goes_to_the_statements(qtbot, program)
        answers(Qt.Key.Key_4)
        program.context.services.store.flush()
        other = QWidget()
        qtbot.addWidget(other)
        other.show()
        program.window.activateWindow()
        told: list[bool] = []
        program.findChild(file_watch.FileWatch).lost.connect(lambda: told.append(True))
        with database.open("r+b") as file:
            file.truncate()
            file.write(last_week)
        answers(Qt.Key.Key_5)
        qtbot.waitUntil(lambda: told != [])
        assert program.is_usable
        other.close()
        page = waits_for_recovery(qtbot, program)
        press(qtbot, page, "Put the missing answer back")
        waits_for_home(qtbot, program)
    assert answers_in(root) == ["3", "3", "5"]


def test_a_file_that_is_sound_after_all_is_simply_opened_again(qtbot: QtBot, root: Path) -> None:
    """It was moved away and copied back: nothing to put back, and the answer is saved."""
    database = root / "collabkit.db"
    with window_on(root, qtbot) as program:
        goes_to_the_statements(qtbot, program)
        copy = root.with_name("copy.db")
        shutil.copyfile(database, copy)
        copy.replace(database)
        answers(Qt.Key.Key_4)
        qtbot.waitUntil(lambda: shown(program).notice.sentence == SAVED_NOW, timeout=20_000)
    assert answers_in(root) == ["3", "3", "4"]


def test_closing_with_something_in_hand_asks_once(qtbot: QtBot, root: Path) -> None:
    """Who closes on the page of recovery is told what is lost by it."""
    database = root / "collabkit.db"
    with window_on(root, qtbot) as program:
        goes_to_the_statements(qtbot, program)
        other = root.with_name("other.db")
        other.write_bytes(b"something else entirely")
        other.replace(database)
        answers(Qt.Key.Key_4)
        waits_for_recovery(qtbot, program)
        program.window.close()
        assert program.window.isVisible()
        (told,) = (n for n in program.window.findChildren(StandingNotice) if n.isVisible())
        assert "If you close once more, it is lost." in told.notice.sentence


def test_a_sound_file_is_left_alone(tmp_path: Path) -> None:
    """What may pass, such as a folder that is not there just now, counts as nothing."""
    house = House(tmp_path / "data")
    folder = house.context.folder
    opened = identity_of(folder)
    house.assessment(answered=1)
    assert not has_gone_bad(folder, opened)
    folder.root.rename(tmp_path / "moved")
    assert not has_gone_bad(folder, opened)
    (tmp_path / "moved").rename(folder.root)
    assert not has_gone_bad(folder, opened)
    folder.database.unlink()
    assert has_gone_bad(folder, opened)


def test_a_stick_that_is_plugged_in_again_goes_on_where_one_was(
    qtbot: QtBot, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is back is another file to the system: it is opened, and the answer is saved into it."""
    monkeypatch.setattr(watch, "_LOOKS_EVERY", 50)
    with window_on(root, qtbot) as program:
        goes_to_the_statements(qtbot, program)
        before = program.window.navigator.current
        standing = program.window.standing.notice
        away, other = root.with_name("away"), root.with_name("other")
        shutil.copytree(root, other)
        root.rename(away)
        answers(Qt.Key.Key_4)
        qtbot.waitUntil(lambda: "not in its place" in standing.sentence)
        other.rename(root)
        told = f"The folder with your data is back. {SAVED_NOW}"
        qtbot.waitUntil(lambda: shown(program).notice.sentence == told, timeout=20_000)
        now = program.window.navigator.current
        assert before is not None
        assert now is not None
        assert now.key == "questionnaire"
        assert now.arguments["assessment_id"] == before.arguments["assessment_id"]
        assert standing.sentence == ""
    assert answers_in(root) == ["3", "3", "4"]


def test_where_one_was_is_left_if_the_data_does_not_know_it(
    qtbot: QtBot, root: Path, tmp_path: Path
) -> None:
    """Other data in the same place, such as that of another stick."""
    house = House(tmp_path / "elsewhere")
    house.services.close()
    with window_on(root, qtbot) as program:
        goes_to_the_statements(qtbot, program)
        root.rename(root.with_name("away"))
        (tmp_path / "elsewhere").rename(root)
        program._entrance.look_now()
        waits_for_home(qtbot, program)
