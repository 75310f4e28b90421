"""Closing the window with something in hand: once it says what that costs, then it closes."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from collabkit.settings import Settings
from collabkit.ui.navigation import Place
from collabkit.ui.theme import Theme
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.save_mark import SaveState, Saving
from collabkit.ui.window import MainWindow

USUAL = (
    "Something you entered is not on the disk yet, so collabkit stays open. Go back to it and "
    "choose “Try again”. If you close once more, it is lost."
)


class HoldingPage(Page):
    """Holds something unsaved as long as a test wants it, and may have words of its own."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.is_holding = False
        self.own_words = ""
        self.is_left = False

    def entered(self, **_arguments: object) -> None:
        self.is_left = False

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
    page = window.page
    assert page is not None
    page.notice.close_notice()
    return "" if window.close() else page.notice.sentence


def test_what_is_not_on_the_disk_keeps_the_window_open_once(window: MainWindow) -> None:
    _workshop, plan = pages(window)
    plan.is_holding = True
    assert told(window) == USUAL
    assert told(window) == ""


def test_try_again_stays_where_it_is_spoken_of(window: MainWindow) -> None:
    """The warning takes the place of the sentence that offered it."""
    _workshop, plan = pages(window)
    plan.is_holding = True
    plan.notice.tell("The disk is full.", "Try again", tone="alert")
    assert not window.close()
    assert (plan.notice.sentence, plan.notice.act) == (USUAL, "Try again")


def test_an_act_that_has_nothing_to_do_with_it_goes(window: MainWindow) -> None:
    workshop, plan = pages(window)
    workshop.is_holding, workshop.own_words = True, "A vote is open."
    plan.notice.tell("The action is taken out.", "Undo")
    assert not window.close()
    assert (plan.notice.sentence, plan.notice.act) == ("A vote is open.", "")


def test_a_page_says_what_it_holds_in_its_own_words(window: MainWindow) -> None:
    """Also while another page is shown."""
    workshop, _plan = pages(window)
    workshop.is_holding, workshop.own_words = True, "A vote is open."
    assert told(window) == "A vote is open."
    assert told(window) == ""


def test_two_pages_say_each_what_they_hold(window: MainWindow) -> None:
    workshop, plan = pages(window)
    workshop.is_holding = plan.is_holding = True
    assert told(window) == USUAL
    workshop.own_words = "A vote is open."
    assert set(told(window).split(USUAL)) == {"A vote is open. ", ""}


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
    assert told(window) == USUAL
    plan.save_state_changed.emit(SaveState(Saving.DONE))
    assert told(window) == USUAL


def test_words_of_a_page_that_holds_nothing_stop_nobody(window: MainWindow) -> None:
    workshop, _plan = pages(window)
    workshop.own_words = "A vote is open."
    assert told(window) == ""


def test_a_page_that_stays_open_after_all_is_not_left(window: MainWindow) -> None:
    """It was flushed for the end, and goes on as before."""
    _first, second = pages(window)
    second.is_holding = True
    assert told(window) == USUAL
    assert not second.is_left
