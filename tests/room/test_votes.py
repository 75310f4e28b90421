"""Votes: open, answer, close, call off, reveal."""

import re
from dataclasses import replace

import pytest
from away_day import DAY, begun, form, hands, lobby, on, pack, sheets, shown, slips, voted

from collabkit.assessments.tally import Tally
from collabkit.room import steps, votes
from collabkit.room.meeting import MOST_ROUNDS, Meeting, Phase
from collabkit.room.preparation import MOST_PEOPLE
from collabkit.room.refused import NotNowError
from collabkit.room.showing import is_worth_another_vote, rounds_of, tallies_of
from collabkit.room.ways import Way


def refuses(sentence: str) -> "pytest.RaisesExc[NotNowError]":
    """Expect a step to be refused with a sentence that has these words."""
    return pytest.raises(NotNowError, match=re.escape(sentence))


def counts_of(meeting: Meeting) -> tuple[int, ...]:
    """Return the levels of the last vote on the current statement."""
    return tuple(meeting.turn.votes[-1].tally.counts.values())


def test_slips_become_a_tally_and_nothing_else() -> None:
    """A closed vote has counts and how many came by each way."""
    meeting = voted(begun(), "11444455?-")
    vote = meeting.turn.votes[-1]
    assert counts_of(meeting) == (2, 0, 0, 4, 2)
    assert (vote.tally.dont_know, vote.tally.not_applicable) == (1, 1)
    assert vote.came == {Way.SLIPS: 10}
    assert not vote.is_revealed
    assert meeting.open_vote is None
    assert not vote.is_public


def test_a_slip_can_be_taken_back() -> None:
    """The slip that was keyed last goes; without any nothing happens."""
    meeting = slips(votes.open_vote(begun()), "111115")
    meeting = votes.take_back_slip(meeting)
    assert counts_of(votes.close_vote(meeting, form())) == (5, 0, 0, 0, 0)
    empty = votes.open_vote(begun())
    assert votes.take_back_slip(empty) == empty


def test_hands_are_counted_anew() -> None:
    """A second count takes the place of the first, and the vote is a public one."""
    meeting = hands(hands(votes.open_vote(begun()), "1111111111"), "44444")
    closed = votes.close_vote(meeting, form())
    assert counts_of(closed) == (0, 0, 0, 5, 0)
    assert closed.turn.votes[-1].is_public


def test_nobody_answers_twice() -> None:
    """There are never more answers than people; what was refused is not counted."""
    full = slips(votes.open_vote(begun()), "1" * 10)
    with refuses("There are 10 people in the room, and that would make 11 answers"):
        votes.take_slip(full, "1")
    with refuses("that would make 11 answers"):
        hands(full, "1")
    assert votes.missing(full) == 0


def test_hands_below_zero_are_refused() -> None:
    """A count is 0 or more."""
    with refuses("counted from 0"):
        votes.count_hands(votes.open_vote(begun()), {"1": -1})


def test_only_prepared_ways_are_open() -> None:
    """A session without hands takes none, and the same with slips and sheets."""
    only_slips = votes.open_vote(begun(ways=frozenset({Way.SLIPS})))
    with refuses("without that way"):
        hands(only_slips, "1")
    only_hands = begun(ways=frozenset({Way.HANDS}))
    with refuses("without that way"):
        slips(votes.open_vote(only_hands), "1")
    with refuses("without that way"):
        votes.seal(only_hands, sheets(["11111"]), 5)


def test_fewer_than_the_smallest_group_cannot_be_closed() -> None:
    """Four of at least five is too few, and nothing changes."""
    meeting = slips(votes.open_vote(begun()), "1234")
    with refuses("So far four have answered. Nothing is shown about fewer than five"):
        votes.close_vote(meeting, form())
    assert votes.missing(meeting) == 6


@pytest.mark.parametrize(("paper", "words"), [("1", "one person has"), ("12", "two people have")])
def test_hands_never_uncover_few_slips(paper: str, words: str) -> None:
    """Private answers must reach the smallest group by themselves."""
    meeting = hands(slips(votes.open_vote(begun()), paper), "44444")
    with refuses(f"Only {words} answered on paper"):
        votes.close_vote(meeting, form())


def test_few_private_levels_are_not_written_down() -> None:
    """Five slips, four of them don't know: the fifth would stand bare beside the hands."""
    meeting = votes.close_vote(hands(slips(votes.open_vote(begun()), "????1"), "44444"), form())
    tally = meeting.turn.votes[-1].tally
    assert counts_of(meeting) == (0, 0, 0, 0, 0)
    assert (tally.hidden, tally.n, tally.dont_know, tally.people) == (6, 6, 4, 10)
    (round,) = rounds_of(votes.reveal(meeting).turn, pack(), 5)
    assert round.columns == ()
    assert [column.count for column in round.apart] == [4, 0]


def test_few_levels_are_not_written_down() -> None:
    """Six slips of which two have levels: only the ways out are kept."""
    meeting = shown(begun(), "????15")
    assert meeting.turn.votes[-1].tally.hidden == 2
    assert not is_worth_another_vote(meeting.turn, pack(), 5)


def test_an_unknown_answer_is_a_mistake_of_ours() -> None:
    """The form must know every answer."""
    with pytest.raises(ValueError, match="cannot be answered"):
        votes.close_vote(slips(votes.open_vote(begun()), "77777"), form())


def test_nothing_closed_is_seen_before_its_reveal() -> None:
    """A closed vote is in no result until it is revealed; then it is."""
    meeting = voted(begun(), "11111")
    assert rounds_of(meeting.turn, pack(), 5) == ()
    assert tallies_of(meeting) == {}
    assert meeting.turn.latest is None
    after = votes.reveal(meeting)
    assert tallies_of(after) == {"COM-1": meeting.turn.votes[-1].tally}


def test_nothing_is_revealed_that_is_not_closed() -> None:
    """Not an open vote, not a second time, not in a break."""
    for meeting in (begun(), votes.open_vote(begun()), shown(begun(), "11111")):
        with refuses("nothing to show yet"):
            votes.reveal(meeting)
    with refuses("nothing to show yet"):
        votes.reveal(steps.pause(voted(begun(), "11111")))


def test_a_vote_called_off_leaves_nothing() -> None:
    """The statement is read again, or talked about if it was voted on before."""
    meeting = begun()
    assert votes.call_off(slips(votes.open_vote(meeting), "111")) == meeting
    again = votes.open_vote(shown(meeting, "11111"))
    assert votes.call_off(again).phase is Phase.TALK
    with refuses("No vote is open"):
        votes.call_off(meeting)


def test_no_vote_in_the_lobby_in_a_break_or_on_the_map() -> None:
    """A vote needs a statement on the screen."""
    for meeting in (lobby(), steps.pause(begun()), steps.end_statements(begun())):
        with refuses("cannot vote just now"):
            votes.open_vote(meeting)


def test_a_statement_is_voted_on_nine_times_at_most() -> None:
    """The tenth vote is refused."""
    meeting = begun()
    for _round in range(MOST_ROUNDS):
        meeting = shown(meeting, "11111")
    with refuses("often enough"):
        votes.open_vote(meeting)


def test_the_same_people_vote_again() -> None:
    """Both rounds are kept beside each other, and results use the last one."""
    meeting = shown(shown(begun(), "1111155555"), "4444444444")
    assert [round.number for round in rounds_of(meeting.turn, pack(), 5)] == [1, 2]
    assert tallies_of(meeting)["COM-1"].counts["4"] == 10


@pytest.mark.parametrize(("codes", "now"), [("111111111", "Nine"), ("1" * 11, "11")])
def test_one_more_or_less_is_told_before_a_vote_again_is_closed(codes: str, now: str) -> None:
    """Whoever has come or gone can be guessed from the difference; nobody is held up by it."""
    meeting = steps.count_present(shown(begun(), "1111155555"), 11)
    meeting = slips(votes.open_vote(meeting), codes)
    assert f"{now} have answered now, and ten before" in votes.caution_on_closing(meeting)
    assert len(votes.close_vote(meeting, form()).turn.votes) == 2


def test_five_more_are_no_reason_for_caution() -> None:
    """The smallest group hides each of them."""
    meeting = steps.count_present(shown(begun(), "1111155555"), 15)
    assert votes.caution_on_closing(slips(votes.open_vote(meeting), "1" * 15)) == ""


def test_the_same_number_on_other_ways_is_no_reason_for_caution() -> None:
    """Five slips and five hands, then ten slips."""
    first = votes.close_vote(hands(slips(votes.open_vote(begun()), "11111"), "44444"), form())
    again = slips(votes.open_vote(votes.reveal(first)), "1111155555")
    assert votes.problem_with_closing(again) == ""
    assert votes.caution_on_closing(again) == ""


def test_hands_alone_may_come_and_go() -> None:
    """Everybody has seen them anyway."""
    meeting = votes.close_vote(hands(votes.open_vote(begun()), "1111144444"), form())
    again = hands(votes.open_vote(votes.reveal(meeting)), "111114444")
    assert votes.caution_on_closing(again) == ""


def test_from_slips_to_hands_the_room_is_compared_as_a_whole() -> None:
    """Ten slips, then nine hands: who is missing can be guessed."""
    again = hands(votes.open_vote(shown(begun(), "1111155555")), "111115555")
    assert "Nine have answered now, and ten before" in votes.caution_on_closing(again)


def test_a_first_vote_has_nothing_to_compare() -> None:
    """Nothing is said."""
    assert votes.caution_on_closing(slips(votes.open_vote(begun()), "11111")) == ""


def test_the_facilitator_is_told_to_ask_the_same_people() -> None:
    """Before a second vote, if any of it is on paper."""
    assert votes.advice_on_voting(begun()) == ""
    assert "Ten answered last time" in votes.advice_on_voting(shown(begun(), "1111155555"))
    only_hands = begun(ways=frozenset({Way.HANDS}))
    by_hand = votes.close_vote(hands(votes.open_vote(only_hands), "11111"), form())
    assert votes.advice_on_voting(votes.reveal(by_hand)) == ""


def test_sheets_count_in_the_first_vote() -> None:
    """They are in when the vote opens, and gone from the seal when it is closed."""
    meeting = steps.begin(votes.seal(lobby(), sheets(["111144", "55555"]), 6), DAY)
    assert meeting.sealed["COM-1"] == {"1": 4, "4": 2}
    vote = votes.open_vote(meeting)
    assert vote.open_vote is not None
    assert vote.open_vote.people == 6
    closed = votes.close_vote(slips(vote, "?"), form())
    assert closed.turn.votes[-1].came == {Way.SLIPS: 1, Way.SHEETS: 6}
    assert set(closed.sealed) == {"HON-1"}
    again = votes.open_vote(votes.reveal(closed))
    assert again.open_vote is not None
    assert again.open_vote.people == 0


def test_a_second_batch_is_added() -> None:
    """Sealed twice, both are kept, and whoever filled one in counts as present."""
    meeting = votes.seal(votes.seal(lobby(), sheets(["11111"]), 5), sheets(["155555"]), 6)
    assert meeting.sealed["COM-1"] == {"1": 6, "5": 5}
    assert (meeting.sheets, meeting.present) == (11, 11)


def test_few_sheets_are_not_kept() -> None:
    """Fewer than the smallest group could be recognised, as first batch or as second."""
    full = votes.seal(lobby(), sheets(["11111"]), 5)
    for meeting in (lobby(), full):
        with refuses("Fewer than five sheets could be recognised"):
            votes.seal(meeting, sheets(["1111"]), 4)


def test_a_statement_that_few_sheets_answer_is_answered_in_the_room() -> None:
    """Nothing is sealed for it; the facilitator is told."""
    meeting = steps.begin(votes.seal(lobby(), sheets(["1111", "11111"]), 5), DAY)
    assert set(meeting.sealed) == {"HON-1"}
    assert "Too few sheets" in votes.advice_on_voting(meeting)
    assert votes.advice_on_voting(steps.go_to(meeting, 1)) == ""


def test_late_sheets_change_no_picture() -> None:
    """A statement that was voted on takes nothing in."""
    meeting = shown(begun(), "11111")
    after = votes.seal(meeting, sheets(["55555", "55555"]), 5)
    assert set(after.sealed) == {"HON-1"}
    assert after.turns == meeting.turns


def test_sheets_wait_for_the_end_of_a_vote() -> None:
    """Not while a vote is open or closed, and not after the statements."""
    for meeting in (votes.open_vote(begun()), voted(begun(), "11111")):
        with refuses("finish this vote first"):
            votes.seal(meeting, sheets(["11111"]), 5)
    for phase in (Phase.CHOOSE, Phase.ADOPT, Phase.END):
        with refuses("statements are done"):
            votes.seal(replace(begun(), phase=phase), sheets(["11111"]), 5)


def test_more_sheets_than_people_are_a_mistake_of_ours() -> None:
    """A tally of six from five sheets, or one whose levels were hidden, is none of sheets."""
    with pytest.raises(ValueError, match="once"):
        votes.seal(lobby(), sheets(["111111"]), 5)
    with pytest.raises(ValueError, match="hidden"):
        votes.seal(lobby(), {"COM-1": Tally("COM-1", {}, hidden=5)}, 5)


def test_a_session_has_room_for_so_many() -> None:
    """No more sheets than people a session can have."""
    with refuses("nothing was kept"):
        votes.seal(lobby(), sheets(["1" * 5]), MOST_PEOPLE + 1)


def test_sealed_sheets_survive_a_vote_that_is_called_off() -> None:
    """They are in the next vote again."""
    meeting = steps.begin(votes.seal(lobby(), sheets(["11111"]), 5), DAY)
    assert votes.call_off(votes.open_vote(meeting)) == meeting


def test_one_person_in_the_room_is_told_in_the_singular() -> None:
    """The sentence fits the number."""
    alone = replace(on(begun()), present=1)
    with refuses("There is 1 person in the room"):
        slips(alone, "11")
