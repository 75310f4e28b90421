"""Closing the window with something in hand: once it says what that costs, then it closes."""

from collections.abc import Callable
from weakref import WeakSet

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from collabkit.errors import CollabkitError
from collabkit.settings import Settings
from collabkit.ui import save_ledger
from collabkit.ui.navigation import Place
from collabkit.ui.save_ledger import SaveLedger
from collabkit.ui.theme import Theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.save_mark import SaveState, Saving
from collabkit.ui.widgets.standing_notice import StandingNotice
from collabkit.ui.window import MainWindow

COST = "is not on the disk yet, so collabkit stays open. If you close once more, it is lost."
HERE = f"Something you entered on this page {COST}"
ELSEWHERE = f"Something you entered on another page {COST}"


class HoldingPage(Page):
    """Holds something unsaved as long as a test wants it, and may have words of its own."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.is_holding = False
        self.own_words = ""
        self.is_left = False
        self.shows: object = None
        self.holds_of: object = None

    def entered(self, **arguments: object) -> None:
        self.is_left = False
        self.shows = arguments.get("of")

    def unsaved_arguments(self) -> dict[str, object] | None:
        return {"of": self.holds_of} if self.holds_of else None

    def left(self) -> None:
        self.is_left = True

    def stayed(self) -> None:
        self.is_left = False

    def holds_unsaved(self) -> bool:
        return self.is_holding

    def unsaved_words(self) -> str:
        return self.own_words


@pytest.fixture
def window(theme: Theme, keep_window: Callable[[QWidget], None]) -> MainWindow:
    """A window with two pages, both visited, on the second."""

    def place(title: str) -> Place:
        return Place(title.lower(), title, "home", lambda: HoldingPage(title))

    window = MainWindow((place("Workshop"), place("Plan")), Settings(None))
    keep_window(window)
    window.show()
    for key in ("workshop", "plan"):
        window.navigator.go(key)
    return window


def pages(window: MainWindow) -> tuple[HoldingPage, HoldingPage]:
    first, second = window.findChildren(HoldingPage)
    return (first, second) if first.title == "Workshop" else (second, first)


def told(window: MainWindow) -> str:
    """Try to close; return what is said instead, or nothing if it has closed."""
    return "" if window.close() else said(window)


def said(window: MainWindow) -> str:
    """Return what is said above the pages about closing."""
    return " ".join(each.notice.sentence for each in notices(window) if each.isVisible())


def notices(window: MainWindow) -> list[StandingNotice]:
    return window.findChildren(StandingNotice)


def acts(window: MainWindow) -> list[str]:
    """Return the acts that are offered, the primary one first."""
    return [
        button.text()
        for each in notices(window)
        for button in each.findChildren(Button)
        if button.isVisible() and button.text()
    ]


def press(window: MainWindow, act: str) -> None:
    (button,) = (
        button
        for each in notices(window)
        for button in each.findChildren(Button)
        if button.isVisible() and button.text() == act
    )
    button.click()


@pytest.fixture
def trouble(monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> SaveLedger[str, str]:
    """Something that could not be saved, and cannot be now."""
    monkeypatch.setattr(save_ledger, "_all", WeakSet())

    def refuse(_value: str, _when_done: object) -> None:
        raise CollabkitError("The disk is full.")

    ledger: SaveLedger[str, str] = SaveLedger()
    ledger.keep("it", "words", refuse)
    qtbot.waitUntil(lambda: bool(ledger.trouble))
    return ledger


def test_what_is_not_on_the_disk_keeps_the_window_open_once(window: MainWindow) -> None:
    """The sentence is right for the page that is shown, and asks nobody to go to it."""
    _workshop, plan = pages(window)
    plan.is_holding = True
    assert told(window) == HERE
    assert "Show it" not in acts(window)
    assert told(window) == ""


def test_what_comes_in_after_the_warning_is_warned_of_as_well(
    window: MainWindow, trouble: SaveLedger[str, str]
) -> None:
    """Whoever goes on working on a full disk would lose far more than was said. Less is less."""

    def refuse(_value: str, _when_done: object) -> None:
        raise CollabkitError("The disk is full.")

    _workshop, plan = pages(window)
    plan.is_holding = True
    assert told(window) == HERE
    trouble.keep("more", "words", refuse)
    assert told(window) == HERE
    trouble.forget("it")
    assert told(window) == ""


@pytest.mark.usefixtures("trouble")
def test_what_could_not_be_saved_can_be_tried_again_there(window: MainWindow, qtbot: QtBot) -> None:
    """Whatever the page itself offers; that is about something else."""
    _workshop, plan = pages(window)
    plan.is_holding = True
    plan.notice.tell("The action is taken out.", "Undo")
    assert told(window) == HERE
    assert acts(window) == ["Try again", "Save my work somewhere else…"]
    assert plan.notice.act == "Undo"
    with qtbot.waitSignal(window.tried_again):
        press(window, "Try again")
    assert told(window) == ""  # it was said what it costs


@pytest.mark.usefixtures("trouble")
def test_why_it_is_not_saved_is_not_told_a_second_time_below(window: MainWindow) -> None:
    _workshop, plan = pages(window)
    plan.is_holding = True
    plan.notice.tell("The disk is full.", "Try again", tone="alert")
    assert told(window) == HERE
    assert plan.notice.sentence == ""


def test_what_is_unsaved_elsewhere_is_shown_on_one_press(window: MainWindow) -> None:
    workshop, _plan = pages(window)
    window.navigator.go("workshop", of="June")
    window.navigator.go("plan")
    workshop.is_holding = True
    assert told(window) == ELSEWHERE
    assert acts(window) == ["Show it"]
    press(window, "Show it")
    assert window.page is workshop
    assert workshop.shows == "June"
    assert said(window) == ""
    assert told(window) == ""  # a second wish to close is granted


def test_a_page_that_shows_one_of_many_shows_the_one_that_is_unsaved(window: MainWindow) -> None:
    """Also if another one was shown on it last."""
    workshop, _plan = pages(window)
    workshop.is_holding, workshop.own_words, workshop.holds_of = True, "A sheet is keyed in.", "May"
    assert told(window) == "A sheet is keyed in."
    press(window, "Show it")
    assert (window.page, workshop.shows) == (workshop, "May")


def test_the_keyboard_goes_to_the_act_and_back(window: MainWindow) -> None:
    """Enter leads to what is unsaved; closing the notice leads back to where one was."""
    workshop, plan = pages(window)
    window.activateWindow()
    plan.take_focus()
    before = window.focusWidget()
    workshop.is_holding = True
    assert told(window)
    focused = window.focusWidget()
    assert isinstance(focused, Button)
    assert focused.text() == "Show it"
    window.above.closing.take_back()
    assert window.focusWidget() is before


def test_going_on_takes_the_sentence_away(window: MainWindow) -> None:
    """It spoke of this page; closing once more closes all the same."""
    _workshop, plan = pages(window)
    plan.is_holding = True
    assert told(window) == HERE
    window.navigator.go("workshop")
    assert said(window) == ""
    assert told(window) == ""


def test_what_stands_above_comes_back_afterwards(window: MainWindow) -> None:
    """One sentence at a time."""
    _workshop, plan = pages(window)
    plan.is_holding = True
    window.standing.tell("The stick is gone.")
    assert told(window) == HERE
    window.above.closing.take_back()
    assert said(window) == "The stick is gone."


def test_a_page_says_what_it_holds_in_its_own_words(window: MainWindow) -> None:
    """Also while another page is shown."""
    workshop, _plan = pages(window)
    workshop.is_holding, workshop.own_words = True, "A vote is open."
    assert told(window) == "A vote is open."
    assert told(window) == ""


def test_two_pages_say_each_what_they_hold(window: MainWindow) -> None:
    workshop, plan = pages(window)
    workshop.is_holding = plan.is_holding = True
    assert told(window) == f"Something you entered here and on another page {COST}"
    workshop.own_words = "A vote is open."
    assert told(window) == f"A vote is open. {HERE}"


def test_more_than_was_warned_of_is_warned_of_anew(window: MainWindow) -> None:
    workshop, _plan = pages(window)
    workshop.is_holding, workshop.own_words = True, "A vote is open with seven answers in."
    assert told(window)
    workshop.own_words = "A vote is open with eight answers in."
    assert told(window) == "A vote is open with eight answers in."
    assert told(window) == ""


def test_after_something_was_saved_the_next_trouble_is_told_again(window: MainWindow) -> None:
    _workshop, plan = pages(window)
    plan.is_holding = True
    assert told(window) == HERE
    plan.save_state_changed.emit(SaveState(Saving.DONE))
    assert said(window) == ""
    assert told(window) == HERE


def test_words_of_a_page_that_holds_nothing_stop_nobody(window: MainWindow) -> None:
    workshop, _plan = pages(window)
    workshop.own_words = "A vote is open."
    assert told(window) == ""


def test_a_page_that_stays_open_after_all_is_not_left(window: MainWindow) -> None:
    """It was flushed for the end, and goes on as before."""
    _first, second = pages(window)
    second.is_holding = True
    assert told(window) == HERE
    assert not second.is_left
