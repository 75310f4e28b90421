"""The partner's-eye view says in partners' words what the five themes say in the charity's."""

import pytest

from collabkit.assessments.pack import FormKind, Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "partners-view.toml"))


@pytest.fixture(scope="module")
def themes() -> Pack:
    return read_pack(resource("packs", "five-themes.toml"))


def test_twenty_statements_mirror_those_with_a_partners_wording(pack, themes):
    """In the order of the themes, each once."""
    mirrors = [item.marks["mirrors"] for item in pack.items if "mirrors" in item.marks]
    assert mirrors == [item.id for item in themes.items if item.partner_wording]
    assert [item.id for item in pack.section("PEV").items] == [f"PEV-{n}" for n in range(1, 21)]


def test_the_wording_is_the_same_in_both_packs(pack, themes):
    """If one of them changes, so must the other."""
    for item in pack.section("PEV").items:
        assert item.statement == themes.item(item.marks["mirrors"]).partner_wording, item.id
        assert item.sources == themes.item(item.marks["mirrors"]).sources, item.id


def test_role_and_two_open_questions(pack):
    """They stand at the end and mirror nothing."""
    role, keep, change = pack.section("WORDS").items
    assert pack.form_of(role).kind is FormKind.CHOICE
    assert [option.code for option in pack.form_of(role).options] == [
        "subcontractor",
        "peer",
        "lead",
        "other",
    ]
    assert (keep.statement, change.statement) == (
        "What should we keep doing?",
        "What one thing should we change?",
    )
    assert pack.form_of(keep).is_words_only


def test_every_action_belongs_to_the_mirrored_statement(pack, themes):
    """The pack has none of its own; every mirrored statement has some."""
    assert not any(item.actions for item in pack.items)
    mirrored = [themes.item(item.marks["mirrors"]) for item in pack.section("PEV").items]
    assert all(item.actions for item in mirrored)


def test_the_limits_are_those_of_the_specification(pack):
    """One level either way, and the smaller side is that of subcontractors."""
    settings = pack.outcome.settings
    assert settings["mirrors_pack"] == "five-themes"
    assert (settings["blind_spot_from"], settings["hidden_strength_from"]) == (1, 1)
    assert (settings["role"]["item"], settings["role"]["smaller"]) == (
        "PEV-role",
        ("subcontractor",),
    )
