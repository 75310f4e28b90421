"""Every way of answering: by mouse and keys, taken back, undone, and kept on the disk."""

from collections.abc import Callable

import pytest
from house import TODAY, House, button, focused, nameless, press, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.limits import OWN_ASSESSMENT, USUAL_GROUP
from collabkit.assessments.pack import OutcomeKind, Respondent
from collabkit.services.packs import builtin_pack
from collabkit.services.people import NewParty, NewPerson
from collabkit.ui.questionnaire.page import QuestionnairePage
from collabkit.ui.widgets.level_card import AnswerButton

Key = Qt.Key
pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

# For each form a statement, the key of an answer, its code, and the name of another with its code.
FORMS = [
    pytest.param("five-themes", "POW-1", Key.Key_2, "2", "Regular practice", "4", id="described"),
    pytest.param("behaviours", "BEH-1.1", Key.Key_2, "2", "Usually", "4", id="frequency"),
    pytest.param("behaviours", "BEH-1a", Key.Key_2, "2", "In between", "3", id="from-to"),
    pytest.param("board-check", "BRD-1", Key.Key_5, "5", "Not true", "1", id="truth"),
    pytest.param("health-check", "PHC-1", Key.Key_1, "1", "Agree", "4", id="agreement"),
    pytest.param("bid-check", "BID-1", Key.Key_3, "no", "Partly", "partly", id="yes-partly-no"),
    pytest.param("barriers", "BAR-a", Key.Key_3, "3", "Quite a lot", "2", id="hold-back"),
    pytest.param("opportunities", "OPP-1", Key.Key_1, "quick-win", "Not suitable", "not-suitable",
                 id="category"),
    pytest.param("handover", "HND-1", Key.Key_1, "done", "Under way", "under-way", id="progress"),
    pytest.param("power-inventory", "INV-1a", Key.Key_5, "much-more", "Less", "less", id="compare"),
    pytest.param("first-conversation", "FIT-1", Key.Key_3, "stop", "Fit", "fit", id="notes-mark"),
]  # fmt: skip


class Desk:
    """One person in front of one statement of a questionnaire."""

    def __init__(self, qtbot: QtBot, house: House, pack_id: str, item_id: str) -> None:
        self.qtbot, self.house, self.item_id = qtbot, house, item_id
        pack = builtin_pack(pack_id)
        about = 0 if pack.outcome.kind is OutcomeKind.HOLDINGS else None
        assessment = house.services.assessments.start(
            house.charity("Sample Kitchen"),
            pack,
            selection=Selection.ALL,
            title="November 2026",
            today=TODAY,
            minimum=USUAL_GROUP if pack.outcome.kind is OutcomeKind.MIRROR else OWN_ASSESSMENT,
            people=[NewPerson("One person", Respondent.TRUSTEE, 0, about)],
            parties=[NewParty("Sample Kitchen", is_own=True), NewParty("North")],
        )
        self.assessment_id = assessment.id
        self.sheet_id = house.services.assessments.participants(assessment.id)[0].id
        self.page = QuestionnairePage(house.context)
        self.open()

    def open(self) -> None:
        arguments = {
            "assessment_id": self.assessment_id,
            "sheet_id": self.sheet_id,
            "item_id": self.item_id,
        }
        self.house.show(self.qtbot, self.page, **arguments)

    def press(
        self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        self.qtbot.keyClick(focused() or self.page, key, held)
        QApplication.processEvents()

    def stop(self, name: str) -> AnswerButton:
        """Return the answer called ``name``."""
        cards = self.page.statement.choice.cards
        return next(card for card in cards if card.answer.name == name)

    def stored(self, item_id: str = "") -> Response | None:
        """Return what is on the disk about a statement, by default the one that is shown."""
        self.page.left()
        self.house.services.responses.flush()
        responses = self.house.services.assessments.responses(self.assessment_id)
        return next((r for r in responses if r.item_id == (item_id or self.item_id)), None)

    def answer(self) -> str | None:
        said = self.stored()
        return said.answer if said else None


@pytest.mark.parametrize(("pack_id", "item_id", "key", "by_key", "name", "by_mouse"), FORMS)
def test_each_form_is_answered_by_keys_and_mouse(
    qtbot: QtBot,
    house: House,
    pack_id: str,
    item_id: str,
    key: Qt.Key,
    by_key: str,
    name: str,
    by_mouse: str,
) -> None:
    """A digit or a click chooses; it is on the disk; undo, and taking back, lead back."""
    desk = Desk(qtbot, house, pack_id, item_id)
    before = desk.page.statement.choice.answer
    desk.press(key)
    assert desk.answer() == by_key
    qtbot.mouseClick(desk.stop(name), Qt.MouseButton.LeftButton)
    assert desk.answer() == by_mouse
    assert [c.answer.name for c in desk.page.statement.choice.cards if c.isChecked()] == [name]
    desk.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.answer() == by_key
    press(qtbot, desk.page, "Take my answer back")
    assert desk.answer() is None
    desk.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.press(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert desk.answer() == before
    assert nameless(desk.page) == []


@pytest.mark.parametrize(("pack_id", "item_id"), [("behaviours", "BEH-1a"),
                                                  ("power-inventory", "INV-1a")])  # fmt: skip
def test_a_track_is_walked_with_the_arrows(
    qtbot: QtBot, house: House, pack_id: str, item_id: str
) -> None:
    """Left and right move from stop to stop without choosing, space chooses."""
    desk = Desk(qtbot, house, pack_id, item_id)
    desk.press(Key.Key_Down)
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Right)
    desk.press(Key.Key_Left)
    assert desk.answer() is None
    second = desk.page.statement.choice.cards[1]
    assert focused() is second
    desk.press(Key.Key_Space)
    assert desk.answer() == second.code


def test_both_ends_of_a_slider_are_read(qtbot: QtBot, house: House) -> None:
    """From what to what."""
    desk = Desk(qtbot, house, "behaviours", "BEH-1a")
    ends = builtin_pack("behaviours").item("BEH-1a").ends
    assert ends is not None
    for end in ends:
        assert end in words(desk.page)


def test_a_due_date_is_typed(qtbot: QtBot, house: House) -> None:
    """Below what is to be done; it is kept as a day."""
    desk = Desk(qtbot, house, "handover", "HND-1")
    field = next(f for f in desk.page.statement.extras.fields if f.extra.label == "Due date")
    assert isinstance(field.edit, QLineEdit)
    qtbot.keyClicks(field.edit, "3 December 2026")
    said = desk.stored(field.extra.item_id)
    assert said is not None
    assert said.answer == "2026-12-03"
    desk.open()
    assert "3 December 2026" in words(desk.page)


def test_an_owner_is_typed_in_one_line(qtbot: QtBot, house: House) -> None:
    """Letters that mean something elsewhere are letters here."""
    desk = Desk(qtbot, house, "handover", "HND-1")
    field = next(f for f in desk.page.statement.extras.fields if f.extra.label == "Owner")
    assert isinstance(field.edit, QLineEdit)
    field.edit.setFocus()
    qtbot.keyClicks(field.edit, "Fin 3")
    said = desk.stored(field.extra.item_id)
    assert said is not None
    assert (said.note, said.answer) == ("Fin 3", "noted")
    assert desk.answer() is None  # nobody has said how far it is
    assert not desk.page.flag.isChecked()


def test_a_further_question_is_answered_and_unsaid(qtbot: QtBot, house: House) -> None:
    """It is optional, and “Not said” takes the answer back."""
    desk = Desk(qtbot, house, "opportunities", "OPP-1")
    field = desk.page.statement.extras.fields[0]
    press(qtbot, desk.page, "We need it")
    said = desk.stored(field.extra.item_id)
    assert said is not None
    assert said.answer == "need"
    press(qtbot, field, "Not said")
    said = desk.stored(field.extra.item_id)
    assert said is None or said.answer is None


def test_notes_stand_above_the_marks(qtbot: QtBot, house: House) -> None:
    """Words and mark are kept with the same statement, whichever comes first."""
    desk = Desk(qtbot, house, "first-conversation", "FIT-1")
    edit = desk.page.statement.writing.edit
    edit.setFocus()
    qtbot.keyClicks(edit, "Young carers, 1 day")
    press_card = desk.stop("Fit")
    qtbot.mouseClick(press_card, Qt.MouseButton.LeftButton)
    said = desk.stored()
    assert said is not None
    assert (said.note, said.answer) == ("Young carers, 1 day", "fit")


def test_words_alone_are_an_answer_until_they_are_taken_out(qtbot: QtBot, house: House) -> None:
    """Where there is nothing to choose, what is written counts as answered."""
    pack = builtin_pack("partners-view")
    item = next(item for item in pack.items if pack.form_of(item).is_words_only)
    desk = Desk(qtbot, house, "partners-view", item.id)
    edit = desk.page.statement.writing.edit
    edit.setFocus()
    qtbot.keyClicks(edit, "Good")
    assert desk.answer() == "noted"
    desk.open()
    edit.selectAll()
    qtbot.keyClick(edit, Key.Key_Backspace)
    assert desk.answer() is None


def test_to_whom_it_often_does_not_apply_that_is_offered_first(qtbot: QtBot, house: House) -> None:
    """A charity without contracts reads it before the levels."""
    house.services.charities.add("Sample Kitchen", has_contracts=False)
    desk = Desk(qtbot, house, "five-themes", "HON-5")
    cards = [card.answer.name for card in desk.page.statement.choice.cards]
    assert cards[0] in ("Don't know", "Does not apply to us")
    assert cards[-1] == "How we work"


@pytest.mark.parametrize(
    ("theme_name", "text_size", "width"), [("light", 100, 874), ("contrast", 200, 1216)]
)
def test_no_form_needs_scrolling_sideways(
    qtbot: QtBot,
    house: House,
    wear: Callable[..., object],
    theme_name: str,
    text_size: int,
    width: int,
) -> None:
    """Beside the rail of a small window, and with large text."""
    wear(theme_name, text_size)
    for pack_id, item_id in (("behaviours", "BEH-1a"), ("opportunities", "OPP-1"),
                             ("handover", "HND-1"), ("first-conversation", "FIT-1")):  # fmt: skip
        desk = Desk(qtbot, house, pack_id, item_id)
        desk.page.resize(width, 728)
        QApplication.processEvents()
        assert desk.page.scroller.horizontalScrollBar().maximum() == 0
        assert button(desk.page, "Next").isVisible()


@pytest.mark.parametrize("way", ["Next", "Back", "page down"])
def test_a_date_that_cannot_be_read_is_not_left_behind(
    qtbot: QtBot, house: House, way: str
) -> None:
    """The statement stays, the field says what is wrong and has the keyboard."""
    desk = Desk(qtbot, house, "handover", "HND-2")
    shown = desk.page.statement.words.text()
    line = next(e for e in desk.page.statement.extras.edits if e.placeholderText())
    line.setFocus()
    qtbot.keyClicks(line, "soon")
    if way == "page down":
        desk.press(Key.Key_PageDown)
    else:
        press(qtbot, desk.page, way)
    assert desk.page.statement.words.text() == shown
    assert "That is not a date we can read." in words(desk.page)
    assert (line.text(), focused()) == ("soon", line)
    line.clear()
    qtbot.keyClicks(line, "1.12.2026")
    press(qtbot, desk.page, "Next")
    assert desk.page.statement.words.text() != shown


@pytest.mark.parametrize(
    ("pack_id", "item_id", "is_told"),
    [("five-themes", "POW-1", True), ("handover", "HND-1", False)],
)
def test_dont_know_is_explained_only_where_it_is_offered(
    qtbot: QtBot, house: House, pack_id: str, item_id: str, is_told: bool
) -> None:
    desk = Desk(qtbot, house, pack_id, item_id)
    desk.page.presenter.go_to_end()
    assert ("What “Don't know” means for your results" in words(desk.page)) is is_told
