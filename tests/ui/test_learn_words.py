"""The glossary: a word is found by typing, by letter, by link, and by the keyboard alone."""

from collections.abc import Iterator

import pytest
from house import House, button, focused, nameless, press, words
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.settings import Settings
from collabkit.ui.learn.words.page import WordsPage
from collabkit.ui.learn.words.state import Origin
from collabkit.ui.places import places
from collabkit.ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """Nothing is ever written here, so one will do."""
    house = House(tmp_path_factory.mktemp("learn"))
    yield house
    house.services.close()


def open_learn(qtbot: QtBot, house: House, **arguments: object) -> WordsPage:
    page = WordsPage(house.context)
    house.show(qtbot, page, **arguments)
    QApplication.processEvents()
    return page


def listed(page: WordsPage) -> list[str]:
    """Return what can be read in the list, a paragraph each."""
    return page.words.toPlainText().split("\n")


def current(page: WordsPage) -> str:
    return page.words.current.name if page.words.current is not None else ""


def is_seen(page: WordsPage) -> bool:
    """Whether the current word is inside what is seen of the page."""
    spot = page.words.cursorRect()
    corner = page.words.viewport().mapTo(page.scroller.viewport(), spot.topLeft())
    return page.scroller.viewport().rect().contains(QRect(corner, spot.size()))


def press_key(key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifier)
    QApplication.processEvents()


def test_every_word_stands_with_its_meaning_and_where_it_comes_from(
    qtbot: QtBot, house: House
) -> None:
    """All 137 words, from A to Z, each with two lines below it."""
    page = open_learn(qtbot, house)
    assert "137 words, from A to Z" in words(page)
    at = listed(page).index("Alliance contract")
    assert listed(page)[at + 1].startswith("One contract between a commissioner and all")
    assert listed(page)[at + 2] == "Defined in RtR 2021."
    assert "A word of this toolkit." in listed(page)


def test_the_short_names_of_the_reports_are_explained(qtbot: QtBot, house: House) -> None:
    """“RtR 2021” below a word is spelt out on the same page."""
    page = open_learn(qtbot, house)
    assert "RtR 2021 is “Rebalancing the Relationship: Final Report”." in words(page)


def test_typing_finds_at_once(qtbot: QtBot, house: House) -> None:
    """Nothing has to be pressed; names come before meanings, and letters are gone."""
    page = open_learn(qtbot, house)
    assert focused() is page.search.line
    QTest.keyClicks(page.search.line, "power")
    assert "Five words with “power”" in words(page)
    assert listed(page)[0] == "Power"
    assert not page.letters.isVisibleTo(page)


def test_a_search_that_finds_nothing_leads_on(qtbot: QtBot, house: House) -> None:
    """The page says so in a sentence and offers one way back to all words."""
    page = open_learn(qtbot, house)
    QTest.keyClicks(page.search.line, "zzz")
    assert "No word here has “zzz” in it." in words(page)
    assert not page.words.isVisibleTo(page)
    press(qtbot, page, "Show all words")
    assert "137 words, from A to Z" in words(page)
    assert page.search.text == ""


def test_what_is_typed_is_never_taken_for_markup(qtbot: QtBot, house: House) -> None:
    """Signs of markup in the search are shown as they were typed."""
    page = open_learn(qtbot, house)
    QTest.keyClicks(page.search.line, "<b>x</b>")
    assert page.count.text() == "No word here has “<b>x</b>” in it."
    assert page.count.textFormat() == Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("name", "origin", "there", "not_there"),
    [
        ("Words of collabkit", Origin.PROGRAM, "Blind spot", "Consortium"),
        ("Words of the reports", Origin.REPORTS, "Consortium", "Blind spot"),
    ],
)
def test_words_of_the_program_stand_apart_from_those_of_the_reports(
    qtbot: QtBot, house: House, name: str, origin: Origin, there: str, not_there: str
) -> None:
    """One press shows only the words of one origin."""
    page = open_learn(qtbot, house)
    press(qtbot, page, name)
    assert page.origin.code == origin
    assert there in listed(page)
    assert not_there not in listed(page)


def test_a_letter_leads_to_its_first_word(qtbot: QtBot, house: House) -> None:
    """The list has the keyboard then, so that one can go on from there."""
    page = open_learn(qtbot, house)
    press(qtbot, page, "Words with S")
    assert current(page) == "Safeguarding"
    assert focused() is page.words
    assert is_seen(page)


def test_letters_without_words_are_not_offered(qtbot: QtBot, house: House) -> None:
    """No letter leads nowhere."""
    page = open_learn(qtbot, house)
    offered = [letter.text() for letter in page.letters.buttons]
    assert offered[:3] == ["A", "B", "C"]
    assert "X" not in offered


def test_tab_visits_the_letters_once_and_arrows_move_along_them(qtbot: QtBot, house: House) -> None:
    """The whole alphabet costs one press of Tab."""
    page = open_learn(qtbot, house)
    page.letters.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    press_key(Qt.Key.Key_Right)
    assert focused() is button(page, "Words with B")
    press_key(Qt.Key.Key_Tab)
    assert focused() is page.words


def test_down_goes_from_the_search_into_the_list_and_up_comes_back(
    qtbot: QtBot, house: House
) -> None:
    """Search and list are one way for the arrow keys."""
    page = open_learn(qtbot, house)
    QTest.keyClicks(page.search.line, "power")
    press_key(Qt.Key.Key_Down)
    assert (focused(), current(page)) == (page.words, "Power")
    press_key(Qt.Key.Key_Down)
    assert current(page) == "Power imbalance"
    press_key(Qt.Key.Key_Up)
    press_key(Qt.Key.Key_Up)
    assert focused() is page.search.line


def test_the_page_follows_the_keyboard_down_the_list(qtbot: QtBot, house: House) -> None:
    """The word that has the keyboard is in sight, also at the very end."""
    page = open_learn(qtbot, house)
    press_key(Qt.Key.Key_Down)
    press_key(Qt.Key.Key_End)
    assert current(page) == "View from the top"
    assert is_seen(page)


def test_esc_goes_back_to_the_search_and_then_shows_all(qtbot: QtBot, house: House) -> None:
    """Each Esc undoes one step of the looking."""
    page = open_learn(qtbot, house)
    QTest.keyClicks(page.search.line, "power")
    press_key(Qt.Key.Key_Down)
    press_key(Qt.Key.Key_Escape)
    assert focused() is page.search.line
    press_key(Qt.Key.Key_Escape)
    assert page.search.text == ""
    assert "137 words, from A to Z" in words(page)


def test_ctrl_f_goes_to_the_search_from_anywhere(qtbot: QtBot, house: House) -> None:
    """It works from inside the list too."""
    page = open_learn(qtbot, house)
    press(qtbot, page, "Words with S")
    press_key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert focused() is page.search.line


def test_it_opens_at_a_word_and_offers_the_way_back(qtbot: QtBot, house: House) -> None:
    """The word is in sight and has the keyboard."""
    page = open_learn(qtbot, house, term="Tender")
    asked = []
    page.back_requested.connect(lambda: asked.append("back"))
    assert (focused(), current(page)) == (page.words, "Tender")
    assert is_seen(page)
    press(qtbot, page, "Back")
    assert asked == ["back"]


def test_a_word_that_means_the_same_as_another_opens_that_one(qtbot: QtBot, house: House) -> None:
    """A synonym leads to where the meaning is."""
    page = open_learn(qtbot, house, term="Overheads")
    assert current(page) == "Overheads, core costs"


def test_an_unknown_word_opens_at_the_beginning(qtbot: QtBot, house: House) -> None:
    """Nothing is current then, and the search has the keyboard."""
    page = open_learn(qtbot, house, term="no such word")
    assert current(page) == ""
    assert focused() is page.search.line


def test_back_brings_what_was_looked_for_before(qtbot: QtBot, house: House) -> None:
    """A visit to one word does not lose the search."""
    page = open_learn(qtbot, house)
    QTest.keyClicks(page.search.line, "power")
    page.entered(term="Tender")
    assert page.search.text == ""
    page.entered()
    assert page.search.text == "power"
    assert "Five words with “power”" in words(page)


def test_a_link_in_a_meaning_is_followed_by_keyboard(qtbot: QtBot, house: House) -> None:
    """Tab goes to the link inside the word that has the keyboard, Enter follows it."""
    page = open_learn(qtbot, house, term="Collaboration spectrum")
    gone = []
    page.go_requested.connect(lambda key, arguments: gone.append((key, arguments)))
    press_key(Qt.Key.Key_Tab)
    assert page.words.textCursor().selectedText() == "operations-focused collaboration"
    press_key(Qt.Key.Key_Return)
    assert gone == [("words", {"term": "Operations-focused collaboration"})]


def test_a_link_in_a_meaning_is_followed_by_mouse(qtbot: QtBot, house: House) -> None:
    """A click on the linked words asks for that word."""
    page = open_learn(qtbot, house, term="Collaboration spectrum")
    gone = []
    page.go_requested.connect(lambda key, arguments: gone.append((key, arguments)))
    link = page.words.document().find("operations-focused")
    spot = page.words.cursorRect(link).center() - QPoint(10, 0)
    qtbot.mouseClick(page.words.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert gone == [("words", {"term": "Operations-focused collaboration"})]


def test_tab_leaves_a_word_without_links(qtbot: QtBot, house: House) -> None:
    """The list does not hold the keyboard."""
    page = open_learn(qtbot, house, term="Tender")
    press_key(Qt.Key.Key_Tab)
    assert focused() is button(page, "Back")


def test_a_word_and_its_meaning_can_be_copied(qtbot: QtBot, house: House) -> None:
    """Ctrl+C copies the word that has the keyboard, or else what is marked."""
    page = open_learn(qtbot, house, term="Consortium")
    press_key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    expected = "Consortium: Several organisations that have joined together."
    assert QGuiApplication.clipboard().text() == expected
    page.words.selectAll()
    press_key(Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text().startswith("A\nAction kinds\n")


def test_reading_on_after_a_change_of_text_size(qtbot: QtBot, house: House, wear) -> None:  # type: ignore[no-untyped-def]
    """The word that has the keyboard stays in sight."""
    page = open_learn(qtbot, house, term="Tender")
    wear("dark", 200)
    qtbot.waitUntil(lambda: is_seen(page))
    assert current(page) == "Tender"


def test_a_click_in_the_list_does_not_move_the_page(qtbot: QtBot, house: House) -> None:
    """The place that was clicked stays under the mouse."""
    page = open_learn(qtbot, house)
    bar = page.scroller.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 3000)
    bar.setValue(3000)
    spot = page.words.viewport().mapFrom(page.scroller.viewport(), QPoint(300, 200))
    qtbot.mouseClick(page.words.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert bar.value() == 3000
    assert focused() is page.words


def test_screen_readers_get_names_and_the_whole_text(qtbot: QtBot, house: House) -> None:
    """The list is one text that can be read from end to end."""
    page = open_learn(qtbot, house)
    assert nameless(page) == []
    seen = QAccessible.queryAccessibleInterface(page.words)
    assert seen.text(QAccessible.Text.Name) == "Words and what they mean"
    text = seen.textInterface()
    assert "Several organisations that have joined together." in text.text(0, text.characterCount())


def test_keys_of_the_page_are_in_the_list_of_keys(qtbot: QtBot, house: House) -> None:
    """F1 tells of Ctrl+F."""
    page = open_learn(qtbot, house)
    assert ("Ctrl+F", "Go to the search") in page.key_hints()


def test_alt_left_in_the_list_leads_back(qtbot: QtBot, house: House) -> None:
    """A text that can be browsed would like to have these keys for itself."""
    window = MainWindow(places(lambda: house.context), Settings(None))
    qtbot.addWidget(window)
    window.navigator.go("words")
    window.show()
    window.navigator.go("words", term="Tender")
    qtbot.waitUntil(window.isActiveWindow)
    press_key(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert isinstance(window.page, WordsPage)
    assert focused() is window.page.search.line
