"""The timer of the console: it counts down, rests, and hurries nobody."""

from collections.abc import Iterator

import pytest
from console_desk import Console, Key
from house import House
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from collabkit.room.preparation import Times
from collabkit.ui.theme import Theme
from collabkit.ui.workshop.console.clock import Clock, ClockState, Timed
from collabkit.ui.workshop.console.wording import clock_words


class Watch:
    """A clock and the time that it reads."""

    def __init__(self) -> None:
        self.now = 1_000.0
        self.clock = Clock(None, lambda: self.now)

    def later(self, seconds: float) -> ClockState:
        """Let ``seconds`` go by and look again."""
        self.now += seconds
        self.clock.look()
        return self.clock.state


@pytest.fixture
def watch(qapp: QCoreApplication) -> Iterator[Watch]:
    """A clock that is taken down on the thread that made it."""
    watch = Watch()
    yield watch
    delete(watch.clock)


def test_it_counts_down_to_nothing_and_stays_there(watch: Watch) -> None:
    watch.clock.start((Timed.READING, 25))
    assert watch.later(10) == ClockState(Timed.READING, 15, 25, True)
    assert watch.later(60) == ClockState(Timed.READING, 0, 25, False)
    assert clock_words(watch.clock.state) == "Silence to read: time is up"


def test_what_comes_after_begins_by_itself(watch: Watch) -> None:
    watch.clock.start((Timed.PAIRS, 120), (Timed.ROOM, 240))
    assert watch.clock.has_next
    assert watch.later(121) == ClockState(Timed.ROOM, 240, 240, True)
    assert not watch.clock.has_next


def test_it_rests_and_goes_on(watch: Watch) -> None:
    watch.clock.start((Timed.PAIRS, 120))
    watch.later(20)
    watch.clock.toggle()
    assert watch.later(500).left == 100
    watch.clock.toggle()
    assert watch.later(10).left == 90


def test_a_minute_more_also_after_the_end(watch: Watch) -> None:
    watch.clock.start((Timed.PAIRS, 30))
    watch.clock.add_minute()
    assert watch.clock.state == ClockState(Timed.PAIRS, 90, 90, True)
    watch.later(200)
    watch.clock.add_minute()
    assert watch.later(10) == ClockState(Timed.PAIRS, 50, 90, True)


def test_nothing_to_time_is_left_out(watch: Watch) -> None:
    watch.clock.start((Timed.PAIRS, 0), (Timed.ROOM, 60))
    assert watch.clock.state.timed is Timed.ROOM
    watch.clock.start()
    assert clock_words(watch.clock.state) == ""


def test_minutes_are_as_prepared_and_pairs_lead_to_the_room(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house, times=Times(reading=30, pairs=2, room=6))
    timer = console.page.board.timer
    console.go_on()
    assert timer.words.text() == "Silence to read: 0:30"
    console.go_on()
    assert not timer.isVisible()
    console.slips("111111")
    console.go_on(3)
    assert timer.words.text() == "In pairs: 2:00"
    console.press("A minute more")
    assert timer.words.text() == "In pairs: 3:00"
    console.press("Stop the timer")
    assert not console.page.presenter.clock.state.is_running
    console.press("All together now")
    assert timer.words.text() == "All together: 6:00"
    console.key(Key.Key_PageDown)
    assert not timer.isVisible()


def test_the_room_sees_the_bar_only_if_it_is_wanted(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house)
    shown: list[float | None] = []
    console.hall.show_bar = shown.append  # type: ignore[method-assign]
    console.go_on()
    assert shown[-1] is None
    console.click(console.page.board.wall.bar)
    assert shown[-1] == 0.0
    console.click(console.page.board.wall.bar)
    assert shown[-1] is None
