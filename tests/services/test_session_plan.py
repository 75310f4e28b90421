"""The ordinary plan of an assessment that was answered in the room: it says how."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from collabkit.paths import DataFolder
from collabkit.reports.contents.parts import Fact, StatementEntry
from collabkit.reports.plan_document import PlanDocument
from collabkit.room import steps, votes
from collabkit.room.preparation import Preparation
from collabkit.services import Services, open_services
from collabkit.services.packs import builtin_pack

TODAY = date(2026, 11, 22)
IDS = ("POW-1", "POW-3", "POW-5")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = open_services(DataFolder(tmp_path / "data"))
    yield services
    services.close()


def document(services: Services, *, with_notes: bool = True) -> PlanDocument:
    """Six people: by hands and slips on the first statement, by slips on the second."""
    pack = builtin_pack("five-themes")
    charity = services.charities.add("Sample Charity")
    session = services.workshops.prepare(
        charity.id, pack, Preparation("Away-day", IDS, people=6, minimum=3), TODAY
    )
    meeting = steps.begin(session.meeting, TODAY)
    form = pack.form_of(pack.item(IDS[0]))
    meeting = votes.count_hands(votes.open_vote(meeting), {"5": 3})
    for code in ("1", "2", "2"):
        meeting = votes.take_slip(meeting, code)
    meeting = votes.reveal(votes.close_vote(meeting, form))
    meeting = votes.open_vote(steps.go_to(steps.write_note(meeting, IDS[0], "Two views."), 1))
    for code in ("1", "2", "2", "3", "3", "3"):
        meeting = votes.take_slip(meeting, code)
    meeting = votes.reveal(votes.close_vote(meeting, form))
    services.workshops.keep(session.id, steps.go_to(meeting, 2), TODAY)
    kept = services.workshops.get(session.id).assessment_id
    assert kept is not None
    return services.exports.plan_document(kept, TODAY, with_notes=with_notes)


def entries(plan: PlanDocument) -> tuple[StatementEntry, ...]:
    (theme,) = plan.themes
    return theme.statements


def test_the_cover_says_that_people_voted_in_the_room(services: Services) -> None:
    """And how many at most, as not everybody votes on each statement."""
    facts = document(services).cover.facts
    assert Fact("Who took part", "Up to six people, voting in the room") in facts


def test_a_public_vote_is_marked_and_the_note_of_the_talk_told(services: Services) -> None:
    """At the statement itself; a private vote is not marked."""
    public, private, _none = entries(document(services))
    assert public.remarks == (
        Fact("How it was voted on", "Public vote: hands were raised."),
        Fact("Noted in the room", "Two views."),
    )
    assert private.remarks == ()


def test_the_note_stays_out_of_a_plan_without_notes(services: Services) -> None:
    """Whether a vote was public is no note."""
    (remark,) = entries(document(services, with_notes=False))[0].remarks
    assert remark.label == "How it was voted on"


def test_a_statement_without_a_vote_says_so(services: Services) -> None:
    """It has not too few answers, but none that were asked for."""
    last = entries(document(services))[-1]
    assert last.sentence == "There was no vote on this statement."
    assert last.columns == ()


def test_the_method_is_that_of_a_room(services: Services) -> None:
    """Which vote counts, and what protects those who answered in private."""
    method = repr(document(services).method)
    assert "the last vote counts" in method
    assert "those in private must be three by themselves" in method
    assert "in mixed order" not in method
