"""Keying in one sheet of paper: by keys, read back, saved as one closed sheet."""

from dataclasses import dataclass, field
from datetime import date

import pytest
from house import TODAY, House, button, focused, nameless, places_gone_to, press, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.qtbot import QtBot
from sheets_desk import NORTH, OWN, answer_here, begin, wait_for_jobs

from collabkit.assessments.assessment import Assessment, Response
from collabkit.assessments.pack import NOTED, Respondent
from collabkit.services.closing import closed_sheets
from collabkit.ui.keying_in.line_part import LinePart
from collabkit.ui.keying_in.page import KeyingInPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@dataclass
class Desk:
    """The page for one assessment."""

    qtbot: QtBot
    house: House
    assessment: Assessment
    gone: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page = KeyingInPage(self.house.context)
        self.gone = places_gone_to(self.page)
        self.house.show(self.qtbot, self.page, assessment_id=self.assessment.id)

    def press(self, name: str) -> None:
        press(self.qtbot, self.page, name)
        wait_for_jobs()

    def pick(self, place: int) -> None:
        """Press the statement at ``place``, from 0, with the mouse."""
        self.qtbot.mouseClick(self.part(place).line, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def keys(self, keys: str) -> None:
        """Press keys, each at whatever has the keyboard then."""
        for key in keys:
            self.qtbot.keyClicks(focused(), key)
            QApplication.processEvents()

    def key(self, key: Qt.Key) -> None:
        self.qtbot.keyClick(focused(), key)
        QApplication.processEvents()

    def part(self, place: int) -> LinePart:
        assert self.page.list is not None
        return self.page.list.parts[place]

    def said(self, place: int) -> str:
        """What screen readers say of a statement."""
        return self.part(place).line.accessibleName()

    def save(self) -> None:
        self.press("Read it back")
        self.press_save()

    def press_save(self) -> None:
        self.qtbot.mouseClick(self.page.save, Qt.MouseButton.LeftButton)
        wait_for_jobs()

    def responses(self) -> list[Response]:
        return list(self.house.services.assessments.responses(self.assessment.id))

    def read(self) -> str:
        return words(self.page)


@pytest.fixture
def board(qtbot: QtBot, house: House) -> Desk:
    """A board of which nobody has answered."""
    return Desk(qtbot, house, begin(house))


def test_each_key_goes_on_to_the_next_statement(board: Desk) -> None:
    """Figures, 0 for don't know, and Space for what is blank on the paper."""
    board.pick(0)
    board.keys("40 5")
    assert board.said(0).endswith("4, Mostly true")
    assert board.said(1).endswith("0, Don't know")
    assert board.said(2).endswith("Left blank")
    assert board.said(3).endswith("5, Fully true")
    assert board.said(4).endswith("not keyed in")
    assert focused() is board.part(4).line


def test_a_sheet_is_saved_closed_and_as_one(board: Desk) -> None:
    """With its role; what is blank is no answer; the name is the next that is free."""
    board.press("Volunteer")
    board.pick(0)
    board.keys("4 1")
    board.save()
    (person,) = board.house.services.assessments.participants(board.assessment.id)
    assert (person.pseudonym, person.role) == ("Person 1", Respondent.VOLUNTEER)
    asked = board.assessment.asked
    assert [(r.item_id, r.answer) for r in board.responses()] == [(asked[0], "4"), (asked[2], "1")]
    assert closed_sheets(board.house.services, board.assessment.id) == {person.id}
    assert "The sheet is saved and closed, as “Person 1”." in board.read()
    assert not board.page.holds_unsaved()
    assert board.said(0).endswith("not keyed in")  # the next sheet


@pytest.mark.parametrize(
    ("code", "fault"),
    [("K7P3MX", "The sheet K7P3MX is here already: it was keyed in"), ("12", "cannot be the code")],
)
def test_a_code_that_cannot_be_right_is_told_at_once(board: Desk, code: str, fault: str) -> None:
    """Before the rest of the sheet is keyed in; another code is fine again."""
    item = board.assessment.asked[0]
    board.house.services.returns.key_in(
        board.assessment.id,
        today=TODAY,
        role=Respondent.STAFF,
        answers={item: "4"},
        sheet="K7P3MX",
    )
    line = board.page.top.code.line
    line.setFocus()
    board.qtbot.keyClicks(line, code)
    assert fault not in board.read()
    board.qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert fault in board.read()
    line.setFocus()
    line.selectAll()
    board.qtbot.keyClicks(line, "K7P3MW")
    board.qtbot.keyClick(line, Qt.Key.Key_Tab)
    assert fault not in board.read()


def test_a_key_that_is_no_answer_is_told(board: Desk) -> None:
    """At the statement itself, with the keys that are; nothing changes."""
    board.pick(0)
    board.keys("7")
    told = "“7” is no answer here. These are: 1, 2, 3, 4, 5, 0, N, and Space if it is blank."
    assert told in board.read()
    assert board.said(0).endswith("not keyed in")
    board.keys("4")
    assert told not in board.read()


def test_backspace_takes_the_last_key_back(board: Desk) -> None:
    """The statement before has the keyboard again, with nothing said of it."""
    board.pick(0)
    board.keys("45")
    board.key(Qt.Key.Key_Backspace)
    assert board.said(1).endswith("not keyed in")
    assert focused() is board.part(1).line
    board.keys("2")
    assert board.said(1).endswith("2, A little true")


def test_answers_can_be_pressed_with_the_mouse(board: Desk) -> None:
    """They stand below the statement that is current."""
    board.pick(2)
    board.press("3 Partly true")
    assert board.said(2).endswith("3, Partly true")
    assert focused() is board.part(3).line


def test_what_is_written_beside_an_answer_is_keyed_in(board: Desk) -> None:
    """With the key C or the button; it goes with the answer."""
    board.press("Volunteer")
    board.pick(0)
    board.keys("C")
    assert isinstance(focused(), QPlainTextEdit)
    board.qtbot.keyClicks(focused(), "See minute 4")
    board.pick(0)
    board.keys("4")
    board.save()
    (said,) = board.responses()
    assert (said.answer, said.note) == ("4", "See minute 4")


def test_without_a_role_it_is_not_read_back(board: Desk) -> None:
    """The question has the keyboard, and says what is missing."""
    board.pick(0)
    board.keys("4")
    board.press("Read it back")
    assert "Please choose the role that is ticked on the sheet." in board.read()
    assert not board.page.save.isVisible()


def test_reading_back_tells_what_is_empty_and_takes_corrections(board: Desk) -> None:
    """A key puts right what is wrong, and the page stays with it."""
    board.press("Volunteer")
    board.pick(0)
    board.keys("4 ")
    board.press("Read it back")
    assert (
        "One statement is answered, one is left blank and 18 were not keyed in. "
        "Those that were not keyed in are saved as blank."
    ) in board.read()
    assert board.page.save.accessibleName() == "All is right, 19 blank: save"
    assert board.page.counted.visibleRegion().boundingRect().height() == board.page.counted.height()
    assert focused() is board.page.save
    board.pick(0)
    board.keys("5")
    assert board.said(0).endswith("5, Fully true")
    assert focused() is board.part(0).line
    board.press("Go on keying in")
    assert focused() is board.part(2).line


def test_a_wrong_code_is_told_and_nothing_lost(board: Desk) -> None:
    """What was keyed in is still there, to be saved with the right one."""
    board.press("Volunteer")
    board.page.top.code.line.setFocus()
    board.qtbot.keyClicks(focused(), "abc")
    board.pick(0)
    board.keys("4")
    board.save()
    assert "“abc” cannot be the code of a sheet." in board.read()
    assert board.responses() == []
    assert board.said(0).endswith("4, Mostly true")
    board.page.top.code.line.clear()
    board.page.top.code.line.setFocus()
    board.qtbot.keyClicks(focused(), "k7p-3mx")
    board.press_save()
    assert len(board.responses()) == 1


def test_an_empty_sheet_is_not_saved(board: Desk) -> None:
    """The reason is told."""
    board.press("Volunteer")
    board.save()
    assert "Nothing is answered on this sheet." in board.read()


def test_the_very_same_answers_can_be_another_persons(board: Desk) -> None:
    """It is asked; one press saves the second sheet as well."""
    for _sheet in range(2):
        board.press("Volunteer")
        board.pick(0)
        board.keys("4")
        board.save()
    assert "The very same answers are there already" in board.read()
    board.press("It is from another person: save it as well")
    assert len(board.responses()) == 2


def test_a_sheet_that_is_not_saved_is_still_there(board: Desk) -> None:
    """Going elsewhere loses nothing, and closing the program would say what it costs."""
    board.pick(0)
    board.keys("4")
    board.page.left()
    assert board.page.holds_unsaved()
    assert "it is not on the disk" in board.page.unsaved_words()
    assert "Sample Kitchen · Away-day" in board.page.unsaved_words()  # where to find it
    assert board.page.unsaved_arguments() == {"assessment_id": board.assessment.id}
    other = begin(board.house)
    board.page.entered(assessment_id=other.id)
    assert board.said(0).endswith("not keyed in")
    board.page.entered(assessment_id=board.assessment.id)
    assert board.said(0).endswith("4, Mostly true")
    assert "This sheet is still here, and not saved yet." in board.read()


def test_throwing_it_away_can_be_taken_back(board: Desk) -> None:
    """Until the next sheet is begun, as that would be lost then."""
    board.pick(0)
    board.keys("4")
    board.press("Throw this sheet away")
    assert board.said(0).endswith("not keyed in")
    assert not board.page.holds_unsaved()
    board.press("Undo")
    assert board.said(0).endswith("4, Mostly true")
    board.press("Throw this sheet away")
    board.pick(0)
    board.keys("2")
    assert "Undo" not in board.read()
    assert board.said(0).endswith("2, A little true")


def test_days_and_words_are_keyed_in(qtbot: QtBot, house: House) -> None:
    """A date as people write it, and a name; both are read back in the line."""
    parties = (OWN, NORTH)
    desk = Desk(qtbot, house, begin(house, "handover", parties=parties, minimum=1))
    desk.press("North")
    places = {desk.part(n).item_id: n for n in range(len(desk.page.list.parts))}  # type: ignore[union-attr]
    pack = house.services.assessments.pack_of(desk.assessment)
    day = next(i.id for i in pack.items if pack.form_of(i).kind == "date")
    line = next(i.id for i in pack.items if pack.form_of(i).kind == "line")
    desk.pick(places[day])
    assert isinstance(focused(), QLineEdit)
    qtbot.keyClicks(focused(), "30 June 2026")
    desk.pick(places[line])
    qtbot.keyClicks(focused(), "The treasurer")
    desk.key(Qt.Key.Key_Return)
    assert desk.said(places[day]).endswith("30 June 2026")
    assert desk.said(places[line]).endswith("The treasurer")
    desk.save()
    said = {r.item_id: (r.answer, r.note) for r in desk.responses()}
    assert said[day] == (date(2026, 6, 30).isoformat(), "")
    assert said[line] == (NOTED, "The treasurer")


def test_what_is_asked_depends_on_whose_sheet_it_is(qtbot: QtBot, house: House) -> None:
    """Before the organisation is known there are no statements; a partner's role is settled."""
    desk = Desk(qtbot, house, begin(house, "health-check", parties=(OWN, NORTH)))
    assert desk.page.list is None
    desk.press("Sample Kitchen")
    assert "Which role is ticked?" in desk.read()
    desk.press("North")
    assert "Which role is ticked?" not in desk.read()
    desk.pick(0)
    desk.keys("4")
    desk.save()
    (person,) = house.services.assessments.participants(desk.assessment.id)
    assert person.role is Respondent.PARTNER


def test_answers_that_were_given_here_stay_hidden(qtbot: QtBot, house: House) -> None:
    """The page shows what is keyed in, and nothing that anybody else said."""
    assessment = begin(house, people=1)
    answer_here(house, assessment, 0)
    desk = Desk(qtbot, house, assessment)
    assert all(desk.said(n).endswith("not keyed in") for n in range(len(desk.assessment.asked)))


def test_a_whole_sheet_with_the_keyboard_alone(board: Desk) -> None:
    """Role, Tab to the list, twenty keys, Enter to read back and to save."""
    board.key(Qt.Key.Key_Space)
    for _step in range(6):
        if focused() is board.part(0).line:
            break
        board.key(Qt.Key.Key_Tab)
    board.keys("4" * 20)
    assert focused() is board.page.read
    board.key(Qt.Key.Key_Return)
    assert focused() is board.page.save
    assert "All 20 statements are answered." in board.read()
    assert board.page.save.accessibleName() == "All of it is right: save"
    board.key(Qt.Key.Key_Return)
    wait_for_jobs()
    assert len(board.responses()) == 20


def test_all_controls_have_names(board: Desk) -> None:
    """Those of the current statement too."""
    board.pick(0)
    board.keys("C")
    assert nameless(board.page) == []
    assert button(board.page, "Read it back").isEnabled()
