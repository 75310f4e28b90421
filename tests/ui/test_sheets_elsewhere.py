"""Who answers, with some of them elsewhere: by which ways, what waits, and where to go next."""

from pathlib import Path

import pytest
from house import TODAY, House, places_gone_to, press, words
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot
from sheets_desk import NORTH, OWN, answer_file, answer_here, begin

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.outcomes.small_groups import AGREED, IDENTIFIABLE
from collabkit.assessments.pack import Respondent
from collabkit.ui.sheets.page import SheetsPage

pytestmark = pytest.mark.usefixtures("theme", "no_windows_left")


@pytest.fixture
def post(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder for what came back."""
    return tmp_path_factory.mktemp("post")


def open_page(qtbot: QtBot, house: House, assessment: Assessment) -> SheetsPage:
    page = SheetsPage(house.context)
    house.show(qtbot, page, assessment_id=assessment.id)
    return page


def take(house: House, assessment: Assessment, *files: Path) -> None:
    returns = house.services.returns
    returns.take(returns.preview(assessment.id, files), TODAY)


def key_in(house: House, assessment: Assessment, role: Respondent, code: str = "1") -> None:
    house.services.returns.key_in(
        assessment.id,
        today=TODAY,
        role=role,
        answers={assessment.asked[0]: code},
        another=True,
    )


def names(page: SheetsPage) -> list[str]:
    buttons = page.findChildren(QAbstractButton)
    return [b.accessibleName() for b in buttons if b.isVisibleTo(page)]


def test_counts_are_by_the_ways_they_came(qtbot: QtBot, house: House, post: Path) -> None:
    """Those who have begun here and not finished are none of them."""
    assessment = begin(house, people=2)
    answer_here(house, assessment, 0)
    take(house, assessment, answer_file(post, assessment, 0), answer_file(post, assessment, 1))
    key_in(house, assessment, Respondent.VOLUNTEER)
    page = open_page(qtbot, house, assessment)
    assert "Four people have finished." in words(page)
    assert "One here, two by answer file and one on paper." in words(page)


def test_with_all_of_them_here_there_is_nothing_to_tell(qtbot: QtBot, house: House) -> None:
    """No line says what is plain."""
    assessment = begin(house, people=1)
    answer_here(house, assessment, 0)
    assert "One here" not in words(open_page(qtbot, house, assessment))


def test_a_sheet_from_elsewhere_is_listed_and_cannot_be_opened(
    qtbot: QtBot, house: House, post: Path
) -> None:
    """Nobody looks into it."""
    assessment = begin(house)
    take(house, assessment, answer_file(post, assessment))
    page = open_page(qtbot, house, assessment)
    assert "Voice 0\nFinished" in words(page)
    assert not any("Voice 0" in name for name in names(page))


def test_roles_are_counted_only_in_the_picture(qtbot: QtBot, house: House) -> None:
    """Whoever comes later would be known by the change."""
    assessment = begin(house, minimum=3)
    for _person in range(3):
        key_in(house, assessment, Respondent.TRUSTEE)
    for _person in range(3):
        key_in(house, assessment, Respondent.STAFF)
    assert "staff" not in words(open_page(qtbot, house, assessment))
    house.services.results.picture(assessment.id, TODAY)
    read = words(open_page(qtbot, house, assessment))
    told = "In the picture that was shown: three trustees and three members of staff."
    assert told in read
    key_in(house, assessment, Respondent.STAFF)
    assert told in words(open_page(qtbot, house, assessment))


def test_late_answers_wait_and_it_is_said_for_how_many(qtbot: QtBot, house: House) -> None:
    """The picture that was shown does not change by two."""
    assessment = begin(house, minimum=3)
    for _person in range(3):
        key_in(house, assessment, Respondent.TRUSTEE)
    house.services.results.picture(assessment.id, TODAY)
    assert "wait" not in words(open_page(qtbot, house, assessment))
    for _person in range(2):
        key_in(house, assessment, Respondent.TRUSTEE, "2")
    read = words(open_page(qtbot, house, assessment))
    assert "Two more people have answered. Their answers wait until one more has come." in read


def test_the_minimum_is_said_and_that_it_stays(qtbot: QtBot, house: House) -> None:
    """Of partners it is five, whatever was written down at the start."""
    read = words(open_page(qtbot, house, begin(house, "partners-view")))
    assert "Five people are needed before anything is shown." in read
    assert "This was settled at the start and stays as it is." in read
    assert "anonymity" not in read


def test_that_all_agreed_to_be_recognisable_is_said(qtbot: QtBot, house: House) -> None:
    """Plainly, for whoever comes next."""
    assessment = begin(house, minimum=3, settled={IDENTIFIABLE: AGREED})
    read = words(open_page(qtbot, house, assessment))
    assert "anonymity is not possible, and everybody agreed to that beforehand." in read


@pytest.mark.parametrize(
    ("words_on_it", "place"),
    [("Ask people elsewhere", "handing-out"), ("Take in what came back", "coming-back")],
)
def test_the_next_steps_lead_there(
    qtbot: QtBot, house: House, words_on_it: str, place: str
) -> None:
    """Beside letting the next person answer here."""
    assessment = begin(house)
    page = open_page(qtbot, house, assessment)
    gone = places_gone_to(page)
    assert "Let the next person answer here" in names(page)
    press(qtbot, page, words_on_it)
    assert gone == [(place, {"assessment_id": assessment.id})]


@pytest.mark.parametrize("pack_id", ["power-inventory", "health-check", "first-conversation"])
def test_organisations_are_asked_elsewhere_too(qtbot: QtBot, house: House, pack_id: str) -> None:
    """Whatever a sheet of theirs stands for."""
    minimum = 5 if pack_id == "health-check" else 1
    assessment = begin(house, pack_id, parties=(OWN, NORTH), minimum=minimum)
    page = open_page(qtbot, house, assessment)
    assert {"Ask people elsewhere", "Take in what came back"} <= set(names(page))


def test_one_persons_own_assessment_offers_none_of_it(qtbot: QtBot, house: House) -> None:
    """Nobody else can answer it."""
    alone = house.services.assessments.get(house.assessment(answered=1))
    assert "Ask people elsewhere" not in names(open_page(qtbot, house, alone))
