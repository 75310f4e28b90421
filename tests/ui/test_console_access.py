"""The console for everybody: names, sizes, and a picture of the wall."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from console_desk import Console, Key
from house import House, nameless
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.room.meeting import Phase
from collabkit.ui.theme import Theme
from collabkit.ui.workshop.stage.mode import Mode


def through_all_phases(console: Console) -> list[str]:
    """Lead a session to its end and return where it stood, once at each place."""
    places = []
    for _step in range(30):
        phase = console.meeting.phase
        places.append(str(phase))
        yield_to_eyes(console)
        if phase is Phase.END:
            break
        if phase is Phase.VOTE:
            console.slips("111111")
            yield_to_eyes(console)
        console.go_on()
    return places


def yield_to_eyes(console: Console) -> None:
    """Look at the page as it is: every control has a name, and nothing is wider than the page."""
    QApplication.processEvents()
    assert nameless(console.page) == []
    assert console.page.scroller.horizontalScrollBar().maximum() == 0


def test_every_control_has_a_name_in_every_phase(qtbot: QtBot, house: House, theme: Theme) -> None:
    console = Console(qtbot, house)
    assert {str(phase) for phase in Phase} <= set(through_all_phases(console))


@pytest.mark.parametrize(("width", "height", "text_size"), [(1024, 768, 100), (1366, 768, 200)])
def test_everything_fits_on_a_small_laptop(
    qtbot: QtBot, house: House, wear, width: int, height: int, text_size: int
) -> None:
    wear("light", text_size)
    console = Console(qtbot, house)
    rail = 220 if text_size == 100 else 110
    console.page.resize(width - rail, height)
    through_all_phases(console)
    assert console.page.big.isVisible()
    assert console.page.big.geometry().right() <= console.page.width()


def test_the_big_button_has_the_keyboard_wherever_a_step_leads(
    qtbot: QtBot, house: House, theme: Theme
) -> None:
    console = Console(qtbot, house)
    for _step in range(2):
        assert console.page.big.hasFocus()
        console.key(Key.Key_Return)


def test_the_miniature_shows_what_the_room_sees(qtbot: QtBot, house: House, theme: Theme) -> None:
    """Opened on this machine's one screen, and then moved beside the console."""
    console = Console(qtbot, house)
    miniature = console.page.board.wall.miniature
    assert miniature.picture.isNull()
    console.page.stage.open(Mode.TWO_SCREENS)
    window = console.page.stage.window
    assert window is not None
    window.resize(960, 540)
    window.show()
    console.go_on()
    first = miniature.picture.toImage()
    assert not first.isNull()
    console.qtbot.keyClick(console.page.big, Key.Key_PageDown)
    assert miniature.picture.toImage() != first, "it shows what has gone from the wall"
    console.page.stage.close()
    assert miniature.picture.isNull()


def test_with_large_text_the_wall_is_to_be_seen_at_the_top(
    qtbot: QtBot, house: House, wear: Callable[..., Theme]
) -> None:
    """Where both halves stand below each other, the wall would be far below the fold."""
    wear("light", 200)
    console = Console(qtbot, house)
    board = console.page.board
    small, large = board.now.miniature, board.wall.miniature
    console.page.resize(1024, 700)
    QApplication.processEvents()
    assert (small.isVisible(), large.isVisible()) == (False, False)  # nothing hangs there yet
    console.page.stage.open(Mode.TWO_SCREENS)
    window = console.page.stage.window
    assert window is not None
    window.resize(960, 540)
    window.show()
    console.go_on()
    assert small.isVisible()
    assert small.visibleRegion().boundingRect().size() == small.size()
    assert not small.picture.isNull()
    assert small.accessibleDescription() == "The room sees the statement alone."
    wear("light", 100)
    QApplication.processEvents()
    assert (small.isVisible(), large.isVisible()) == (False, True)
    console.page.stage.close()


@pytest.mark.parametrize("look", ["light", "dark", "contrast"])
def test_pictures_for_human_eyes(qtbot: QtBot, house: House, wear, look: str, shots: Path) -> None:
    """With --shots DIR: the console at every place of the session, none like another."""
    wear(look)
    console = Console(qtbot, house)
    console.page.resize(1100, 760)
    drawn = []
    for number in range(12):
        if console.meeting.phase is Phase.VOTE:
            console.slips("115551")
        picture = console.page.grab()
        assert picture.save(str(shots / f"console-{look}-{number:02}.png"))
        drawn.append(picture.toImage())
        console.go_on()
    assert all(before != after for before, after in pairwise(drawn))
