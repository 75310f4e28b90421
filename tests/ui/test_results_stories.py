"""Results: beside what is low stands how others did it."""

import pytest
from house import House, places_gone_to, words
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from results_work import alone, card, group, open_results

from collabkit.library.cases import builtin_cases
from collabkit.ui.learn.links_part import LinksFold

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


def test_a_low_statement_tells_how_others_did_it(qtbot: QtBot, house: House) -> None:
    """Title and lesson of each story, when the fold is opened with the keyboard."""
    page = open_results(qtbot, house, alone(house, {"POW-1": "1"}))
    stories = card(page, "POW-1").stories
    assert isinstance(stories, LinksFold)
    QTest.keyClick(stories.header, Qt.Key.Key_Return)
    for case in builtin_cases().cases_for("POW-1"):
        assert case.title in words(stories)
        assert case.lesson in words(stories)


def test_a_story_beside_a_statement_is_read_on_its_own_page(qtbot: QtBot, house: House) -> None:
    page = open_results(qtbot, house, alone(house, {"POW-1": "2"}))
    gone = places_gone_to(page)
    stories = card(page, "POW-1").stories
    assert stories is not None
    qtbot.mouseClick(stories.header, Qt.MouseButton.LeftButton)
    first = stories.links.entries[0]
    qtbot.mouseClick(first.button, Qt.MouseButton.LeftButton)
    assert gone == [("story", {"story_id": builtin_cases().cases_for("POW-1")[0].id})]


def test_a_strength_needs_no_example(qtbot: QtBot, house: House) -> None:
    page = open_results(qtbot, house, alone(house, {"POW-1": "5"}))
    assert card(page, "POW-1").stories is None


def test_a_group_sees_them_too(qtbot: QtBot, house: House) -> None:
    page = open_results(qtbot, house, group(house, {"POW-1": ["1", "1", "2", "2", "1", "1", "2"]}))
    assert card(page, "POW-1").stories is not None


def test_a_low_statement_without_a_story_has_no_fold(qtbot: QtBot, house: House) -> None:
    """Nobody opens something that is empty."""
    book = builtin_cases()
    ids = [f"COM-{n}" for n in range(1, 10)] + [f"IMP-{n}" for n in range(1, 10)]
    bare = [i for i in ids if not book.cases_for(i) and not book.examples_for(i)]
    assert bare
    assessment_id = group(house, {bare[0]: ["1"] * 7})
    assert card(open_results(qtbot, house, assessment_id), bare[0]).stories is None
