"""Several people, one after the other: who has answered, the next sheet, and the results."""

from dataclasses import dataclass, field

import pytest
from house import TODAY, House, button, focused, nameless, places_gone_to, press, words
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QRadioButton
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.services.closing import close_sheet
from collabkit.services.packs import builtin_pack
from collabkit.services.people import NewParty, NewPerson
from collabkit.ui.sheets.page import SheetsPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")

TRUSTEE, PARTNER = Respondent.TRUSTEE, Respondent.PARTNER
OWN, NORTH = NewParty("Sample Kitchen", is_own=True), NewParty("North")


@dataclass
class Room:
    """An assessment that several fill in, and its page."""

    qtbot: QtBot
    house: House
    assessment_id: str
    gone: list[tuple[str, dict[str, object]]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.page = SheetsPage(self.house.context)
        self.gone = places_gone_to(self.page)
        self.open()

    def open(self) -> None:
        self.house.show(self.qtbot, self.page, assessment_id=self.assessment_id)

    def answer(self, place: int, *, statements: int = 99, close: bool = False) -> None:
        """Let the person at ``place``, from 0, answer the first statements."""
        services = self.house.services
        sheet_id = services.assessments.participants(self.assessment_id)[place].id
        sitting = services.assessments.sitting(self.assessment_id, sheet_id)
        for item_id in sitting.assessment.asked[:statements]:
            form = sitting.pack.form_of(sitting.pack.item(item_id))
            code = form.options[0].code if form.options else None
            services.responses.record(
                sitting.pack, Response(sheet_id, item_id, code), lambda _problem: None
            )
        services.responses.flush()
        if close:
            close_sheet(services, self.assessment_id, sheet_id)

    def finished(self) -> bool:
        return self.house.services.assessments.get(self.assessment_id).finished is not None


def begin(
    qtbot: QtBot,
    house: House,
    pack_id: str,
    *people: NewPerson,
    minimum: int = 1,
    parties: tuple[NewParty, ...] = (),
    settled: dict[str, str] | None = None,
) -> Room:
    assessment = house.services.assessments.start(
        house.charity("Sample Kitchen"),
        builtin_pack(pack_id),
        selection=Selection.ALL,
        minimum=minimum,
        title="Away-day",
        today=TODAY,
        people=people,
        parties=parties,
        settled=settled or {},
    )
    return Room(qtbot, house, assessment.id)


@pytest.fixture
def group(qtbot: QtBot, house: House) -> Room:
    """A board of which nobody has begun; three are enough."""
    return begin(qtbot, house, "board-check", minimum=3)


def persons(number: int) -> tuple[NewPerson, ...]:
    return tuple(NewPerson(f"Person {n}", TRUSTEE) for n in range(1, number + 1))


def names_of_buttons(room: Room) -> list[str]:
    buttons = room.page.findChildren(QAbstractButton)
    return [b.accessibleName() for b in buttons if b.isVisibleTo(room.page)]


def test_the_next_person_begins_with_a_role(group: Room) -> None:
    """A number is proposed as a name, a role is chosen, and the questionnaire opens."""
    assert "Nobody has answered yet." in words(group.page)
    press(group.qtbot, group.page, "Let the next person answer here")
    assert "Person 1" in words(group.page)
    press(group.qtbot, group.page, "Begin")
    assert "Please choose your role." in words(group.page)
    press(group.qtbot, group.page, "Member of staff")
    press(group.qtbot, group.page, "Begin")
    (person,) = group.house.services.assessments.participants(group.assessment_id)
    assert (person.pseudonym, person.role) == ("Person 1", Respondent.STAFF)
    arguments = {"assessment_id": group.assessment_id, "sheet_id": person.id}
    assert group.gone == [("questionnaire", arguments)]


def test_a_name_that_is_taken_is_refused(qtbot: QtBot, house: House) -> None:
    """The sentence stands beside the field, and what was chosen stays."""
    room = begin(qtbot, house, "board-check", *persons(1), minimum=3)
    press(qtbot, room.page, "Let the next person answer here")
    assert focused() is not None
    focused().setText("Person 1")  # type: ignore[attr-defined]
    press(qtbot, room.page, "Volunteer")
    press(qtbot, room.page, "Begin")
    assert "There is already somebody called “Person 1”." in words(room.page)
    assert button(room.page, "Volunteer").isChecked()


def test_escape_gives_up(group: Room) -> None:
    """Nobody was added, and the button is back."""
    press(group.qtbot, group.page, "Let the next person answer here")
    group.qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert button(group.page, "Let the next person answer here").isVisible()
    assert group.house.services.assessments.participants(group.assessment_id) == ()


def test_counts_say_how_far_everybody_is(qtbot: QtBot, house: House) -> None:
    """Finished, begun and not begun, without a word of what was answered."""
    room = begin(qtbot, house, "board-check", *persons(3), minimum=3)
    room.answer(0, close=True)
    room.answer(1, statements=4)
    room.open()
    read = words(room.page)
    assert "One person has finished. One has begun and not finished." in read
    assert "4 of 20 statements answered" in read
    assert "Not begun" in read


def test_a_closed_sheet_is_not_opened_again(qtbot: QtBot, house: House) -> None:
    """It stands there as finished, without anything to press."""
    room = begin(qtbot, house, "board-check", *persons(2), minimum=3)
    room.answer(0, close=True)
    room.answer(1)
    room.open()
    assert "Open again: Person 2" in names_of_buttons(room)
    assert "Person 1\nFinished" in words(room.page)
    assert not any("Person 1" in name for name in names_of_buttons(room))


def test_results_wait_for_the_smallest_group(qtbot: QtBot, house: House) -> None:
    """Below it there is no way to them, and the page says how many are missing."""
    room = begin(qtbot, house, "board-check", *persons(3), minimum=3)
    room.answer(0, close=True)
    room.answer(1, close=True)
    room.open()
    assert "Results are shown from three people on. One more is needed." in words(room.page)
    assert "See the results" not in names_of_buttons(room)
    room.answer(2)
    room.open()
    assert "One more is needed." in words(room.page)
    assert "See the results" not in names_of_buttons(room)
    room.answer(2, close=True)
    room.open()
    assert "See the results" in names_of_buttons(room)


@pytest.mark.parametrize(("closes", "is_finished"), [(True, True), (False, False)])
def test_an_assessment_is_finished_when_all_are(
    qtbot: QtBot, house: House, closes: bool, is_finished: bool
) -> None:
    """Whoever sees the results while somebody is still at it has not finished it."""
    room = begin(qtbot, house, "board-check", *persons(4), minimum=3)
    for place in range(4):
        room.answer(place, close=closes or place < 3)
    room.open()
    press(qtbot, room.page, "See the results")
    press(qtbot, room.page.notice, "See the results")
    assert room.gone[-1] == ("results", {"assessment_id": room.assessment_id})
    assert room.finished() is is_finished


def test_before_the_first_look_it_is_asked_whether_all_have_answered(
    qtbot: QtBot, house: House
) -> None:
    """The first look settles who is in the picture; later ones settle nothing and do not ask."""
    room = begin(qtbot, house, "board-check", *persons(3), minimum=3)
    for place in range(3):
        room.answer(place, close=True)
    room.open()
    question = (
        "Have all answered whom you asked? Once the results are seen, later answers are added only "
        "when three more are in."
    )
    assert question in words(room.page)
    before = list(room.gone)
    press(qtbot, room.page, "See the results")
    assert room.page.notice.sentence == question
    press(qtbot, room.page, "Wait")
    assert room.page.notice.sentence == ""
    assert room.gone == before
    assert room.finished() is False
    house.services.results.picture(room.assessment_id, TODAY)
    room.open()
    assert question not in words(room.page)
    press(qtbot, room.page, "See the results")
    assert room.gone[-1] == ("results", {"assessment_id": room.assessment_id})


def test_of_partners_each_organisation_is_told(qtbot: QtBot, house: House) -> None:
    """How many of it have answered, and how many are needed before it is shown apart."""
    people = (NewPerson("One", TRUSTEE, 0), NewPerson("Two", PARTNER, 1))
    room = begin(qtbot, house, "health-check", *people, minimum=5, parties=(OWN, NORTH))
    room.answer(1, close=True)
    room.open()
    assert "North: one has answered, four more are needed." in words(room.page)
    assert "Sample Kitchen: nobody has answered, five are needed." in words(room.page)


def test_somebody_who_was_added_by_mistake_goes_again(qtbot: QtBot, house: House) -> None:
    """Only while nothing stands on the sheet."""
    room = begin(qtbot, house, "board-check", *persons(2), minimum=3)
    room.answer(0, statements=1)
    room.open()
    assert "Remove Person 1" not in names_of_buttons(room)
    press(qtbot, room.page, "Remove Person 2")
    assert "Person 2" not in words(room.page)


def test_agreed_views_are_opened_again(qtbot: QtBot, house: House) -> None:
    """An organisation's view is nobody's secret."""
    people = (NewPerson("Ours", TRUSTEE, 0, 0), NewPerson("Theirs", PARTNER, 1, 1))
    room = begin(qtbot, house, "power-inventory", *people, parties=(OWN, NORTH))
    room.answer(0)
    room.open()
    assert "One of two sheets is filled in." in words(room.page)
    press(qtbot, room.page, "Open again: Sample Kitchen about itself")
    assert room.gone[-1][0] == "questionnaire"


def test_an_organisation_joins_with_the_sheets_it_needs(qtbot: QtBot, house: House) -> None:
    """Of three, each looks at every one; what is there stays."""
    people = (NewPerson("Ours", TRUSTEE, 0, 0), NewPerson("Theirs", PARTNER, 1, 1))
    room = begin(qtbot, house, "power-inventory", *people, parties=(OWN, NORTH))
    press(qtbot, room.page, "Add an organisation")
    qtbot.keyClicks(focused(), "South")
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    QApplication.processEvents()
    sheets = house.services.assessments.sheets(room.assessment_id)
    assert len({(sheet.party, sheet.about) for sheet in sheets}) == len(sheets) == 9
    assert "South about Sample Kitchen" in words(room.page)


def test_one_more_view_is_about_somebody(qtbot: QtBot, house: House) -> None:
    """It is asked for whom one speaks and about whom."""
    people = (NewPerson("Ours", TRUSTEE, 0, 0), NewPerson("Theirs", PARTNER, 1, 1))
    room = begin(qtbot, house, "power-inventory", *people, parties=(OWN, NORTH))
    press(qtbot, room.page, "Add a view")
    radios = room.page.findChildren(QRadioButton)  # two for whom, two about whom
    qtbot.mouseClick(radios[1], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(radios[2], Qt.MouseButton.LeftButton)
    press(qtbot, room.page, "Begin")
    added = house.services.assessments.sheets(room.assessment_id)[-1]
    assert (added.party, added.about) == ("North", "Sample Kitchen")
    assert added.participant.role is PARTNER


def test_the_agreed_version_is_the_one_that_counts(qtbot: QtBot, house: House) -> None:
    """Beside the separate ones there is one on which all agree."""
    room = begin(qtbot, house, "bid-check", *persons(2), settled={"mode": "alone"})
    press(qtbot, room.page, "Fill in the agreed version")
    agreed = house.services.assessments.participants(room.assessment_id)[-1]
    assert house.services.assessments.settled(room.assessment_id)["agreed"] == agreed.id
    assert room.gone[-1][1]["sheet_id"] == agreed.id
    room.open()
    assert "Agreed version (this one counts)" in words(room.page)
    press(qtbot, room.page, "Remove Agreed version (this one counts)")
    assert "agreed" not in house.services.assessments.settled(room.assessment_id)


def test_what_a_sheet_began_with_is_no_answer(qtbot: QtBot, house: House) -> None:
    """What does not apply in the chosen mode is there already; nobody has said it."""
    room = begin(qtbot, house, "bid-check", *persons(2), settled={"mode": "alone"})
    assert words(room.page).count("Not begun") == 2
    assert "See the results" not in names_of_buttons(room)


def test_what_was_told_is_told_on_arrival(group: Room) -> None:
    """After a sheet was closed, the next person is asked for."""
    group.page.entered(assessment_id=group.assessment_id, told="The sheet is closed.")
    assert group.page.notice.sentence == "The sheet is closed."


def test_an_assessment_that_is_gone_is_said(qtbot: QtBot, house: House) -> None:
    """A sentence, not a crash."""
    page = SheetsPage(house.context)
    house.show(qtbot, page, assessment_id="gone")
    assert "not here any more" in page.notice.sentence


def test_every_control_has_a_name(qtbot: QtBot, house: House) -> None:
    """Also in the forms."""
    people = (NewPerson("Ours", TRUSTEE, 0, 0), NewPerson("Theirs", PARTNER, 1, 1))
    room = begin(qtbot, house, "power-inventory", *people, parties=(OWN, NORTH))
    assert nameless(room.page) == []
    press(qtbot, room.page, "Add a view")
    assert nameless(room.page) == []


def test_typing_takes_the_place_of_the_proposed_name(group: Room) -> None:
    press(group.qtbot, group.page, "Let the next person answer here")
    line = focused()
    assert isinstance(line, QLineEdit)
    group.qtbot.keyClicks(line, "X")
    assert line.text() == "X"
