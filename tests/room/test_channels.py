"""Ways of voting: each is a channel with words of its own, and one more needs nothing else."""

import ast
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import cast

import pytest
from away_day import begun, form, hands, lobby, pack, prepared, slips

import collabkit
from collabkit.room import steps, votes
from collabkit.room.channels import Channel, Hands, OpenVote, Sheets, Slips, people_in
from collabkit.room.meeting import Meeting, Phase
from collabkit.room.preparation import Preparation, check
from collabkit.room.refused import NotNowError
from collabkit.room.scenes import DotsScene, VoteScene, scene_of
from collabkit.room.showing import rounds_of
from collabkit.room.way_words import privately, words_of
from collabkit.room.ways import Way


class FurtherWay(StrEnum):
    """A way that the room has never heard of."""

    PHONES = "phones"

    @property
    def is_private(self) -> bool:
        """Nobody sees what is tapped."""
        return True

    @property
    def is_on_paper(self) -> bool:
        """It is not."""
        return False


PHONES = cast(Way, FurtherWay.PHONES)


@dataclass(frozen=True)
class Phones:
    """What has come by phones so far."""

    counts: Mapping[str, int]
    way: Way = PHONES
    is_kept: bool = False


def voting(*ways: Way) -> Meeting:
    """An open vote by phones and whatever else."""
    return votes.open_vote(begun(ways=frozenset({PHONES, *ways})))


def test_channels_count_people() -> None:
    """Each in its way; together they are the vote."""
    vote = OpenVote()
    channels: tuple[Channel, ...] = (
        Hands({"1": 2}), Slips(("1", "5", "5")), Sheets({"dk": 1}), Phones({"2": 4}),
    )  # fmt: skip
    for channel in channels:
        vote = vote.with_channel(channel)
        assert vote.channels[channel.way] is channel
    assert [people_in(each) for each in (vote.hands, vote.slips, vote.sheets)] == [2, 3, 1]
    assert vote.came == {Way.HANDS: 2, Way.SLIPS: 3, Way.SHEETS: 1, PHONES: 4}
    assert (vote.people, vote.private_people, vote.unkept_people) == (10, 8, 9)
    assert vote.answers() == ["1", "1", "1", "2", "2", "2", "2", "5", "5", "dk"]
    assert vote.answers([Way.SLIPS]) == ["1", "5", "5"]
    assert (OpenVote().came, OpenVote().answers()) == ({}, [])


def test_one_way_more_votes_from_the_lobby_to_the_dots() -> None:
    """Phones come in, are counted anew as more tap, and end in a tally like every other way."""
    ways = frozenset({PHONES})
    check(prepared(ways=ways), pack())
    meeting = votes.take_in(voting(), Phones({"1": 2}))
    meeting = votes.take_in(meeting, Phones({"1": 3, "5": 2}))
    seen = scene_of(meeting, pack(), "Sample Charity")
    assert isinstance(seen, VoteScene)
    assert seen.answered == 5
    assert not steps.can_go_back(meeting)
    assert votes.missing(meeting) == 5
    closed = votes.close_vote(meeting, form())
    vote = closed.turn.votes[-1]
    assert (vote.came, vote.people, vote.private_people) == ({PHONES: 5}, 5, 5)
    assert not vote.is_public
    assert tuple(vote.tally.counts.values()) == (3, 0, 0, 0, 2)
    dots = scene_of(votes.reveal(closed), pack(), "Sample Charity")
    assert isinstance(dots, DotsScene)
    assert [column.count for column in dots.rounds[0].columns] == [3, 0, 0, 0, 2]


def test_a_way_that_was_not_prepared_is_refused() -> None:
    """By whatever channel it comes, and without a vote too."""
    with pytest.raises(NotNowError, match="without that way"):
        votes.take_in(votes.open_vote(begun()), Phones({"1": 1}))
    with pytest.raises(NotNowError, match="No vote is open"):
        votes.take_in(lobby(), Phones({"1": 1}))


def test_nobody_answers_twice_by_another_way() -> None:
    """Ten people are in the room; six have answered on slips."""
    meeting = slips(voting(Way.SLIPS), "111111")
    assert votes.take_in(meeting, Phones({"1": 4})).open_vote is not None
    with pytest.raises(NotNowError, match="that would make 11 answers"):
        votes.take_in(meeting, Phones({"1": 5}))


def test_hands_never_uncover_another_private_way() -> None:
    """It counts with the private ones, and is not said to be on paper."""
    few = votes.take_in(hands(voting(Way.HANDS), "44444"), Phones({"1": 2}))
    assert "Only two people have answered in private." in votes.problem_with_closing(few)
    unsure = votes.take_in(few, Phones({"1": 1, "dk": 4}))
    tally = votes.close_vote(unsure, form()).turn.votes[-1].tally
    assert (tally.hidden, tally.n, tally.dont_know) == (6, 6, 4)


def test_two_private_ways_protect_each_other() -> None:
    """Three slips and two phones are five private answers."""
    meeting = votes.take_in(slips(voting(Way.SLIPS), "111"), Phones({"5": 2}))
    vote = votes.close_vote(meeting, form()).turn.votes[-1]
    assert vote.came == {Way.SLIPS: 3, PHONES: 2}
    assert tuple(vote.tally.counts.values()) == (3, 0, 0, 0, 2)


def test_an_open_vote_by_another_way_is_lost_with_the_program() -> None:
    """As one by hands is; what sheets say is on the disk."""
    open_vote = votes.take_in(voting(), Phones({"1": 5})).open_vote
    assert open_vote is not None
    assert open_vote.unkept_people == 5
    assert OpenVote().with_channel(Sheets({"1": 5})).unkept_people == 0


def test_a_new_way_is_not_in_a_session_unless_it_is_chosen() -> None:
    """The usual ways are named one by one."""
    assert Preparation("Away-day", ()).ways == {Way.HANDS, Way.SLIPS, Way.SHEETS}


@pytest.mark.parametrize("way", Way)
def test_every_way_has_all_its_words(way: Way) -> None:
    """On the console, while preparing, and in the report."""
    words = words_of(way)
    assert all((words.name, words.offer, words.hint, words.method))
    assert words.answers(1).startswith("one ")
    assert words.answers(5).startswith("five ")


def test_the_words_of_ways_are_in_one_place() -> None:
    """A table by way anywhere else would have a hole for the next one."""
    tables = [
        str(path)
        for path in Path(collabkit.__file__).parent.rglob("*.py")
        if "Way." in (text := path.read_text(encoding="utf-8"))
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Dict)
        and any(key is not None and ast.unparse(key).startswith("Way.") for key in node.keys)
    ]
    assert tables == []


def test_private_ways_are_on_paper_if_all_of_them_are() -> None:
    """Otherwise they are just private."""
    assert privately(Way) == "on paper"
    assert privately([Way.HANDS, Way.SLIPS, PHONES]) == "in private"


def test_rounds_of_another_way_are_read_like_any() -> None:
    """The sentence and the number of people are there."""
    meeting = votes.take_in(voting(), Phones({"4": 5}))
    meeting = votes.reveal(votes.close_vote(meeting, form()))
    (round,) = rounds_of(meeting.turn, pack(), 5)
    assert (round.people, round.sentence) == (5, "All five chose 4. Together.")
    assert meeting.phase is Phase.REVEAL
