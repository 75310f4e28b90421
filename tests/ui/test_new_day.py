"""The program stays open over midnight: what was said of today is not said of yesterday."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from house import TODAY, House, focused, words
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.ui import new_day
from collabkit.ui.companions import Companions
from collabkit.ui.new_day import NewDay
from collabkit.ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

TOMORROW = TODAY + timedelta(days=1)


class Calendar:
    """What the clock of the computer says."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __call__(self) -> date:
        return self.day


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(new_day, "_LOOKS_EVERY", 20)


@pytest.fixture
def calendar(house: House) -> Calendar:
    """The day on which the data is opened; a plan has something due on the next."""
    calendar = Calendar(TODAY)
    house.context = replace(house.context, today=calendar)
    house.plan(house.assessment(answered=3), ("Ring a partner", TOMORROW))
    return calendar


@pytest.fixture
def companions(calendar: Calendar, house: House, window: MainWindow) -> Companions:
    """What goes on beside the pages of ``window``, which is at Home."""
    companions = Companions(window, calendar, window)
    window.closing.connect(companions.end)
    companions.begin(house.services)
    return companions


def test_another_day_is_told_once(qapp: QApplication, qtbot: QtBot) -> None:
    calendar, told = Calendar(TODAY), list[date]()
    days = NewDay(calendar, qapp)
    days.begun.connect(lambda: told.append(calendar.day))
    days.begin()
    qtbot.wait(60)
    assert told == []
    calendar.day = TOMORROW
    qtbot.waitUntil(lambda: bool(told))
    qtbot.wait(60)
    assert told == [TOMORROW]
    days.end()


@pytest.mark.usefixtures("companions")
def test_home_says_what_is_due_today(qtbot: QtBot, calendar: Calendar, window: MainWindow) -> None:
    """Nobody has pressed anything; the keyboard is where it is on coming to Home."""
    assert "Due today" not in words(window)
    calendar.day = TOMORROW
    qtbot.waitUntil(lambda: "Due today" in words(window))
    assert window.page is not None
    assert focused() is window.page.first_focus()


@pytest.mark.usefixtures("companions")
def test_a_copy_of_today_is_one_of_yesterday(
    qtbot: QtBot, calendar: Calendar, house: House, window: MainWindow
) -> None:
    """In the sentence above the copies, and in the name of each."""
    calendar.day = house.services.safety.make(TODAY).made.date()
    window.navigator.go("safety-copies")
    qtbot.waitUntil(lambda: "It was read through" in words(window))
    assert "made today at" in words(window)
    calendar.day += timedelta(days=1)
    qtbot.waitUntil(lambda: "made yesterday at" in words(window))
    assert "oday" not in words(window)


@pytest.mark.usefixtures("companions")
def test_settings_say_so_too(
    qtbot: QtBot, calendar: Calendar, house: House, window: MainWindow
) -> None:
    calendar.day = house.services.safety.make(TODAY).made.date()
    window.navigator.go("settings")
    assert "made today at" in words(window)
    calendar.day += timedelta(days=1)
    qtbot.waitUntil(lambda: "made yesterday at" in words(window))


@pytest.mark.usefixtures("companions")
def test_a_plan_says_what_is_overdue(qtbot: QtBot, calendar: Calendar, window: MainWindow) -> None:
    window.navigator.go("plan")
    assert "overdue" not in words(window).lower()
    calendar.day = TOMORROW + timedelta(days=1)
    qtbot.waitUntil(lambda: "overdue" in words(window).lower())
