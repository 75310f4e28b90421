"""A sheet of paper with the code of one that is here already: nobody's answers go unasked."""

from pathlib import Path

import pytest
from house import TODAY, House, button, focused, nameless, press, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from sheets_desk import CODES, answer_file, begin, wait_for_jobs

from collabkit.assessments.arrival import Route
from collabkit.assessments.assessment import Assessment
from collabkit.ui.keying_in.page import KeyingInPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

CAME = f"The sheet {CODES[0]} is here already: it came in an answer file on 22 November 2026"
REPLACE = "Replace the sheet of “Voice 0”"


class Desk:
    """The page of a board to which one answer file came; a paper with its code is keyed in."""

    def __init__(self, qtbot: QtBot, house: House, post: Path) -> None:
        self.qtbot, self.house = qtbot, house
        self.assessment: Assessment = begin(house)
        self.take_in(answer_file(post, self.assessment))
        self.before = self.answers()
        self.page = KeyingInPage(house.context)
        house.show(qtbot, self.page, assessment_id=self.assessment.id)

    def take_in(self, path: Path) -> None:
        returns = self.house.services.returns
        returns.take(returns.preview(self.assessment.id, [path]), TODAY)

    def press(self, name: str) -> None:
        press(self.qtbot, self.page, name)
        wait_for_jobs()

    def key_in(self, keys: str, code: str) -> None:
        self.press("Volunteer")
        self.type_code(code)
        assert self.page.list is not None
        self.qtbot.mouseClick(self.page.list.parts[0].line, Qt.MouseButton.LeftButton)
        for key in keys:
            QApplication.processEvents()
            self.qtbot.keyClicks(focused(), key)

    def type_code(self, code: str) -> None:
        line = self.page.top.code.line
        line.setFocus()
        line.clear()
        self.qtbot.keyClicks(line, code)

    def read_back(self) -> None:
        self.press("Read it back")

    def save(self) -> None:
        self.qtbot.mouseClick(self.page.save, Qt.MouseButton.LeftButton)
        wait_for_jobs()

    def read(self) -> str:
        return words(self.page)

    def answers(self) -> dict[str, dict[str, str | None]]:
        """What is on the disk, by name and statement."""
        assessments = self.house.services.assessments
        said: dict[str, dict[str, str | None]] = {}
        for person in assessments.participants(self.assessment.id):
            said[person.pseudonym] = {
                each.item_id: each.answer
                for each in assessments.responses(self.assessment.id)
                if each.participant_id == person.id
            }
        return said

    def ways(self) -> list[Route]:
        return list(self.house.services.returns.counts(self.assessment.id).by_route)


@pytest.fixture
def desk(qtbot: QtBot, house: House, tmp_path_factory: pytest.TempPathFactory) -> Desk:
    """One has answered elsewhere."""
    return Desk(qtbot, house, tmp_path_factory.mktemp("post"))


def test_it_is_told_which_sheet_is_here_and_how_it_came(desk: Desk) -> None:
    """When the code is typed, and again while the sheet is read back."""
    desk.key_in("5", CODES[0])
    assert CAME in desk.read()
    assert "is kept as “Voice 0”" in desk.read()
    desk.read_back()
    assert desk.read().count(CAME) == 2  # at the code, and beside what is read back


def test_nothing_is_replaced_without_being_asked(desk: Desk) -> None:
    """Neither by saving nor by saving once more; what corrects the code has the keyboard."""
    desk.key_in("5", CODES[0])
    desk.read_back()
    desk.save()
    read = desk.read()
    assert f"Nothing is saved yet. {CAME}, and is kept as “Voice 0”." in read
    assert "you can replace everything that was said on it" in read
    assert desk.answers() == desk.before
    assert focused() is desk.page.correct
    desk.qtbot.keyClick(focused(), Qt.Key.Key_Return)  # of whoever presses it without reading
    QApplication.processEvents()
    assert focused() is desk.page.top.code.line
    desk.save()
    assert desk.answers() == desk.before
    assert desk.ways() == [Route.ANSWER_FILE]
    assert nameless(desk.page) == []


def test_with_the_right_code_it_is_saved_beside_the_other(desk: Desk) -> None:
    """Nothing has to be keyed in again."""
    desk.key_in("5", CODES[0])
    desk.read_back()
    desk.save()
    desk.press("Correct the code")
    desk.type_code(CODES[1])
    desk.qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    assert REPLACE not in desk.read()
    assert CAME not in desk.read()
    desk.save()
    item = desk.assessment.asked[0]
    assert desk.answers() == desk.before | {"Person 1": {item: "5"}}


def test_a_code_that_was_just_typed_counts(desk: Desk) -> None:
    """Whoever has corrected it and presses the wrong button replaces nothing."""
    desk.key_in("5", CODES[0])
    desk.read_back()
    desk.save()
    desk.type_code(CODES[1])
    button(desk.page, REPLACE).click()
    wait_for_jobs()
    assert desk.answers() == desk.before


def test_replacing_is_a_step_of_its_own_and_can_be_taken_back(desk: Desk) -> None:
    """Then all of what came before is there again, and so is the paper, unsaved."""
    desk.key_in("5", CODES[0])
    desk.read_back()
    desk.save()
    desk.press(REPLACE)
    item = desk.assessment.asked[0]
    assert desk.answers() == {"Voice 0": {item: "5"}}
    assert desk.ways() == [Route.PAPER]
    assert desk.page.notice.sentence == "It took the place of what came before from “Voice 0”."
    desk.press("Undo")
    wait_for_jobs()
    assert desk.answers() == desk.before
    assert desk.ways() == [Route.ANSWER_FILE]
    assert "What came before from “Voice 0” is back. The paper is here again" in desk.read()
    assert desk.page.holds_unsaved()
    desk.read_back()
    desk.save()
    assert desk.answers() == desk.before


def test_the_next_paper_stays_when_a_replacement_is_taken_back(desk: Desk) -> None:
    """What is being keyed in is not lost by it."""
    desk.key_in("5", CODES[0])
    desk.read_back()
    desk.save()
    desk.press(REPLACE)
    desk.key_in("2", CODES[1])
    desk.press("Undo")
    assert desk.answers() == desk.before
    assert "key it in again with its own code" in desk.read()
    desk.read_back()
    desk.save()
    assert desk.answers() == desk.before | {"Person 1": {desk.assessment.asked[0]: "2"}}


def test_a_replacement_cannot_be_taken_back_once_the_next_paper_is_saved(desk: Desk) -> None:
    """Nothing that no longer works is offered."""
    desk.key_in("5", CODES[0])
    desk.read_back()
    desk.save()
    desk.press(REPLACE)
    assert "Undo" in desk.read()
    desk.key_in("2", CODES[1])
    desk.read_back()
    desk.save()
    assert "Undo" not in desk.read()


def test_what_was_shown_meanwhile_is_not_put_back(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A change could be seen; the page says so."""
    desk.key_in("5", CODES[0])
    desk.read_back()
    desk.save()
    desk.press(REPLACE)
    post = tmp_path_factory.mktemp("later")
    for number in range(1, 5):
        desk.take_in(answer_file(post, desk.assessment, number))
    assert desk.house.services.results.picture(desk.assessment.id).results.respondents == 5
    shown = desk.answers()
    desk.press("Undo")
    assert "Results with this sheet were shown meanwhile." in desk.read()
    assert desk.answers() == shown


def test_of_a_sheet_in_results_it_is_told_at_once_that_it_stays(
    desk: Desk, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Before all of the paper is keyed in for nothing."""
    post = tmp_path_factory.mktemp("others")
    for number in range(1, 5):
        desk.take_in(answer_file(post, desk.assessment, number))
    assert desk.house.services.results.picture(desk.assessment.id).results.respondents == 5
    desk.key_in("5", CODES[0])
    assert "Its answers are in results that were shown, so they stay as they are." in desk.read()
    desk.read_back()
    desk.save()
    assert REPLACE not in desk.read()
    assert desk.answers()["Voice 0"] == desk.before["Voice 0"]
