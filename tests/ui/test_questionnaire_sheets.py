"""One sheet of several in the questionnaire: whose it is, how it ends, and who may open it."""

from dataclasses import dataclass

import pytest
from house import TODAY, House, places_gone_to, press, words
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Participant, Selection
from collabkit.assessments.pack import Respondent
from collabkit.services.closing import closed_sheets
from collabkit.services.packs import builtin_pack
from collabkit.services.people import NewParty, NewPerson
from collabkit.ui.questionnaire.page import QuestionnairePage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@dataclass
class Group:
    """A board of two, of whom three have to answer, in front of the questionnaire."""

    qtbot: QtBot
    house: House
    assessment_id: str
    people: tuple[Participant, ...]

    def __post_init__(self) -> None:
        self.page = QuestionnairePage(self.house.context)
        self.gone = places_gone_to(self.page)

    def open(self, place: int | None = 0, **further: object) -> QuestionnairePage:
        """Open the sheet of the person at ``place``, or none in particular."""
        sheet = {} if place is None else {"sheet_id": self.people[place].id}
        arguments = {"assessment_id": self.assessment_id, **sheet, **further}
        self.house.show(self.qtbot, self.page, **arguments)
        return self.page

    def closed(self) -> frozenset[str]:
        return closed_sheets(self.house.services, self.assessment_id)


@pytest.fixture
def group(qtbot: QtBot, house: House) -> Group:
    assessment = house.services.assessments.start(
        house.charity("Sample Kitchen"),
        builtin_pack("board-check"),
        selection=Selection.ALL,
        minimum=3,
        title="Away-day",
        today=TODAY,
        people=[NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in (1, 2)],
    )
    people = house.services.assessments.participants(assessment.id)
    return Group(qtbot, house, assessment.id, people)


@pytest.fixture
def pair(qtbot: QtBot, house: House) -> Group:
    """Two organisations that look at who holds what."""
    assessment = house.services.assessments.start(
        house.charity("Sample Kitchen"),
        builtin_pack("power-inventory"),
        selection=Selection.ALL,
        title="Away-day",
        today=TODAY,
        people=(
            NewPerson("Ours", Respondent.TRUSTEE, 0, 1),
            NewPerson("Theirs", Respondent.PARTNER, 1, 1),
        ),
        parties=(NewParty("Sample Kitchen", is_own=True), NewParty("North")),
    )
    people = house.services.assessments.participants(assessment.id)
    return Group(qtbot, house, assessment.id, people)


def test_the_head_says_whose_sheet_it_is(group: Group) -> None:
    """Beside the progress."""
    assert "Person 2 · Task 1 of 4 · statement 1 of 20" in words(group.open(1))


def test_the_note_says_who_reads_it(group: Group) -> None:
    """In a group it is not for oneself alone."""
    assert group.open(1).statement.details.note_box.hint.text() == (
        "Others may read it as it stands, without your name. Please name nobody."
    )


def test_a_comparison_says_about_whom_it_is(pair: Group) -> None:
    """“We” on the sheet means that organisation."""
    read = words(pair.open(0))
    assert "Sample Kitchen about North" in read
    assert "North: compared with the others" in read


def test_a_person_who_has_finished_closes_the_sheet(group: Group) -> None:
    """The ending says so beforehand; then the list asks for the next person."""
    page = group.open(0)
    page.presenter.give_answer("3")
    page.presenter.go_to_end()
    assert "Nobody can open it again in this program" in words(page)
    press(group.qtbot, page, "I have finished")
    assert group.closed() == {group.people[0].id}
    place, arguments = group.gone[-1]
    assert place == "sheets"
    assert "pass the computer on" in str(arguments["told"])


def test_nothing_is_left_to_see_of_a_closed_sheet(group: Group) -> None:
    """Whoever goes back finds no answer, only the way to the list."""
    page = group.open(0)
    page.presenter.give_answer("3")
    page.presenter.finish()
    group.open(0)
    assert not page.presenter.is_open
    assert "Not true" not in words(page)
    page.notice.action_taken.emit()
    assert group.gone[-1] == ("sheets", {"assessment_id": group.assessment_id})


def test_an_empty_sheet_is_not_closed(group: Group) -> None:
    """Who has said nothing has not finished."""
    page = group.open(0)
    page.presenter.go_to_end()
    press(group.qtbot, page, "I have finished")
    assert group.closed() == frozenset()
    assert group.gone[-1][0] == "sheets"


def test_who_stops_can_go_on_later(group: Group) -> None:
    """The sheet stays open and begins at the first statement without an answer."""
    page = group.open(0)
    page.presenter.give_answer("3")
    page.presenter.go_to_end()
    press(group.qtbot, page, "Stop for now")
    assert group.gone[-1][0] == "sheets"
    assert "statement 2 of 20" in words(group.open(0))


def test_no_persons_sheet_is_guessed(group: Group) -> None:
    """Without saying whose, nothing of a group is opened."""
    page = group.open(None)
    assert not page.presenter.is_open
    assert "is not opened" in page.notice.sentence


def test_the_next_person_sees_nothing_of_the_one_before(group: Group) -> None:
    """Neither answer nor note, and undo does not reach back."""
    page = group.open(0)
    page.presenter.write("note", "Only mine")
    page.presenter.give_answer("3")
    page.presenter.finish()
    group.open(1)
    page.presenter.undo()
    assert page.statement.choice.answer is None
    assert page.statement.details.note_box.text == ""


def test_where_a_person_stopped_in_a_group_is_not_told(group: Group) -> None:
    """Home would show it to everybody."""
    group.open(0).presenter.go_next()
    assert group.house.services.assessments.get(group.assessment_id).place is None


def test_an_agreed_view_goes_back_to_the_sheets_and_stays_open(pair: Group) -> None:
    """It is nobody's secret."""
    page = pair.open(0)
    page.presenter.give_answer("more")
    page.presenter.go_to_end()
    press(pair.qtbot, page, "Back to the sheets")
    assert pair.gone[-1] == ("sheets", {"assessment_id": pair.assessment_id, "told": ""})
    assert pair.closed() == frozenset()
    assert pair.open(0).presenter.is_open


def test_who_comes_from_the_results_has_a_way_back(qtbot: QtBot, house: House) -> None:
    """At whatever statement one is by then."""
    assessment_id = house.assessment(answered=3)
    page = QuestionnairePage(house.context)
    gone = places_gone_to(page)
    asked = house.services.assessments.get(assessment_id).asked
    house.show(qtbot, page, assessment_id=assessment_id, item_id=asked[1], from_results=True)
    page.presenter.go_next()
    press(qtbot, page, "Back to the results")
    assert gone == [("results", {"assessment_id": assessment_id})]
