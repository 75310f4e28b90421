"""Sessions: prepared, kept as they go, copied, put away."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from functools import partial

import pytest
from workshop_days import (
    PREPARED,
    TODAY,
    adopted,
    adopting_now,
    by_hands,
    drafted,
    form,
    on,
    prepared,
    voting,
)

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import RunBy
from collabkit.assessments.tally import Tally, tally_answers
from collabkit.errors import CollabkitError, DataRefusedError, InvalidInputError
from collabkit.plans.plan import Slot
from collabkit.room import adopting, steps, votes
from collabkit.room.choices import can_be_voted_on
from collabkit.room.meeting import Phase, convene
from collabkit.room.preparation import Preparation
from collabkit.room.refused import NotNowError
from collabkit.services import Services, open_services
from collabkit.services.packs import builtin_pack
from collabkit.services.workshops import SessionGoneError
from collabkit.storage.seals import seal


def test_a_prepared_session_waits_in_the_lobby(services: Services) -> None:
    """It is in the list and has no assessment yet."""
    session = prepared(services)
    assert session.meeting == convene(PREPARED)
    assert services.workshops.get(session.id) == session
    (card,) = services.workshops.cards()
    assert (card.title, card.charity_name) == ("Away-day", "Sample Charity 1")
    assert (card.phase, card.statements, card.held_on) == (Phase.LOBBY, 3, None)
    assert services.assessments.summaries() == ()


def test_the_pack_is_pinned_when_a_session_is_prepared(services: Services) -> None:
    """Word for word, as for an assessment."""
    session = prepared(services)
    source = services.store.packs.source(session.pack.digest)
    assert b"five-themes" in source


def test_groups_that_volunteers_run_vote_on_their_words(services: Services) -> None:
    """From the day of preparing on, also if the charity changes before the session is held."""
    session = prepared(services, RunBy.VOLUNTEERS)
    services.charities.change(replace(session.charity, run_by=RunBy.STAFF))
    worded = services.workshops.get(session.id).pack
    assert worded != builtin_pack("five-themes")
    services.workshops.keep(session.id, on(session.meeting), TODAY)
    assessment_id = services.workshops.get(session.id).assessment_id
    assert assessment_id is not None
    assert services.results.picture(assessment_id, TODAY).pack == worded


def test_what_cannot_be_held_is_not_kept(services: Services) -> None:
    """A statement that is not in the questionnaire, and a questionnaire that is not for a room."""
    with pytest.raises(InvalidInputError, match="cannot be voted on"):
        prepared(services, statements=("NOT-1",))
    charity = services.charities.all()[0]
    with pytest.raises(InvalidInputError, match="a room cannot vote on it"):
        services.workshops.prepare(charity.id, builtin_pack("bid-check"), PREPARED, TODAY)
    assert services.workshops.cards() == ()


def test_a_session_can_be_prepared_differently_before_it_begins(services: Services) -> None:
    """Afterwards it is as it was promised."""
    session = prepared(services)
    other = replace(PREPARED, statements=("POW-2",), title="Evening")
    changed = services.workshops.change(session.id, other, TODAY)
    assert changed.meeting == convene(other)
    services.workshops.keep(session.id, on(changed.meeting), TODAY)
    with pytest.raises(NotNowError):
        services.workshops.change(session.id, PREPARED, TODAY)


def test_sheets_are_sealed_into_what_is_on_the_disk(services: Services) -> None:
    """Whatever was kept meanwhile stays, and nobody's sheets take the place of another's."""
    session = prepared(services, minimum=3)
    told: list[CollabkitError | None] = []
    noted = steps.write_note(session.meeting, "EMP-1", "Sample note")
    services.workshops.keep_later(session.id, noted, TODAY, told.append)
    with ThreadPoolExecutor(8) as people:
        batches = [
            people.submit(services.workshops.seal, session.id, sheets("135"), 3, TODAY)
            for _ in range(8)
        ]
        assert max(batch.result().meeting.sheets for batch in batches) == 24
    assert told == [None]
    meeting = services.workshops.get(session.id).meeting
    assert meeting.sealed == {"POW-1": {"1": 8, "3": 8, "5": 8}}
    assert meeting.sheets == meeting.present == 24
    assert meeting.turn_of("EMP-1").note == "Sample note"


def test_sheets_that_cannot_be_sealed_change_nothing(services: Services) -> None:
    """Too few of them, while a vote is open, or of another questionnaire."""
    session = prepared(services, minimum=4)
    with pytest.raises(NotNowError, match="Fewer than four sheets"):
        services.workshops.seal(session.id, sheets("135"), 3, TODAY)
    strange = Tally("POW-1", {"A": 4, "B": 4}, 0, 0)
    with pytest.raises(InvalidInputError, match="does not belong to this session"):
        services.workshops.seal(session.id, {"POW-1": strange}, 8, TODAY)
    assert services.workshops.get(session.id) == session
    services.workshops.keep(session.id, voting(session.meeting), TODAY)
    before = services.workshops.get(session.id)
    with pytest.raises(NotNowError, match="finish this vote first"):
        services.workshops.seal(session.id, sheets("1355"), 4, TODAY)
    assert services.workshops.get(session.id) == before


def test_a_meeting_of_another_session_is_not_kept(services: Services) -> None:
    """One charity's session never takes the place of another's, by whatever way it is kept."""
    first = prepared(services)
    second = prepared(services, statements=("POW-2", "HON-1"))
    charity = services.charities.add("Sample Kitchen")
    pack = builtin_pack("board-check")
    item = next(item.id for item in pack.items if can_be_voted_on(pack, item))
    third = services.workshops.prepare(
        charity.id, pack, Preparation("Board", (item,), people=8), TODAY
    )
    for session in (second, third):
        for meeting in (by_hands(first.meeting, {"1": 8}), on(first.meeting)):
            with pytest.raises(InvalidInputError, match="does not belong to this session"):
                services.workshops.keep(session.id, meeting, TODAY)
            told: list[CollabkitError | None] = []
            services.workshops.keep_later(session.id, meeting, TODAY, told.append)
            services.store.flush()
            assert [type(problem) for problem in told] == [InvalidInputError]
        assert services.workshops.get(session.id) == session
    with pytest.raises(InvalidInputError, match="does not belong to this session"):
        services.workshops.keep(third.id, first.meeting, TODAY)
    assert services.workshops.get(third.id) == third
    fourth = prepared(services, minimum=4)
    with pytest.raises(InvalidInputError, match="does not belong to this session"):
        services.workshops.keep(fourth.id, on(first.meeting), TODAY)
    assert services.assessments.summaries() == ()


def test_a_session_that_has_begun_stays_begun(services: Services) -> None:
    """On the day on which it did, whatever somebody still holds from before."""
    session = prepared(services)
    kept = on(session.meeting)
    services.workshops.keep(session.id, kept, TODAY)
    for other in (session.meeting, steps.begin(session.meeting, TODAY + timedelta(1))):
        with pytest.raises(InvalidInputError, match="does not belong to this session"):
            services.workshops.keep(session.id, other, TODAY)
    assert services.workshops.get(session.id).meeting == kept


def test_what_the_room_has_voted_is_never_lost(services: Services) -> None:
    """Not to a session with the same statements, nor to what this one was an hour ago."""
    first, second = prepared(services), prepared(services)
    kept = by_hands(first.meeting, {"1": 8})
    services.workshops.keep(first.id, kept, TODAY)
    closed = on(votes.count_hands(voting(first.meeting), {"1": 8}))
    for other in (
        by_hands(second.meeting, {"5": 8}),
        closed,
        on(first.meeting),
    ):
        with pytest.raises(InvalidInputError, match="What was saved before is safe"):
            services.workshops.keep(first.id, other, TODAY)
    assert services.workshops.get(first.id).meeting == kept
    again = by_hands(votes.open_vote(kept), {"2": 8})
    services.workshops.keep(first.id, again, TODAY)
    services.workshops.keep(first.id, by_hands(again, {"3": 8}), TODAY)


def test_a_session_that_is_gone_is_told_from_a_disk_that_fails(services: Services) -> None:
    """Here because practice has begun afresh; trying again would never help."""
    session = services.workshops.practise(TODAY)
    services.workshops.keep(session.id, on(session.meeting), TODAY)
    services.workshops.practise(TODAY)
    told: list[CollabkitError | None] = []
    services.workshops.keep_later(session.id, on(session.meeting), TODAY, told.append)
    services.store.flush()
    assert [type(problem) for problem in told] == [SessionGoneError]
    workshops = services.workshops
    for session_id in (session.id, "nobody"):
        for verb in (
            partial(workshops.keep, session_id, session.meeting, TODAY),
            partial(workshops.seal, session_id, {}, 5, TODAY),
            partial(workshops.change, session_id, session.meeting.preparation, TODAY),
        ):
            with pytest.raises(SessionGoneError, match="not there any more"):
                verb()
    with pytest.raises(KeyError):
        workshops.get(session.id)


def test_the_assessment_begins_with_the_first_statement(services: Services) -> None:
    """It asks what the room votes on, in the order of the pack, under the name of the session."""
    session = prepared(services, statements=("HON-1", "POW-1"), minimum=4)
    services.workshops.keep(session.id, session.meeting, TODAY)
    assert services.assessments.summaries() == ()
    services.workshops.keep(session.id, on(session.meeting), TODAY)
    (summary,) = services.assessments.summaries()
    assessment = summary.assessment
    assert assessment.id == services.workshops.get(session.id).assessment_id
    assert assessment.asked == ("POW-1", "HON-1")
    assert (assessment.selection, assessment.minimum) == (Selection.OWN_CHOICE, 4)
    assert (assessment.title, assessment.started) == ("Away-day", TODAY)
    assert assessment.pack_digest == session.pack.digest
    assert services.assessments.participants(assessment.id) == ()


def test_what_has_happened_comes_back(services: Services) -> None:
    """Everything but an open vote."""
    session = prepared(services)
    meeting = by_hands(session.meeting, {"1": 4, "5": 4})
    services.workshops.keep(session.id, meeting, TODAY + timedelta(1))
    again = services.workshops.get(session.id)
    assert again.meeting == meeting
    assert again.changed_on == TODAY + timedelta(1)
    (card,) = services.workshops.cards()
    assert (card.voted, card.held_on) == (1, TODAY)


def test_keeping_without_waiting_is_in_order(services: Services) -> None:
    """The last state handed in is the one on the disk, and every outcome is told."""
    session = prepared(services)
    meeting = on(session.meeting)
    told: list[CollabkitError | None] = []
    for number in range(10):
        meeting = steps.write_note(meeting, "POW-1", f"Sample note {number}")
        services.workshops.keep_later(session.id, meeting, TODAY, told.append)
    services.store.flush()
    assert told == [None] * 10
    assert services.workshops.get(session.id).meeting == meeting
    assert len(services.assessments.summaries()) == 1


def test_a_failure_to_keep_is_told(services: Services) -> None:
    """In a sentence, here because the file was opened for reading only; nothing was changed."""
    session = prepared(services)
    told: list[CollabkitError | None] = []
    reader = open_services(services.folder, read_only=True)
    reader.workshops.keep_later(session.id, on(session.meeting), TODAY, told.append)
    reader.close()
    assert [str(problem)[:21] for problem in told] == ["The file was opened f"]
    assert services.workshops.get(session.id) == session


def test_an_adopted_action_is_in_the_plan(services: Services) -> None:
    """With its owner, the statement it came from as the reason, and its place."""
    session = prepared(services)
    meeting = adopting_now(services, session)
    meeting = adopted(meeting, drafted(1))
    meeting = adopted(meeting, drafted(2), now=False)
    meeting = adopting.draft(meeting, drafted(3))
    services.workshops.keep(session.id, meeting, TODAY)
    services.workshops.keep(session.id, meeting, TODAY)
    plan = services.plans.load(_assessment_id(services, session.id))
    (first,), (second,) = plan.now, plan.parked
    assert (first.text, first.owner, first.slot) == ("Sample action 1", "Treasurer", Slot.NOW)
    assert first.why == builtin_pack("five-themes").item("POW-1").statement
    assert (second.text, second.slot) == ("Sample action 2", Slot.PARKED)
    assert services.workshops.cards()[0].actions == 2


def test_an_action_that_is_taken_back_leaves_the_plan(services: Services) -> None:
    """Turned down, reworded or dropped: what the room did not adopt is not in the plan."""
    session = prepared(services)
    meeting = adopting_now(services, session)
    for number in (1, 2, 3):
        meeting = adopted(meeting, drafted(number))
    services.workshops.keep(session.id, meeting, TODAY)
    meeting = adopting.turn_down(meeting, "action 1")
    meeting = adopting.drop(meeting, "action 2")
    services.workshops.keep(session.id, meeting, TODAY)
    plan = services.plans.load(_assessment_id(services, session.id))
    assert [action.id for action in plan.actions] == ["action 3"]


def test_what_was_changed_in_the_plan_stays(services: Services) -> None:
    """Keeping the session again takes over only what the room has changed since."""
    session = prepared(services)
    meeting = adopted(adopting_now(services, session), drafted(1))
    meeting = adopted(meeting, drafted(2))
    services.workshops.keep(session.id, meeting, TODAY)
    assessment_id = _assessment_id(services, session.id)
    plan = services.plans.load(assessment_id).without("action 2")
    services.plans.keep(plan.changed("action 1", owner="Somebody else"))
    meeting = steps.write_note(on(meeting), "POW-1", "Sample afterthought")
    services.workshops.keep(session.id, meeting, TODAY)
    (action,) = services.plans.load(assessment_id).actions
    assert action.owner == "Somebody else"


def test_the_end_finishes_the_assessment(services: Services) -> None:
    """Its results are then those of a finished one."""
    session = prepared(services)
    meeting = on(adopting_now(services, session))
    assert meeting.is_over
    services.workshops.keep(session.id, meeting, TODAY)
    (summary,) = services.assessments.summaries()
    assert summary.assessment.finished == TODAY


def test_control_characters_do_not_stay(services: Services) -> None:
    """Neither in the record nor in the plan."""
    session = prepared(services)
    action = drafted(1, text="Ring\x07 them", owner="The\ntreasurer")
    meeting = adopted(adopting_now(services, session), action)
    meeting = steps.write_note(meeting, "POW-1", "a\x00b")
    services.workshops.keep(session.id, meeting, TODAY)
    kept = services.workshops.get(session.id).meeting
    assert kept.turn_of("POW-1").note == "ab"
    (planned,) = services.plans.load(_assessment_id(services, session.id)).actions
    assert (planned.text, planned.owner) == ("Ring them", "The treasurer")


def test_a_text_that_is_too_long_is_refused(services: Services) -> None:
    """With a sentence; what was kept before stays."""
    session = prepared(services)
    turn = replace(session.meeting.turns[0], note="x" * 5_000)
    meeting = replace(session.meeting, turns=(turn, *session.meeting.turns[1:]))
    with pytest.raises(InvalidInputError, match="below 4000 characters"):
        services.workshops.keep(session.id, meeting, TODAY)
    assert services.workshops.get(session.id) == session


def test_a_meeting_that_could_not_be_read_again_is_not_kept(services: Services) -> None:
    """What is on the disk is worth more."""
    session = prepared(services)
    with pytest.raises(InvalidInputError, match="What was saved before is safe"):
        services.workshops.keep(session.id, replace(session.meeting, place=7), TODAY)
    assert services.workshops.get(session.id) == session


def test_a_copy_has_what_was_prepared(services: Services) -> None:
    """And nothing of what has happened."""
    session = prepared(services)
    services.workshops.keep(session.id, by_hands(session.meeting, {"1": 8}), TODAY)
    copy = services.workshops.copy(session.id, "Again", TODAY)
    assert copy.meeting == convene(replace(PREPARED, title="Again"))
    assert (copy.charity, copy.assessment_id) == (session.charity, None)


def test_another_group_has_to_agree_anew(services: Services) -> None:
    """Three or four may be recognised; a copy and a template begin with five, which can be met."""
    session = prepared(services, minimum=3, people=4)
    copy = services.workshops.copy(session.id, "Again", TODAY)
    template = services.workshops.save_as_template(session.id, "For boards", TODAY)
    made = services.workshops.from_template(template.id, session.charity.id, "June", TODAY)
    for other in (copy, template, made):
        assert other.meeting.preparation.minimum == 5
        assert other.meeting.preparation.people == other.meeting.present == 5
    larger = prepared(services, minimum=7)
    assert services.workshops.copy(larger.id, "Again", TODAY).meeting.preparation.minimum == 7
    assert services.workshops.get(session.id) == session


def test_a_template_serves_other_charities(services: Services) -> None:
    """It belongs to nobody, stands in a list of its own, and words follow the new charity."""
    session = prepared(services)
    template = services.workshops.save_as_template(session.id, "For boards", TODAY)
    assert [card.title for card in services.workshops.templates()] == ["For boards"]
    assert [card.id for card in services.workshops.cards()] == [session.id]
    other = services.charities.add("Sample Kitchen", run_by=RunBy.VOLUNTEERS)
    made = services.workshops.from_template(template.id, other.id, "June", TODAY)
    assert made.meeting == convene(replace(PREPARED, title="June"))
    assert made.charity == other
    assert made.pack != session.pack


def test_practice_begins_afresh_each_time(services: Services) -> None:
    """With the sample charity and five statements; the one before goes with all it has made."""
    first = services.workshops.practise(TODAY)
    assert first.is_practice
    assert first.charity.is_sample
    assert len(first.meeting.turns) == 5
    services.workshops.keep(first.id, on(first.meeting), TODAY)
    assessment_id = _assessment_id(services, first.id)
    assert services.assessments.summaries() == ()
    assert services.results.picture(assessment_id, TODAY).votes is not None
    second = services.workshops.practise(TODAY)
    assert [card.id for card in services.workshops.cards()] == [second.id]
    with pytest.raises(KeyError):
        services.assessments.get(assessment_id)
    assert len(services.charities.all()) == 1


def test_practice_needs_no_sample_that_is_in_sight(services: Services) -> None:
    """A sample charity that was put away stays put away."""
    charity = services.workshops.practise(TODAY).charity
    services.charities.remove(charity.id)
    session = services.workshops.practise(TODAY)
    assert [card.id for card in services.workshops.cards()] == [session.id]
    assert services.charities.all() == ()


def test_a_session_goes_and_comes_back_with_its_assessment(services: Services) -> None:
    """From either side."""
    session = prepared(services)
    services.workshops.keep(session.id, on(session.meeting), TODAY)
    services.workshops.put_away(session.id, TODAY)
    assert services.workshops.cards() == ()
    assert services.assessments.summaries() == ()
    assert [card.id for card in services.workshops.put_away_cards()] == [session.id]
    services.assessments.restore(_assessment_id(services, session.id))
    assert [card.id for card in services.workshops.cards()] == [session.id]


def test_a_record_that_cannot_be_read_is_told_and_left(services: Services) -> None:
    """A sentence for this one, and the list still shows it and the others."""
    other, session = prepared(services), prepared(services)
    spoil(services, session.id, '{"collabkit":"session","version":99}')
    with pytest.raises(DataRefusedError, match="newer version"):
        services.workshops.get(session.id)
    spoil(services, session.id, '{"collabkit":"session","vers')
    with pytest.raises(DataRefusedError, match="end of the file is missing"):
        services.workshops.get(session.id)
    assert {card.id for card in services.workshops.cards()} == {other.id, session.id}
    assert services.workshops.get(other.id) == other


def test_a_record_that_cannot_be_read_is_not_written_over(services: Services) -> None:
    """A newer version may have written it."""
    session = prepared(services)
    spoil(services, session.id, '{"collabkit":"session","version":99}')
    with pytest.raises(DataRefusedError, match="newer version"):
        services.workshops.keep(session.id, on(session.meeting), TODAY)
    assert services.store.sessions.get(session.id).state.record.endswith("99}")


def sheets(codes: str) -> dict[str, Tally]:
    """What whole sheets say about one statement."""
    return {"POW-1": tally_answers("POW-1", form(), codes)}


def spoil(services: Services, session_id: str, record: str) -> None:
    """Put another record into the file, under its own seal."""
    with closing(sqlite3.connect(services.folder.database)) as connection, connection:
        connection.row_factory = sqlite3.Row
        row = dict(
            connection.execute("SELECT * FROM session WHERE id = ?", (session_id,)).fetchone()
        )
        row["record"] = record
        digest = seal(value for name, value in row.items() if name != "digest")
        connection.execute(
            "UPDATE session SET record = ?, digest = ? WHERE id = ?", (record, digest, session_id)
        )


def _assessment_id(services: Services, session_id: str) -> str:
    assessment_id = services.workshops.get(session_id).assessment_id
    assert assessment_id is not None
    return assessment_id
