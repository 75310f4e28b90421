"""The pack of behaviours has all its areas, pairs, statements and actions."""

import tomllib
from collections import Counter
from fractions import Fraction

import pytest

from collabkit.assessments.pack import ActionKind, Effort, FormKind, Pack, Suits
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource
from collabkit.library.glossary import read_glossary


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "behaviours.toml"))


def pairs(pack: Pack) -> list:
    return [item for item in pack.items if pack.form_of(item).kind is FormKind.FROM_TO]


def test_pairs_and_statements_of_each_area(pack):
    """22 pairs and 45 statements, the pairs of an area first."""
    for section, number, of in zip(pack.sections, (5, 5, 5, 4, 3), (8, 8, 8, 10, 11), strict=True):
        assert [item.id for item in section.items] == [
            *(f"{section.code}{letter}" for letter in "abcde"[:number]),
            *(f"{section.code}.{count}" for count in range(1, of + 1)),
        ]


def test_the_short_version_is_the_statements(pack):
    """Nine minutes instead of eighteen."""
    assert (pack.minutes_full, pack.minutes_short) == (18, 9)
    assert set(pack.core_ids) == {item.id for item in pack.items} - {p.id for p in pairs(pack)}
    assert len(pack.core_ids) == 45


def test_what_is_possible_with_little_power(pack):
    """As the pack marks it; each of them says why."""
    marked = [item.id for item in pack.items if item.marks.get("little_power")]
    assert marked == [
        f"BEH-{number}"
        for number in (
            "1.8", "2.2", "2.3", "2.4", "2.7", "2.8", "3.1", "3.5", "4.1", "4.4", "4.7", "4.8",
            "4.9", "5.6", "5.9", "5.11",
        )
    ]  # fmt: skip
    assert all(bool(item.why) == (item.id in marked) for item in pack.items)


def test_actions(pack):
    """50 actions in all, at least one for each statement and none for a pair."""
    ideas = [idea for item in pack.items for idea in item.actions]
    assert Counter(idea.kind for idea in ideas) == {
        ActionKind.QUICK_WIN: 32,
        ActionKind.LONGER_TERM: 15,
        ActionKind.INFLUENCE: 3,
    }
    assert Counter(idea.effort for idea in ideas)[Effort.HIGH] == 1
    assert Counter(idea.suits for idea in ideas)[Suits.LARGE_UP] == 2
    assert all(bool(item.actions) == (item.ends is None) for item in pack.items)


def test_derived_pairs_say_so(pack):
    """The report has pairs for the first area only."""
    for pair in pairs(pack):
        is_derived = any("derived" in source for source in pair.sources)
        assert is_derived == (pair.section != "BEH-1"), pair.id


def test_pairs_never_count_towards_a_score(pack):
    """And are talking points below 2.5."""
    assert pack.outcome.settings["scored_forms"] == ("frequency",)
    assert pack.outcome.settings["talking_point_below"] == Fraction(5, 2)


def test_everything_can_be_said_not_to_apply(pack):
    """Each statement and pair says when."""
    assert all(item.not_applicable_when and item.title for item in pack.items)
    assert all(
        item.not_applicable_when[0].islower() and item.not_applicable_when[-1] != "."
        for item in pack.items
    )


def test_groups_run_by_volunteers_read_their_own_words(pack):
    """No board, staff, contract or authority where volunteers run everything."""
    words = {"board", "staff", "contract", "trustee", "authority", "officer"}

    def speaks_so(text: str) -> bool:
        return bool(words & set(text.lower().replace(",", " ").replace(".", " ").split()))

    for item in pack.items:
        words_of = item.volunteer_run
        ends = (words_of and words_of.ends) or item.ends
        statement = (words_of and words_of.statement) or item.statement
        texts = list(ends) if ends else [statement]
        texts += [idea.volunteer_run or idea.text for idea in item.actions]
        for text in texts:
            assert not speaks_so(text.replace("notice board", "")), text


def test_terms_stand_in_the_glossary(pack):
    """Every word that wants explaining can be explained."""
    glossary = read_glossary(resource("glossary.toml"))
    named = [name for item in pack.items for name in item.terms]
    assert named
    assert all(glossary.term(name).meaning for name in named)


def test_the_status_says_what_is_untested_and_what_is_derived(pack):
    """Nobody should take the results for more than they are."""
    assert "charities have not tested it" in pack.status
    assert "area 1 only" in pack.status


def test_the_sample_answers_everything(pack):
    """Five sample people, each with an answer that fits to every statement."""
    sample = tomllib.loads(resource("sample", f"{pack.id}.toml").read_text(encoding="utf-8"))
    assert len(sample["sheet"]) == 5
    for sheet in sample["sheet"]:
        assert list(sheet["answers"]) == [item.id for item in pack.items]
        assert all(pack.form_of(item).accepts(sheet["answers"][item.id]) for item in pack.items)
