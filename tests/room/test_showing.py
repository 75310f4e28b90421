"""What may be seen: of votes, on the room window, and on the map."""

from dataclasses import replace

import pytest
from away_day import (
    STATEMENTS,
    adopting,
    at_map,
    begun,
    form,
    hands,
    lobby,
    on,
    pack,
    shown,
    slips,
    voted,
)

from collabkit.assessments.explanations import explain_spread
from collabkit.assessments.pack import FormKind
from collabkit.assessments.results import Spread
from collabkit.room import adopting as act
from collabkit.room import scenes, steps, votes
from collabkit.room.meeting import Decision, DraftAction, Meeting, Phase
from collabkit.room.scenes import map_of, scene_of
from collabkit.room.showing import is_worth_another_vote, rounds_of

STATEMENT = "We say in public that we want to work with others."


def scene(meeting: Meeting) -> scenes.Scene:
    """What the room sees."""
    return scene_of(meeting, pack(), "Sample Charity")


def test_the_lobby_shows_the_promise() -> None:
    """In its usual words, or in those of the session."""
    seen = scene(lobby())
    assert isinstance(seen, scenes.LobbyScene)
    assert (seen.title, seen.charity) == ("Away-day", "Sample Charity")
    assert "Nothing is shown about fewer than five people." in " ".join(seen.promise)
    own = scene(lobby(promise=" One.\n\n Two. "))
    assert isinstance(own, scenes.LobbyScene)
    assert own.promise == ("One.", "Two.")


def test_reading_shows_the_statement_alone() -> None:
    """No answers yet."""
    heading = scenes.Heading("Communication", "Statement 1 of 4")
    assert scene(begun()) == scenes.ReadScene(heading, STATEMENT)


def test_an_open_vote_shows_how_many_are_in() -> None:
    """And the answers one can give, with their marks; nothing of what came."""
    seen = scene(slips(votes.open_vote(begun()), "115"))
    assert isinstance(seen, scenes.VoteScene)
    assert (seen.answered, seen.present, seen.round_number, seen.is_closed) == (3, 10, 1, False)
    assert "".join(choice.mark for choice in seen.choices) == "123450N"
    assert seen == scene(slips(votes.open_vote(begun()), "444"))


def test_a_closed_vote_shows_no_more() -> None:
    """All it adds is that it is closed."""
    seen = scene(voted(begun(), "11555"))
    assert isinstance(seen, scenes.VoteScene)
    assert (seen.answered, seen.round_number, seen.is_closed) == (5, 1, True)
    again = scene(votes.open_vote(shown(begun(), "11555")))
    assert isinstance(again, scenes.VoteScene)
    assert (again.answered, again.round_number) == (0, 2)


def test_a_vote_without_its_answers_shows_nobody() -> None:
    """As it is read from the disk, before it is run again."""
    seen = scene(replace(votes.open_vote(begun()), open_vote=None))
    assert isinstance(seen, scenes.VoteScene)
    assert seen.answered == 0


def test_the_reveal_shows_dots_and_a_sentence() -> None:
    """A column an answer, ways out apart, and words to read aloud."""
    seen = scene(shown(begun(), "144444444?"))
    assert isinstance(seen, scenes.DotsScene)
    (round,) = seen.rounds
    assert [(column.mark, column.count) for column in round.columns] == [
        ("1", 1), ("2", 0), ("3", 0), ("4", 8), ("5", 0),
    ]  # fmt: skip
    assert [(column.name, column.count) for column in round.apart] == [
        ("Don't know", 1), ("Does not apply to us", 0),
    ]  # fmt: skip
    assert round.sentence.startswith("Eight of nine chose 4")
    assert (round.people, round.is_public) == (10, False)


def test_hands_make_a_vote_public() -> None:
    """The round says so."""
    meeting = votes.close_vote(hands(votes.open_vote(begun()), "44444"), form())
    assert rounds_of(votes.reveal(meeting).turn, pack(), 5)[0].is_public


def test_talk_and_decision_are_shown() -> None:
    """While people talk; and what became of the statement, with its actions."""
    meeting = on(shown(begun(), "11145"))
    seen = scene(meeting)
    assert isinstance(seen, scenes.DotsScene)
    assert (seen.is_talk, seen.decision) == (True, "")
    said = {
        None: "",
        Decision.MOVE_ON: "",
        Decision.PARK: "Parked for another time.",
        Decision.ACTION: "We will do something about this.",
    }
    meeting = act.draft(on(meeting), DraftAction("a", "COM-1", "Ask"))
    meeting = act.draft(meeting, DraftAction("b", "HON-1", "Tell"))
    for decision, words in said.items():
        seen = scene(steps.decide(meeting, decision) if decision else meeting)
        assert isinstance(seen, scenes.DotsScene)
        assert (seen.decision, seen.actions) == (words, ("Ask",))


def test_a_break_shows_nothing() -> None:
    """Whatever is on."""
    assert scene(steps.pause(shown(begun(), "11145"))) == scenes.BreakScene("Away-day")


def test_the_map_begins_with_what_is_most_worth_talking_about() -> None:
    """Split, then the lowest, then what is hidden, and what was not voted on at the end."""
    meeting = begun()
    for place, codes in enumerate(("4444444444", "1111111111", "1111155555")):
        meeting = shown(steps.go_to(meeting, place), codes)
    entries = map_of(at_map(meeting), pack())
    assert [(entry.item_id, entry.standing) for entry in entries] == [
        ("POW-1", "Split"), ("HON-1", "Together"), ("COM-1", "Together"), ("EMP-2", "No vote"),
    ]  # fmt: skip
    few = shown(steps.go_to(meeting, 3), "????1")
    assert map_of(at_map(few), pack())[-1].item_id == "EMP-2"


def test_the_map_puts_the_lowest_mean_first_among_splits_and_among_all_others() -> None:
    """How far apart those others are makes no difference; equals keep the order of the session."""
    meeting = begun(statements=(*STATEMENTS, "EMP-1", "HON-3"))
    votes_on = ("3333333333", "2255552525", "1111155555", "2333334455", "2333334455", "1111111122")
    for place, codes in enumerate(votes_on):
        meeting = shown(steps.go_to(meeting, place), codes)
    entries = map_of(at_map(meeting), pack())
    means = [float(entry.rounds[-1].result.mean or 0) for entry in entries]
    assert means == [3.0, 3.8, 1.2, 3.0, 3.5, 3.5]
    assert [entry.item_id for entry in entries] == [
        "POW-1", "HON-1", "HON-3", "COM-1", "EMP-2", "EMP-1",
    ]  # fmt: skip


def test_hidden_levels_come_last_of_what_was_voted_on() -> None:
    """Too few altogether, or too few in private; also when an earlier vote was seen."""
    meeting = shown(begun(), "1111111111")
    few = votes.open_vote(meeting)
    few = votes.reveal(votes.close_vote(hands(slips(few, "????1"), "44444"), form()))
    meeting = shown(steps.go_to(few, 1), "????1")
    meeting = shown(steps.go_to(meeting, 2), "5555555555")
    entries = map_of(at_map(meeting), pack())
    assert [(entry.item_id, entry.standing) for entry in entries] == [
        ("POW-1", "Together"), ("COM-1", "Too few"), ("HON-1", "Too few"), ("EMP-2", "No vote"),
    ]  # fmt: skip


def test_categories_have_no_mean_and_are_not_the_lowest() -> None:
    """They come after what is low or high, and before what is hidden."""
    item = pack().item("COM-1")
    options = tuple(replace(option, value=None) for option in form().options)
    kinds = replace(form(), id="kinds", kind=FormKind.CHOICE, options=options)
    sections = tuple(
        replace(s, items=tuple(replace(i, form="kinds") if i == item else i for i in s.items))
        for s in pack().sections
    )
    mixed = replace(pack(), forms=(*pack().forms, kinds), sections=sections)
    meeting = shown(begun(), "1111111111")
    meeting = shown(steps.go_to(meeting, 1), "5555555555")
    meeting = shown(steps.go_to(meeting, 2), "????1")
    entries = map_of(at_map(meeting), mixed)
    assert [entry.item_id for entry in entries] == ["HON-1", "COM-1", "POW-1", "EMP-2"]


def test_why_levels_are_hidden_is_said_truly() -> None:
    """Six chose a level, one of them in private: that is not fewer than five."""
    vote = hands(slips(votes.open_vote(begun()), "????1"), "44444")
    meeting = votes.reveal(votes.close_vote(vote, form()))
    (round,) = rounds_of(meeting.turn, pack(), 5)
    assert round.sentence == (
        "The levels are not shown: too few people chose one in private, and the raised hands "
        "could give them away. Four answered “don't know”."
    )
    assert explain_spread(round.result, form(), 5) == round.sentence.split(" Four")[0]
    (few,) = rounds_of(shown(begun(), "????1").turn, pack(), 5)
    assert few.sentence.startswith("Not enough answers to show (fewer than five).")


def test_the_choice_is_on_the_map() -> None:
    """While choosing, with what is chosen."""
    meeting = act.choose(on(at_map(shown(begun(), "11145"))), ("COM-1",))
    seen = scene(meeting)
    assert isinstance(seen, scenes.MapScene)
    assert seen.is_choice
    assert [entry.item_id for entry in seen.entries if entry.is_chosen] == ["COM-1"]


def test_actions_are_shown_as_they_are_adopted() -> None:
    """With how a fist of five is meant; at the end now and parked apart."""
    meeting = adopting()
    seen = scene(meeting)
    assert isinstance(seen, scenes.AdoptScene)
    assert seen.actions == meeting.actions
    assert "fewer than three" in seen.hint
    for action_id, now in (("a0", True), ("a1", False)):
        meeting = act.show_fists(meeting, action_id, (0, 0, 0, 0, 5, 5))
        meeting = act.adopt(meeting, action_id, now=now)
    end = scene(on(meeting))
    assert isinstance(end, scenes.EndScene)
    assert [action.id for action in end.now] == ["a0"]
    assert [action.id for action in end.parked] == ["a1"]


@pytest.mark.parametrize(
    ("codes", "spread", "again"),
    [
        ("1111155555", Spread.SPLIT, True),
        ("2333334455", Spread.SPREAD, True),
        ("1444444444", Spread.MOSTLY_TOGETHER, False),
        ("4444444444", Spread.TOGETHER, False),
    ],
)
def test_another_vote_is_worth_it_where_people_stand_apart(
    codes: str, spread: Spread, again: bool
) -> None:
    """On Split or Spread; and not before the first reveal."""
    turn = shown(begun(), codes).turn
    assert rounds_of(turn, pack(), 5)[0].result.spread is spread
    assert is_worth_another_vote(turn, pack(), 5) is again
    assert not is_worth_another_vote(begun().turn, pack(), 5)


def test_a_meeting_knows_its_statements_and_actions() -> None:
    """By id; another is a mistake of ours."""
    meeting = adopting()
    assert meeting.turn_of("POW-1").item_id == "POW-1"
    assert meeting.action("a3").text == "Action 3"
    for look_up in (meeting.turn_of, meeting.action):
        with pytest.raises(KeyError):
            look_up("none")
    assert not meeting.is_over
    assert replace(meeting, phase=Phase.END).is_over
