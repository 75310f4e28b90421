"""What somebody writes for their own eyes."""

import pytest
from house import TODAY, House, nameless, press, words
from pytestqt.qtbot import QtBot

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Respondent
from collabkit.services.packs import builtin_pack
from collabkit.services.people import NewParty, NewPerson
from collabkit.ui.sheets.page import SheetsPage
from collabkit.ui.sheets.personal_page import PersonalPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def sheet(house: House) -> dict[str, str]:
    """The place's arguments for a sheet of a questionnaire with private statements."""
    assessment = house.services.assessments.start(
        house.charity("Sample Kitchen"),
        builtin_pack("power-inventory"),
        selection=Selection.ALL,
        title="Away-day",
        today=TODAY,
        people=(
            NewPerson("Ours", Respondent.TRUSTEE, 0, 0),
            NewPerson("Theirs", Respondent.PARTNER, 1, 1),
        ),
        parties=(NewParty("Sample Kitchen", is_own=True), NewParty("North")),
    )
    person = house.services.assessments.participants(assessment.id)[0]
    return {"assessment_id": assessment.id, "sheet_id": person.id}


def open_page(qtbot: QtBot, house: House, sheet: dict[str, str]) -> PersonalPage:
    page = PersonalPage(house.context)
    house.show(qtbot, page, **sheet)
    return page


def kept(house: House, sheet: dict[str, str]) -> dict[str, str]:
    return house.services.personal.read(sheet["assessment_id"], sheet["sheet_id"])


def test_words_are_kept_apart_from_all_answers(
    qtbot: QtBot, house: House, sheet: dict[str, str]
) -> None:
    """Leaving the page keeps what was typed; the database never sees it."""
    page = open_page(qtbot, house, sheet)
    qtbot.keyClicks(page.boxes[0].box.edit, "I know the council")
    page.left()
    assert list(kept(house, sheet).values()) == ["I know the council"]
    assert house.services.assessments.responses(sheet["assessment_id"]) == ()
    assert open_page(qtbot, house, sheet).boxes[0].box.text == "I know the council"


def test_everything_is_thrown_away_at_once(
    qtbot: QtBot, house: House, sheet: dict[str, str]
) -> None:
    """Even what was typed a moment before."""
    page = open_page(qtbot, house, sheet)
    qtbot.keyClicks(page.boxes[0].box.edit, "I know the council")
    press(qtbot, page, "Throw all of this away")
    assert kept(house, sheet) == {}
    assert page.boxes[0].box.text == ""
    assert page.notice.sentence == "All of it was thrown away."


def test_the_page_says_where_it_is_kept(qtbot: QtBot, house: House, sheet: dict[str, str]) -> None:
    """And who could read it nevertheless."""
    page = open_page(qtbot, house, sheet)
    assert "apart from all answers" in words(page)
    assert "Whoever can use this computer as you do could open it" in words(page)
    assert nameless(page) == []


def test_a_damaged_file_is_left_as_it_is(qtbot: QtBot, house: House, sheet: dict[str, str]) -> None:
    """A sentence says which; nothing is overwritten until it is thrown away."""
    folder = house.context.folder.personal
    folder.mkdir()
    path = folder / f"{sheet['sheet_id']}.json"
    path.write_text("{", encoding="utf-8")
    page = open_page(qtbot, house, sheet)
    assert "is damaged" in page.notice.sentence
    assert page.boxes == []
    assert path.read_text(encoding="utf-8") == "{"
    press(qtbot, page, "Throw all of this away")
    assert len(page.boxes) == 4


def test_it_is_reached_from_the_sheet(qtbot: QtBot, house: House, sheet: dict[str, str]) -> None:
    """From the list of sheets, for each of them."""
    page = SheetsPage(house.context)
    house.show(qtbot, page, assessment_id=sheet["assessment_id"])
    with qtbot.waitSignal(page.go_requested) as gone:
        press(qtbot, page, "For yourself alone: Sample Kitchen about itself")
    assert gone.args == ["personal", sheet]
