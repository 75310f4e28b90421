"""Which statements of two versions of a pack are asked in the very same words."""

from dataclasses import replace
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import pytest
from beside_examples import reworded
from measured_packs import FIVE, FORMS, item, pack

from collabkit.assessments.beside.wordings import changed_wording, same_wording
from collabkit.assessments.pack import (
    ActionIdea,
    ActionKind,
    AnswerForm,
    Effort,
    Item,
    Option,
    Pack,
    Respondent,
    Suits,
)

LEVELS = ("None.", "One.", "Some.", "Most.", "All.")
ASKED = replace(item("A-1"), levels=LEVELS, help="Think of a year.", not_applicable_when="never")
BEFORE = pack(ASKED, item("A-2"))
IDEA = ActionIdea("A-1-A1", "Ask.", ActionKind.QUICK_WIN, Effort.LOW, Suits.ALL)


def with_item(**other: Any) -> Pack:
    return pack(replace(ASKED, **other), item("A-2"))


def with_form(**other: Any) -> Pack:
    form = replace(FIVE, **other)
    return replace(BEFORE, forms=(form, *FORMS[1:]))


def test_the_same_pack_asks_the_same() -> None:
    """Every statement, and nothing is changed."""
    assert same_wording(BEFORE, BEFORE) == {"A-1", "A-2"}
    assert not changed_wording(BEFORE, BEFORE)


@pytest.mark.parametrize(
    "other",
    [
        {"statement": "We do something else."},
        {"help": "Think of a month."},
        {"levels": (*LEVELS[:4], "All, always.")},
        {"levels": ()},
        {"ends": ("from here", "to there")},
        {"not_applicable_when": ""},
    ],
    ids=str,
)
def test_what_is_read_as_an_answer_is_chosen_is_wording(other: dict[str, Any]) -> None:
    """One word of it is enough."""
    after = with_item(**other)
    assert same_wording(BEFORE, after) == {"A-2"}
    assert changed_wording(BEFORE, after) == {"A-1"}


@pytest.mark.parametrize(
    "other",
    [
        {"title": "Another title"},
        {"why": "Because."},
        {"evidence": "Minutes."},
        {"sources": ("RtR 2021",)},
        {"terms": ("Power",)},
        {"ask": (Respondent.TRUSTEE,)},
        {"actions": (IDEA,)},
        {"core": False},
        {"partner_wording": "They do it."},
    ],
    ids=str,
)
def test_what_lies_aside_is_no_wording(other: dict[str, Any]) -> None:
    """Background, sources and what follows from an answer do not change its meaning."""
    assert same_wording(BEFORE, with_item(**other)) == {"A-1", "A-2"}


@pytest.mark.parametrize(
    "other",
    [
        {"prompt": "And now?"},
        {"options": (*FIVE.options[:4], Option("5", "Always", Fraction(5)))},
        {"options": (*FIVE.options[:4], Option("5", "How we work", Fraction(6)))},
        {"options": FIVE.options[:4]},
        {"ways_out": FIVE.ways_out[:1]},
    ],
    ids=["prompt", "name", "value", "fewer", "way out"],
)
def test_the_answers_that_can_be_given_are_wording(other: dict[str, Any]) -> None:
    """For each statement of that form."""
    assert not same_wording(BEFORE, with_form(**other))


def test_the_name_of_a_form_is_no_wording() -> None:
    """A form may be called something else, and statements may move to another section."""
    form = replace(FIVE, id="five")
    moved = replace(ASKED, form="five", section="B")
    after = replace(BEFORE, forms=(*BEFORE.forms, form), sections=pack(moved).sections)
    assert same_wording(BEFORE, after) == {"A-1"}


def test_statements_come_and_go() -> None:
    """What only one of the packs has is neither the same nor changed."""
    after = pack(ASKED, item("A-3"))
    assert same_wording(BEFORE, after) == {"A-1"}
    assert not changed_wording(BEFORE, after)


def test_a_question_about_a_statement_changes_with_it() -> None:
    """And with its title, which is what people read of it."""

    def asking(**other: Any) -> Item:
        about = MappingProxyType({"about": "A-1"})
        return replace(item("A-2"), marks=about, title="Can we change it?", **other)

    before = pack(ASKED, asking())
    assert same_wording(before, pack(ASKED, asking())) == {"A-1", "A-2"}
    assert not same_wording(before, reworded(before, "A-1"))
    after = pack(ASKED, replace(asking(), title="Can they change it?"))
    assert same_wording(before, after) == {"A-1"}


def test_a_form_of_another_kind_is_another_question() -> None:
    """Even with the same names."""
    other = AnswerForm(FIVE.id, FORMS[2].kind, FIVE.prompt, FIVE.options, FIVE.ways_out)
    assert not same_wording(BEFORE, replace(BEFORE, forms=(other,)))
