"""The guide to a first conversation is complete, as its specification counts it."""

import pytest

from collabkit.assessments.pack import FormKind, OutcomeKind, Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource
from collabkit.exchange.packs.files import check_pack_file
from collabkit.library.glossary import read_glossary

_STAFF_WORDS = ("staff", "board", "trustee", "commissioner", "contracts", "one contract")


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "first-conversation.toml"))


def test_eight_reasons_and_eighteen_prompts(pack):
    """In the order of the talk."""
    assert [item.id for item in pack.items] == [
        *(f"WHY-{number}" for number in range(1, 9)),
        *(f"FIT-{number}" for number in range(1, 19)),
    ]
    assert [(section.name, len(section.items)) for section in pack.sections] == [
        ("Why do we want this?", 8),
        ("Purpose and people", 3),
        ("Values and ways", 4),
        ("Practical", 4),
        ("Power and money", 3),
        ("Trust", 4),
    ]


def test_prompts_take_notes_and_one_of_three_marks(pack):
    """Fit, differ but fine, stop and talk."""
    form = pack.form("talk")
    assert form.kind is FormKind.NOTES
    assert [option.name for option in form.options] == ["Fit", "Differ but fine", "Stop and talk"]
    assert all(item.form == "talk" for s in pack.sections[1:] for item in s.items)


def test_guides_are_complete(pack):
    """Nine ways to look, seven forms, and the pattern found useful."""
    guides = pack.outcome.settings["guide"]
    assert [[entry["id"] for entry in guide["entry"]] for guide in guides] == [
        [f"WAY-{number}" for number in range(1, 10)],
        [f"FORM-{number}" for number in range(1, 8)],
        [f"PATTERN-{number}" for number in range(1, 6)],
    ]
    assert "use at least two" in guides[0]["text"]
    assert "Four things to weigh" in guides[1]["text"]


def test_rule_is_data(pack):
    """Caution, what to settle before money, and the two first steps."""
    settings = pack.outcome.settings
    assert pack.outcome.kind is OutcomeKind.SHARED_PAGE
    assert settings["cautious_first"] == ("stop", "differ", "fit")
    assert settings["settle_first"]["items"] == ("FIT-5", "FIT-10", "FIT-13", "FIT-17")
    assert settings["settle_first"]["text"] == "Settle this before any joint money."
    assert settings["neutral_step_from"] == 3


def test_checks_ask_who_owns_the_organisation(pack):
    """The one help text of the specification."""
    assert "who owns and controls the organisation" in pack.item("FIT-10").help


def test_volunteers_read_their_own_words(pack):
    """In prompts and in what there is to read."""
    for item in pack.items:
        assert not any(word in item.statement.lower() for word in _STAFF_WORDS), item.id
    for guide in pack.outcome.settings["guide"]:
        for entry in guide["entry"]:
            name = entry.get("volunteer_run_name", entry["name"])
            text = entry.get("volunteer_run_text", entry.get("text", ""))
            read = f"{name} {text}".lower()
            assert not any(word in read for word in _STAFF_WORDS), entry["id"]


def test_both_reports_are_used(pack):
    """Each prompt names the sections it rests on."""
    used = {source.partition(",")[0] for item in pack.items for source in item.sources}
    assert used == {source.key for source in pack.sources} == {"RtR 2021", "B&NES CYPN 2018"}


def test_it_is_in_order_and_untested(pack):
    """No faults, no warnings, terms that can be explained, and no pretence."""
    check = check_pack_file(resource("packs", "first-conversation.toml"))
    assert (check.faults, check.warnings) == ((), ())
    assert "have not tested it" in pack.status
    assert pack.when
    glossary = read_glossary(resource("glossary.toml"))
    assert all(glossary.term(name).meaning for item in pack.items for name in item.terms)
