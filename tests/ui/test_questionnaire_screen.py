"""What is there to see and to hear, at every size: folds, terms, names and what stays in place."""

from collections.abc import Callable
from pathlib import Path

import pytest
from house import TODAY, House, focused, nameless, words
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from questionnaire_desk import Desk, Key

from collabkit.assessments.assessment import Confidence, Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.services.packs import builtin_packs
from collabkit.ui.navigation import Place
from collabkit.ui.questionnaire.page import QuestionnairePage
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.popover import Popover
from collabkit.ui.widgets.tab_order import tab_stops
from collabkit.ui.window import MainWindow

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

_PLACES = (("home", "Home"), ("assess", "Assess"), ("learn", "Learn"))


@pytest.fixture
def desk(qtbot: QtBot, house: House) -> Desk:
    return Desk(qtbot, house)


def put(desk: Desk, item_id: str, **said: object) -> None:
    """Write something into the file, as if it had been said before."""
    sitting = desk.house.services.assessments.sitting(desk.assessment_id)
    response = Response(sitting.participant.id, item_id, **said)  # type: ignore[arg-type]
    desk.house.services.responses.record(sitting.pack, response, lambda _problem: None)


def open_window(qtbot: QtBot, house: House, width: int, height: int) -> MainWindow:
    """Open the program's window at one size, on a new assessment."""
    places = (
        *(Place(key, title, key, lambda title=title: Page(title)) for key, title in _PLACES),
        Place("questionnaire", "Questionnaire", "assess", lambda: made(house), under="assess"),
    )
    window = MainWindow(places, house.context.settings)
    qtbot.addWidget(window)
    window.resize(width, height)
    with qtbot.waitExposed(window):
        window.show()
    window.navigator.go("questionnaire", assessment_id=house.assessment(), item_id="EMP-1")
    for _round in range(5):  # until everything has found its place
        QApplication.processEvents()
    return window


def made(house: House) -> QuestionnairePage:
    return QuestionnairePage(house.context)


def seen(widget: QWidget) -> bool:
    """Tell whether all of ``widget`` can be seen."""
    shown = widget.visibleRegion().boundingRect()
    return not widget.isHidden() and shown == widget.rect()


def test_folds_are_closed_where_nothing_was_written(desk: Desk) -> None:
    """The answers come first; the rest is one press away."""
    details = desk.page.statement.details
    folds = (details.why, details.evidence, details.note, details.sure, details.sources)
    assert not any(fold.is_open for fold in folds)


def test_a_fold_with_something_in_it_is_ticked_and_open(desk: Desk) -> None:
    """What was written before is found without looking for it."""
    put(desk, "POW-1", note="Ask the board", confidence=Confidence.GUESS)
    desk.open()
    details = desk.page.statement.details
    assert (details.note.is_open, details.sure.is_open) == (True, True)
    assert (details.evidence.is_open, details.why.is_open) == (False, False)
    assert details.note.header.accessibleDescription() == "Something is written here."


def test_a_fold_that_somebody_opened_stays_open_while_moving(desk: Desk) -> None:
    """Whoever wants to read the reasons reads all of them; a note opens for its own only."""
    put(desk, "POW-1", note="Ask the board")
    desk.open()
    details = desk.page.statement.details
    desk.click(details.why.header)
    desk.press(Key.Key_PageDown)
    assert (details.why.is_open, details.note.is_open) == (True, False)


def test_the_reason_the_evidence_and_the_sources_are_there(desk: Desk) -> None:
    """Each fold holds what the pack says."""
    details = desk.page.statement.details
    desk.click(details.why.header, details.evidence.header, details.sources.header)
    text = words(desk.page)
    assert "Naming it is the first step to using power well." in text
    assert "A list of advantages, a note of a first meeting" in text
    assert "RtR 2021, Sharing power and knowledge" in text
    assert "RtR 2021 is “Rebalancing the Relationship: Final Report”" in text


def test_who_knows_best_is_said_to_those_who_often_cannot(qtbot: QtBot, house: House) -> None:
    """EMP-1 is for staff, volunteers and partners: a trustee is told, staff are not."""
    sentence = "Staff, volunteers or partners often know this best."
    trustee = Desk(qtbot, house)
    trustee.open("EMP-1")
    assert sentence in words(trustee.page)
    staff = Desk(qtbot, house, role=Respondent.STAFF)
    staff.open("EMP-1")
    assert sentence not in words(staff.page)


def test_words_of_the_glossary_explain_themselves(desk: Desk) -> None:
    """Tab reaches a term that belongs to the statement, and its meaning appears."""
    details = desk.page.statement.details
    desk.click(details.why.header)
    desk.press(Key.Key_Tab)
    assert focused().accessibleName() == "Power"
    related = details.why.findChildren(type(desk.page.statement.words))[-1]
    assert related.explanation.startswith("The ability to do something")


def test_a_meaning_lies_beside_its_word_after_scrolling_to_it(
    qtbot: QtBot, house: House, wear: Callable[..., object]
) -> None:
    """Shift+Tab from the last cards leads back to the word; what explains it is in sight."""
    wear("light", 200)
    window = open_window(qtbot, house, 1366, 768)
    page = window.page
    assert isinstance(page, QuestionnairePage)
    sitting = house.services.assessments.start_alone(
        house.charity("Sample Kitchen"),
        builtin_packs()[0],
        Selection.ALL,
        Respondent.TRUSTEE,
        "All of them",
        TODAY,
    )
    page.entered(assessment_id=sitting.assessment.id, item_id="HON-5")
    QApplication.processEvents()
    qtbot.keyClick(focused() or page, Qt.Key.Key_0)
    QApplication.processEvents()
    qtbot.keyClick(focused() or page, Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: window.findChild(Popover) is not None)
    popover = window.findChild(Popover)
    assert popover is not None
    assert focused().accessibleName() == "Full cost recovery"
    assert seen(popover)
    word = QRect(focused().mapTo(window, QPoint(0, 0)), focused().size())
    assert not word.intersects(popover.geometry())


def test_what_has_the_focus_is_seen_when_a_notice_takes_room(
    qtbot: QtBot, house: House, wear: Callable[..., object]
) -> None:
    """The chosen card is not pushed under the foot by what is said above."""
    wear("light", 200)
    window = open_window(qtbot, house, 1366, 768)
    page = window.page
    assert isinstance(page, QuestionnairePage)
    qtbot.keyClick(focused() or page, Qt.Key.Key_4)
    page.notice.tell("This could not be saved. " * 4, "Try again", tone="alert")
    qtbot.waitUntil(lambda: seen(focused() or page))


def test_every_control_has_a_name(qtbot: QtBot, house: House) -> None:
    """With everything open, on a statement and at the end."""
    desk = Desk(qtbot, house, answered=3)
    details = desk.page.statement.details
    for fold in (details.why, details.evidence, details.note, details.sure, details.sources):
        desk.click(fold.header)
    assert nameless(desk.page) == []
    for edit in details.edits:
        interface = QAccessible.queryAccessibleInterface(edit)
        assert interface.text(QAccessible.Text.Name)
    desk.page.presenter.go_to_end()
    assert nameless(desk.page) == []


def test_the_cards_are_a_group_with_the_statement_as_its_name(desk: Desk) -> None:
    """A screen reader that enters the cards says what is asked."""
    assert desk.page.statement.choice.accessibleName() == desk.words


def test_everything_can_be_done_without_a_mouse(desk: Desk) -> None:
    """Tab reaches the cards once, then each fold, then the foot; nothing is left out."""
    stops = [stop.accessibleName() for stop in tab_stops(desk.page)]
    start = stops.index("1. Not yet")
    assert stops[start:] == [
        "1. Not yet",
        "Why this matters",
        "What would show it",
        "A note",
        "How sure you are",
        "Where this comes from",
        "Come back to this",
        "Next",
    ]


def test_the_keys_are_listed(desk: Desk) -> None:
    """F1 can say what each key does."""
    hints = dict(desk.page.key_hints())
    assert hints["0"] == "Don't know, or the answer with the number 0"
    assert hints["Page Up"] == "Statement before"


@pytest.mark.parametrize(
    ("width", "height", "text_size"), [(1024, 768, 100), (1366, 768, 200), (1024, 768, 200)]
)
def test_what_acts_stays_in_place_and_what_has_the_focus_is_seen(
    qtbot: QtBot,
    house: House,
    wear: Callable[..., object],
    width: int,
    height: int,
    text_size: int,
) -> None:
    """Back, Next, the flag and the mark stand below while the cards scroll to the keyboard."""
    wear("light", text_size)
    window = open_window(qtbot, house, width, height)
    page = window.page
    assert isinstance(page, QuestionnairePage)
    foot = (page.back, page.flag, page.next, window.save_mark)
    places = [QRect(w.mapTo(window, QPoint(0, 0)), w.size()) for w in foot]
    for _step in range(7):
        qtbot.keyClick(focused() or page, Qt.Key.Key_Down)
        QApplication.processEvents()
        assert seen(focused() or page)
    assert all(seen(widget) for widget in foot[:3])
    assert [QRect(w.mapTo(window, QPoint(0, 0)), w.size()) for w in foot] == places
    assert page.scroller.horizontalScrollBar().maximum() == 0


def test_the_sections_fold_when_there_is_little_room(
    qtbot: QtBot, house: House, wear: Callable[..., object]
) -> None:
    """At 200 % on a small laptop they show numbers only, with the words as a hint."""
    wear("light", 100)
    window = open_window(qtbot, house, 1366, 768)
    page = window.page
    assert isinstance(page, QuestionnairePage)
    assert not page.steps.folded
    wear("light", 200)
    QApplication.processEvents()
    assert page.steps.folded
    assert page.steps.entries[0].toolTip().startswith("Power: 0 of 4 answered.")


def test_what_is_opened_comes_into_view(qtbot: QtBot, house: House) -> None:
    """A fold at the lower edge shows what is in it without anybody having to scroll."""
    window = open_window(qtbot, house, 1024, 700)
    page = window.page
    assert isinstance(page, QuestionnairePage)
    fold = page.statement.details.note
    fold.header.setFocus()
    QApplication.processEvents()
    qtbot.keyClick(fold.header, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: seen(page.statement.details.note_box))


def test_pictures(qtbot: QtBot, house: House, wear: Callable[..., object], shots: Path) -> None:
    """Draw the page for human eyes."""
    for choice, text_size, width in (
        ("light", 100, 1024),
        ("dark", 150, 1366),
        ("contrast", 200, 1366),
        ("light", 100, 1920),
    ):
        wear(choice, text_size)
        window = open_window(qtbot, house, width, 768)
        qtbot.keyClick(focused() or window, Qt.Key.Key_3)
        QApplication.processEvents()
        window.grab().save(str(shots / f"questionnaire-{choice}-{text_size}-{width}.png"))
        window.close()


@pytest.mark.parametrize("name", ["note", "evidence"])
@pytest.mark.parametrize("key", [None, Key.Key_Return, Key.Key_Space, Key.Key_Right])
def test_who_opens_a_fold_to_write_can_write_at_once(
    desk: Desk, name: str, key: Qt.Key | None
) -> None:
    """Digits go into the text, at its end, and do not answer the statement."""
    details = desk.page.statement.details
    fold, box = getattr(details, name), getattr(details, f"{name}_box")
    box.set_text("Minutes ")
    if key is None:
        desk.click(fold.header)
    else:
        fold.header.setFocus()
        desk.press(key)
    assert box.edit.hasFocus()
    desk.press(Key.Key_2)
    assert box.text == "Minutes 2"
    assert desk.chosen == []


def test_a_fold_that_opens_by_itself_leaves_the_keyboard_where_it_is(desk: Desk) -> None:
    """Coming to a statement with a note, one can still answer with a key."""
    put(desk, "POW-1", note="Ask the board")
    desk.open()
    details = desk.page.statement.details
    assert details.note.is_open
    assert not details.note_box.edit.hasFocus()


def test_a_fold_that_is_closed_gives_the_keyboard_to_no_field(desk: Desk) -> None:
    """Closing is not writing."""
    details = desk.page.statement.details
    desk.click(details.note.header, details.note.header)
    assert not details.note.is_open
    assert details.note.header.hasFocus()
