"""The stage on a machine with two screens, and with one.

Two screens need a program of their own: the platform reads them when it starts.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from room_scenes import TITLE, Room, all_scenes

from collabkit.room.scenes import MapScene
from collabkit.settings import Settings
from collabkit.ui.theme import Theme
from collabkit.ui.workshop.room_keys import RoomKey
from collabkit.ui.workshop.room_window.canvas import Canvas
from collabkit.ui.workshop.room_window.cover import Cover
from collabkit.ui.workshop.room_window.sheet import Words
from collabkit.ui.workshop.stage.mode import Mode
from collabkit.ui.workshop.stage.screens import ScreenInfo
from collabkit.ui.workshop.stage.stage import Stage
from collabkit.ui.workshop.stage.test_card import card_sheet

CHILD = Path(__file__).with_name("two_screens_child.py")


@pytest.fixture(scope="module")
def evening() -> dict[str, Any]:
    """What a stage on two screens saw."""
    return seen_by_a_stage()


@pytest.fixture(scope="module")
def mirrored() -> dict[str, Any]:
    """What a stage saw where the second screen shows the same as the first."""
    return seen_by_a_stage("mirrored")


def seen_by_a_stage(*which: str) -> dict[str, Any]:
    environment = {k: v for k, v in os.environ.items() if k != "QT_QPA_PLATFORM"}
    command = [sys.executable, str(CHILD), *which]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, check=False)
    assert done.stdout, done.stderr
    facts: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return facts


def test_screens_are_numbered_from_left_to_right(evening: dict[str, Any]) -> None:
    assert evening["screens"] == [
        [1, "Laptop", 1366, 768, True, False],
        [2, "Projector", 1920, 1080, False, True],
    ]
    assert evening["second"] is True


def test_each_screen_shows_its_card_and_the_console_stays_in_sight(evening: dict[str, Any]) -> None:
    first, second = evening["cards"]
    assert first[:2] == ["Screen 1", "Laptop"]
    assert first[2] < 1366 / 2
    assert second[:3] == ["Screen 2", "Projector", 1920]
    assert "1920 by 1080" in second[3]
    assert "The room window will be on this screen." in second[3]


def test_a_key_takes_all_cards_away(evening: dict[str, Any]) -> None:
    assert evening["cards left"] == 0


def test_the_room_window_fills_the_other_screen_and_leaves_the_keyboard(
    evening: dict[str, Any],
) -> None:
    opened = evening["opened"]
    assert (opened["room"], opened["size"]) == ("Projector", [1920, 1080])
    assert opened["console"] == "Laptop"
    assert opened["active"]


def test_it_fills_its_screen_again_when_any_screen_changes(evening: dict[str, Any]) -> None:
    settled = evening["settled again"]
    assert (settled["room"], settled["size"]) == ("Projector", [1920, 1080])


def test_without_its_screen_the_room_window_is_nowhere(evening: dict[str, Any]) -> None:
    """It would lie over the console otherwise, and the facilitator would not know why."""
    unplugged = evening["unplugged"]
    assert unplugged["room"] is None
    assert unplugged["open"]
    assert evening["screens left"] == ["Laptop"]
    assert "Nothing is lost" in unplugged["said"][0]


def test_it_comes_back_with_its_screen_and_what_happened_meanwhile(
    evening: dict[str, Any],
) -> None:
    back = evening["plugged in again"]
    assert (back["room"], back["size"]) == ("Projector", [1920, 1080])
    assert back["words"][-1] == "10 of 11 in"


def test_console_and_room_window_change_places(evening: dict[str, Any]) -> None:
    swapped = evening["swapped"]
    assert (swapped["room"], swapped["size"]) == ("Laptop", [1366, 768])
    assert swapped["console"] == "Projector"


def test_the_choice_of_screen_is_kept(evening: dict[str, Any]) -> None:
    assert "Laptop" in evening["kept"]


def test_to_pick_the_screen_of_the_console_is_to_swap(evening: dict[str, Any]) -> None:
    picked = evening["picked the console's screen"]
    assert (picked["room"], picked["console"]) == ("Projector", "Laptop")


def test_where_the_screen_of_the_console_goes_the_room_window_stays_above(
    evening: dict[str, Any],
) -> None:
    left = evening["console's screen gone"]
    assert left["room"] == "Projector"
    assert not left["active"]
    assert left["said"].startswith("The screen of the console has gone.")


def test_with_one_screen_it_covers_the_console(evening: dict[str, Any]) -> None:
    one = evening["one screen"]
    assert (one["room"], one["size"]) == ("Laptop", [1366, 768])
    assert not one["active"]


def test_start_escape_and_e_end_the_showing_and_start_begins_it_again(
    evening: dict[str, Any],
) -> None:
    assert evening["keys"] == [True, True, True]
    assert not evening["ended"]["open"]
    assert evening["started again"]["room"] == "Laptop"
    assert evening["started again"]["mode"] == "one screen"


def test_a_screen_that_shows_the_same_is_no_second_screen(mirrored: dict[str, Any]) -> None:
    """Otherwise the room would see on it what is for the facilitator's eyes."""
    assert mirrored["second"] is False
    assert mirrored["screens"] == [[1, "Laptop", False, False], [2, "Projector", False, True]]
    assert mirrored["cards"] == ["Screen 1"]


def test_a_mirror_can_be_neither_picked_nor_swapped_for_the_room(mirrored: dict[str, Any]) -> None:
    opened = mirrored["opened"]
    assert opened["room"] is None
    assert opened["console"] == "Laptop"
    assert "shows the same as this one" in opened["said"][0]


def test_when_mirroring_begins_the_room_goes_on_seeing_the_room_window(
    mirrored: dict[str, Any],
) -> None:
    """It covers the console, as with one screen: to hide it would show the console to all."""
    looked_at = mirrored["looked at"]
    assert (looked_at["room"], looked_at["mode"]) == ("Laptop", "one screen")
    assert "goes on with one screen" in looked_at["said"][0]


@pytest.fixture
def console(qtbot: QtBot, theme: Theme) -> QWidget:
    console = QWidget()
    qtbot.addWidget(console)
    console.show()
    return console


@pytest.fixture
def stage(console: QWidget) -> Iterator[Stage]:
    stage = Stage(console, Settings(None))
    stage.set_title(TITLE)
    yield stage
    stage.close()
    QApplication.sendPostedEvents(None, 52)  # QEvent.Type.DeferredDelete


def test_without_a_second_screen_nothing_is_shown_by_mistake(stage: Stage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(stage.screen_lost) as lost:
        stage.open(Mode.TWO_SCREENS)
    assert "Connect the projector" in lost.args[0]
    assert stage.window is not None
    assert not stage.window.isVisible()


def test_from_there_the_way_leads_to_one_screen(stage: Stage) -> None:
    stage.open(Mode.TWO_SCREENS)
    stage.open(Mode.ONE_SCREEN)
    assert stage.window is not None
    assert stage.window.isVisible()


def test_a_scene_that_came_before_the_window_is_shown_in_it(stage: Stage) -> None:
    stage.present(all_scenes()["read"])
    stage.show_bar(0.5)
    stage.open(Mode.ONE_SCREEN)
    assert stage.window is not None
    assert stage.window.sheet is not None


def test_f5_escape_f5_escape_with_an_open_vote_changes_nothing(stage: Stage) -> None:
    """The vote stays open and unseen, the window stays open, and the session hears of nothing."""
    room = Room().on(2).hands({"1": 9})
    stage.present(room.scene)
    stage.open(Mode.ONE_SCREEN)
    assert stage.window is not None
    before = stage.window.sheet
    passed: list[object] = []
    stage.key_given.connect(lambda key: stage.press(key) or passed.append(key))
    for key in (Qt.Key.Key_F5, Qt.Key.Key_Escape) * 5:
        QTest.keyClick(stage.window, key)
    assert stage.is_open
    assert passed == []
    QTest.keyClick(stage.window, Qt.Key.Key_F5)
    assert stage.window.sheet == before
    assert room.meeting.open_vote is not None


def test_f5_and_escape_leave_hidden_what_was_hidden(stage: Stage) -> None:
    stage.present(all_scenes()["reveal"])
    stage.open(Mode.ONE_SCREEN)
    stage.press(RoomKey.HIDE)
    for key in (RoomKey.START, RoomKey.LEAVE) * 3:
        assert stage.press(key)
    assert stage.covered is Cover.HIDDEN
    assert stage.window is not None
    assert stage.window.sheet is not None
    assert stage.window.sheet.words == (TITLE,)


def test_what_was_hidden_stays_hidden_when_the_showing_starts_again(stage: Stage) -> None:
    stage.present(all_scenes()["reveal"])
    stage.open(Mode.ONE_SCREEN)
    for key in (RoomKey.HIDE, RoomKey.LEAVE, RoomKey.END, RoomKey.START):
        stage.press(key)
    assert stage.is_open
    assert stage.covered is Cover.HIDDEN


def test_the_question_stands_calmly_in_the_strip_of_a_single_screen(stage: Stage) -> None:
    stage.present(all_scenes()["vote"])
    stage.open(Mode.ONE_SCREEN)
    stage.show_strip("Next: close the vote")
    stage.press(RoomKey.LEAVE)
    assert stage.window is not None
    assert "End the showing?" in stage.window.accessibleDescription()
    assert "Press E" in stage.question
    assert not QApplication.activeModalWidget()
    stage.press(RoomKey.HELP)
    assert stage.question == ""
    assert "Next: close the vote" in stage.window.accessibleDescription()


def test_with_two_screens_the_room_sees_no_question_and_no_strip(stage: Stage) -> None:
    stage.open(Mode.TWO_SCREENS)
    stage.show_strip("Next: close the vote")
    stage.press(RoomKey.LEAVE)
    assert stage.window is not None
    assert stage.window.accessibleDescription() == ""
    assert stage.question


def test_pages_come_before_the_next_step_of_the_session(stage: Stage) -> None:
    scene = all_scenes()["map"]
    assert isinstance(scene, MapScene)
    stage.present(scene)
    stage.open(Mode.ONE_SCREEN)
    pages = stage.pages[1]
    dealt_with = [stage.press(RoomKey.NEXT) for _press in range(pages)]
    assert dealt_with == [True] * (pages - 1) + [False]
    assert [stage.press(RoomKey.BACK) for _press in range(pages)] == dealt_with


def test_what_is_not_about_the_showing_is_the_sessions_business(stage: Stage) -> None:
    stage.present(all_scenes()["vote"])
    stage.open(Mode.ONE_SCREEN)
    keys = (RoomKey.NEXT, RoomKey.BACK, RoomKey.TIMER, RoomKey.HELP)
    assert [stage.press(key) for key in keys] == [False] * 4


def test_closing_gives_the_form_back_and_tells_of_it(stage: Stage, qtbot: QtBot) -> None:
    form = QWidget()
    stage.open(Mode.ONE_SCREEN)
    stage.show_panel(form)
    with qtbot.waitSignal(stage.closed):
        stage.close()
    assert form.parent() is None
    form.deleteLater()


def test_a_card_shows_the_sizes_that_the_room_will_get(theme: Theme) -> None:
    canvas = Canvas(1920, 1080, 1080)
    sheet = card_sheet(ScreenInfo(2, "Projector", 1920, 1080, False, True), canvas)
    sizes = {p.text.whole: p.text.pixels for p in sheet.pieces if isinstance(p, Words)}
    assert sizes["2"] > 300
    assert sizes["A statement will be this large."] == 65
    assert min(sizes.values()) == 44
