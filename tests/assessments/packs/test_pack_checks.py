"""Checking a pack: faults for what is wrong, warnings for what could be better."""

import re
from pathlib import Path

import pytest

from collabkit.assessments.packs.checks import estimated_minutes
from collabkit.assets import resource
from collabkit.errors import EnvironmentProblemError
from collabkit.exchange.packs.files import check_pack_file

FOLDER = Path(__file__).parents[2] / "fixtures" / "packs"
DESCRIBED = (FOLDER / "described.toml").read_text(encoding="utf-8")
STATEMENT = "We act when a partner with less power raises a concern with us."


def warnings_for(tmp_path: Path, text: str) -> tuple[str, ...]:
    path = tmp_path / "own.toml"
    path.write_text(text, encoding="utf-8")
    check = check_pack_file(path)
    assert check.pack is not None
    assert check.faults == ()
    return check.warnings


def test_our_own_pack_has_no_warnings():
    """What we ask of others we do ourselves."""
    check = check_pack_file(resource("packs", "five-themes.toml"))
    assert check.pack is not None
    assert (check.faults, check.warnings) == ((), ())


def test_faults_come_without_a_pack(tmp_path):
    """A pack with faults is not handed out."""
    path = tmp_path / "own.toml"
    path.write_text(DESCRIBED.replace("core = true", "core = 1"), encoding="utf-8")
    check = check_pack_file(path)
    assert check.pack is None
    assert any('item POW-2: key "core"' in fault for fault in check.faults)


def test_a_missing_file_is_not_a_faulty_pack(tmp_path):
    """A wrong path is told apart from a wrong pack."""
    with pytest.raises(EnvironmentProblemError):
        check_pack_file(tmp_path / "missing.toml")


def test_long_statement_is_warned_about(tmp_path):
    """More than 20 words cannot be taken in at once."""
    long = "We act " + "really " * 20 + "soon."
    warnings = warnings_for(tmp_path, DESCRIBED.replace(STATEMENT, long))
    assert (
        "own.toml: item POW-9: the statement has 23 words; at most 20 can be taken in." in warnings
    )


def test_twenty_words_are_fine(tmp_path):
    """The limit itself is allowed."""
    text = DESCRIBED.replace(STATEMENT, "We act " + "really " * 17 + "soon.")
    assert not any("words" in warning for warning in warnings_for(tmp_path, text))


def test_statement_without_source_is_warned_about(tmp_path):
    """Every statement should say on what it rests."""
    text = DESCRIBED.replace('sources = ["RtR 2021, Poor quality partnerships"]\n', "")
    assert any("item POW-9: it names no source" in w for w in warnings_for(tmp_path, text))


@pytest.mark.parametrize(
    "statement",
    ["We plan and deliver joint work.", "We ask partners how it is, and we act on it."],
)
def test_two_behaviours_in_one_statement_are_warned_about(tmp_path, statement):
    """Who does only one of the two could not answer."""
    text = DESCRIBED.replace(STATEMENT, statement)
    assert any("item POW-9: it may ask about two" in w for w in warnings_for(tmp_path, text))


@pytest.mark.parametrize(
    "statement",
    ["We learn from groups that are larger or smaller than we are.", "We share time and rooms."],
)
def test_two_things_in_one_statement_are_fine(tmp_path, statement):
    """A pair of things is not a pair of behaviours."""
    text = DESCRIBED.replace(STATEMENT, statement)
    assert not any("two behaviours" in warning for warning in warnings_for(tmp_path, text))


def test_few_statements_for_a_score_are_warned_about(tmp_path):
    """A score of a section needs eight statements or more."""
    assert any("section POW: 2 statements are few" in w for w in warnings_for(tmp_path, DESCRIBED))


def test_pairs_beside_the_score_do_not_count_for_it():
    """Only statements of the scored forms are counted."""
    warnings = check_pack_file(FOLDER / "behaviours.toml").warnings
    assert any("section BEH-1: 2 statements are few" in warning for warning in warnings)


def test_packs_without_scores_need_no_number_of_statements():
    """A decision or a list has no score."""
    assert check_pack_file(FOLDER / "bid-check.toml").warnings == ()


def test_long_packs_are_warned_about(tmp_path):
    """More than 20 minutes is too long for a trustee."""
    warnings = warnings_for(tmp_path, DESCRIBED.replace("full = 2", "full = 21"))
    assert "own.toml: minutes: all statements take about 21 minutes; 20 are enough." in warnings


def test_time_is_estimated_from_the_forms():
    """45 described statements of 25 seconds, six short ones of 12, each rounded up."""
    assert estimated_minutes(check_pack_file(resource("packs", "five-themes.toml")).pack) == 19
    assert estimated_minutes(check_pack_file(FOLDER / "bid-check.toml").pack) == 2


def test_profile_without_five_levels_is_warned_about(tmp_path):
    """Bands are made for five levels; other scales work, but show none."""
    text = DESCRIBED.replace('  { code = "5", name = "How we work", value = 5 },\n', "")
    for last in (
        '  "As 4, and it is written down which decisions we make together.",\n',
        '  "As 4, and we ask later if it helped.",\n',
    ):
        text = text.replace(last, "")
    warnings = warnings_for(tmp_path, text)
    assert any("form described-levels: bands are only shown" in warning for warning in warnings)


UNUSED = [
    ("handover", '"progress"\nsources', '"name"\nsources', "item HND-13"),
    ("partners-view", '"own-words"', '"role"', "item PEV-Q1"),
    ("first-conversation", 'ticked = "yes"\n', "", "item WHY-6"),
]


@pytest.mark.parametrize(("name", "old", "new", "place"), UNUSED)
def test_statements_of_which_nothing_is_made_are_mentioned(tmp_path, name, old, new, place):
    """They are asked in vain, which nobody would notice in the results."""
    head, found, tail = (FOLDER / f"{name}.toml").read_text(encoding="utf-8").rpartition(old)
    assert found
    warnings = warnings_for(tmp_path, head + new + tail)
    assert any(f"{place}: the outcome" in w and "makes nothing of" in w for w in warnings)


@pytest.mark.parametrize("path", sorted(resource("packs").glob("*.toml")), ids=lambda p: p.stem)
def test_nothing_in_our_packs_is_asked_in_vain(path):
    """Each outcome makes something of every statement that is asked for its own sake."""
    assert not [warning for warning in check_pack_file(path).warnings if "makes nothing" in warning]


BUILT_IN = resource("packs")


def without_about(text: str) -> str:
    """The pack without the further questions about its statements."""
    head, *items = re.split(r"(?=^\[\[section)", text, flags=re.MULTILINE)
    return "".join((head, *(item for item in items if "about =" not in item)))


def test_actions_without_names_and_days_are_worth_a_thought(tmp_path):
    """They are statements of their own, which is easily missed."""
    text = (BUILT_IN / "handover.toml").read_text(encoding="utf-8")
    assert not any("who sees to" in warning for warning in warnings_for(tmp_path, text))
    warnings = warnings_for(tmp_path, without_about(text))
    assert any("nobody can say who sees to an action" in warning for warning in warnings)


def test_a_gate_needs_its_mark_and_a_rule(tmp_path):
    """The mark shows it, the rule decides."""
    text = (BUILT_IN / "bid-check.toml").read_text(encoding="utf-8")
    assert not any('"gate"' in warning for warning in warnings_for(tmp_path, text))
    unmarked = re.sub(r"gate = true,? ?", "", text)
    assert unmarked != text
    found = warnings_for(tmp_path, unmarked)
    assert any('it points to "gate" without the mark "gate"' in warning for warning in found)
    unruled = re.sub(
        r'(id = "gates".*?any_of = \[\{ )items = \[[^]]*\]',
        r'\1items = ["BID-1"]',
        text,
        count=1,
        flags=re.DOTALL,
    )
    assert unruled != text
    found = warnings_for(tmp_path, unruled)
    assert any("no rule looks for an answer to it" in warning for warning in found)
