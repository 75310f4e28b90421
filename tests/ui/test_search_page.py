"""The search: one field over everything, used with the keyboard alone."""

import pytest
from house import House, focused, nameless, places_gone_to, words
from PySide6.QtCore import QRect, Qt, QThreadPool
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collabkit.library.search import FoundKind
from collabkit.ui.learn.statement.page import StatementPage
from collabkit.ui.learn.words.page import WordsPage
from collabkit.ui.places import places
from collabkit.ui.search.page import SearchPage
from collabkit.ui.search.presenter import SearchPresenter
from collabkit.ui.search.state import Heading, Hit, More, SearchState
from collabkit.ui.search.stock import read_stock
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def search(qtbot: QtBot, house: House) -> SearchPage:
    page = SearchPage(house.context)
    house.show(qtbot, page)
    wait_for_all(qtbot)
    return page


def wait_for_all(qtbot: QtBot) -> None:
    """Wait until everything there is to find is known."""
    QThreadPool.globalInstance().waitForDone(10_000)
    QApplication.processEvents()


def press(
    key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier, times: int = 1
) -> None:
    for _time in range(times):
        QTest.keyClick(focused(), key, modifier)
    QApplication.processEvents()


def typed(page: SearchPage, text: str) -> None:
    QTest.keyClicks(page.field.line, text)
    QApplication.processEvents()


def hits(page: SearchPage) -> list[Hit]:
    return [line for line in page.results.lines if isinstance(line, Hit)]


def headings(page: SearchPage) -> list[str]:
    return [line.words for line in page.results.lines if isinstance(line, Heading)]


def test_what_is_found_stands_under_what_it_is(qtbot: QtBot, house: House) -> None:
    """Nothing has to be pressed, and the count is said in words."""
    page = search(qtbot, house)
    typed(page, "commissioner")
    assert {"Words", "Statements", "Suggested actions", "Stories"} <= set(headings(page))
    assert "found with “commissioner”" in page.status.text()
    assert nameless(page) == []


@pytest.mark.parametrize(
    ("text", "kind", "place"),
    [
        ("POW-1", "Statement", "statement"),
        ("first-meeting agendas", "Action", "statement"),
        ("Cohort 4", "Story", "story"),
        ("Help to qualify", "Short example", "story"),
        ("Alliance contract", "Word", "words"),
        ("Who should answer", "Guidance", "guide"),
        ("Contracts outside the mission", "Fact", "facts"),
    ],
)
def test_every_kind_is_found_and_has_a_place(
    qtbot: QtBot, house: House, text: str, kind: str, place: str
) -> None:
    page = search(qtbot, house)
    gone = places_gone_to(page)
    typed(page, text)
    assert hits(page)[0].kind == kind
    press(Qt.Key.Key_Return)
    assert [key for key, _arguments in gone] == [place]
    assert place in {known.key for known in places(lambda: house.context)}


def test_own_assessments_are_found_at_once(qtbot: QtBot, house: House) -> None:
    """They need no index of the content, and come first when they are called so."""
    assessment_id = house.assessment("Riverside Group", "Power day in June")
    page = SearchPage(house.context)
    gone = places_gone_to(page)
    house.show(qtbot, page)
    typed(page, "power")
    wait_for_all(qtbot)
    assert headings(page)[0] == "Your assessments"
    press(Qt.Key.Key_Return)
    assert gone == [("results", {"assessment_id": assessment_id})]


def test_words_that_were_looked_for_are_marked(qtbot: QtBot, house: House) -> None:
    page = search(qtbot, house)
    typed(page, "alliance contract")
    title = hits(page)[0].title
    assert [title.text[s.start : s.end] for s in title.spans] == ["Alliance", "contract"]


def test_arrow_keys_choose_while_the_field_keeps_the_keyboard(qtbot: QtBot, house: House) -> None:
    """Headings are passed over; typing goes on where it was."""
    page = search(qtbot, house)
    typed(page, "trust")
    first, second = hits(page)[:2]
    assert page.results.current == first
    press(Qt.Key.Key_Down)
    assert page.results.current == second
    press(Qt.Key.Key_Up, times=5)
    assert page.results.current == first
    assert focused() is page.field.line


def test_the_chosen_line_is_always_in_sight(qtbot: QtBot, house: House) -> None:
    page = search(qtbot, house)
    typed(page, "partner")
    for _line in range(len(hits(page)) - 1):
        press(Qt.Key.Key_Down)
        box = page.results.visualRect(page.results.currentIndex())
        corner = page.results.viewport().mapTo(page.scroller.viewport(), box.topLeft())
        assert page.scroller.viewport().rect().contains(QRect(corner, box.size()))


def test_the_rest_of_a_kind_comes_on_request(qtbot: QtBot, house: House) -> None:
    page = search(qtbot, house)
    typed(page, "partner")
    more = next(line for line in page.results.lines if isinstance(line, More))
    total = int("".join(filter(str.isdigit, more.words)))
    while page.results.current != more:
        press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    assert len(headings(page)) == 1
    assert len(hits(page)) == min(total, 60)
    typed(page, "s")
    assert len(headings(page)) > 1


def test_nothing_found_says_what_to_try(qtbot: QtBot, house: House) -> None:
    page = search(qtbot, house)
    typed(page, "zzz")
    assert "Nothing here has “zzz” in it. Try fewer or shorter words." in words(page)
    assert not page.results.lines
    assert not page.results.isEnabled()
    press(Qt.Key.Key_Return)  # opens nothing


def test_what_is_typed_is_never_taken_for_markup(qtbot: QtBot, house: House) -> None:
    page = search(qtbot, house)
    typed(page, "<b>(.*")
    assert "“<b>(.*”" in page.status.text()


def test_a_mouse_opens_a_line(qtbot: QtBot, house: House) -> None:
    page = search(qtbot, house)
    gone = places_gone_to(page)
    typed(page, "alliance contract")
    box = page.results.visualRect(page.results.model().index(1, 0))
    qtbot.mouseClick(page.results.viewport(), Qt.MouseButton.LeftButton, pos=box.center())
    assert gone == [("words", {"term": "Alliance contract"})]


def test_the_list_can_be_reached_by_tab_and_left_upwards(qtbot: QtBot, house: House) -> None:
    page = search(qtbot, house)
    typed(page, "trust")
    press(Qt.Key.Key_Tab)
    assert focused() is page.results
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up, times=2)
    assert focused() is page.field.line


def test_screen_readers_hear_kind_title_and_text(qtbot: QtBot, house: House) -> None:
    page = search(qtbot, house)
    typed(page, "alliance contract")
    seen = QAccessible.queryAccessibleInterface(page.results)
    names = [seen.child(n).text(QAccessible.Text.Name) for n in range(seen.childCount())]
    assert names[0] == "Words"
    assert names[1].startswith("Word: Alliance contract. One contract between")


def test_ctrl_k_searches_from_anywhere_and_esc_leads_back(
    qtbot: QtBot, house: House, window: MainWindow
) -> None:
    """Also out of a field in which one types."""
    window.navigator.go("words")
    assert isinstance(window.page, WordsPage)
    press(Qt.Key.Key_K, CTRL)
    assert isinstance(window.page, SearchPage)
    assert focused() is window.page.field.line
    wait_for_all(qtbot)
    press(Qt.Key.Key_Escape)
    assert isinstance(window.page, WordsPage)


def test_ctrl_f_searches_where_the_page_has_no_search_of_its_own(
    qtbot: QtBot, window: MainWindow
) -> None:
    press(Qt.Key.Key_F, CTRL)
    assert isinstance(window.page, SearchPage)
    window.navigator.go("words")
    press(Qt.Key.Key_F, CTRL)
    assert isinstance(window.page, WordsPage)
    assert focused() is window.page.search.line
    wait_for_all(qtbot)


def test_back_from_what_was_opened_shows_what_was_found(qtbot: QtBot, window: MainWindow) -> None:
    """The next one is near, with the same line chosen."""
    window.navigator.go("search")
    page = window.page
    assert isinstance(page, SearchPage)
    wait_for_all(qtbot)
    typed(page, "advantages")
    press(Qt.Key.Key_Down)
    chosen = page.results.current
    press(Qt.Key.Key_Return)
    assert not isinstance(window.page, SearchPage)
    press(Qt.Key.Key_Left, ALT)
    assert window.page is page
    assert page.field.text == "advantages"
    assert page.results.current == chosen
    assert focused() is page.field.line


def test_everything_that_can_be_found_opens(qtbot: QtBot, house: House, window: MainWindow) -> None:
    """One of each place with its arguments, out of the whole stock."""
    index = read_stock(house.services.packs)
    assert len(index) > 800
    found = {}
    for text in ("power", "alliance contract", "duties", "mission", "cohort", "qualify"):
        for group in index.find_groups(text, 1):
            found.setdefault((group.kind, tuple(group.found[0].arguments)), group.found[0])
    kinds = {kind for kind, _arguments in found}
    assert kinds == set(FoundKind) - {FoundKind.OWN_ASSESSMENT}
    for one in found.values():
        window.navigator.go(one.place, **one.arguments)
        assert window.page is not None
        assert "not here" not in words(window.page)
        if isinstance(window.page, StatementPage):
            assert "Start this questionnaire" in words(window.page)


def test_own_questionnaires_are_found_and_a_changed_one_is_read_again(
    qtbot: QtBot, house: House
) -> None:
    """A file that is no questionnaire is left out."""
    source = (house.services.folder.packs, "own.toml")
    source[0].mkdir(parents=True, exist_ok=True)
    presenter = SearchPresenter(house.services)
    states: list[SearchState] = []
    presenter.state_changed.connect(states.append)
    presenter.open()
    wait_for_all(qtbot)
    presenter.look_for("quokka")
    assert not states[-1].lines
    from collabkit.services.packs import builtin_file

    path = builtin_file("five-themes")
    assert path is not None
    text = path.read_text(encoding="utf-8").replace('id = "five-themes"', 'id = "own"', 1)
    text = text.replace("We talk with partners about the advantages", "We ask the quokka about", 1)
    (source[0] / source[1]).write_text(text, encoding="utf-8")
    (source[0] / "broken.toml").write_text("id = ", encoding="utf-8")
    presenter.open()
    wait_for_all(qtbot)
    presenter.look_for("quokka")
    hit = next(line for line in states[-1].lines if isinstance(line, Hit))
    assert dict(hit.arguments) == {"pack_id": "own", "item_id": "POW-1"}


def test_the_ring_is_round_one_thing_only(qtbot: QtBot, house: House) -> None:
    """While one types, what Enter opens is marked in another way."""

    def has_ring() -> bool:
        page.results.viewport().update()
        QApplication.processEvents()
        shown, ring = page.results.grab().toImage(), theme_of(page).colour("focus")
        column = range(0, shown.width(), 7)
        return any(shown.pixelColor(x, y) == ring for y in range(shown.height()) for x in column)

    page = search(qtbot, house)
    typed(page, "power imbalance")
    assert page.field.line.hasFocus()
    assert not has_ring()
    page.results.setFocus()
    assert has_ring()
