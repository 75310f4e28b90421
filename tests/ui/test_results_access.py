"""Results can be used by keyboard, by ear, and at every size."""

from collections.abc import Callable

import pytest
from house import House, focused, nameless, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from results_work import PACK, alone, group, of_theme, open_results

from collabkit.ui.results.page import ResultsPage

pytestmark = pytest.mark.usefixtures("no_windows_left")

LOW = dict.fromkeys(PACK.core_ids, "2")


def everything_open(page: ResultsPage) -> None:
    page.guide.header.click()
    page.themes.panel.workings.header.click()
    for card in page.themes.panel.cards.values():
        card.workings.header.click()
        card.sources.header.click()
    QApplication.processEvents()


def tab_to(qtbot: QtBot, page: ResultsPage, name: str, most: int = 80) -> QWidget:
    """Press Tab until what has the keyboard is called ``name``."""
    for _step in range(most):
        now = focused()
        assert now is not None
        if now.accessibleName() == name:
            return now
        qtbot.keyClick(now, Qt.Key.Key_Tab)
    raise AssertionError(f"{name!r} cannot be reached with Tab")


@pytest.mark.usefixtures("theme")
@pytest.mark.parametrize("people", [1, 7])
def test_every_control_has_a_name(qtbot: QtBot, house: House, people: int) -> None:
    """A screen reader has a word for everything that can be pressed."""
    assessment_id = alone(house, LOW) if people == 1 else group(house, of_theme("POW", "1122334"))
    page = open_results(qtbot, house, assessment_id)
    everything_open(page)
    assert nameless(page) == []


@pytest.mark.usefixtures("theme")
def test_the_main_task_can_be_done_with_the_keyboard_alone(qtbot: QtBot, house: House) -> None:
    """From the title to the details of a finding, and its first suggestion into the plan."""
    assessment_id = alone(house, LOW)
    page = open_results(qtbot, house, assessment_id)
    item = PACK.item(house.services.results.picture(assessment_id).results.findings[0].item_id)
    details = tab_to(qtbot, page, f"Details: {item.title}")
    qtbot.keyClick(details, Qt.Key.Key_Space)
    qtbot.waitUntil(page.themes.card(item.id).beginning.hasFocus)
    add = tab_to(qtbot, page, f"Add to plan: {item.actions[0].text}", most=4)
    qtbot.keyClick(add, Qt.Key.Key_Space)
    assert len(house.services.plans.load(assessment_id).now) == 1


@pytest.mark.usefixtures("theme")
def test_the_title_has_the_keyboard_at_first(qtbot: QtBot, house: House) -> None:
    """The page is heard from its beginning."""
    page = open_results(qtbot, house, alone(house, LOW))
    assert focused() is page.head.title


@pytest.mark.usefixtures("theme")
def test_the_keys_of_the_page_are_listed(qtbot: QtBot, house: House) -> None:
    """F1 shows them."""
    page = open_results(qtbot, house, alone(house, LOW))
    assert "Ctrl+Z" in dict(page.key_hints())


@pytest.mark.parametrize(
    ("size", "text", "stacked"),
    [((1140, 760), 100, False), ((804, 768), 100, False), ((1260, 768), 200, True)],
)
def test_shape_and_table_stand_beside_each_other_if_there_is_room(
    qtbot: QtBot,
    house: House,
    wear: Callable[..., object],
    size: tuple[int, int],
    text: int,
    stacked: bool,
) -> None:
    """With large text the table comes below the shape."""
    wear("light", text)
    page = open_results(qtbot, house, alone(house, LOW))
    page.resize(*size)
    QApplication.processEvents()
    shape, table = page.shape.beside.findChildren(
        QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly
    )
    assert (table.y() >= shape.geometry().bottom()) is stacked
    assert (table.x() >= shape.geometry().right()) is not stacked


@pytest.mark.parametrize("people", [1, 7])
@pytest.mark.parametrize("look", [("light", 200), ("contrast", 150)])
def test_nothing_is_wider_than_a_small_window_with_large_text(
    qtbot: QtBot,
    house: House,
    wear: Callable[..., object],
    look: tuple[str, int],
    people: int,
) -> None:
    """The page scrolls up and down only."""
    wear(*look)
    answers = of_theme("POW", ["1", "2", "3", "4", "5", "dk", "na"])
    assessment_id = alone(house, LOW) if people == 1 else group(house, answers)
    page = open_results(qtbot, house, assessment_id)
    page.resize(920, 768)
    everything_open(page)
    assert page.scroller.horizontalScrollBar().maximum() == 0
    assert "Theme by theme" in words(page)


def test_the_page_changes_its_clothes_while_it_is_shown(
    qtbot: QtBot, house: House, wear: Callable[..., object]
) -> None:
    """Text size and theme can change at any time, and what is open stays open."""
    wear("light", 100)
    page = open_results(qtbot, house, alone(house, LOW))
    everything_open(page)
    before = words(page)
    height = page.themes.panel.height()
    wear("dark", 150)
    QApplication.processEvents()
    assert words(page) == before
    assert page.themes.panel.height() > height
