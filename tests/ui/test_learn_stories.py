"""Stories: found by situation, choice and words, and read like a page of a booklet."""

from collections.abc import Iterator

import pytest
from house import House, button, focused, nameless, places_gone_to, press, words
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.library.cases import builtin_cases
from collabkit.ui.learn.stories.page import StoriesPage
from collabkit.ui.learn.stories.story_page import StoryPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")
BOOK = builtin_cases()


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Nothing is ever written here, so one will do."""
    house = House(tmp_path_factory.mktemp("stories"))
    yield house
    house.services.close()


def stories(qtbot: QtBot, house: House, **arguments: object) -> StoriesPage:
    page = StoriesPage(house.context)
    house.show(qtbot, page, **arguments)
    return page


def story(qtbot: QtBot, house: House, story_id: str) -> StoryPage:
    page = StoryPage(house.context)
    house.show(qtbot, page, story_id=story_id)
    return page


def listed(page: StoriesPage) -> list[str]:
    """Return the ids of the stories that can be seen, from top to bottom."""
    entries = {**page.cases.entries, **page.examples.entries}
    seen = [(key, entry) for key, entry in entries.items() if entry.isVisibleTo(page)]
    QApplication.sendPostedEvents()
    return [
        key for key, e in sorted(seen, key=lambda s: s[1].mapTo(page, s[1].rect().topLeft()).y())
    ]


def test_all_stories_are_there_at_first(qtbot: QtBot, house: House) -> None:
    page = stories(qtbot, house)
    assert page.count.text() == "23 stories and nine short examples"
    assert set(listed(page)) == {told.id for told in (*BOOK.cases, *BOOK.examples)}
    assert not page.show_all.isVisibleTo(page)
    assert nameless(page) == []


def test_a_situation_brings_its_stories_in_its_order(qtbot: QtBot, house: House) -> None:
    """“This is us”: what to read first stands first."""
    page = stories(qtbot, house)
    situation = BOOK.situations[0]
    page.filters.situation.set_code(situation.key)
    page.filters.situation.picked.emit(situation.key)
    QApplication.processEvents()
    cases = [key for key in situation.stories if key not in {e.id for e in BOOK.examples}]
    examples = [example.id for example in BOOK.examples if example.id in situation.stories]
    assert listed(page) == [*cases, *examples]


def test_words_are_found_while_they_are_typed(qtbot: QtBot, house: House) -> None:
    page = stories(qtbot, house)
    page.filters.text.line.setFocus()
    QTest.keyClicks(page.filters.text.line, "housing")
    found = listed(page)
    assert "R3" in found
    assert len(found) < 23
    assert all("hous" in _everything(key).casefold() for key in found)


def _everything(key: str) -> str:
    told = {t.id: t for t in (*BOOK.cases, *BOOK.examples)}[key]
    return " ".join(str(getattr(told, name)) for name in type(told).__slots__)


def test_options_say_how_many_stories_each_leaves(qtbot: QtBot, house: House) -> None:
    """Nobody has to try a choice that leads nowhere; the number is what comes."""
    page = stories(qtbot, house)
    theme = page.filters.theme.list
    words_of_power = theme.itemText(1)
    expected = len(BOOK.cases_with(theme="POW")) + len(BOOK.examples_with(theme="POW"))
    assert words_of_power == f"Power ({expected})"
    page.filters.theme.picked.emit("POW")
    assert len(listed(page)) == expected


def test_choices_are_met_together(qtbot: QtBot, house: House) -> None:
    """Short examples have no role, so with one they are out."""
    page = stories(qtbot, house)
    page.filters.theme.picked.emit("POW")
    page.filters.role.picked.emit(BOOK.roles[0].key)
    wanted = BOOK.cases_with(theme="POW", role=BOOK.roles[0].key)
    assert listed(page) == [case.id for case in wanted]


def test_nothing_found_says_what_to_do(qtbot: QtBot, house: House) -> None:
    page = stories(qtbot, house)
    QTest.keyClicks(page.filters.text.line, "zzz")
    assert "No story meets all of this." in words(page)
    assert "Take a word or a choice away, or see all of them." in words(page)
    press(qtbot, page, "Show all stories")
    assert len(listed(page)) == 32
    assert page.filters.text.text == ""


def test_ctrl_f_goes_to_the_words(qtbot: QtBot, house: House) -> None:
    page = stories(qtbot, house)
    QTest.keyClick(focused(), Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert focused() is page.filters.text.line


def test_a_situation_can_be_linked_to(qtbot: QtBot, house: House) -> None:
    page = stories(qtbot, house, situation=BOOK.situations[1].key)
    assert page.filters.situation.code == BOOK.situations[1].key


def test_a_story_is_chosen_with_the_keyboard(qtbot: QtBot, house: House) -> None:
    page = stories(qtbot, house)
    gone = places_gone_to(page)
    page.cases.entries["R1"].setFocus()
    QTest.keyClick(focused(), Qt.Key.Key_Return)
    assert gone == [("story", {"story_id": "R1"})]


@pytest.mark.parametrize("story_id", [told.id for told in (*BOOK.cases, *BOOK.examples)])
def test_every_story_is_told_whole(qtbot: QtBot, house: House, story_id: str) -> None:
    """Nothing of it is left out, the lesson with the remark who drew it, and the year is said."""
    page = story(qtbot, house, story_id)
    text = words(page)
    told = {t.id: t for t in (*BOOK.cases, *BOOK.examples)}[story_id]
    parts = (
        ("situation", "challenge", "helped", "lesson", "lesson_note", "kind", "role", "size")
        if story_id.startswith(("R", "B"))
        else ("text", "note")
    )
    assert page.title == told.title
    assert told.as_described in text
    assert told.source in text
    for name in parts:
        assert getattr(told, name) in text
    assert all(note in text for note in getattr(told, "notes", ()))


def test_a_story_leads_to_the_statements_it_illustrates(qtbot: QtBot, house: House) -> None:
    page = story(qtbot, house, "R1")
    gone = places_gone_to(page)
    press(qtbot, page, "Read: We talk with partners about the advantages that each side holds.")
    assert gone == [("statement", {"pack_id": "five-themes", "item_id": "POW-1"})]


def test_stories_are_read_one_after_the_other(qtbot: QtBot, house: House) -> None:
    """There is nothing before the first and nothing after the last."""
    first, last = BOOK.cases[0], BOOK.cases[-1]
    page = story(qtbot, house, first.id)
    gone = places_gone_to(page)
    assert not page.before.isVisibleTo(page)
    press(qtbot, page, "Next story")
    assert gone == [("story", {"story_id": BOOK.cases[1].id})]
    page.entered(story_id=last.id)
    assert not page.after.isVisibleTo(page)
    assert button(page, "Story before").isEnabled()


def test_a_story_that_is_not_there_is_a_sentence(qtbot: QtBot, house: House) -> None:
    page = story(qtbot, house, "R99")
    assert "This story is not here. Please choose another one." in words(page)
