"""The power inventory is complete, as its specification counts it."""

from collections import Counter

import pytest

from collabkit.assessments.pack import ActionKind, FormKind, OutcomeKind, Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource
from collabkit.exchange.packs.files import check_pack_file
from collabkit.library.glossary import read_glossary


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "power-inventory.toml"))


def test_six_sources_with_three_prompts_and_a_weight_each(pack):
    """18 prompts in all; the section for oneself comes last."""
    assert [section.code for section in pack.sections] == [
        *(f"INV-{number}" for number in range(1, 7)),
        "INV-P",
    ]
    for section in pack.sections[:6]:
        assert [item.id for item in section.items] == [
            *(f"{section.code}{letter}" for letter in "abc"),
            section.code,
        ]
        kinds = [pack.form_of(item).kind for item in section.items]
        assert kinds == [FormKind.COMPARE] * 3 + [FormKind.CHOICE]
        assert [bool(item.marks.get("weight")) for item in section.items] == [False] * 3 + [True]


def test_everything_personal_is_private(pack):
    """Three prompts and a follow-up, in a section of their own, and nothing else is private."""
    private = [item.id for item in pack.items if item.marks.get("private")]
    assert private == [item.id for item in pack.section("INV-P").items]
    assert private == [f"INV-P{number}" for number in range(1, 5)]


def test_moves_by_source_and_direction(pack):
    """35 moves, each for the side that has more (M) or less (L)."""
    numbers = {}
    for section in pack.sections[:6]:
        weight = section.items[-1]
        numbers[section.code] = "".join(move.id[-2] for move in weight.actions)
        for move in weight.actions:
            assert move.when == ("more" if "-M" in move.id else "less"), move.id
    assert numbers == {
        "INV-1": "MMMMLLL",
        "INV-2": "MMLLL",
        "INV-3": "MMMMLLL",
        "INV-4": "MMMLL",
        "INV-5": "MMMLL",
        "INV-6": "MMMLLL",
    }


def test_moves_by_kind(pack):
    """16 quick wins, 9 longer term, and 10 that need somebody else to change."""
    kinds = Counter(move.kind for item in pack.items for move in item.actions)
    assert kinds == {
        ActionKind.QUICK_WIN: 16,
        ActionKind.LONGER_TERM: 9,
        ActionKind.INFLUENCE: 10,
    }


def test_every_direction_has_a_move_for_everybody(pack):
    """However small a side is, there is something that it can do."""
    for section in pack.sections[:6]:
        for when in ("more", "less"):
            fitting = [
                move
                for move in section.items[-1].actions
                if move.when == when and move.suits == "all"
            ]
            assert fitting, (section.code, when)


def test_limits_are_data(pack):
    """Those of the specification."""
    assert pack.outcome.kind is OutcomeKind.HOLDINGS
    assert {key: float(value) for key, value in pack.outcome.settings.items()} == {
        "known_prompts": 2,
        "strong_from": 1.0,
        "strong_sources": 4,
        "strong_moves": 2,
        "talk_from": 1.5,
        "move_from": 1.0,
        "worth_naming_from": 1.0,
    }


def test_volunteers_read_their_own_words(pack):
    """Nothing speaks of staff, commissioners or contracts to them."""
    for item in pack.items:
        words = item.volunteer_run
        read = (words.statement if words and words.statement else item.statement).lower()
        assert not any(word in read for word in ("staff", "commissioner", "contract")), item.id
        for move in item.actions:
            text = (move.volunteer_run or move.text).lower()
            assert not any(word in text for word in ("staff", "commissioner", "contract")), move.id


def test_derived_prompts_say_so(pack):
    """The report has the six sources; the split into prompts is this pack's own step."""
    for section in pack.sections[:6]:
        assert all("derived" in item.sources[0] for item in section.items[:3])


def test_it_is_in_order_and_untested(pack):
    """No faults, no warnings, terms that can be explained, and no pretence."""
    check = check_pack_file(resource("packs", "power-inventory.toml"))
    assert (check.faults, check.warnings) == ((), ())
    assert "have not tested it" in pack.status
    assert pack.when
    glossary = read_glossary(resource("glossary.toml"))
    assert all(glossary.term(name).meaning for item in pack.items for name in item.terms)
