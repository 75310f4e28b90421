"""The notice says what is true of this very assessment."""

from datetime import date
from pathlib import Path

import pytest
from beginnings import TODAY, start
from workshop_days import by_hands, prepared

from collabkit.assessments.outcomes.small_groups import AGREED, IDENTIFIABLE
from collabkit.assessments.pack import Respondent
from collabkit.services import Services
from collabkit.services.assessments import NewPerson

PEOPLE = [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in range(6)]


def text(services: Services, assessment_id: str) -> str:
    return services.privacy_notices.notice(assessment_id).text


def test_it_names_charity_questionnaire_and_smallest_group(services: Services) -> None:
    said = text(services, start(services, people=PEOPLE, minimum=6).id)
    assert "Sample Charity 1 decides how your answers are used." in said
    assert "once six people have answered" in said
    assert "[Say here for how long you keep the answers, and why.]" in said


def test_it_says_how_long_once_that_is_settled(services: Services) -> None:
    assessment = start(services, people=PEOPLE, minimum=5)
    services.retention.keep_until(assessment.id, date(2029, 3, 1), TODAY)
    assert "until the end of March 2029" in text(services, assessment.id)


def test_a_small_group_is_told_that_it_can_be_recognised(services: Services) -> None:
    assessment = start(services, people=PEOPLE, minimum=3, settled={IDENTIFIABLE: AGREED})
    assert "others can often guess who said what" in text(services, assessment.id)


def test_where_nothing_is_secret_it_says_so(services: Services) -> None:
    said = text(services, start(services, "bid-check", people=PEOPLE[:2]).id)
    assert "can be read by everybody who takes part" in said


def test_private_words_are_mentioned_where_there_are_any(services: Services) -> None:
    said = text(services, start(services, "power-inventory", people=PEOPLE[:2]).id)
    assert "for your own eyes is kept apart" in said


def test_in_the_room_nothing_can_be_given_back(services: Services) -> None:
    session = prepared(services)
    services.workshops.keep(session.id, by_hands(session.meeting, {"1": 6, "2": 2}), TODAY)
    (summary,) = services.assessments.summaries()
    said = text(services, summary.assessment.id)
    assert "Who gave which answer is never written down." in said
    assert "we cannot give them back to you" in said


def test_it_promises_nothing_that_cannot_be_done(services: Services) -> None:
    """A closed sheet is not corrected, anybody may say a name, copies need changes to go."""
    said = text(services, start(services, people=PEOPLE, minimum=5).id)
    assert "to correct it" not in said
    assert "A closed sheet cannot be changed any more; we can erase it" in said
    assert "[Say here how you make sure that it is really that person who asks" in said
    assert "if the program is used to change something at least once a month" in said


@pytest.mark.parametrize("ending", ["docx", "html", "pdf"])
def test_it_is_saved_to_be_adapted(services: Services, tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"notice.{ending}"
    services.privacy_notices.write(start(services).id, path, TODAY)
    assert path.stat().st_size > 1000
    if ending == "html":
        page = path.read_text(encoding="utf-8")
        assert "no legal advice" in page
        assert "ico.org.uk" in page
