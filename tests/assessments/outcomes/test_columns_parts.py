"""Sorted areas are told so that one or two things are tried next."""

from dataclasses import replace

import pytest
from answering import answered
from area_groups import EXAMPLE, group
from blocks_of import blocks, part, text_of

from collabkit.assessments.assessment import Party
from collabkit.assessments.charity import Charity, RunBy
from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import (
    Board,
    Entries,
    Fold,
    Ideas,
    Paragraph,
    Part,
    Table,
    Tone,
)
from collabkit.assessments.outcomes.columns.parts import parts
from collabkit.assessments.outcomes.columns.rule import work_out
from collabkit.assessments.outcomes.work_out import tell
from collabkit.assessments.pack import ActionKind, Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource

VOLUNTEERS = Charity("c", "Sample Charity", run_by=RunBy.VOLUNTEERS)
BOARD = {1: "a", 5: "q", 10: "l", 7: "q", 24: "n", 19: "d"}


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "opportunities.toml"))


def told(of: Answered) -> tuple[Part, ...]:
    return parts(of, work_out(of))


def alone(pack: Pack, row: dict[int, str], **other) -> tuple[Part, ...]:
    return told(group(pack, row, 1, **other))


def lead(page: tuple[Part, ...]) -> str:
    first = page[0].blocks[0]
    assert isinstance(first, Paragraph)
    assert first.tone is Tone.LEAD
    return first.text


def test_parts_come_in_talking_order(pack):
    """First what to try next, last how it was worked out."""
    of = group(pack, BOARD, 1)
    assert [p.key for p in tell(of).parts] == ["advice", "board", "notes", "method"]
    assert [p.key for p in told(group(pack, EXAMPLE))] == ["first", "counts", "notes", "method"]


@pytest.mark.parametrize(
    ("row", "sentence"),
    [
        (
            BOARD,
            "Start with “Joint one-off events”. Your next stretch is “Giving and receiving "
            "training”.",
        ),
        ({5: "q"}, "Start with “Joint one-off events”."),
        ({22: "l"}, "You have no quick win yet. Something to aim for is “Buying together”."),
        (
            {1: "a", 2: "n", 3: "d"},
            "You have marked nothing as a quick win or a long-term aim. That is an answer too; "
            "you can change it whenever something comes up.",
        ),
        ({}, "No area has an answer yet. Sort them first; then you see what to try next."),
    ],
)
def test_the_lead_for_one_charity(pack, row, sentence):
    """What to start with, and nothing that was not said."""
    assert lead(alone(pack, row)) == sentence


def test_advice_becomes_ideas_with_a_first_step(pack):
    """A stretch that needs time is a longer-term action."""
    (ideas,) = blocks(alone(pack, {1: "a", 5: "q", 10: "l"}), Ideas)
    assert [(idea.idea_id, idea.item_id, idea.kind) for idea in ideas.entries] == [
        ("OPP-5", "OPP-5", ActionKind.QUICK_WIN),
        ("OPP-10", "OPP-10", ActionKind.LONGER_TERM),
    ]
    assert ideas.entries[1].text == "Run one small trial (Joint delivery of a service)"


def test_a_stretch_says_beyond_what_it_lies(pack):
    """Only where something lies to its left."""
    sentence = "is the nearest step beyond “Networking and meeting others”"
    assert sentence in text_of(alone(pack, BOARD)[0])
    assert "nearest step" not in text_of(alone(pack, {5: "q", 10: "l"})[0])


def test_the_board_has_three_columns_and_a_strip(pack):
    """Each area with its place; what is wanted with a first step."""
    strip, board = blocks(alone(pack, BOARD), Board)
    assert [column.title for column in strip.columns] == ["Already doing"]
    assert [column.title for column in board.columns] == [
        "Quick win",
        "Long-term aim",
        "Not suitable",
    ]
    soon, later, not_wanted = board.columns
    assert [entry.item_id for entry in soon.entries] == ["OPP-5", "OPP-7"]
    assert soon.entries[0].text == "First step: hold one event together."
    assert soon.entries[0].mark == "Everyday"
    assert (later.entries[0].mark, not_wanted.entries[0].text) == ("Joint delivery", "")
    assert strip.columns[0].entries[0].title == "Networking and meeting others"
    assert all(column.if_empty for column in (*strip.columns, *board.columns))


def test_without_an_answer_there_is_no_board(pack):
    """Empty columns help nobody."""
    page = alone(pack, {})
    assert [p.key for p in page] == ["advice", "notes", "method"]
    assert "26 areas have no answer yet." in text_of(page[0])


def test_what_is_open_is_listed_and_leads_back(pack):
    """Unknown and unanswered areas are two things."""
    row = dict.fromkeys(range(1, 26), "n") | {3: "d"}
    unknown, left = blocks(alone(pack, row), Fold)
    assert [entry.item_id for entry in unknown.entries] == ["OPP-3"]
    assert "find out first" in unknown.title.lower()
    assert [entry.item_id for entry in left.entries] == ["OPP-26"]
    assert "One area has no answer yet." in text_of(alone(pack, row)[0])


def further(pack: Pack) -> Answered:
    answers = {
        "OPP-7": "quick-win",
        "OPP-20": "already",
        "OPP-20-exchange": "both",
        "OPP-20-named": "yes",
        "OPP-7-exchange": "need",
        "OPP-22-exchange": "neither",
    }
    return answered(pack, {"One": answers}, notes={"One": {"OPP-20-with": " The choir "}})


def test_offers_and_needs_of_one_charity(pack):
    """Both stands under both headings; without a yes the name stays at home."""
    page = told(further(pack))
    offers, needs = blocks([part(page, "exchange")], Entries)
    assert [(e.item_id, e.text, e.note) for e in offers.entries] == [
        ("OPP-20", "Your name may be passed on.", "With: The choir")
    ]
    assert [(e.item_id, e.text) for e in needs.entries] == [
        ("OPP-7", "Your name is not to be passed on."),
        ("OPP-20", "Your name may be passed on."),
    ]
    assert "Nothing is sent anywhere." in text_of(part(page, "exchange"))


def test_with_whom_stands_on_the_board_too(pack):
    """A name makes contact more likely."""
    strip, _board = blocks(told(further(pack)), Board)
    assert strip.columns[0].entries[0].note == "With: The choir"


def test_volunteers_are_told_about_their_order(pack):
    """And read their own words."""
    page = alone(pack, {23: "q"}, charity=VOLUNTEERS)
    assert "some areas come first here and some last" in text_of(part(page, "board"))
    assert "nothing was filled in for you" in text_of(part(page, "method"))
    (ideas,) = blocks(page, Ideas)
    assert ideas.entries[0].text.startswith("Share one volunteer (")
    assert "volunteers" not in text_of(part(alone(pack, {23: "q"}), "board"))


def test_a_pack_without_steps_still_gives_advice(pack):
    """An own pack may name areas alone."""
    sections = tuple(
        replace(section, items=tuple(replace(item, marks={}) for item in section.items))
        for section in pack.sections
    )
    bare = replace(pack, sections=sections)
    of = answered(bare, {"One": {"OPP-1": "quick-win"}}, asked=("OPP-1",))
    page = told(of)
    (ideas,) = blocks(page, Ideas)
    assert ideas.entries[0].text == "Take a first step together: Networking and meeting others"
    _strip, board = blocks(page, Board)
    assert (board.columns[0].entries[0].text, board.columns[0].entries[0].mark) == ("", "")


def test_a_group_is_told_what_is_wanted_most(pack):
    """The worked example: counts in the sentence, first steps of quick wins for most."""
    page = told(group(pack, EXAMPLE))
    assert lead(page) == (
        "Wanted most is “Giving and receiving training”: 19 of 24 would like it, 13 as a quick win."
    )
    (ideas,) = blocks(page, Ideas)
    assert [idea.idea_id for idea in ideas.entries] == ["OPP-7"]
    assert "These are quick wins for most." in text_of(page[0])


def test_without_a_quick_win_for_most_the_most_wanted_is_first(pack):
    """Small numbers are words."""
    page = told(group(pack, {12: "qllln"}))
    assert lead(page) == (
        "Wanted most is “Joint needs research”: four of five would like it, one as a quick win."
    )
    assert "No area is a quick win for most." in text_of(page[0])
    (ideas,) = blocks(page, Ideas)
    assert (ideas.entries[0].idea_id, ideas.entries[0].kind) == ("OPP-12", ActionKind.LONGER_TERM)


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        ({1: "aaann"}, "Nobody has marked an area as a quick win or a long-term aim."),
        ({1: "qqqq"}, "There are not enough answers yet to say what is wanted most."),
    ],
)
def test_a_group_without_wishes(pack, rows, sentence):
    """No wishes and too few answers are two things."""
    page = told(group(pack, rows))
    assert lead(page) == sentence
    assert blocks(page, Ideas) == []


def test_the_counts_of_a_large_group_have_percentages(pack):
    """Worked example to the last figure."""
    (table,) = blocks(told(group(pack, EXAMPLE)), Table)
    assert table.head == (
        "Area",
        "Wanted",
        "Quick win",
        "Long-term aim",
        "Not suitable",
        "Already doing",
        "Don't know",
        "Mark",
    )
    assert [row[1:] for row in table.rows] == [
        ("19 of 24 (79%)", "13 (54%)", "6 (25%)", "3 (13%)", "2 (8%)", "0", "Quick win for most"),
        ("13 of 23 (57%)", "2 (9%)", "11 (48%)", "9 (39%)", "1 (4%)", "1", "Wanted by most"),
        ("12 of 24 (50%)", "6 (25%)", "6 (25%)", "12 (50%)", "0 (0%)", "0", ""),
        ("8 of 24 (33%)", "6 (25%)", "2 (8%)", "2 (8%)", "14 (58%)", "0", "Already common"),
    ]


def test_the_counts_of_a_small_group_have_none(pack):
    """Below 20 answers a share is told in counts alone."""
    page = told(group(pack, {1: "q" * 10 + "n" * 9}))
    (table,) = blocks(page, Table)
    assert table.rows[0][1:3] == ("10 of 19", "10")
    assert "%" not in text_of(table)


def test_hidden_areas_are_named_without_their_answers(pack):
    """Two groups that differ only in what is hidden are told the same."""
    mine, yours = group(pack, {1: "qqqq-", 2: "qqqql"}), group(pack, {1: "aand-", 2: "qqqql"})
    assert told(mine) == told(yours)
    (hidden,) = blocks(told(mine), Fold)
    assert len(hidden.entries) == 25
    assert "25 areas are not shown, because fewer than five have answered them." in text_of(
        told(mine)
    )


def network(pack: Pack, sheets: dict[str, dict[str, str]]) -> tuple[Part, ...]:
    return told(
        answered(
            pack,
            sheets,
            minimum=5,
            parties=tuple(Party(name, "x", f"The {name}") for name in sheets),
            speaks_for={name: name for name in sheets},
        )
    )


def test_organisations_hear_who_could_help_whom(pack):
    """With names, for those who agreed to it."""
    page = network(
        pack,
        {
            "choir": {
                "OPP-20": "quick-win",
                "OPP-20-exchange": "offer",
                "OPP-20-named": "yes",
                "OPP-21-exchange": "need",
                "OPP-21-named": "yes",
            },
            "scouts": {
                "OPP-20": "quick-win",
                "OPP-20-exchange": "need",
                "OPP-20-named": "yes",
                "OPP-21-exchange": "offer",
                "OPP-21-named": "yes",
            },
            "club": {
                "OPP-20-exchange": "need",
                "OPP-20-named": "yes",
                "OPP-8-exchange": "need",
                "OPP-8-named": "yes",
                "OPP-9-exchange": "offer",
                "OPP-9-named": "yes",
            },
            "secret": {"OPP-20-exchange": "need", "OPP-20-named": "no"},
        },
    )
    (matches,) = blocks([part(page, "matches")], Entries)
    assert [(e.title, e.text, e.note) for e in matches.entries] == [
        (
            "The choir can offer it to The scouts",
            "Sharing rooms, storage or venues",
            "They could help each other. Both see it as a quick win.",
        ),
        (
            "The scouts can offer it to The choir",
            "Sharing transport",
            "They could help each other.",
        ),
        ("The choir can offer it to The club", "Sharing rooms, storage or venues", ""),
    ]
    (left,) = blocks([part(page, "matches")], Fold)
    assert [entry.title for entry in left.entries] == [
        "The club needs: Recruiting volunteers together",
        "The club can offer: Sharing volunteers or specialist skills",
    ]
    assert "secret" not in text_of(page)
    assert "Matches that work both ways come first" in text_of(part(page, "method"))


def test_organisations_without_a_match_are_told_so(pack):
    """An empty list would look like a mistake."""
    page = network(pack, {"choir": {"OPP-20-exchange": "offer"}, "club": {}})
    assert "So far no offer meets a need" in text_of(part(page, "matches"))
    assert blocks([part(page, "matches")], Fold) == []


def test_notes_and_honesty(pack):
    """What the report lost is said, and that nothing was tested."""
    for page in (alone(pack, {}), told(group(pack, EXAMPLE)), told(answered(pack, {}, minimum=5))):
        assert all(note in text_of(part(page, "notes")) for note in pack.outcome.settings["notes"])
        assert pack.status in text_of(part(page, "method"))


def test_the_rule_for_marks_is_told_as_the_pack_has_it(pack):
    """The share is a setting."""
    sentence = "each need more than 50% of the answers; exactly that is not more"
    assert sentence in text_of(part(told(group(pack, EXAMPLE)), "method"))
