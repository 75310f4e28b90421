"""From one place of the session to the next, and back."""

import re
from dataclasses import replace

import pytest
from away_day import DAY, begun, hands, lobby, on, prepared, sheets, shown, slips, voted

from collabkit.assessments.limits import LONGEST_NOTE
from collabkit.room import steps, votes
from collabkit.room.meeting import Decision, DraftAction, Phase
from collabkit.room.preparation import MOST_PEOPLE
from collabkit.room.promise import usual_promise
from collabkit.room.record import meeting_from_json, meeting_to_json
from collabkit.room.refused import NotNowError
from collabkit.room.ways import Way


def refuses(sentence: str) -> "pytest.RaisesExc[NotNowError]":
    """Expect a step to be refused with a sentence that has these words."""
    return pytest.raises(NotNowError, match=re.escape(sentence))


def test_one_button_goes_from_the_lobby_to_the_end() -> None:
    """Every step comes in its order; the last refuses to go on."""
    meeting, phases = lobby(statements=("COM-1", "HON-1")), []
    while not meeting.is_over:
        if meeting.phase is Phase.VOTE:
            meeting = slips(meeting, "11145")
        meeting = on(meeting)
        phases.append(meeting.phase.value)
    loop = ["vote", "closed", "reveal", "talk", "decide"]
    assert phases == ["read", *loop, "read", *loop, "map", "choose", "adopt", "end"]
    assert meeting.held_on == DAY
    assert [turn.decision for turn in meeting.turns] == [Decision.MOVE_ON] * 2
    with refuses("The session is over"):
        on(meeting)


def test_too_few_people_cannot_begin() -> None:
    """The lobby stays until the smallest group is there."""
    with refuses("Nothing is shown about fewer than five"):
        on(replace(lobby(), present=4))


def test_a_session_begins_once() -> None:
    """Nor does it begin in a break."""
    for meeting in (begun(), steps.pause(lobby())):
        with refuses("has begun already"):
            steps.begin(meeting, DAY)


def test_a_decision_stays() -> None:
    """Going on keeps what was decided."""
    meeting = steps.decide(shown(begun(), "11111"), Decision.PARK)
    meeting = on(on(on(meeting)))
    assert meeting.place == 1
    assert meeting.turns[0].decision is Decision.PARK


def test_a_decision_needs_a_statement() -> None:
    """Not during a vote, and not on the map."""
    with refuses("finish this vote"):
        steps.decide(voted(begun(), "11111"), Decision.PARK)
    with refuses("go to a statement first"):
        steps.decide(steps.end_statements(begun()), Decision.PARK)


def test_back_walks_to_the_first_statement_and_hides_nothing() -> None:
    """From the end every press shows something from before; all votes stay."""
    meeting = shown(begun(statements=("COM-1", "HON-1")), "11145")
    meeting = shown(on(on(on(meeting))), "11145")
    turns = meeting.turns
    meeting = replace(steps.end_statements(meeting), phase=Phase.END)
    seen = []
    for _press in range(9):
        meeting = steps.go_back(meeting)
        seen.append((meeting.phase.value, meeting.place))
    assert seen == [
        ("adopt", 1), ("choose", 1), ("map", 1), ("decide", 1), ("talk", 1), ("reveal", 1),
        ("decide", 0), ("talk", 0), ("reveal", 0),
    ]  # fmt: skip
    assert steps.go_back(meeting) == meeting
    assert meeting.turns == turns


def test_back_from_a_vote_without_answers_is_harmless() -> None:
    """Nothing is in, or only sheets, which stay sealed."""
    assert steps.go_back(votes.open_vote(begun())) == begun()
    sealed = steps.begin(votes.seal(lobby(), sheets(["11111"]), 5), DAY)
    assert steps.go_back(votes.open_vote(sealed)) == sealed
    again = votes.open_vote(shown(begun(), "11111"))
    assert steps.go_back(again).phase is Phase.TALK


def test_back_loses_no_answers_and_reopens_nothing() -> None:
    """With a slip or a hand in, or closed, Back does nothing; nor in lobby or break."""
    vote = votes.open_vote(begun())
    stays = (
        slips(vote, "1"), hands(vote, "1"), voted(begun(), "11111"), lobby(), begun(),
        steps.pause(shown(begun(), "11111")),
    )  # fmt: skip
    for meeting in stays:
        assert steps.go_back(meeting) == meeting
        assert not steps.can_go_back(meeting)


def test_it_is_known_beforehand_whether_back_leads_anywhere() -> None:
    """Wherever it changes something, and nowhere else; an open vote with sheets alone included."""
    seen = shown(begun(), "11111")
    sealed = votes.open_vote(steps.begin(votes.seal(lobby(), sheets(["11111"]), 5), DAY))
    ending = [replace(seen, phase=phase) for phase in Phase if phase.is_ending]
    leads = (votes.open_vote(begun()), sealed, on(seen), on(on(seen)), steps.go_to(seen, 1))
    for meeting in (*leads, *ending):
        assert steps.can_go_back(meeting)
        assert steps.go_back(meeting) != meeting


def test_back_from_reading_shows_the_statement_before() -> None:
    """As it was left: decided on if voted on, otherwise to be read."""
    skipped = steps.go_to(begun(), 1)
    assert steps.go_back(skipped) == begun()
    after = steps.go_to(shown(begun(), "11111"), 1)
    assert steps.go_back(after).phase is Phase.DECIDE


def test_any_statement_can_come_next() -> None:
    """From a statement or the map, but not out of a vote, a break or the lobby."""
    assert steps.go_to(steps.end_statements(begun()), 3).place == 3
    with pytest.raises(IndexError):
        steps.go_to(begun(), 4)
    for meeting in (lobby(), votes.open_vote(begun()), steps.pause(begun())):
        with refuses("finish this vote"):
            steps.go_to(meeting, 1)
        with refuses("finish this vote"):
            steps.end_statements(meeting)


@pytest.mark.parametrize("presses", range(3))
def test_statements_that_were_ended_are_taken_up_again(presses: int) -> None:
    """The room stands where it stood: at the dots, talking or deciding; and reading elsewhere."""
    seen = shown(begun(), "11111")
    for _press in range(presses):
        seen = on(seen)
    for before in (seen, steps.go_to(seen, 2)):
        ended = steps.end_statements(before)
        assert steps.take_up_statements(ended, before.phase, before.place) == before


def test_statements_are_taken_up_from_the_map_alone() -> None:
    """And only where somebody can have stood."""
    seen = shown(begun(), "11111")
    ended = steps.end_statements(seen)
    for meeting in (seen, on(ended), steps.pause(ended)):
        with refuses("Only from the map"):
            steps.take_up_statements(meeting, Phase.REVEAL, 0)
    with pytest.raises(IndexError):
        steps.take_up_statements(ended, Phase.READ, 4)
    for phase, place in ((Phase.READ, 0), (Phase.TALK, 1), (Phase.VOTE, 1), (Phase.MAP, 1)):
        with pytest.raises(ValueError, match="nobody stood"):
            steps.take_up_statements(ended, phase, place)


def test_phases_belong_together() -> None:
    """Each is before, at, or behind the statements; at a statement it is seen, voted on or read."""
    groups = {
        "is_statement": "read vote closed reveal talk decide",
        "is_voting": "vote closed",
        "is_between_votes": "read reveal talk decide",
        "is_seen": "reveal talk decide",
        "is_ending": "map choose adopt end",
        "is_past_map": "choose adopt end",
    }
    for name, members in groups.items():
        assert [phase.value for phase in Phase if getattr(phase, name)] == members.split()


def test_a_break_ends_where_it_began() -> None:
    """The next press goes on, with a closed vote too."""
    closed = voted(begun(), "11111")
    assert on(steps.pause(closed)) == closed


def test_no_break_with_an_open_vote_or_after_the_end() -> None:
    """An open vote would not outlive a closed laptop."""
    with refuses("close the vote first"):
        steps.pause(votes.open_vote(begun()))
    with refuses("over"):
        steps.pause(replace(begun(), phase=Phase.END))


def test_a_note_is_kept() -> None:
    """On any statement, at any time; an endless one is refused."""
    meeting = steps.write_note(votes.open_vote(begun()), "POW-1", "Ask Finance.")
    assert meeting.turn_of("POW-1").note == "Ask Finance."
    with pytest.raises(KeyError):
        steps.write_note(meeting, "POW-9", "")
    with refuses("Please keep each note below"):
        steps.write_note(meeting, "POW-1", "x" * (LONGEST_NOTE + 1))


def test_people_come_and_go() -> None:
    """But nobody goes whose answer is in: in the vote, just closed, or on a sheet to come."""
    assert steps.count_present(begun(), 7).present == 7
    vote = slips(votes.open_vote(begun()), "11111")
    sealed = votes.seal(begun(), sheets(["1111", "11111"]), 5)
    for meeting in (vote, voted(begun(), "11111"), sealed):
        assert steps.count_present(meeting, 5).present == 5
        with refuses("from 5 to 200"):
            steps.count_present(meeting, 4)
    with refuses("from 1 to 200"):
        steps.count_present(begun(), 0)
    with refuses("from 1 to 200"):
        steps.count_present(begun(), MOST_PEOPLE + 1)


def test_a_crash_loses_an_open_vote_alone() -> None:
    """It is run again, for the first time or after the talk."""
    for meeting, phase in ((begun(), Phase.READ), (shown(begun(), "11111"), Phase.TALK)):
        read = meeting_from_json(meeting_to_json(slips(votes.open_vote(meeting), "1234")))
        after, sentence = steps.after_crash(read)
        assert after == replace(meeting, phase=phase)
        assert "votes on this statement again" in sentence
    assert steps.after_crash(begun()) == (begun(), "")


def test_the_end_forgets_sheets_of_statements_without_a_vote() -> None:
    """They are in no result, and not on the disk any more."""
    meeting = votes.seal(begun(), sheets(["11111"]), 5)
    meeting = on(on(on(steps.end_statements(meeting))))
    assert meeting.phase is Phase.END
    assert meeting.sealed == {}


def test_a_session_is_prepared_anew_with_notes_and_sheets() -> None:
    """In the lobby, in another order and with other people."""
    before = steps.write_note(votes.seal(lobby(), sheets(["11111"]), 5), "HON-1", "A note")
    before = replace(before, actions=(DraftAction("a", "POW-1", "Ask"),))
    after = steps.prepare_anew(before, prepared(statements=("HON-1", "COM-1"), people=6))
    assert after.sealed == before.sealed
    assert [(turn.item_id, turn.note) for turn in after.turns] == [
        ("HON-1", "A note"),
        ("COM-1", ""),
    ]
    assert (after.present, after.actions[0].item_id) == (6, None)
    assert steps.prepare_anew(replace(before, present=7), prepared(title="B")).present == 7
    assert meeting_from_json(meeting_to_json(after)) == after


@pytest.mark.parametrize(
    "changes",
    [{"minimum": 4}, {"ways": frozenset({Way.SLIPS})}, {"statements": ("HON-1",)}],
)
def test_sheets_hold_on_to_their_promise(changes: dict[str, object]) -> None:
    """With sheets in, what was promised for them stays; without any it can be changed."""
    with refuses("Sheets have been keyed in already"):
        steps.prepare_anew(votes.seal(lobby(), sheets(["11111"]), 5), prepared(**changes))
    assert steps.prepare_anew(lobby(), prepared(**changes)).preparation == prepared(**changes)


def test_a_session_that_has_begun_stays_as_prepared() -> None:
    """Nothing of its preparation can be changed."""
    with refuses("has begun"):
        steps.prepare_anew(begun(), prepared())


def test_the_promise_is_kept_as_it_was_read() -> None:
    """Whatever words are usual in a later release."""
    meeting = lobby()
    assert not meeting.preparation.promise
    kept = steps.begin(meeting, DAY).preparation.promise
    assert kept == usual_promise(meeting.preparation)
