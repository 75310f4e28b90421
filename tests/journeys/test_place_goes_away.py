"""The folder goes while the program is open: it is told, never made anew, and work is saved."""

import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from weakref import WeakSet

import pytest
from person import Person, held_by_another, person_at
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid
from test_alone import starts_short_version

from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.ui import save_ledger
from collabkit.ui.save_ledger import is_in_trouble
from collabkit.ui.surroundings import watch
from collabkit.ui.surroundings.teller import RescueDesktop

BACK = "The folder with your data is back"

pytestmark = pytest.mark.skipif(os.name == "nt", reason="an open folder cannot be moved there")


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch, "_LOOKS_EVERY", 50)


@pytest.fixture(autouse=True)
def only_this_window(monkeypatch: pytest.MonkeyPatch) -> None:
    """What pages of tests before have in hand does not belong to the window of this one."""
    monkeypatch.setattr(save_ledger, "_all", WeakSet())


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the person saves to: the dialog of the computer answers by itself."""
    stick = tmp_path / "stick"
    stick.mkdir()

    def chosen(_desktop: RescueDesktop, _parent: QWidget) -> Path:
        return stick

    monkeypatch.setattr(RescueDesktop, "ask_folder", chosen)
    return stick


@contextmanager
def at_the_statements(data: Path, qtbot: QtBot) -> Iterator[Person]:
    """Sit somebody down at the first statement; all up to there is saved."""
    with person_at(data, qtbot) as me:
        starts_short_version(me)
        me.services.store.flush()
        yield me


def above(me: Person) -> str:
    """Return what stands above all pages."""
    return me.window.standing.notice.sentence


def clicks_above(me: Person, name: str) -> None:
    """Press the button called ``name`` in what stands above all pages."""
    buttons = me.window.standing.findChildren(QAbstractButton)
    (button,) = (each for each in buttons if each.accessibleName() == name)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def acts_above(me: Person) -> list[tuple[str, str]]:
    """Return the acts that stand above all pages, each with its kind."""
    buttons = me.window.standing.findChildren(QAbstractButton)
    shown = (each for each in buttons if each.isVisible() and each.text())
    return [(each.text(), each.property("kind")) for each in shown]


def answers_in(data: Path) -> list[str | None]:
    """Return what is answered in the only assessment there."""
    services = open_services(DataFolder(data), read_only=True)
    (summary,) = services.assessments.summaries()
    responses = services.assessments.responses(summary.assessment.id)
    services.close()
    return [response.answer for response in responses]


def test_a_folder_that_has_gone_is_told_and_not_made_anew(tmp_path: Path, qtbot: QtBot) -> None:
    """Not by settings, log, copies or anything else, not even at closing."""
    data = tmp_path / "data"
    with person_at(data, qtbot) as me:
        me.services.store.flush()
        qtbot.wait(100)
        data.rename(tmp_path / "moved")
        qtbot.waitUntil(lambda: "not in its place" in above(me))
        me.window.resize(800, 700)  # is remembered at closing, if there is a place for it
        me.presses(Qt.Key.Key_6, held=Qt.KeyboardModifier.AltModifier)
    assert not data.exists()


def test_a_folder_that_comes_back_is_no_trouble_any_more(tmp_path: Path, qtbot: QtBot) -> None:
    data = tmp_path / "data"
    with person_at(data, qtbot) as me:
        qtbot.wait(100)
        data.rename(tmp_path / "moved")
        qtbot.waitUntil(lambda: "not in its place" in above(me))
        (tmp_path / "moved").rename(data)
        qtbot.waitUntil(lambda: above(me) == f"{BACK}. You can go on.")
        starts_short_version(me)
        me.presses(Qt.Key.Key_3)
        me.waits_for_saved()


def test_an_unplugged_stick_is_told_once_and_goes_on_by_itself(
    tmp_path: Path, qtbot: QtBot
) -> None:
    """One notice with one primary act; when the stick is back, nobody has to do anything."""
    data = tmp_path / "data"
    with at_the_statements(data, qtbot) as me:
        data.rename(tmp_path / "moved")
        me.presses(Qt.Key.Key_4)
        qtbot.waitUntil(lambda: "What you entered last stays here" in above(me))
        qtbot.waitUntil(lambda: "Try again" not in me.sees())
        assert acts_above(me) == [
            ("Try again", "primary"),
            ("Save my work somewhere else…", "quiet"),
        ]
        clicks_above(me, "Try again")
        qtbot.waitUntil(lambda: "still not in its place" in above(me))
        (tmp_path / "moved").rename(data)
        told = f"{BACK}, and what you entered meanwhile is saved."
        qtbot.waitUntil(lambda: above(me) == told)
        me.waits_for_saved()
        assert acts_above(me) == []
    assert answers_in(data) == ["4"]


def test_a_disk_that_takes_nothing_is_told_once_with_the_reason(
    tmp_path: Path, qtbot: QtBot
) -> None:
    """What the page would say, and what can be done, in one notice."""
    data = tmp_path / "data"
    with at_the_statements(data, qtbot) as me:
        with held_by_another(data):
            me.presses(Qt.Key.Key_4)
            qtbot.waitUntil(lambda: "not saved yet" in above(me), timeout=10_000)
            (reason,) = save_ledger.troubles()
            assert above(me).startswith(reason)
            qtbot.waitUntil(lambda: "Try again" not in me.sees())
        clicks_above(me, "Try again")
        qtbot.waitUntil(lambda: above(me) == "What you entered last is saved now.")
        me.waits_for_saved()


def test_what_cannot_be_saved_goes_somewhere_else(
    tmp_path: Path, qtbot: QtBot, stick: Path
) -> None:
    """One press and a folder; the answer that nobody could save is in it, and one goes on there."""
    data = tmp_path / "data"
    with at_the_statements(data, qtbot) as me:
        with held_by_another(data):
            me.presses(Qt.Key.Key_4)
            qtbot.waitUntil(lambda: "not saved yet" in above(me), timeout=10_000)
            keyboard = QApplication.focusWidget()
            assert keyboard is not None
            clicks_above(me, "Save my work somewhere else…")
            qtbot.waitUntil(lambda: "The entry that was not saved" in above(me), timeout=10_000)
            assert QApplication.focusWidget() is keyboard
        clicks_above(me, "Try again")
        me.waits_for_saved()
    (folder,) = stick.iterdir()
    assert answers_in(folder / "everything") == ["4"]
    assert [path.suffix for path in folder.iterdir() if path.is_file()] == [".collabkit"]


def test_what_is_saved_here_after_all_is_no_longer_told_as_missing(
    tmp_path: Path, qtbot: QtBot, stick: Path
) -> None:
    """The trouble ended while the work was saved elsewhere; where that is stays told."""
    with at_the_statements(tmp_path / "data", qtbot) as me:
        with held_by_another(tmp_path / "data"):
            me.presses(Qt.Key.Key_4)
            qtbot.waitUntil(lambda: "not saved yet" in above(me), timeout=10_000)
            clicks_above(me, "Save my work somewhere else…")
            qtbot.waitUntil(lambda: "is being saved in" in above(me), timeout=10_000)
        save_ledger.try_everything_again()
        me.waits_for_saved()
        qtbot.waitUntil(lambda: above(me).endswith("is saved here too by now."), timeout=10_000)
        assert [words for words, _kind in acts_above(me)] == ["Show the folder"]


def test_work_is_saved_elsewhere_when_its_folder_was_deleted(
    tmp_path: Path, qtbot: QtBot, stick: Path
) -> None:
    """On most systems what is open can still be read."""
    data = tmp_path / "data"
    with person_at(data, qtbot) as me:
        starts_short_version(me)
        me.presses(Qt.Key.Key_5)
        me.waits_for_saved()
        shutil.rmtree(data)
        qtbot.waitUntil(lambda: "not in its place" in above(me))
        clicks_above(me, "Save my work somewhere else…")
        qtbot.waitUntil(lambda: "Your work is in the folder" in above(me), timeout=10_000)
        assert len(list(stick.rglob("*.collabkit"))) == 1
    assert not data.exists()


def test_closing_twice_closes_though_it_was_tried_again_in_vain(
    tmp_path: Path, qtbot: QtBot
) -> None:
    """Nobody is kept by a disk that does not come back; the first wish says what it costs."""
    data = tmp_path / "data"
    with at_the_statements(data, qtbot) as me:
        data.rename(tmp_path / "moved")
        me.presses(Qt.Key.Key_4)
        qtbot.waitUntil(lambda: "not in its place" in above(me) and is_in_trouble())
        me.window.close()
        assert me.window.isVisible()
        qtbot.wait(200)  # it was tried once more
        me.window.close()
        assert not isValid(me.window) or not me.window.isVisible()
    assert not data.exists()


def test_settings_offer_it_at_any_time(tmp_path: Path, qtbot: QtBot, stick: Path) -> None:
    """Own questionnaires and the like go along, which no safety copy holds."""
    data = tmp_path / "data"
    with person_at(data, qtbot) as me:
        (data / "packs").mkdir()
        (data / "packs" / "own.toml").write_text("mine")
        me.presses(Qt.Key.Key_Comma, held=Qt.KeyboardModifier.ControlModifier)
        me.waits_for_page("Settings")
        me.tabs_to("Save my work somewhere else…")
        me.presses(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda: "Your work is in the folder" in above(me), timeout=10_000)
    assert len(list(stick.rglob("own.toml"))) == 1


def test_a_folder_that_does_not_do_can_be_chosen_otherwise(
    tmp_path: Path, qtbot: QtBot, stick: Path
) -> None:
    """The offer stays, with the reason."""
    stick.rmdir()
    with person_at(tmp_path / "data", qtbot) as me:
        qtbot.waitUntil(lambda: me.window.receivers("2save_elsewhere_requested()") > 0)
        me.window.save_elsewhere_requested.emit()
        qtbot.waitUntil(lambda: "was not saved there" in above(me), timeout=10_000)
        stick.mkdir()
        clicks_above(me, "Save my work somewhere else…")
        qtbot.waitUntil(lambda: "Your work is in the folder" in above(me), timeout=10_000)


@pytest.mark.skipif(sys.platform != "linux", reason="one system is enough for this")
def test_the_place_is_looked_at_once(
    tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A calm sentence, which a person can close; nothing else is different."""
    (tmp_path / ".stfolder").mkdir()
    with person_at(tmp_path / "data", qtbot) as me:
        qtbot.waitUntil(lambda: "Syncthing" in above(me))
        clicks_above(me, "Close this notice")
        assert not me.window.standing.isVisible()
