"""That something is not saved stands on every page, and leads to what can be done about it."""

from weakref import WeakSet

import pytest
from house import House, focused, words
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.errors import CollabkitError
from collabkit.services.outcome import WhenDone
from collabkit.ui import save_ledger
from collabkit.ui.companions import Companions
from collabkit.ui.save_ledger import SaveLedger
from collabkit.ui.surroundings import watch
from collabkit.ui.surroundings.wording import told_of_trouble
from collabkit.ui.theme.apply import apply_theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.save_mark import SaveState, Saving
from collabkit.ui.widgets.text import Text
from collabkit.ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

FULL = "The disk is full."
WAY_OUT, ELSEWHERE = "What you can do", "Save my work somewhere else…"


class Disk:
    """Takes nothing as long as it is full."""

    def __init__(self) -> None:
        self.is_full = True
        self.ledger: SaveLedger[str, str] = SaveLedger()

    def take(self, _value: str, when_done: WhenDone) -> None:
        when_done(CollabkitError(FULL) if self.is_full else None)


@pytest.fixture
def disk(qtbot: QtBot, house: House, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> Disk:
    """An answer on the first page could not be saved; the notice about it was closed."""
    monkeypatch.setattr(watch, "_LOOKS_EVERY", 20)
    monkeypatch.setattr(save_ledger, "_all", WeakSet())
    companions = Companions(window, house.context.today, window)
    window.closing.connect(companions.end)
    companions.begin(house.services)
    disk = Disk()
    assert window.page is not None
    disk.ledger.state_changed.connect(window.page.save_state_changed)
    disk.ledger.keep("May", "4", disk.take)
    qtbot.waitUntil(lambda: FULL in window.standing.notice.sentence, timeout=10_000)
    press(window, "Close this notice")
    return disk


def press(window: MainWindow, name: str) -> None:
    """Press what can be seen under ``name`` with the mouse, which gives it the keyboard."""
    (button,) = (
        each for each in window.findChildren(Button)
        if each.isVisible() and each.accessibleName() == name
    )  # fmt: skip
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    QApplication.processEvents()


@pytest.mark.usefixtures("disk")
@pytest.mark.parametrize("place", ["home", "plan", "learn", "settings"])
def test_every_page_says_it_and_leads_to_the_way_out(window: MainWindow, place: str) -> None:
    """Whatever the page itself has to say of its own saving."""
    window.navigator.go(place)
    assert window.page is not None
    window.page.save_state_changed.emit(SaveState(Saving.NOTHING))
    assert "Not saved yet." in words(window.page.foot)
    press(window, WAY_OUT)
    assert FULL in window.standing.notice.sentence
    assert ELSEWHERE in words(window.standing)
    assert WAY_OUT not in words(window.page.foot)
    keyboard = focused()
    assert keyboard is not None
    assert keyboard.accessibleName() == "Try again"


@pytest.mark.usefixtures("disk")
def test_who_closes_it_again_is_on_the_page(window: MainWindow) -> None:
    """At its first focus: what was pressed had gone."""
    press(window, WAY_OUT)
    press(window, "Close this notice")
    page, keyboard = window.page, focused()
    assert page is not None
    assert keyboard is (page.first_focus() or page.head.title)


@pytest.mark.usefixtures("disk")
def test_a_page_has_no_second_notice_of_its_own(window: MainWindow) -> None:
    """With “Try again” alone, it would take away the better way."""
    assert window.page is not None
    window.page.notice.tell(FULL, "Try again", tone="alert")
    assert window.page.notice.sentence == ""


def test_once_all_is_saved_nothing_is_left_of_it(
    qtbot: QtBot, window: MainWindow, disk: Disk
) -> None:
    """Also on another page than that where it was entered."""
    window.navigator.go("plan")
    disk.is_full = False
    disk.ledger.try_again()
    qtbot.waitUntil(lambda: window.save_mark.text == "Saved", timeout=10_000)
    assert window.page is not None
    assert WAY_OUT not in words(window.page.foot)


def test_no_word_of_it_is_cut_off(qapp: QApplication, window: MainWindow, house: House) -> None:
    """In the largest text and the smallest window, above the page with the highest content."""
    window.navigator.go("questionnaire", assessment_id=house.assessment(answered=1))
    apply_theme(qapp, "light", 200)
    window.resize(1024, 720)
    reason = f"This could not be saved just now. {FULL} {FULL} What was saved before is safe."
    acts = {"again": "Try again", "elsewhere": ELSEWHERE}
    window.standing.tell(told_of_trouble(reason, is_asked=False), acts, is_about_saving=True)
    QApplication.processEvents()
    (told,) = (t for t in window.standing.findChildren(Text) if FULL in t.text())
    assert told.height() >= told.heightForWidth(told.width())


def test_what_was_answered_stays_in_sight_when_it_comes(
    qtbot: QtBot, qapp: QApplication, window: MainWindow, house: House
) -> None:
    """The room that it takes is that of the answer, in large text."""
    apply_theme(qapp, "light", 200)
    window.resize(1024, 720)
    window.navigator.go("questionnaire", assessment_id=house.assessment(answered=1))
    QApplication.processEvents()
    statement = focused()
    assert statement is not None
    QTest.keyClick(statement, Qt.Key.Key_4)
    QApplication.processEvents()
    card, page = focused(), window.page
    assert card is not None
    assert page is not None
    view = page.scroller.viewport()
    height = view.height()

    def is_seen() -> bool:
        top = card.mapTo(view.window(), QPoint(0, 0)).y()
        above = view.mapTo(view.window(), QPoint(0, 0)).y()
        return above <= top < above + view.height()

    assert is_seen()
    window.standing.tell(f"{FULL} " * 3, {"again": "Try again"})
    qtbot.waitUntil(lambda: view.height() < height, timeout=10_000)
    qtbot.waitUntil(is_seen, timeout=10_000)
    assert focused() is card
