"""The pack of barriers and needs is complete."""

from collections import Counter

import pytest

from collabkit.assessments.pack import ActionKind, FormKind, Pack
from collabkit.assets import resource
from collabkit.exchange.packs.files import check_pack_file
from collabkit.library.glossary import read_glossary


@pytest.fixture(scope="module")
def pack() -> Pack:
    checked = check_pack_file(resource("packs", "barriers.toml"))
    assert (checked.faults, checked.warnings) == ((), ())
    assert checked.pack is not None
    return checked.pack


def test_ten_barriers_each_with_its_control(pack):
    """BAR-a to BAR-j, and who can change each."""
    main = [item for item in pack.items if "about" not in item.marks]
    assert [item.id for item in main] == [f"BAR-{letter}" for letter in "abcdefghij"]
    further = [item for item in pack.items if "about" in item.marks]
    assert [item.marks["about"] for item in further] == [item.id for item in main]
    assert {pack.form_of(item).kind for item in further} == {FormKind.CHOICE}


def test_every_barrier_says_what_it_means(pack):
    """A name, a check statement, its meaning, its source, and how often it was named."""
    main = [item for item in pack.items if "about" not in item.marks]
    assert all(item.title and item.statement and item.help and item.sources for item in main)
    assert [item.marks["mentions"] for item in main] == [9, 7, 5, 4, 4, 4, 3, 2, 2, 2]


def test_nineteen_needs_in_four_groups(pack):
    """Every barrier is helped with by at least one of them."""
    needs = pack.outcome.settings["need"]
    assert [need["id"] for need in needs] == [f"NEED-{number}" for number in range(1, 20)]
    assert Counter(need["group"] for need in needs) == {
        "Develop partnerships": 7,
        "Capacity": 3,
        "Awareness": 2,
        "Initiative": 7,
    }
    helped = {item for need in needs for item in need["helps_with"]}
    assert helped == {f"BAR-{letter}" for letter in "abcdefghij"}


def test_seventeen_steps_and_one_of_our_own(pack):
    """Every need leads to a step; five read differently outside a network."""
    settings = pack.outcome.settings
    steps = settings["step"]
    assert [s["id"] for s in steps if s["id"] != "OPP-5"] == [f"STEP-{n}" for n in range(1, 18)]
    assert Counter(step["kind"] for step in steps) == {
        ActionKind.QUICK_WIN: 9,
        ActionKind.LONGER_TERM: 6,
        ActionKind.INFLUENCE: 3,
    }
    served = {need for step in steps for need in step["for_needs"]}
    assert served == {need["id"] for need in settings["need"]}
    alone = {step["id"]: step["alone"] for step in steps if "alone" in step}
    assert list(alone) == ["STEP-1", "STEP-2", "STEP-4", "STEP-7", "STEP-8"]
    assert all(text.startswith("Ask our network to ") for text in alone.values())


def test_volunteer_words_leave_out_staff_and_contracts(pack):
    """Where the statement speaks of them there are other words."""
    for item in pack.items:
        told = f"{item.statement} {item.help}".lower()
        if any(word in told for word in ("staff", "contract", "board", "trustee")):
            assert item.volunteer_run is not None, item.id
            assert "staff" not in item.volunteer_run.help
            assert "ontract" not in item.volunteer_run.help


def test_terms_are_in_the_glossary(pack):
    """A term leads to its meaning."""
    glossary = read_glossary(resource("glossary.toml"))
    assert all(glossary.term(name) for item in pack.items for name in item.terms)
