"""The partnership health check has everything that its specification names."""

from collections import Counter

import pytest

from collabkit.assessments.pack import ActionKind, Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource
from collabkit.library.glossary import read_glossary


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "health-check.toml"))


def test_twenty_eight_statements_in_five_stages(pack):
    """Numbered through, because other documents refer to them."""
    assert [(section.code, section.name, len(section.items)) for section in pack.sections] == [
        ("A", "Coming together", 6),
        ("B", "Power and fairness", 6),
        ("C", "Clear arrangements", 6),
        ("D", "Trust and talk", 5),
        ("E", "Benefit and learning", 5),
    ]
    assert [item.id for item in pack.items] == [f"PHC-{number}" for number in range(1, 29)]


def test_thirty_five_actions(pack):
    """At least one for each statement; ids follow their statement."""
    assert all(item.actions for item in pack.items)
    assert Counter(idea.kind for item in pack.items for idea in item.actions) == {
        ActionKind.QUICK_WIN: 22,
        ActionKind.LONGER_TERM: 9,
        ActionKind.INFLUENCE: 4,
    }
    for item in pack.items:
        assert [idea.id for idea in item.actions] == [
            f"{item.id}-A{number}" for number in range(1, len(item.actions) + 1)
        ]


def test_agreement_has_three_ways_out(pack):
    """Too early to say is an answer of its own."""
    form = pack.form("agreement")
    assert {item.form for item in pack.items} == {"agreement"}
    assert [option.code for option in form.ways_out] == ["dk", "early", "na"]
    assert [option.name for option in form.options] == [
        "Strongly disagree",
        "Disagree",
        "Neither",
        "Agree",
        "Strongly agree",
    ]


def test_the_limits_are_those_of_the_specification(pack):
    """Gap 1.5, fix below 3.5, view from the top from 1.0 in the stage on power."""
    limits = pack.outcome.settings["organisations"]
    assert dict(limits) == {
        "ask_gap_from": 1.5,
        "fix_below": 3.5,
        "lead_section": "B",
        "lead_gap_from": 1,
    }


def test_volunteers_read_of_people_and_committees(pack):
    """Where a statement or an action says staff or board there are other words."""
    assert [item.id for item in pack.items if item.volunteer_run and item.volunteer_run.statement]
    for item in pack.items:
        other = item.volunteer_run.statement if item.volunteer_run else ""
        words = (other or item.statement).lower()
        assert not any(word in words for word in ("staff", "board", "trustee", "contract")), item.id
        for idea in item.actions:
            assert "board" not in (idea.volunteer_run or idea.text), idea.id


def test_terms_stand_in_the_glossary(pack):
    """Every word that a statement wants explained can be explained."""
    glossary = read_glossary(resource("glossary.toml"))
    assert all(glossary.term(name).meaning for item in pack.items for name in item.terms)
