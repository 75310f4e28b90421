"""The main pack is complete and keeps the rules for writing statements."""

from collections import Counter

import pytest

from collabkit.assessments.pack import ActionKind, OutcomeKind, Pack, Respondent
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource
from collabkit.library.glossary import read_glossary


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "five-themes.toml"))


def test_five_themes_in_order(pack):
    """The themes are those of the report, in its order."""
    assert [section.name for section in pack.sections] == [
        "Power",
        "Empathy",
        "Honesty",
        "Communication",
        "Impact",
    ]
    assert all(section.question.endswith("?") and section.covers for section in pack.sections)


def test_nine_statements_a_theme_four_of_them_core(pack):
    """45 statements in all; the short version has 20."""
    assert [len(section.items) for section in pack.sections] == [9] * 5
    assert [sum(item.core for item in section.items) for section in pack.sections] == [4] * 5
    assert len(pack.core_ids) == 20


def test_ids_are_numbered_within_their_theme(pack):
    """POW-1 to POW-9 and so on: other documents refer to them."""
    for section in pack.sections:
        expected = [f"{section.code}-{number}" for number in range(1, 10)]
        assert [item.id for item in section.items] == expected


def test_every_statement_is_complete(pack):
    """Five levels, a reason, an evidence prompt, who to ask, sources and three actions."""
    for item in pack.items:
        assert len(item.levels) == 5, item.id
        assert len(set(item.levels)) == 5, item.id
        assert item.title, item.id
        assert item.why, item.id
        assert item.evidence, item.id
        assert item.ask, item.id
        assert item.sources, item.id
        assert len(item.actions) == 3, item.id


def test_statements_are_short_and_about_us(pack):
    """At most 20 words, in the first person, one sentence."""
    for item in pack.items:
        assert len(item.statement.split()) <= 20, item.id
        assert item.statement.startswith("We "), item.id
        assert item.statement.endswith("."), item.id
        assert item.statement.count(".") == 1, item.id


def test_levels_build_on_each_other(pack):
    """The highest level includes the one before it and says so."""
    assert all(item.levels[4].startswith("As 4, and ") for item in pack.items)


def test_actions_by_kind(pack):
    """135 actions: 78 quick wins, 44 longer term, 13 that need somebody else to change."""
    kinds = Counter(idea.kind for item in pack.items for idea in item.actions)
    assert kinds == {
        ActionKind.QUICK_WIN: 78,
        ActionKind.LONGER_TERM: 44,
        ActionKind.INFLUENCE: 13,
    }


def test_action_ids_follow_their_statement(pack):
    """Plans refer to actions by id."""
    for item in pack.items:
        assert [idea.id for idea in item.actions] == [f"{item.id}-A{n}" for n in (1, 2, 3)]


def test_twenty_statements_have_a_partners_wording(pack):
    """They make the partner's-eye view, so each is worded as partners would say it."""
    mirrored = [item for item in pack.items if item.partner_wording]
    numbers = {"POW": "12349", "EMP": "156", "HON": "123467", "COM": "12358", "IMP": "2"}
    assert [item.id for item in mirrored] == [
        f"{theme}-{number}" for theme, those in numbers.items() for number in those
    ]
    assert not any(item.partner_wording == item.statement for item in mirrored)


def test_eight_statements_always_apply(pack):
    """The others say when they do not apply, as half a sentence to go after *if*."""
    rules = [item.not_applicable_when for item in pack.items]
    assert rules.count("") == 8
    assert all(rule[0].islower() and not rule.endswith(".") for rule in rules if rule)


def test_both_reports_are_used(pack):
    """Both reports are declared, and statements rest on each of them."""
    used = {source.partition(",")[0] for item in pack.items for source in item.sources}
    assert used == {source.key for source in pack.sources} == {"RtR 2021", "B&NES CYPN 2018"}


def test_somebody_inside_the_charity_can_answer(pack):
    """No statement can be answered by partners alone."""
    assert all(set(item.ask) - {Respondent.PARTNER} for item in pack.items)


def test_terms_stand_in_the_glossary(pack):
    """Every word that a statement wants explained can be explained."""
    glossary = read_glossary(resource("glossary.toml"))
    named = [name for item in pack.items for name in item.terms]
    assert named
    assert all(glossary.term(name).meaning for name in named)


def test_answer_form_asks_for_the_highest_level_that_is_fully_true(pack):
    """The rule for choosing stands where people read it."""
    form = pack.form("described-levels")
    assert "past 12 months" in form.prompt
    assert "highest one that is fully true" in form.prompt
    assert [option.name for option in form.options] == [
        "Not yet",
        "Starting",
        "Patchy",
        "Regular practice",
        "How we work",
    ]


def test_outcome_is_a_profile_with_the_usual_bands(pack):
    """The limits of the bands are data, and those that the method describes."""
    assert pack.outcome.kind is OutcomeKind.PROFILE
    bands = {name: float(limit) for name, limit in pack.outcome.settings["bands"].items()}
    assert bands == {"build": 2.5, "keep_going": 3.5, "share_it": 4.5}


def test_status_says_that_the_content_is_untested(pack):
    """Nobody should take the results for more than they are."""
    assert "charities have not tested it" in pack.status
