"""What the facilitator may ask, and what only the facilitator sees."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest
from away_day import begun, pack, shown

from collabkit.assessments.results import Spread
from collabkit.room.prompts import aside, is_not_visible, prompts_for
from collabkit.room.showing import Round, rounds_of


def round_of(codes: str) -> Round:
    """A revealed vote."""
    return rounds_of(shown(begun(), codes).turn, pack(), 5)[0]


ROUNDS = {
    Spread.SPLIT: "1112224455",
    Spread.SPREAD: "2333334455",
    Spread.MOSTLY_TOGETHER: "1444444445",
    Spread.TOGETHER: "4444444455",
    Spread.TOO_FEW: "????11",
}


@pytest.mark.parametrize(("spread", "codes"), ROUNDS.items(), ids=ROUNDS)
def test_each_spread_has_its_prompts(spread: Spread, codes: str) -> None:
    """Two or more, all of them questions."""
    round = round_of(codes)
    prompts = prompts_for(round)
    assert round.result.spread is spread
    assert len(prompts) >= 2
    assert all(prompt.endswith("?") for prompt in prompts)


@pytest.mark.parametrize("codes", [*ROUNDS.values(), "11144???"])
def test_nobody_is_asked_who(codes: str) -> None:
    """No prompt points at people or asks them to stand by an answer."""
    for prompt in prompts_for(round_of(codes)):
        assert not re.search(r"\b(which of you|who (chose|gave|answered|said)|you)\b", prompt, re.I)


def test_what_many_do_not_know_has_a_prompt_of_its_own() -> None:
    """From a third of those who could know, and first of all."""
    assert is_not_visible(round_of("111144???"))
    assert prompts_for(round_of("111144???"))[0].startswith("Who outside this room")
    assert not is_not_visible(round_of("1111444???"))
    assert not is_not_visible(round_of("111144"))


def test_a_single_different_view_is_for_the_facilitator() -> None:
    """One apart from all others, on a scale or among categories; never two, nor none."""
    assert "Do not point at it" in aside(round_of("1444444444"))
    assert aside(round_of("1244444444")) == ""
    assert aside(round_of("4444444455")) == ""
    assert aside(round_of("1112224455")) == ""
    round = round_of("1444444444")
    for counts, says in (({"a": 9, "b": 1}, True), ({"a": 8, "b": 1, "c": 1}, False)):
        categories = replace(round.result, mean=None, counts=counts)
        assert bool(aside(replace(round, result=categories))) is says
    hidden = replace(round.result, counts=None, mean=Fraction(4))
    assert aside(replace(round, result=hidden)) == ""
