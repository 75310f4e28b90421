"""Who holds what, as people read it."""

import dataclasses

import pytest
from answering import answered
from test_holdings import A_ON_A, B_ON_A, A, B, C, sheet

from collabkit.assessments.assessment import Party
from collabkit.assessments.outcomes.blocks import (
    Entries,
    Facts,
    Field,
    Fold,
    Ideas,
    Paragraph,
    Pick,
    Table,
    Tone,
)
from collabkit.assessments.outcomes.holdings.parts import parts
from collabkit.assessments.outcomes.holdings.rule import work_out
from collabkit.assessments.outcomes.holdings.words import exact, signed
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "power-inventory.toml"))


def told(pack, *views, parties_=(A, B), **other):
    """The parts by key, from ``(rater, about, view)`` each."""
    names = [f"sheet {number}" for number, _view in enumerate(views)]
    given = answered(
        pack,
        {name: sheet(view) for name, (_r, _a, view) in zip(names, views, strict=True)},
        speaks_for={n: r for n, (r, _a, _v) in zip(names, views, strict=True) if r},
        speaks_about={n: a for n, (_r, a, _v) in zip(names, views, strict=True) if a},
        parties=parties_,
        **other,
    )
    return {part.key: part for part in parts(given, work_out(given))}


def example(pack, **other):
    return told(pack, ("a", "a", A_ON_A), ("b", "a", B_ON_A), **other)


def blocks(part, kind):
    return [block for block in part.blocks if isinstance(block, kind)]


def lead(parts_):
    first = next(iter(parts_.values()))
    return next(p.text for p in blocks(first, Paragraph) if p.tone is Tone.LEAD)


def test_parts_of_the_worked_example_in_talking_order(pack):
    """The answer first, how it was worked out last."""
    assert list(example(pack)) == [
        "picture",
        "table",
        "talk",
        "naming",
        "moves",
        "others",
        "views",
        "method",
    ]


def test_lead_names_the_strong_party(pack):
    """In the second person for the charity, by name for another."""
    assert lead(example(pack)) == (
        "You are the strong party here: you hold clearly more on four of the six sources."
    )
    unknown = example(pack, parties_=(Party("a", "", "Alpha"), B))
    assert lead(unknown) == (
        "Alpha is the strong party here, with clearly more on four of the six sources."
    )
    assert "moves" not in unknown
    assert "others" in unknown


def test_table_has_a_row_a_source_and_a_column_a_side(pack):
    """Signs are shown, and there is no total."""
    (table,) = blocks(example(pack)["table"], Table)
    assert table.head == ("Source of power", "A", "B")
    assert table.rows[0] == ("Size, income and reserves", "+1.8", "−1.8")
    assert len(table.rows) == 6


def test_difference_is_told_once(pack):
    """Not once more from the other side of the mirror."""
    (entries,) = blocks(example(pack)["talk"], Entries)
    (entry,) = entries.entries
    assert entry.title == "Risk that can be taken"
    assert entry.text == "Others see more power in you than you do."
    assert entry.note == "Own view 0.0, the others' +1.7, difference −1.7"


@pytest.mark.parametrize(
    ("rater", "sentence"),
    [
        ("a", "You think you hold more than others see."),
        ("b", "B thinks it holds more than others see."),
    ],
)
def test_among_three_a_difference_names_its_side(pack, rater, sentence):
    """Each row can differ."""
    other = "b" if rater == "a" else "a"
    parts_ = told(
        pack,
        (rater, rater, {1: (2, 2, 2, 1)}),
        (other, rater, {1: (0, 0, 0, 1), 2: (0, 0, 0, 1)}),
        parties_=(A, B, C),
    )
    (entry,) = blocks(parts_["talk"], Entries)[0].entries
    assert entry.title == f"{rater.upper()}: Size, income and reserves"
    assert entry.text == sentence


def test_among_three_others_may_see_more_in_one_of_them(pack):
    """The other direction, for another side than the charity's."""
    parts_ = told(
        pack, ("b", "b", {1: (0, 0, 0, 1)}), ("a", "b", {1: (2, 2, 2, 1)}), parties_=(A, B, C)
    )
    (entry,) = blocks(parts_["talk"], Entries)[0].entries
    assert entry.text == "Others see more power in B than it sees itself."


def test_own_moves_are_ideas_the_first_before_the_others(pack):
    """Each can be put into the plan; none is there twice."""
    first, more = blocks(example(pack)["moves"], Ideas)
    assert [idea.idea_id for idea in first.entries] == ["INV-1-M2", "INV-3-M1"]
    everything = [idea.idea_id for ideas in (first, more) for idea in ideas.entries]
    assert len(everything) == len(set(everything))
    assert {idea.item_id for idea in more.entries} == {"INV-1", "INV-3", "INV-4", "INV-6"}


def test_moves_of_the_other_side_are_agreed_together(pack):
    """They are kept with the assessment, with who and when."""
    settled = {"moves:b": "INV-1-L1 INV-9-X", "moves-when:b": "The chair, in May"}
    part = example(pack, settled=settled)["others"]
    (pick,), (field,) = blocks(part, Pick), blocks(part, Field)
    assert (pick.key, pick.most, pick.chosen) == ("moves:b", 0, ("INV-1-L1",))
    assert all("-L" in option.code for option in pick.options)
    assert (field.key, field.value) == ("moves-when:b", "The chair, in May")


def test_suggested_first_for_another_strong_party(pack):
    """Seen from B, A's first moves are named."""
    first = Party("a", "", "Alpha")
    own = Party("b", "", "Beta", is_own=True)
    part = example(pack, parties_=(first, own))["others"]
    assert any(
        p.text == "Suggested first for the strong party: “Pay partners in advance” and "
        "“Rotate the chair of joint meetings”."
        for p in blocks(part, Paragraph)
    )


def test_one_sheet_gives_one_sides_view(pack):
    """A useful picture that says what it is, without a Pick that others would have to agree."""
    parts_ = told(pack, ("a", "a", A_ON_A))
    assert lead(parts_).startswith("This is one side's view. You are the strong party here")
    assert list(parts_) == ["picture", "table", "naming", "moves", "others", "method"]
    assert not blocks(parts_["others"], Pick)
    assert any(
        p.text == "B has not given its view yet." for p in blocks(parts_["picture"], Paragraph)
    )
    assert "ask for the other side's own view" in parts_["picture"].blocks[1].text


def test_alone_without_any_parties(pack):
    """Our side and the other side."""
    parts_ = told(pack, (None, None, A_ON_A), parties_=())
    assert blocks(parts_["table"], Table)[0].head[1:] == ("Our side", "The other side")


def test_low_sources_and_those_that_do_not_count(pack):
    """The facts name what is held less and what does not count here."""
    parts_ = told(pack, ("a", "a", {1: (-2, -2, -2, 1), 2: (1, 1, 1, 0), 3: (1, 1, 1, None)}))
    (facts,) = blocks(parts_["picture"], Facts)
    assert [(fact.label, fact.value) for fact in facts.entries] == [
        ("You hold clearly less", "Size, income and reserves"),
        ("Does not count here", "Risk that can be taken"),
    ]
    rows = blocks(parts_["table"], Table)[0].rows
    assert rows[1][1] == "0.0 (does not count here)"
    assert rows[2][1] == "+1.0 (weight not known)"
    assert rows[3][1] == "not known"
    assert lead(parts_).endswith("So far, nobody stands out as the strong party here.")
    assert any("Eight places in the table" in p.text for p in blocks(parts_["picture"], Paragraph))


def test_nobody_strong_and_nothing_uneven(pack):
    """Everything is about the same: no moves, and a sentence that says so."""
    same = dict.fromkeys(range(1, 7), (0, 0, 0, 1))
    parts_ = told(pack, ("a", "a", same), ("b", "a", same))
    assert lead(parts_) == (
        "Nobody is the strong party here: no side holds clearly more on four or more of the six "
        "sources."
    )
    assert "rings true" in parts_["picture"].blocks[1].text
    assert not blocks(parts_["moves"], Ideas)
    assert "others" not in parts_


def test_moves_without_any_difference_of_views(pack):
    """The next step is then to look at the moves."""
    parts_ = told(pack, ("a", "a", A_ON_A), ("b", "a", A_ON_A))
    assert "Look at the moves together" in parts_["picture"].blocks[1].text
    assert "talk" not in parts_


def test_no_answers_at_all(pack):
    """What to do is said, and nothing fails."""
    for parties_ in ((), (A,), (A, B), (A, B, C)):
        parts_ = told(pack, parties_=parties_)
        assert list(parts_) == ["picture", "method"]
        assert lead(parts_) == "Nothing has been compared yet."


def test_working_shows_the_very_numbers(pack):
    """Prompts, weight and value of each rater, and the mean."""
    (fold,) = blocks(example(pack)["method"], Fold)
    assert fold.entries[1].text == (
        "A: the mean of 0, 0, times 0.5, is 0.0. B: the mean of +2, +2, +1, times 1, is +1.7. "
        "Mean: +0.8."
    )
    few = told(pack, ("a", "a", {1: (2, None, None, 1), 2: (1, 0, 0, None)}))
    first, second, *_rest = blocks(few["method"], Fold)[0].entries
    assert first.text == "A: +2: too few known."
    assert second.text.endswith("weight not known, so it is left out.")


def test_private_words_are_in_no_part(pack):
    """They are only mentioned as being private."""
    given = answered(
        pack, {"a": sheet(A_ON_A)}, notes={"a": {"INV-P1": "I know the mayor"}}, parties=(A, B)
    )
    everything = repr(parts(given, work_out(given)))
    assert "mayor" not in everything
    assert "INV-P" not in everything
    assert "private" in everything


def test_pack_without_private_prompts_does_not_mention_them(pack):
    """The remark belongs to the prompts."""
    bare = dataclasses.replace(pack, sections=pack.sections[:6])
    assert "private" not in repr(told(bare, ("a", "a", A_ON_A))["method"])


def test_numbers_have_true_signs():
    """A plus, a minus that is not a hyphen, and neither at nought."""
    from fractions import Fraction

    numbers = [Fraction(9, 5), Fraction(-1, 2), Fraction(0), Fraction(1, 25), Fraction(-1, 25)]
    assert [signed(number) for number in numbers] == ["+1.8", "−0.5", "0.0", "0.0", "0.0"]
    assert [exact(Fraction(*n)) for n in ((4, 3), (-4, 3), (3, 2), (0, 1))] == [
        "+4/3",
        "−4/3",
        "+1.5",
        "0",
    ]
