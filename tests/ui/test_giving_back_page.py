"""Answers for somebody else: at the end of the questionnaire they go back in a file."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from house import TODAY, House, button, focused, nameless, places_gone_to, press, words
from other_laptop import ASKED, OtherLaptop, answer, wait_for_jobs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Assessment, Selection
from collabkit.assessments.pack import Respondent
from collabkit.exchange.answers.answer_file import read_answer_file
from collabkit.exchange.answers.returned import ReturnedSheet
from collabkit.ui.assess.page import AssessPage
from collabkit.ui.giving_back.desktop import AnswersDesktop
from collabkit.ui.giving_back.page import GivingBackPage
from collabkit.ui.home.page import HomePage
from collabkit.ui.plan.page import PlanPage
from collabkit.ui.questionnaire.page import QuestionnairePage
from collabkit.ui.results.page import ResultsPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

REMARK = "a remark"


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[OtherLaptop]:
    laptop = OtherLaptop(tmp_path)
    yield laptop
    laptop.services.close()


@pytest.fixture
def there(house: House, laptop: OtherLaptop) -> Assessment:
    """An invitation that was opened here and answered, with one remark."""
    assessment = house.services.invited.open_invitation(laptop.invitation(), TODAY)
    answer(house, assessment, ASKED, REMARK)
    return assessment


class Computer(AnswersDesktop):
    """Saves in ``folder`` under the suggested name, and remembers what it showed."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "sent"
        self.folder.mkdir()
        self.shown: Path | None = None
        self.is_willing = True

    def documents(self) -> Path:
        return self.folder

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path | None:
        return suggested if self.is_willing else None

    def show_folder(self, folder: Path) -> None:
        self.shown = folder

    @property
    def sent(self) -> ReturnedSheet:
        (path,) = self.folder.iterdir()
        return read_answer_file(path.read_bytes())


@pytest.fixture
def computer(tmp_path: Path) -> Computer:
    return Computer(tmp_path)


def open_page(
    qtbot: QtBot, house: House, assessment: Assessment, computer: Computer
) -> GivingBackPage:
    page = GivingBackPage(house.context, computer)
    house.show(qtbot, page, assessment_id=assessment.id)
    return page


def save(qtbot: QtBot, page: GivingBackPage) -> None:
    press(qtbot, page, "Save the answers…")
    wait_for_jobs()


def test_the_questionnaire_ends_with_giving_back(
    qtbot: QtBot, house: House, there: Assessment
) -> None:
    """Not with results; and it says that nobody has the answers until then."""
    page = QuestionnairePage(house.context)
    house.show(qtbot, page, assessment_id=there.id)
    gone = places_gone_to(page)
    page.presenter.go_to_end()
    assert "Until then nobody else gets them." in words(page)
    press(qtbot, page, "Give the answers back")
    assert gone == [("giving-back", {"assessment_id": there.id})]
    assert house.services.assessments.get(there.id).finished is None


def test_role_name_and_notes_are_the_persons_own_choice(
    qtbot: QtBot, house: House, there: Assessment, computer: Computer
) -> None:
    """The file holds what was chosen, and what it holds is said."""
    page = open_page(qtbot, house, there, computer)
    press(qtbot, page, "Member of staff")
    qtbot.keyClicks(page.form.name.line, "Robin")
    press(qtbot, page, "Send my note along (one)")
    save(qtbot, page)
    sent = computer.sent
    assert (sent.role, sent.name, len(sent.answers)) == (Respondent.STAFF, "Robin", 4)
    assert list(sent.notes.values()) == [REMARK]
    assert "It holds four answers and your notes." in words(page)


def test_notes_stay_here_unless_somebody_ticks_them(
    qtbot: QtBot, house: House, there: Assessment, computer: Computer
) -> None:
    """And the name may stay empty."""
    page = open_page(qtbot, house, there, computer)
    press(qtbot, page, "Volunteer")
    save(qtbot, page)
    assert (computer.sent.name, dict(computer.sent.notes)) == ("", {})
    assert "It holds four answers." in words(page)


def test_the_role_is_asked_for_before_anything_is_saved(
    qtbot: QtBot, house: House, there: Assessment, computer: Computer
) -> None:
    """The sentence stands at the question, which has the keyboard."""
    page = open_page(qtbot, house, there, computer)
    save(qtbot, page)
    assert "Please say in which role you answer." in words(page)
    assert focused() is button(page, "Trustee or committee member")
    assert list(computer.folder.iterdir()) == []


def test_with_the_keyboard_alone(
    qtbot: QtBot, house: House, there: Assessment, computer: Computer
) -> None:
    """Space chooses the role, Tab leads to the button, Enter saves."""
    page = open_page(qtbot, house, there, computer)
    qtbot.keyClick(focused(), Qt.Key.Key_Space)
    for _step in range(12):
        if focused() is page.save:
            break
        qtbot.keyClick(focused(), Qt.Key.Key_Tab)
    qtbot.keyClick(page.save, "\r")
    wait_for_jobs()
    assert computer.sent.role is Respondent.TRUSTEE
    assert focused() is button(page, "Show in folder")
    qtbot.keyClick(focused(), "\r")
    assert computer.shown == computer.folder
    assert nameless(page) == []


def test_what_is_saved_can_be_changed_and_saved_again(
    qtbot: QtBot, house: House, there: Assessment, computer: Computer
) -> None:
    """What was chosen before is still there, and the file is about the same sheet."""
    page = open_page(qtbot, house, there, computer)
    press(qtbot, page, "Volunteer")
    save(qtbot, page)
    first = computer.sent
    press(qtbot, page, "Save them again")
    assert "You saved them to send back on 22 November 2026." in words(page)
    save(qtbot, page)
    assert (computer.sent.sheet, computer.sent.role) == (first.sheet, first.role)


def test_a_file_that_cannot_be_written_is_told_and_nothing_is_lost(
    qtbot: QtBot, house: House, there: Assessment, computer: Computer
) -> None:
    """It can be tried again elsewhere, and it does not count as given back."""
    page = open_page(qtbot, house, there, computer)
    press(qtbot, page, "Volunteer")
    computer.folder.rmdir()
    computer.folder.write_text("in the way")
    save(qtbot, page)
    assert page.notice.sentence
    assert button(page, "Save the answers…").isEnabled()
    assert house.services.assessments.get(there.id).finished is None


def test_ones_answers_are_looked_through_from_the_first(
    qtbot: QtBot, house: House, there: Assessment, computer: Computer
) -> None:
    """Not from the last, where one stopped."""
    page = open_page(qtbot, house, there, computer)
    gone = places_gone_to(page)
    press(qtbot, page, "See your answers")
    assert gone == [("questionnaire", {"assessment_id": there.id, "from_start": True})]
    questionnaire = QuestionnairePage(house.context)
    house.services.assessments.mark_place(there.id, there.asked[-1])
    house.show(qtbot, questionnaire, **gone[0][1])
    assert "statement 1 of" in words(questionnaire).lower()
    assert "Please name nobody." in questionnaire.statement.details.note_box.hint.text()


def test_page_down_scrolls_from_the_foot_too(
    qtbot: QtBot, house: House, there: Assessment, computer: Computer
) -> None:
    """The keyboard may be on Back."""
    page = open_page(qtbot, house, there, computer)
    page.resize(page.width(), 250)
    QApplication.processEvents()
    page.scroller.verticalScrollBar().setValue(0)
    qtbot.keyClick(page.look, Qt.Key.Key_PageDown)
    assert page.scrolled > 0


def test_changing_ones_mind_at_the_dialog_saves_nothing(
    qtbot: QtBot, house: House, there: Assessment, computer: Computer
) -> None:
    """And everything stays as it was."""
    computer.is_willing = False
    page = open_page(qtbot, house, there, computer)
    press(qtbot, page, "Volunteer")
    save(qtbot, page)
    assert list(computer.folder.iterdir()) == []
    assert button(page, "Save the answers…").isEnabled()


def test_the_copy_can_be_put_away_and_brought_back(
    qtbot: QtBot, house: House, there: Assessment, computer: Computer
) -> None:
    """Undo stands at the top, with the keyboard."""
    page = open_page(qtbot, house, there, computer)
    press(qtbot, page, "Volunteer")
    save(qtbot, page)
    press(qtbot, page, "Put your copy away")
    assert house.services.assessments.summaries() == ()
    assert focused() is button(page, "Undo")
    qtbot.keyClick(focused(), "\r")
    QApplication.processEvents()
    assert [s.assessment.id for s in house.services.assessments.summaries()] == [there.id]


def test_with_nothing_answered_there_is_one_way_on(
    qtbot: QtBot, house: House, laptop: OtherLaptop, computer: Computer
) -> None:
    """To the questionnaire."""
    empty = house.services.invited.open_invitation(laptop.invitation(), TODAY)
    page = open_page(qtbot, house, empty, computer)
    gone = places_gone_to(page)
    press(qtbot, page, "Answer now")
    assert gone == [("questionnaire", {"assessment_id": empty.id})]


def test_open_statements_may_stay_open(
    qtbot: QtBot, house: House, laptop: OtherLaptop, computer: Computer
) -> None:
    """It says how many there are."""
    some = house.services.invited.open_invitation(laptop.invitation(), TODAY)
    answer(house, some, ASKED[:2])
    page = open_page(qtbot, house, some, computer)
    assert "You have answered two of four statements" in words(page)
    assert "Two statements are open. You can leave them open." in words(page)


def test_home_says_for_whom_it_is(qtbot: QtBot, house: House, laptop: OtherLaptop) -> None:
    """As long as something is open one goes on, then it is given back, then it is gone."""
    there = house.services.invited.open_invitation(laptop.invitation(), TODAY)
    answer(house, there, ASKED[:1])
    home = HomePage(house.context)
    house.show(qtbot, home)
    gone = places_gone_to(home)
    assert "For Sample Charity\nBoard conditions check · June\n1 of 4" in words(home)
    press(qtbot, home, "Go on")
    answer(house, there, ASKED)
    home.entered()
    press(qtbot, home, "Give the answers back")
    house.services.assessments.finish(there.id, TODAY)
    home.entered()
    assert "For Sample Charity" not in words(home)
    assert "See the results" not in words(home)
    assert [place for place, _arguments in gone] == ["questionnaire", "giving-back"]


def test_nothing_is_planned_for_another_charity(
    qtbot: QtBot, house: House, there: Assessment
) -> None:
    """No results, no ideas, and no plan: what comes of it is for them to tell."""
    results = ResultsPage(house.context)
    house.show(qtbot, results, assessment_id=there.id)
    gone = places_gone_to(results)
    assert "is for Sample Charity to tell" in words(results)
    assert "Choose actions" not in words(results)
    press(qtbot, results, "Give the answers back")
    assert gone == [("giving-back", {"assessment_id": there.id})]
    plan = PlanPage(house.context)
    house.show(qtbot, plan, assessment_id=None)
    assert "June" not in words(plan)


def test_the_list_of_assessments_leads_to_giving_back(
    qtbot: QtBot, house: House, there: Assessment
) -> None:
    """In place of results and plan."""
    page = AssessPage(house.context)
    house.show(qtbot, page)
    gone = places_gone_to(page)
    press(qtbot, page, "Give the answers back: June")
    assert gone == [("giving-back", {"assessment_id": there.id})]
    assert "Results" not in words(page)


def test_the_list_tells_ones_own_answers_from_the_group(
    qtbot: QtBot, house: House, there: Assessment
) -> None:
    """Both have the title of the occasion; only one of them is for somebody else."""
    charity_id = there.charity_id
    house.services.assessments.start(
        charity_id,
        house.services.assessments.pack_of(there),
        selection=Selection.ALL,
        minimum=5,
        title=there.title,
        today=TODAY,
    )
    page = AssessPage(house.context)
    house.show(qtbot, page)
    assert words(page).count("Your own answers, for somebody else · All 4") == 1
