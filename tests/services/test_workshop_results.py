"""Results of a session: of what the room has seen, and of nothing else."""

import pytest
from workshop_days import (
    STATEMENTS,
    TODAY,
    adopting_now,
    by_hands,
    by_slips,
    on,
    prepared,
    voting,
)

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import RunBy
from collabkit.assessments.pack import Pack, Respondent
from collabkit.assessments.results import FindingKind, Spread
from collabkit.room import votes
from collabkit.room.choices import can_be_voted_on, is_for_the_room
from collabkit.room.meeting import Meeting, Phase
from collabkit.room.preparation import Preparation
from collabkit.services import Services
from collabkit.services.packs import builtin_packs
from collabkit.services.results import Picture
from collabkit.services.room_votes import how_public
from collabkit.services.workshops import Session

FOR_THE_ROOM = [pack for pack in builtin_packs() if is_for_the_room(pack)]


def picture_of(services: Services, session: Session, meeting: Meeting) -> Picture:
    """Keep ``meeting`` and look at its results."""
    services.workshops.keep(session.id, meeting, TODAY)
    assessment_id = services.workshops.get(session.id).assessment_id
    assert assessment_id is not None
    return services.results.picture(assessment_id, TODAY)


def test_before_the_first_vote_there_is_nothing(services: Services) -> None:
    """Nobody has answered, and nobody is waited for."""
    session = prepared(services)
    picture = picture_of(services, session, on(session.meeting))
    assert picture.results.respondents == 0
    assert picture.participants == ()
    assert picture.responses == ()
    assert services.results.still_needed(picture.assessment.id) == 0


def test_an_assessment_on_sheets_has_no_votes(services: Services) -> None:
    """Its picture is as it was."""
    session = prepared(services)
    alone = services.assessments.start_alone(
        session.charity.id, session.pack, Selection.ALL, Respondent.TRUSTEE, "June", TODAY
    )
    assert services.results.picture(alone.assessment.id, TODAY).votes is None


def test_results_are_those_of_the_last_revealed_votes(services: Services) -> None:
    """Counts, means, spreads and findings, of the second vote where there were two."""
    session = prepared(services)
    meeting = by_hands(session.meeting, {"1": 4, "5": 4})
    picture = picture_of(services, session, meeting)
    assert picture.results.item("POW-1").spread is Spread.SPLIT
    assert [f.kind for f in picture.results.findings] == [FindingKind.SPLIT]
    again = by_hands(votes.open_vote(meeting), {"2": 8})
    picture = picture_of(services, session, again)
    assert picture.results.item("POW-1").mean == 2
    assert picture.results.item("POW-1").spread is Spread.TOGETHER


def test_a_closed_vote_shows_nothing_before_its_reveal(services: Services) -> None:
    """Nor do sheets that are still sealed."""
    session = prepared(services)
    closed = on(votes.count_hands(voting(session.meeting), {"1": 8}))
    assert closed.phase is Phase.CLOSED
    picture = picture_of(services, session, closed)
    assert picture.results.respondents == 0
    assert picture.results.item("POW-1").counts is None
    assert picture_of(services, session, on(closed)).results.item("POW-1").n == 8


def test_as_many_took_part_as_in_the_fullest_vote(services: Services) -> None:
    """Whoever came late or left early is counted once."""
    session = prepared(services)
    meeting = by_hands(session.meeting, {"1": 6})
    meeting = by_hands(meeting, {"3": 8})
    picture = picture_of(services, session, meeting)
    assert picture.results.respondents == 8
    assert picture.votes is not None
    assert (picture.votes.people, picture.votes.voted, picture.votes.statements) == (8, 2, 3)
    assert not picture.votes.is_over


def test_what_too_few_have_said_stays_hidden(services: Services) -> None:
    """Three levels and five times don't know: the levels are not shown."""
    session = prepared(services)
    meeting = by_hands(session.meeting, {"1": 3, "dk": 5})
    result = picture_of(services, session, meeting).results.item("POW-1")
    assert (result.counts, result.mean, result.dont_know) == (None, None, 5)


def test_the_kind_of_vote_is_known(services: Services) -> None:
    """Raised hands make a vote public, even if only some did."""
    session = prepared(services)
    meeting = by_hands(session.meeting, {"1": 8})
    meeting = by_slips(meeting, "22334455")
    votes_seen = picture_of(services, session, meeting).votes
    assert votes_seen is not None
    assert votes_seen.public == {"POW-1"}
    assert votes_seen.private == {"EMP-1"}
    assert how_public(votes_seen) == "One of them was a public vote: hands were raised."


@pytest.mark.parametrize("pack", FOR_THE_ROOM, ids=lambda pack: pack.id)
def test_every_pack_for_the_room_is_told(services: Services, pack: Pack) -> None:
    """What its outcome makes of tallies alone, suggestions and the plan on paper included."""
    items = [item for item in pack.items if can_be_voted_on(pack, item)][:4]
    charity = services.charities.add("Sample Kitchen", run_by=RunBy.VOLUNTEERS)
    preparation = Preparation("Away-day", tuple(item.id for item in items), people=8)
    session = services.workshops.prepare(charity.id, pack, preparation, TODAY)
    meeting = session.meeting
    for item in items:
        form = pack.form_of(item)
        codes = [option.code for option in form.options]
        meeting = voting(meeting)
        meeting = votes.count_hands(meeting, {codes[0]: 5, codes[-1]: 3})
        meeting = votes.reveal(votes.close_vote(meeting, form))
    picture = picture_of(services, session, meeting)
    assert picture.results.respondents == 8
    assert len(picture.results.findings) == 4
    assert all(part.title and part.blocks for part in picture.told.parts)
    assert any(picture.ideas(item.id) for item in pack.items)
    pdf = services.exports.plan_pdf(picture.assessment.id, TODAY, with_notes=True)
    assert pdf.startswith(b"%PDF")


@pytest.mark.parametrize("pack", FOR_THE_ROOM, ids=lambda pack: pack.id)
def test_three_or_four_who_have_agreed_see_their_results(services: Services, pack: Pack) -> None:
    """The smallest group of the session is enough; nobody is asked a second time."""
    item = next(item for item in pack.items if can_be_voted_on(pack, item))
    charity = services.charities.add("Sample Kitchen")
    preparation = Preparation("Away-day", (item.id,), people=4, minimum=3)
    form = pack.form_of(item)
    first = form.options[0].code
    for people in (3, 4):
        session = services.workshops.prepare(charity.id, pack, preparation, TODAY)
        meeting = votes.count_hands(voting(session.meeting), {first: people})
        meeting = votes.reveal(votes.close_vote(meeting, form))
        picture = picture_of(services, session, meeting)
        assert picture.assessment.minimum == 3
        result = picture.results.item(item.id)
        assert result.counts is not None
        assert (result.counts[first], result.spread) == (people, Spread.TOGETHER)
        assert all(part.blocks for part in picture.told.parts)


def test_a_session_can_be_the_charitys_own_view(services: Services) -> None:
    """What partners say is held against what the board voted, once that is over."""
    session = prepared(services)
    picture_of(services, session, on(adopting_now(services, session)))
    mirror = services.assessments.start(
        session.charity.id,
        services.packs.read("partners-view"),
        selection=Selection.ALL,
        minimum=5,
        title="Partners",
        today=TODAY,
    )
    own = services.results.picture(mirror.id, TODAY).answered.own_view
    assert own is not None
    assert own.results.item(STATEMENTS[0]).n == 8
    assert own.finished == TODAY
