"""The pack of collaboration opportunities is complete."""

from collections import Counter

import pytest

from collabkit.assessments.pack import FormKind, Item, Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource
from collabkit.library.glossary import read_glossary


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "opportunities.toml"))


@pytest.fixture(scope="module")
def areas(pack) -> list[Item]:
    return [item for item in pack.items if "about" not in item.marks]


def test_26_areas_from_daily_work_to_structure(pack, areas):
    """Numbers and places go together, and a section is a place."""
    assert [area.id for area in areas] == [f"OPP-{number}" for number in range(1, 27)]
    assert Counter(area.marks["place"] for area in areas) == {
        "D1": 6,
        "D2": 4,
        "M": 9,
        "O1": 4,
        "O2": 3,
    }
    assert all(area.section == area.marks["place"] for area in areas)
    places = [(place["code"], place["name"]) for place in pack.outcome.settings["place"]]
    assert places == [(section.code, section.name) for section in pack.sections]


def test_every_area_has_a_first_step_and_a_source(areas):
    """All but the two that the survey names are our own reconstruction, and say so."""
    for area in areas:
        assert area.marks["first_step"] in area.help, area.id
        named = area.id in ("OPP-15", "OPP-16")
        assert all(source.endswith("(derived)") is not named for source in area.sources), area.id


def test_help_texts_of_three_areas(areas):
    """Names for referral, care with firms, and mergers as a sensitive subject."""
    helps = {area.id: area.help for area in areas}
    assert "if they get a person's name" in helps["OPP-2"]
    assert "paid help apart from shared profit" in helps["OPP-19"]
    assert "a sensitive subject" in helps["OPP-26"]


def test_three_further_questions_an_area(pack, areas):
    """Offer or need, with whom, and whether the name may be passed on."""
    for area in areas:
        further = [item for item in pack.items if item.marks.get("about") == area.id]
        assert [item.id.removeprefix(f"{area.id}-") for item in further] == [
            "exchange",
            "with",
            "named",
        ]
        assert [pack.form_of(item).kind for item in further] == [
            FormKind.CHOICE,
            FormKind.LINE,
            FormKind.CHOICE,
        ]
        assert all(item.title.endswith("?") for item in further)


def test_the_areas_alone_take_less_than_eight_minutes(pack, areas):
    """Twelve seconds for each; the further questions are for the few areas that matter."""
    assert len(areas) * 12 <= pack.minutes_full * 60
    assert pack.minutes_full == 8


def test_the_hint_stands_where_it_is_needed(pack):
    """Small things are worth ticking; most people count only large projects."""
    assert "count only large projects" in pack.section("D1").covers
    assert "count only large projects" in pack.outcome.settings["notes"][0]


def test_statements_are_short_and_terms_known(pack):
    """At most 20 words; every term leads to its meaning."""
    glossary = read_glossary(resource("glossary.toml"))
    assert all(len(item.statement.split()) <= 20 for item in pack.items)
    assert all(glossary.term(name) for item in pack.items for name in item.terms)
