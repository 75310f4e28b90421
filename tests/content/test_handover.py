"""The handover check is complete."""

import tomllib

import pytest

from collabkit.assessments.pack import FormKind, OutcomeKind, Pack
from collabkit.assessments.packs.vocabulary import Side
from collabkit.assets import resource
from collabkit.library.glossary import read_glossary
from collabkit.services.packs import builtin_pack


@pytest.fixture(scope="module")
def pack() -> Pack:
    return builtin_pack("handover")


def actions(pack: Pack) -> list:
    return [item for item in pack.items if "about" not in item.marks]


def test_fourteen_actions_for_three_sides(pack):
    """Seven outgoing, five incoming, two for both."""
    assert pack.outcome.kind is OutcomeKind.OPEN_ACTIONS
    assert [item.id for item in actions(pack)] == [f"HND-{number}" for number in range(1, 15)]
    sides = [item.marks["side"] for item in actions(pack)]
    assert sides == [Side.OUTGOING] * 7 + [Side.INCOMING] * 5 + [Side.BOTH] * 2


def test_three_protect_people(pack):
    """Staff information, support plans and telling people who use the service."""
    protecting = [item.id for item in actions(pack) if item.marks.get("protects_people")]
    assert protecting == ["HND-1", "HND-3", "HND-4"]


def test_each_action_has_a_date_and_an_owner(pack):
    """They follow their action and are about it."""
    items = list(pack.items)
    for place, action in enumerate(items):
        if "about" in action.marks:
            continue
        due, owner = items[place + 1], items[place + 2]
        assert (due.id, owner.id) == (f"{action.id}-due", f"{action.id}-owner")
        assert {due.marks["about"], owner.marks["about"]} == {action.id}
        assert pack.form_of(due).kind is FormKind.DATE
        assert pack.form_of(owner).kind is FormKind.LINE


def test_three_answers_and_does_not_apply(pack):
    """There is no score, so no answer has a value, and nobody says don't know."""
    form = pack.form("progress")
    assert [option.name for option in form.options] == ["Done", "Under way", "Not done"]
    assert [option.code for option in form.ways_out] == ["na"]
    assert all(option.value is None for option in form.options)


def test_a_new_check_starts_with_what_is_not_done(pack):
    """Under way and not done are open."""
    assert pack.outcome.settings["start"] == "not-done"
    assert set(pack.outcome.settings["open"]) == {"under-way", "not-done"}


def test_our_own_steps_say_so(pack):
    """Two statements, and asking for dates and owners, are not found in the report."""
    derived = [item.id for item in pack.items if all(s.endswith("(derived)") for s in item.sources)]
    own = [item.id for item in pack.items if "about" in item.marks]
    assert set(derived) == {"HND-7", "HND-14", *own}


def test_it_is_not_legal_advice(pack):
    """It says so, and reminds people to take some."""
    assert "not legal advice" in pack.status
    assert "Take advice on employment transfer rules" in pack.outcome.settings["reminder"]


def test_volunteers_read_no_word_for_staff_run_groups(pack):
    """Staff and commissioner have other words for volunteers."""
    for item in pack.items:
        other = item.volunteer_run
        for words in (
            (other and other.statement) or item.statement,
            (other and other.why) or item.why,
        ):
            for word in ("staff", "board", "trustee", "contract", "commissioner"):
                assert word not in words.lower(), item.id


def test_terms_stand_in_the_glossary(pack):
    """Every word that a statement wants explained can be explained."""
    glossary = read_glossary(resource("glossary.toml"))
    assert all(glossary.term(name).meaning for item in pack.items for name in item.terms)


def test_the_sample_fits_the_pack(pack):
    """Every answer and note of the sample can be given, and is marked as a sample."""
    sample = tomllib.loads(resource("sample", "handover.toml").read_text(encoding="utf-8"))
    assert sample["pack"] == pack.id
    assert sample["title"].startswith("Sample: ")
    (sheet,) = sample["sheet"]
    for item_id, code in sheet["answers"].items():
        assert pack.form_of(pack.item(item_id)).accepts(code), item_id
    for item_id, note in sheet["notes"].items():
        assert pack.item(item_id), item_id
        assert "sample" in note.lower(), item_id
