"""What a session's report says: what the room has seen, in the same numbers, and nothing else."""

from dataclasses import replace

import pytest
import session_examples as examples

from collabkit.assessments.names import spread_name
from collabkit.plans.plan import Plan, Slot
from collabkit.reports.contents.parts import Fact
from collabkit.reports.contents.session_parts import VotedStatement
from collabkit.reports.session_document import SessionDocument
from collabkit.room import steps, votes
from collabkit.room.meeting import Decision, DraftAction, Meeting, Phase
from collabkit.room.preparation import Preparation
from collabkit.room.promise import promise_lines
from collabkit.room.refused import NotNowError
from collabkit.room.scenes import map_of
from collabkit.room.showing import rounds_of

IDS = examples.MANY


def statement(document: SessionDocument, place: int) -> VotedStatement:
    return document.votes.statements[place]


@pytest.mark.parametrize("name", ["away_day", "long_day", "too_few", "hall"])
def test_every_number_is_the_one_that_the_room_saw(name: str) -> None:
    """Columns, ways out and sentences are those of the rounds that the room window draws."""
    meeting = getattr(examples, name)()
    for turn, entry in zip(
        meeting.turns, examples.report_of(meeting).votes.statements, strict=True
    ):
        rounds = rounds_of(turn, examples.five_themes(), meeting.preparation.minimum)
        assert [vote.sentence for vote in entry.votes] == [each.sentence for each in rounds]
        assert [
            [(c.mark, c.name, c.count) for c in (*vote.columns, *vote.apart)]
            for vote in entry.votes
        ] == [[(c.mark, c.name, c.count) for c in (*r.columns, *r.apart)] for r in rounds]


def test_the_map_is_in_the_order_in_which_the_room_saw_it() -> None:
    """Splits first and then the lowest, each with its place in the session."""
    meeting = examples.away_day()
    lines = examples.report_of(meeting).map.lines
    entries = map_of(meeting, examples.five_themes())
    assert [line.statement for line in lines] == [entry.statement for entry in entries]
    assert [line.number for line in lines] == [
        str(IDS.index(entry.item_id) + 1) for entry in entries
    ]


def test_a_second_vote_stands_beside_the_first() -> None:
    """Both have their own words, and the map says how it was before."""
    document = examples.report_of(examples.away_day())
    first, second = statement(document, 0).votes
    assert (first.title, second.title) == ("First vote", "Second vote, after talking")
    assert first.sentence.endswith("Split.")
    line = next(line for line in document.map.lines if line.number == "1")
    assert line.standing == "Together (before: Split)"


def test_votes_with_hands_are_marked_as_public() -> None:
    """With how many answers came by each way, and no more than that."""
    votes_of = statement(examples.report_of(examples.away_day()), 0).votes
    assert votes_of[0].kind == "Public vote of ten: three by hands, seven on sheets."
    assert votes_of[1].kind == "Public vote of ten: three by hands, seven on slips."
    assert statement(examples.report_of(examples.long_day()), 0).votes[0].kind == (
        "Private vote of 15: 15 on slips."
    )


def test_too_few_answers_are_said_and_nothing_is_shown() -> None:
    """No columns where fewer than the smallest group have chosen a level, in private or at all."""
    document = examples.report_of(examples.too_few())
    for entry in document.votes.statements:
        assert entry.standing == "Too few"
        assert entry.votes[0].columns == ()
        assert entry.votes[0].sentence.startswith("Not enough answers to show (fewer than five).")


def test_what_was_not_revealed_leaves_no_trace() -> None:
    """Sessions that differ only in sealed sheets and in a closed vote have equal reports."""
    reports = set()
    for code in ("1", "5"):
        meeting = examples.begun(Preparation("Committee", IDS[:3], people=6))
        meeting = examples.sheets_sealed(meeting, {IDS[2]: [code] * 6}, people=6)
        meeting = examples.voted(meeting, slips=examples.TOGETHER[:6])
        meeting = votes.open_vote(examples.at(meeting, 1))
        for _slip in range(6):
            meeting = votes.take_slip(meeting, code)
        pack = examples.five_themes()
        meeting = votes.close_vote(meeting, pack.form_of(pack.item(IDS[1])))
        reports.add(repr(examples.report_of(meeting)) + repr(examples.minutes_of(meeting)))
    assert len(reports) == 1
    assert "has not seen the result" in reports.pop()


def test_a_statement_without_a_vote_says_so() -> None:
    """It is in the report, at its place, and in the map at the end."""
    document = examples.report_of(examples.away_day())
    assert statement(document, 7).without_vote == "There was no vote on this statement."
    assert document.map.lines[-1].standing == "No vote"


def test_the_promise_is_the_one_that_was_read() -> None:
    """Also where somebody worded it differently."""
    usual = examples.away_day()
    assert examples.report_of(usual).front.promise == promise_lines(usual.preparation)
    own = examples.begun(Preparation("Committee", IDS[:2], people=6, promise="One.\n\nTwo."))
    assert examples.report_of(own).front.promise == ("One.", "Two.")


def test_people_are_only_numbers() -> None:
    """How many answered in the vote with most, and how many sheets there were."""
    facts = {fact.label: fact.value for fact in facts_of(examples.away_day())}
    assert facts["Who answered"] == "Up to 10 people; 7 sheets were filled in"
    assert facts["Statements"] == "8 statements, 7 of them with a vote"
    assert facts["Held on"] == "20 November 2026"


def test_adopted_actions_are_told_apart_from_parked_and_others() -> None:
    """Three now, one parked, one that the room did not want, with its fist of five."""
    document = examples.report_of(examples.away_day())
    assert len(document.plan.now) == 3
    assert [entry.text for group in document.plan.parked for entry in group.actions] == [
        "Ask the council to invite all partners to its reviews."
    ]
    assert document.others is not None
    (other,) = document.others.entries
    assert other.text == "Merge our newsletter with that of the network."
    assert "5 fingers: 1 person · 4 fingers: 1 person" in other.reasons[-1].value


def test_what_people_changed_in_the_plan_since_is_what_they_read() -> None:
    """The plan is where they go on; the report does not contradict it."""
    meeting = examples.away_day()
    plan = examples.plan_after(meeting).changed(
        "a1", owner="The vice-chair", how_we_will_know="All three have answered."
    )
    entry = next(
        entry
        for entry in examples.report_of(meeting, plan).plan.now
        if entry.text.startswith("Ask three partners")
    )
    assert entry.owner.value == "The vice-chair"
    assert entry.sign.value == "All three have answered."


def test_never_more_than_three_are_to_be_done_now() -> None:
    """Whatever happened to the plan since: the fourth is told among the parked."""
    meeting = examples.away_day()
    plan = examples.plan_after(meeting).without("a1").changed("a4", slot=Slot.NOW)
    document = examples.report_of(meeting, plan)
    assert len(document.plan.now) == 3
    assert "Ask three partners" in repr(document.plan.parked)


def test_without_a_plan_the_words_of_the_room_stand() -> None:
    """As after a plan that was emptied: what the room agreed is not forgotten."""
    document = examples.report_of(examples.away_day(), Plan("assessment"))
    assert {entry.owner.value for entry in document.plan.now} == {
        "The chair",
        "The treasurer",
        "The secretary",
    }


def test_a_session_that_has_not_begun_has_no_report() -> None:
    """A sentence instead of empty pages."""
    meeting = Meeting(Preparation("Committee", IDS[:1]), ())
    with pytest.raises(NotNowError, match="has not begun"):
        examples.report_of(meeting, Plan(""))
    with pytest.raises(NotNowError, match="has not begun"):
        examples.minutes_of(meeting, Plan(""))


def test_a_session_in_the_middle_says_that_it_is_not_over() -> None:
    """On the first page and where the actions would be."""
    meeting = replace(examples.away_day(), phase=Phase.MAP, actions=())
    document = examples.report_of(meeting)
    assert Fact("Held on", "20 November 2026, not finished yet") in document.front.facts
    assert document.plan.now_lead.startswith("The session has not come to its end")


def test_notes_and_actions_stand_with_their_statement() -> None:
    """And what became of it."""
    remarks = statement(examples.report_of(examples.away_day()), 0).remarks
    assert [remark.label for remark in remarks] == ["Note", "What became of it", "Action"]
    assert remarks[1].value == "Action; chosen to act on"


def test_the_method_names_the_group_the_rules_and_what_is_not_kept() -> None:
    """With the figures of the rules, how well tried the content is, and its sources."""
    method = repr(examples.report_of(examples.away_day()).method)
    for words in (
        "fewer than five people",
        "A fifth or more, and never fewer than two, are at each end",
        "Four fifths or more are on two neighbouring levels",
        "have not tested it yet",
        "Which answers came by which way.",
        "RtR 2021",
        "public vote",
    ):
        assert words in method


def test_only_ways_that_were_used_are_explained() -> None:
    """Nobody reads of hands where none was raised."""
    method = repr(examples.report_of(examples.long_day()).method.sections)
    assert "Slips: everybody" in method
    assert "Hands: raised" not in method


@pytest.mark.parametrize(
    ("name", "way"), [("long_day", "Slips: "), ("away_day", "Sheets: "), ("away_day", "Slips: ")]
)
def test_the_method_owns_up_to_who_read_the_paper(name: str, way: str) -> None:
    """Whoever typed slips or sheets in saw them; only that they have no names is promised."""
    sections = examples.report_of(getattr(examples, name)()).method.sections
    words = next(point for each in sections for point in each.points if point.startswith(way))
    assert "Whoever typed them in read" in words
    assert "without" in words
    assert "the facilitator included" not in repr(sections)


def test_parked_statements_are_named_on_both_papers() -> None:
    """In the order of the room, word for word; without any there is no such part."""
    meeting = examples.away_day()
    parked = [turn for turn in meeting.turns if turn.decision is Decision.PARK]
    words = [examples.five_themes().item(turn.item_id).statement for turn in parked]
    statements = examples.report_of(meeting).parked_statements
    assert statements is not None
    assert [entry.split(": ", 1)[1] for entry in statements.entries] == words
    assert examples.minutes_of(meeting).page.statements == statements.entries
    assert examples.report_of(examples.long_day()).parked_statements is None


def test_there_is_a_line_for_the_day_on_which_to_look_again() -> None:
    """The room settles it at the very end, and has to write it down somewhere."""
    meeting = examples.away_day()
    assert examples.report_of(meeting).front.look_again == "We look at it again on:"
    assert examples.minutes_of(meeting).page.look_again == "We look at it again on:"


def test_the_people_are_those_of_the_vote_with_most() -> None:
    """Also where somebody has left since."""
    meeting = replace(examples.away_day(), present=6)
    facts = {fact.label: fact.value for fact in facts_of(meeting)}
    assert facts["Who answered"].startswith("Up to 10 people;")
    meeting = examples.begun(Preparation("Committee", IDS[:1], people=6))
    assert {f.label: f.value for f in facts_of(meeting)}["Who answered"] == ("No vote was shown")


def test_the_words_of_each_level_are_in_the_report() -> None:
    """Somebody who was away can read what a 2 meant."""
    document = examples.report_of(examples.away_day())
    item = examples.five_themes().item(IDS[0])
    assert document.wording is not None
    assert [level.value for level in document.wording.statements[0].levels] == list(item.levels)


def test_standings_are_the_words_that_people_know() -> None:
    """The label beside a statement is the spread of its last vote."""
    meeting = examples.away_day()
    for turn, entry in zip(
        meeting.turns[:7], examples.report_of(meeting).votes.statements, strict=False
    ):
        latest = rounds_of(turn, examples.five_themes(), 5)[-1]
        assert entry.standing == f"How far apart: {spread_name(latest.result.spread)}"


def test_minutes_say_what_is_not_settled() -> None:
    """An action without an owner is told as such, in the same order as in the report."""
    page = examples.minutes_of(examples.away_day()).page
    assert [action.text for action in page.now] == [
        entry.text for entry in examples.report_of(examples.away_day()).plan.now
    ]
    assert Fact("First step", "not settled yet") in page.now[1].facts
    assert page.not_adopted == "1 further action was talked about and not adopted."


def test_a_fist_of_nobody_is_not_told() -> None:
    """An action that was never put to the room has no fist of five."""
    meeting = steps.end_statements(examples.begun(Preparation("Committee", IDS[:1], people=6)))
    meeting = replace(meeting, actions=(DraftAction("x", None, "Meet."),), phase=Phase.END)
    others = examples.report_of(meeting).others
    assert others is not None
    assert others.entries[0].reasons == ()


def facts_of(meeting: Meeting) -> tuple[Fact, ...]:
    return examples.report_of(meeting).front.facts
