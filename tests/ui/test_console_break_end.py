"""The time to be back from a break, as the room sees it."""

from collections.abc import Iterator
from datetime import datetime, time, timedelta

import pytest
from console_desk import Console
from house import House
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from collabkit.room.preparation import Times
from collabkit.room.scenes import BreakScene, LobbyScene, Scene
from collabkit.ui.theme import Theme
from collabkit.ui.workshop.console.break_end import BreakEnd
from collabkit.ui.workshop.console.clock import Clock, Timed

SCENE = BreakScene("Away-day")


class Hour:
    """A timer and a time of day that go on together."""

    def __init__(self) -> None:
        self.now = datetime(2026, 6, 20, 11, 5, 10)
        self.owner = QObject()
        self.clock = Clock(self.owner, lambda: self.now.timestamp())
        self.end = BreakEnd(self.clock, self.owner, lambda: self.now)

    def later(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)
        self.clock.look()

    @property
    def told(self) -> Scene:
        return self.end.told(SCENE)


@pytest.fixture
def hour(qtbot: QtBot) -> Iterator[Hour]:
    hour = Hour()
    yield hour
    hour.clock.start()


def test_a_break_is_over_when_its_timer_is(hour: Hour) -> None:
    assert hour.told == SCENE
    hour.clock.start((Timed.BREAK, 15 * 60))
    assert hour.told == BreakScene("Away-day", time(11, 20))


def test_the_time_stays_the_same_however_the_timer_counts(hour: Hour, qtbot: QtBot) -> None:
    """Nothing flickers on the wall, also where the seconds are near a half minute."""
    hour.now = datetime(2026, 6, 20, 11, 5, 29, 900_000)
    hour.clock.start((Timed.BREAK, 15 * 60))
    with qtbot.assertNotEmitted(hour.end.changed):
        for _look in range(40):
            hour.later(0.37)
    assert hour.told == BreakScene("Away-day", time(11, 20))


def test_a_minute_more_is_a_minute_later(hour: Hour, qtbot: QtBot) -> None:
    hour.clock.start((Timed.BREAK, 15 * 60))
    hour.later(300)
    with qtbot.waitSignal(hour.end.changed):
        hour.clock.add_minute()
    assert hour.told == BreakScene("Away-day", time(11, 21))


def test_while_the_timer_rests_nobody_knows(hour: Hour) -> None:
    hour.clock.start((Timed.BREAK, 15 * 60))
    hour.clock.toggle()
    assert hour.told == SCENE
    hour.later(120)
    hour.clock.toggle()
    assert hour.told == BreakScene("Away-day", time(11, 22))


def test_when_it_is_over_people_still_see_when_it_was(hour: Hour) -> None:
    hour.clock.start((Timed.BREAK, 15 * 60))
    hour.later(16 * 60)
    assert hour.told == BreakScene("Away-day", time(11, 20))


def test_other_times_and_other_scenes_have_nothing_to_do_with_it(hour: Hour) -> None:
    hour.clock.start((Timed.PAIRS, 120))
    assert hour.told == SCENE
    hour.clock.start((Timed.BREAK, 120))
    lobby = LobbyScene("Away-day", "Sample Charity", ())
    assert hour.end.told(lobby) == lobby


def test_the_room_sees_when_to_be_back(qtbot: QtBot, house: House, theme: Theme) -> None:
    """From the console: the break that was prepared, on the wall at once."""
    console = Console(qtbot, house)
    scenes: list[Scene] = []
    presenter = console.page.presenter
    presenter.scene_changed.connect(scenes.append)
    before = datetime.now()
    presenter.moves.pause()
    scene = scenes[-1]
    assert isinstance(scene, BreakScene)
    assert scene.back_at is not None
    back = datetime.combine(before.date(), scene.back_at)
    minutes = (back - before).total_seconds() / 60 % (24 * 60)
    assert abs(minutes - Times().pause) < 1
