"""Each kind of block as plain text."""

import pytest

from collabkit.assessments.outcomes import blocks as told
from collabkit.assessments.pack import ActionKind, Effort
from collabkit.cli.outcome_text import part_lines
from collabkit.cli.text_table import table_lines

LONG = "a rather long sentence that certainly does not fit into one line of a terminal of eighty"


def drawn(*blocks: told.Block) -> list[str]:
    """Return the lines below the heading of a part."""
    part = told.Part("one", "One", blocks)
    lines = list(part_lines([part], told.Place.FRONT))
    assert lines[:3] == ["", "One", "---"]
    assert max(map(len, lines)) <= 80
    return lines[3:]


def test_parts_are_told_where_they_stand():
    """What is only to be done on screen is not in the text."""
    parts = [
        told.Part(place.value, place.value.title(), (told.Paragraph("Words."),), place)
        for place in told.Place
    ]
    assert list(part_lines(parts, told.Place.BEHIND)) == ["", "Behind", "------", "Words."]


def test_paragraphs_are_wrapped_and_care_has_a_mark():
    """Blocks stand apart by a blank line."""
    assert drawn(told.Paragraph("Short."), told.Paragraph(LONG, told.Tone.CARE)) == [
        "Short.",
        "",
        f"! {LONG.removesuffix(' of eighty')}",
        "  of eighty",
    ]


@pytest.mark.parametrize(
    ("block", "lines"),
    [
        (told.Subheading("First"), ["First"]),
        (told.Facts((told.Fact("People", "ten"),)), ["People: ten"]),
        (told.Bullets(("one", "two")), ["- one", "- two"]),
        (
            told.Entries((told.Entry("Due", "Soon.", "Quietly", "overdue", "HND-1"),)),
            ["- HND-1  Due (overdue)", "  Soon.", "  Quietly"],
        ),
        (told.Entries((told.Entry("A"), told.Entry("B")), numbered=True), ["1. A", "2. B"]),
        (told.Entries((told.Entry("A", "More."),), ticked=True), ["[ ] A", "    More."]),
        (told.Fold("Done: one", (told.Entry("A"),)), ["Done: one", "- A"]),
        (
            told.Board((told.Column("Now", (told.Entry("A"),)), told.Column("Later", (), "None."))),
            ["Now", "- A", "", "Later", "  None."],
        ),
        (
            told.Dots("X-1", "We do.", (("Yes", 3), ("No", 2)), (("Don't know", 1),), "Three do."),
            ["X-1  We do.", "  Yes: 3; No: 2; Don't know: 1", "  Three do."],
        ),
        (
            told.Ideas((told.Idea("X-1-A1", "X-1", "Ask.", ActionKind.QUICK_WIN, Effort.LOW),)),
            ["- Ask. (X-1-A1. Quick win. A few hours.)"],
        ),
        (
            told.Ideas((told.Idea("first-step", "", "Meet.", ActionKind.INFLUENCE),)),
            ["- Meet. (Influence.)"],
        ),
        (
            told.Pick(
                "k",
                "Which?",
                (told.PickOption("a", "A", "More."), told.PickOption("b", "B")),
                ("b",),
            ),
            ["Which?", "  ( ) A", "      More.", "  (x) B"],
        ),
        (
            told.Pick("k", "Which?", (told.PickOption("a", "A"),), ("a",), most=3),
            ["Which?", "  [x] A"],
        ),
        (told.Field("k", "Who", "Jo"), ["Who: Jo"]),
        (told.Field("k", "When", "2026-06-10", "10 June 2026"), ["When: 10 June 2026"]),
        (told.Field("k", "Who", ""), ["Who: ____________________"]),
    ],
)  # fmt: skip
def test_a_block_in_lines(block, lines):
    """As little as will do, so that it can be read aloud or pasted into a message."""
    assert drawn(block) == lines


def test_a_table_sets_numbers_to_the_right():
    """Its caption is above it."""
    table = told.Table("Who has what", ("Source", "A"), (("Size", "+1.8"), ("Brand", "0")), (1,))
    assert drawn(table) == [
        "Who has what",
        "Source     A",
        "------  ----",
        "Size    +1.8",
        "Brand      0",
    ]


def test_a_wide_table_runs_over_several_lines():
    """The widest column gives way; no word is broken."""
    lines = list(table_lines(("Statement", "A"), ((LONG, "3.2"), ("Short", "10.0")), {1}, 40))
    assert max(map(len, lines)) <= 40
    assert lines[2].endswith("   3.2")
    assert " ".join(line[:34].strip() for line in lines[2:-1]) == LONG


def test_a_table_without_any_room_is_still_told():
    """Words longer than the line are cut rather than lost."""
    lines = list(table_lines(("A" * 60, "B" * 60), (("x", "y"),), (), 40))
    assert max(map(len, lines)) <= 40
    assert "".join(line[:19].strip() for line in lines[:-2]) == "A" * 60
