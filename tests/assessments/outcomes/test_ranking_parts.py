"""Ranked barriers are told so that a group can talk, choose and settle one first step."""

from dataclasses import replace

import pytest
from answering import answered
from barrier_groups import CONTROL, EXAMPLE, TICKED, group, network
from blocks_of import blocks, part, text_of

from collabkit.assessments.charity import Charity, RunBy
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Dots,
    Entries,
    Field,
    FieldKind,
    Ideas,
    Paragraph,
    Part,
    Pick,
    Table,
    Tone,
)
from collabkit.assessments.outcomes.ranking.parts import parts
from collabkit.assessments.outcomes.ranking.rule import work_out
from collabkit.assessments.outcomes.work_out import tell
from collabkit.assessments.pack import ActionKind, Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "barriers.toml"))


def told(of: Answered) -> tuple[Part, ...]:
    return parts(of, work_out(of))


def lead(of: Answered) -> str:
    first = told(of)[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert first.tone is Tone.LEAD
    return first.text


def one(pack: Pack, answers: dict[str, str], **other) -> Answered:
    codes = {f"BAR-{letter}": code for letter, code in answers.items()}
    return answered(pack, {"One person": codes}, **other)


def test_parts_come_in_talking_order(pack):
    """First what holds back most, last how it was worked out."""
    of = group(pack, EXAMPLE, CONTROL)
    keys = ["first", "needs", "steps", "first_step", "all", "notes", "method"]
    assert [told_part.key for told_part in tell(of).parts] == keys


def test_the_lead_says_what_is_level(pack):
    """The worked example in two sentences."""
    assert lead(group(pack, EXAMPLE, CONTROL)) == (
        "What holds you back most is “Finding time to organise joint work”. Then come “Fear of "
        "losing ground to others”, “The paperwork and upkeep” and “Lack of know-how”, level with "
        "each other."
    )


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"j": "1"}, "What holds you back most is “Funders' rules”."),
        (
            {"f": "2", "j": "2"},
            "What holds you back most are “Lack of know-how” and “Funders' rules”, level with "
            "each other.",
        ),
        (
            {"f": "2", "j": "1"},
            "What holds you back most is “Lack of know-how”. Then comes “Funders' rules”.",
        ),
        (
            {"a": "1", "f": "3", "j": "2"},
            "What holds you back most is “Lack of know-how”. Then come “Funders' rules” and "
            "“Finding time to organise joint work”.",
        ),
        (dict.fromkeys("abcdefghij", "0"), "None of these barriers holds you back."),
        ({"a": "0"}, "None of the barriers with an answer holds you back."),
        (
            {},
            "No barrier has a rating yet. Rate them first; then you see what holds you back.",
        ),
    ],
)
def test_the_lead_for_one_person(pack, answers, sentence):
    """Plurals fit, and nothing is said that is not known."""
    assert lead(one(pack, answers)) == sentence


def test_too_few_answers_are_said_so(pack):
    """Four of a group of five give no ranking, and none of their answers is shown."""
    of = group(pack, dict.fromkeys("abcdefghij", "3333"))
    assert lead(of) == "There are not enough answers yet to say what holds you back."
    assert blocks(told(of), Dots) == []
    assert blocks(told(of), Table) == []
    assert "Ten barriers are not ranked, because fewer than five gave a rating:" in text_of(
        told(of)
    )


def test_hidden_answers_never_reach_the_parts(pack):
    """Two groups that differ only in what is hidden are told the same."""
    ratings, control = {"b": "11111", "f": "22222"}, {"b": "oooo-"}
    mine = group(pack, {"a": "3333-", **ratings}, control)
    yours = group(pack, {"a": "1000-", **ratings}, {"b": "xxss-"})
    assert told(mine) == told(yours)


def test_what_is_level_is_shown_as_level(pack):
    """Places, means and who can change it stand beside each."""
    (first, *_others) = blocks(told(group(pack, EXAMPLE, CONTROL)), Entries)
    assert [(entry.mark, entry.note) for entry in first.entries] == [
        ("mean 2.6", "Place 1. Shared."),
        ("mean 1.8", "Place 2, level with two others. Outside our control."),
        ("mean 1.8", "Place 2, level with two others. In our control."),
        ("mean 1.8", "Place 2, level with two others. In our control."),
    ]
    assert first.entries[0].text == "All five chose 2 or 3. Together."
    assert first.entries[0].item_id == "BAR-a"


def test_a_tie_is_for_the_group_to_settle(pack):
    """The paragraph under the lead says why there is a choice."""
    page = text_of(told(group(pack, EXAMPLE, CONTROL))[0])
    assert "Three are level on place 2, so you choose. The ticks are only a proposal" in page
    page = text_of(told(one(pack, {"a": "1"}))[0])
    assert "The ticks are only a proposal; change them if others matter more." in page


def test_the_choice_offers_every_ranked_barrier(pack):
    """Three are ticked, at most three may be."""
    chosen, needs, who = blocks(told(group(pack, EXAMPLE, CONTROL)), Pick)
    assert (chosen.key, chosen.most) == ("chosen", 3)
    assert [option.code[-1] for option in chosen.options] == list("acefbd")
    assert chosen.chosen == ("BAR-a", "BAR-e", "BAR-f")
    assert (needs.key, needs.most, needs.chosen) == ("needs", 0, ())
    assert (who.key, who.most, who.chosen) == ("who", 1, ())


def test_needs_say_with_what_they_help(pack):
    """None is ticked at first."""
    _chosen, needs, _who = blocks(told(group(pack, EXAMPLE, CONTROL)), Pick)
    assert needs.options[0].name == "Central resource"
    assert needs.options[0].text == (
        "Capacity: A funded person or body to administer, mediate first talks and spot openings. "
        "Helps with “Finding time to organise joint work” and “The paperwork and upkeep”."
    )


def test_steps_wait_for_a_tick(pack):
    """Without a ticked need there is nothing to put into the plan."""
    page = told(group(pack, EXAMPLE, CONTROL))
    assert blocks(page, Ideas) == []
    assert "Steps appear here once you have ticked something" in text_of(part(page, "steps"))


def test_steps_become_ideas_for_the_plan(pack):
    """A single charity asks its network where a step is a network's."""
    (ideas,) = blocks(told(group(pack, EXAMPLE, CONTROL, settled=TICKED)), Ideas)
    assert [idea.idea_id for idea in ideas.entries] == [
        "STEP-1",
        "STEP-4",
        "STEP-5",
        "STEP-9",
        "STEP-16",
    ]
    assert ideas.entries[0].text == (
        "Ask our network to agree which templates, sample agreements and policies are wanted most"
    )
    assert ideas.entries[0].item_id == "BAR-f"
    assert ideas.entries[-1].kind is ActionKind.INFLUENCE
    assert ideas.entries[-1].item_id == "BAR-a"


def test_a_network_reads_the_steps_as_they_stand(pack):
    """It needs to ask nobody; and it sees how many members are held back."""
    ratings = {"a": "33300", "f": "22211"}
    of = network(pack, ratings, settled={"needs": "NEED-2"})
    (ideas,) = blocks(told(of), Ideas)
    assert ideas.entries[0].text.startswith("Agree which templates")
    (first, *_others) = blocks(told(of), Entries)
    assert [entry.mark for entry in first.entries] == ["3 of 5 held back", "3 of 5 held back"]
    assert "ranked by how many members are held back" in text_of(part(told(of), "method"))


def test_a_need_without_a_step_says_so(pack):
    """A pack may know what helps and not how to begin."""
    settings = dict(pack.outcome.settings) | {"step": ()}
    bare = replace(pack, outcome=replace(pack.outcome, settings=settings))
    of = one(bare, {"a": "3"}, settled={"needs": "NEED-8"})
    assert "knows no step for what you have ticked" in text_of(part(told(of), "steps"))


def test_a_barrier_that_no_need_helps_with_says_so(pack):
    """Then nothing is offered to tick."""
    settings = dict(pack.outcome.settings) | {"need": ()}
    bare = replace(pack, outcome=replace(pack.outcome, settings=settings))
    page = part(told(one(bare, {"a": "3"})), "needs")
    assert "None of the needs in this pack helps" in text_of(page)


def test_the_page_ends_in_who_what_and_when(pack):
    """What was settled is shown; the date as people read it."""
    settled = TICKED | {"who": "others", "first_step": "Ring two groups", "by_when": "2027-01-31"}
    page = part(told(group(pack, EXAMPLE, CONTROL, settled=settled)), "first_step")
    what, when = blocks([page], Field)
    (who,) = blocks([page], Pick)
    assert [option.name for option in who.options] == ["Us", "Us with others", "A funder"]
    assert who.chosen == ("others",)
    assert (what.key, what.value) == ("first_step", "Ring two groups")
    assert (when.key, when.kind, when.value) == ("by_when", FieldKind.DATE, "2027-01-31")
    assert when.shown == "31 January 2027"
    assert "What would help: “Central resource”, “Partnership frameworks” and" in text_of(page)


def test_what_was_settled_wrongly_is_shown_as_open(pack):
    """An unknown word or day chooses nothing."""
    of = one(pack, {"a": "3"}, settled={"who": "aliens", "by_when": "soon"})
    page = part(told(of), "first_step")
    assert blocks([page], Pick)[0].chosen == ()
    assert blocks([page], Field)[1].shown == ""


def test_all_barriers_stand_in_a_table_with_the_counts_of_2018(pack):
    """The counts are background; they change no place."""
    page = part(told(group(pack, EXAMPLE, CONTROL)), "all")
    (table,) = blocks([page], Table)
    assert table.head == ("Barrier", "Place", "Mean, from 0 to 3", "Named in 2018")
    assert table.rows[0] == ("Finding time to organise joint work", "1", "2.6", "9")
    assert table.rows[4] == ("People's attitudes or habits", "5", "1.0", "7")
    assert table.rows[-1] == ("Funders' rules", "not ranked", "0.0", "2")
    assert "background only" in table.caption
    assert len(blocks([page], Dots)) == 10


def test_one_person_sees_ratings_and_no_dots(pack):
    """There is nothing to compare with."""
    page = told(one(pack, {"a": "3", "b": "0"}))
    (table,) = blocks(page, Table)
    assert table.head[2] == "Your rating"
    assert [row[1:3] for row in table.rows] == [("1", "It stops us"), ("not ranked", "Not at all")]
    assert blocks(page, Dots) == []


def test_a_pack_without_background_has_no_such_column(pack):
    """The counts of another study belong to this pack alone."""
    settings = {k: v for k, v in pack.outcome.settings.items() if k != "mentions_name"}
    bare = replace(pack, outcome=replace(pack.outcome, settings=settings))
    (table,) = blocks(told(one(bare, {"a": "3"})), Table)
    assert len(table.head) == len(table.rows[0]) == 3
    assert "named elsewhere" not in text_of(part(told(one(bare, {"a": "3"})), "method"))


def test_what_one_person_left_open_says_why(pack):
    """Unknown, not applying and unanswered lead back to their statements."""
    answers = dict.fromkeys("defghij", "1") | {"a": "dk", "b": "na"}
    first, left = blocks(told(one(pack, answers))[:1], Entries)
    assert len(first.entries) == 7
    assert [(entry.mark, entry.item_id) for entry in left.entries] == [
        ("Don't know", "BAR-a"),
        ("Does not apply", "BAR-b"),
        ("Not answered", "BAR-c"),
    ]
    page = text_of(told(one(pack, answers))[0])
    assert "Three barriers are not ranked, because they have no rating:" in page


def test_a_group_sees_how_many_do_not_know(pack):
    """They are never low, and always shown once there are enough of them."""
    _first, left = blocks(told(group(pack, {"a": "22222", "b": "ddddd"}))[:1], Entries)
    assert left.entries[0].note == "Five answered “don't know”."


def test_people_who_are_split_hear_both_sides_first(pack):
    """A mean of two views is no common view."""
    of = group(pack, {"a": "330003", "b": "000000"})
    assert "very differently. Hear both sides before you choose." in text_of(told(of)[0])


def test_volunteers_read_their_own_words(pack):
    """Nobody is called staff."""
    run = Charity("c", "Sample Charity", run_by=RunBy.VOLUNTEERS)
    _chosen, needs, _who = blocks(told(one(pack, {"b": "3"}, charity=run)), Pick)
    text = next(option.text for option in needs.options if option.code == "NEED-9")
    assert text.startswith("Capacity: Lending people for a short time")
    _chosen, needs, _who = blocks(told(one(pack, {"b": "3"})), Pick)
    text = next(option.text for option in needs.options if option.code == "NEED-9")
    assert text.startswith("Capacity: Short staff placements")


def test_notes_and_honesty(pack):
    """All notes for users are there, and that nothing was tested."""
    page = told(one(pack, {}))
    assert [p.key for p in page] == ["first", "notes", "method"]
    assert all(note in text_of(part(page, "notes")) for note in pack.outcome.settings["notes"])
    assert pack.status in text_of(part(page, "method"))


def test_a_group_is_told_what_is_never_shown(pack):
    """The minimum is part of how it was worked out."""
    page = text_of(part(told(group(pack, EXAMPLE)), "method"))
    assert "Nothing is shown that fewer than five have answered." in page
    assert "%" not in text_of(told(group(pack, EXAMPLE, CONTROL)))
