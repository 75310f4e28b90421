"""Who holds what in one relationship, against the real power inventory."""

import json
from fractions import Fraction

import pytest
from answering import answered

from collabkit.assessments.assessment import Party
from collabkit.assessments.charity import Charity, IncomeBand, RunBy
from collabkit.assessments.outcomes.holdings.rule import as_json, work_out
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assessments.rounding import shown
from collabkit.assets import resource

CODES = {-2: "much-less", -1: "less", 0: "same", 1: "more", 2: "much-more", None: "dk"}
WEIGHTS = {0: "no", 0.5: "somewhat", 1: "a-lot", None: "dk"}
A, B, C = (Party(name, "", name.upper(), is_own=name == "a") for name in "abc")
# The worked example of the specification: a, b, c and the weight of each source.
A_ON_A = {1: (2, 2, 1, 1), 2: (0, 0, None, 0.5), 3: (1, 1, 2, 1), 4: (2, 1, 2, 1),
          5: (2, 1, -1, 1), 6: (2, 2, 0, 1)}  # fmt: skip
B_ON_A = {1: (2, 2, 2, 1), 2: (2, 2, 1, 1), 3: (1, 2, 1, 1), 4: (1, 1, 1, 1),
          5: (2, 1, -2, 1), 6: (2, 2, -1, 1)}  # fmt: skip


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "power-inventory.toml"))


def sheet(view):
    """Answer codes for ``{source: (a, b, c, weight)}``; a missing weight is left out."""
    codes = {}
    for source, (*prompts, weight) in view.items():
        for letter, value in zip("abc", prompts, strict=True):
            codes[f"INV-{source}{letter}"] = CODES[value]
        codes[f"INV-{source}"] = WEIGHTS[weight]
    return codes


def negated(view):
    return {
        source: (*(None if value is None else -value for value in prompts), weight)
        for source, (*prompts, weight) in view.items()
    }


def seen(pack, *views, parties=(A, B), **other):
    """Work out ``(rater, about, view)`` each."""
    names = [f"sheet {number}" for number, _view in enumerate(views)]
    return work_out(
        answered(
            pack,
            {name: sheet(view) for name, (_r, _a, view) in zip(names, views, strict=True)},
            speaks_for={n: r for n, (r, _a, _v) in zip(names, views, strict=True) if r},
            speaks_about={n: a for n, (_r, a, _v) in zip(names, views, strict=True) if a},
            parties=parties,
            **other,
        )
    )


def example(pack, **other):
    return seen(pack, ("a", "a", A_ON_A), ("b", "a", B_ON_A), **other)


def values(row):
    return [None if cell.value is None else str(shown(cell.value)) for cell in row.cells]


def named(row):
    return [(naming.item_id, str(shown(naming.mean))) for naming in row.worth_naming]


def offered(row):
    return {cell.source.code: [move.id for move in cell.moves] for cell in row.cells if cell.moves}


def test_worked_example_cells(pack):
    """A's six cells, and B's as their mirror."""
    first, second = example(pack).rows
    assert values(first) == ["1.8", "0.8", "1.3", "1.3", "0.5", "1.2"]
    assert values(second) == ["-1.8", "-0.8", "-1.3", "-1.3", "-0.5", "-1.2"]
    assert (first.is_mirror, second.is_mirror) == (False, True)


def test_worked_example_strong_party(pack):
    """Four sources reach 1.0; moves come from the two highest, ties in pack order."""
    first, second = example(pack).rows
    assert (first.is_strong, first.strong_sources) == (True, 4)
    assert [move.id for _source, move in first.first_moves] == ["INV-1-M2", "INV-3-M1"]
    assert (second.is_strong, second.first_moves) == (False, ())


def test_worked_example_talk(pack):
    """Source 2: own 0.0, others 1.7, difference -1.7; nothing else is far apart."""
    first = example(pack).rows[0]
    talks = {cell.source.code: cell.talk for cell in first.cells if cell.talk}
    assert list(talks) == ["INV-2"]
    talk = talks["INV-2"]
    assert [str(shown(n)) for n in (talk.own, talk.others, talk.difference)] == [
        "0.0",
        "1.7",
        "-1.7",
    ]


def test_worked_example_moves_of_the_mirror(pack):
    """B is offered the moves for less on sources 1, 3, 4 and 6."""
    second = example(pack).rows[1]
    assert list(offered(second)) == ["INV-1", "INV-3", "INV-4", "INV-6"]
    assert all("-L" in move for moves in offered(second).values() for move in moves)


def test_worked_example_power_worth_naming(pack):
    """B is trusted by the people served, and nothing else is hidden in a low source."""
    first, second = example(pack).rows
    assert (named(first), named(second)) == ([], [("INV-5c", "1.5")])


def test_between_two_a_view_of_oneself_is_a_view_of_the_other(pack):
    """B may just as well have filled in a sheet about itself, with opposite signs."""
    about_itself = seen(pack, ("a", "a", A_ON_A), ("b", "b", negated(B_ON_A)))
    assert [values(row) for row in about_itself.rows] == [values(r) for r in example(pack).rows]


def test_both_sheets_of_a_rater_make_one_view(pack):
    """Between two, what is said about the other is averaged with what is said about oneself."""
    outcome = seen(pack, ("a", "a", {1: (2, 2, 2, 1)}), ("a", "b", {1: (0, 0, 0, 1)}))
    assert values(outcome.rows[0])[0] == "1.0"
    assert values(outcome.rows[1])[0] == "-1.0"
    assert len(outcome.rows[0].cells[0].ratings) == 1


def test_persons_of_one_organisation_are_averaged_before_raters_are(pack):
    """Two sheets of A have no more say than one of B."""
    outcome = seen(
        pack,
        ("a", "a", {1: (2, 2, 2, 1)}),
        ("a", "a", {1: (1, 1, 1, 0.5)}),
        ("b", "a", {1: (0, 0, 0, 1)}),
    )
    own = outcome.rows[0].cells[0].ratings[0]
    assert (own.weight, own.value) == (Fraction(3, 4), Fraction(9, 8))
    assert outcome.rows[0].cells[0].value == Fraction(9, 16)


def test_two_of_three_prompts_must_be_known(pack):
    """With one alone the cell is not known, and nothing is flagged on it."""
    outcome = seen(pack, ("a", "a", {1: (2, None, None, 1), 2: (2, 1, None, 1)}))
    assert values(outcome.rows[0])[:2] == [None, "1.5"]
    assert "INV-1" not in offered(outcome.rows[0])


def test_unknown_weight_is_shown_but_never_counted(pack):
    """The plain mean stands there, without moves, flags or a share in a mean."""
    alone = seen(pack, ("a", "a", {1: (2, 2, 2, None)})).rows[0].cells[0]
    assert (alone.value, alone.weight_known, alone.counted, alone.moves) == (2, False, None, ())
    beside = seen(pack, ("a", "a", {1: (2, 2, 2, None)}), ("b", "a", {1: (-1, 0, 0, 1)}))
    cell = beside.rows[0].cells[0]
    assert (cell.value, cell.weight_known, cell.talk) == (Fraction(-1, 3), True, None)
    assert beside.rows[0].worth_naming == ()


def test_weight_is_taken_from_the_sheet_about_oneself(pack):
    """Among three, what a rater says elsewhere counts only if it said nothing there."""
    outcome = seen(
        pack,
        ("a", "a", {1: (1, 1, 1, 0.5)}),
        ("a", "b", {1: (2, 2, 2, 1)}),
        ("c", "b", {1: (1, 1, 1, 1)}),
        parties=(A, B, C),
    )
    assert values(outcome.rows[0])[0] == "0.5"
    assert outcome.rows[1].cells[0].value == 1
    assert [rating.weight for rating in outcome.rows[1].cells[0].ratings] == [Fraction(1, 2), 1]


def test_among_three_nothing_is_mirrored(pack):
    """Each row needs views of its own; who has none is simply not known."""
    outcome = seen(pack, ("a", "a", A_ON_A), ("b", "a", B_ON_A), parties=(A, B, C))
    assert values(outcome.rows[0]) == ["1.8", "0.8", "1.3", "1.3", "0.5", "1.2"]
    assert values(outcome.rows[1]) == values(outcome.rows[2]) == [None] * 6
    assert not any(row.is_mirror for row in outcome.rows)
    assert [party.id for party in outcome.raters] == ["a", "b"]


def test_a_source_that_does_not_count_here_is_nought(pack):
    """However much somebody has of it."""
    cell = seen(pack, ("a", "a", {1: (2, 2, 2, 0)})).rows[0].cells[0]
    assert (cell.value, cell.counts_not_here, cell.moves) == (0, True, ())


@pytest.mark.parametrize(
    ("others", "difference"),
    [
        ((1, 1, 0, 1), None),
        ((1, 0, None, 1), "1.5"),
        ((1, 0, 0, 1), "1.7"),
        ((1, 1, 1, 0.5), "1.5"),
    ],
)
def test_talk_from_a_difference_of_one_and_a_half(pack, others, difference):
    """Also where a side thinks that it holds more than others see; 1.3 is not enough."""
    outcome = seen(pack, ("a", "a", {1: (2, 2, 2, 1)}), ("b", "a", {1: others}))
    talk = outcome.rows[0].cells[0].talk
    assert (str(shown(talk.difference)) if talk else None) == difference


def test_others_are_averaged_before_they_are_compared(pack):
    """Own 2.0 against 0.0 and 1.0: the others see 0.5."""
    outcome = seen(
        pack,
        ("a", "a", {1: (2, 2, 2, 1)}),
        ("b", "a", {1: (0, 0, 0, 1)}),
        ("c", "a", {1: (1, 1, 1, 1)}),
        parties=(A, B, C),
    )
    cell = outcome.rows[0].cells[0]
    assert cell.value == 1
    assert cell.talk is not None
    assert (cell.talk.own, cell.talk.others) == (2, Fraction(1, 2))


def test_alone_it_is_our_side_against_the_other(pack):
    """Without any parties there are two rows, the second the mirror."""
    outcome = seen(pack, (None, None, A_ON_A), parties=())
    assert [(row.party.id, row.is_mirror) for row in outcome.rows] == [
        ("us", False),
        ("others", True),
    ]
    assert outcome.rows[0].party.is_own
    assert values(outcome.rows[0]) == ["1.7", "0.0", "1.3", "1.7", "0.7", "1.3"]


def test_a_sheet_without_a_side_speaks_for_the_charity_about_itself(pack):
    """Even where the charity is not the first party."""
    outcome = seen(pack, (None, None, {1: (2, 2, 2, 1)}), parties=(B, A))
    assert [party.id for party in outcome.raters] == ["a"]
    assert [values(row)[0] for row in outcome.rows] == ["-2.0", "2.0"]


def test_moves_suit_the_size_of_the_side(pack):
    """A micro group run by its own people is not asked to pay others in advance."""
    charity = Charity("", "A", income_band=IncomeBand.MICRO, run_by=RunBy.VOLUNTEERS)
    first = example(pack, charity=charity).rows[0]
    assert [move.id for _source, move in first.first_moves] == ["INV-1-M4", "INV-3-M1"]
    assert offered(first)["INV-1"] == ["INV-1-M4"]
    large = Party("a", "", "A", is_own=True, size=IncomeBand.LARGE)
    assert len(offered(example(pack, parties=(large, B)).rows[0])["INV-1"]) == 4


def test_nothing_answered(pack):
    """Every cell is unknown and nothing is flagged."""
    outcome = seen(pack)
    assert outcome.raters == ()
    assert [values(row) for row in outcome.rows] == [[None] * 6] * 2
    everything_unknown = seen(pack, ("a", "a", dict.fromkeys(range(1, 7), (None,) * 4)))
    assert everything_unknown.raters == ()


def test_only_sources_that_were_asked_have_a_row(pack):
    """With an own choice of statements the others are left out."""
    outcome = seen(
        pack, ("a", "a", {1: (1, 1, 1, 1)}), asked=("INV-1a", "INV-1b", "INV-1c", "INV-1")
    )
    assert [source.code for source in outcome.sources] == ["INV-1"]


def test_json_of_the_worked_example(pack):
    """Numbers as shown, lists in order."""
    given = answered(
        pack,
        {"a": sheet(A_ON_A), "b": sheet(B_ON_A)},
        speaks_for={"a": "a", "b": "b"},
        speaks_about={"a": "a", "b": "a"},
        parties=(A, B),
    )
    data = json.loads(json.dumps(as_json(given, work_out(given))))
    assert data["raters"] == ["a", "b"]
    assert [source["id"] for source in data["sources"]] == [f"INV-{n}" for n in range(1, 7)]
    first, second = data["rows"]
    assert first["strong_party"]
    assert first["first_moves"] == ["INV-1-M2", "INV-3-M1"]
    assert first["cells"][1] == {
        "source": "INV-2",
        "value": "0.8",
        "weight_known": True,
        "difference": "-1.7",
        "moves": [],
        "ratings": [
            {"rater": "a", "value": "0.0", "weight": "0.5"},
            {"rater": "b", "value": "1.7", "weight": "1.0"},
        ],
    }
    assert second["worth_naming"] == [{"item": "INV-5c", "mean": "1.5"}]
    assert "total" not in json.dumps(data)


def test_private_prompts_are_nowhere(pack):
    """What a person wrote for themselves is in no row and in no JSON."""
    given = answered(
        pack, {"a": sheet(A_ON_A)}, notes={"a": {"INV-P1": "I know the mayor"}}, parties=(A, B)
    )
    data = json.dumps(as_json(given, work_out(given)))
    assert "mayor" not in data
    assert "INV-P" not in data
