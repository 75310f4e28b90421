"""Every kind of outcome and form fits into the format: an excerpt of each further pack is read."""

from fractions import Fraction
from pathlib import Path

import pytest

from collabkit.assessments.pack import ActionKind, FormKind, OutcomeKind, Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assessments.packs.vocabulary import Side, Weakness

FOLDER = Path(__file__).parents[2] / "fixtures" / "packs"


def excerpt(name: str) -> Pack:
    return read_pack(FOLDER / f"{name}.toml")


def test_every_kind_of_form_is_among_the_excerpts():
    """No form kind of the vocabulary goes without a pack that uses it."""
    packs = [read_pack(path) for path in FOLDER.glob("*.toml")]
    assert {form.kind for pack in packs for form in pack.forms} == set(FormKind)


def test_every_kind_of_outcome_is_among_the_excerpts():
    """No outcome kind of the vocabulary goes without a pack that uses it."""
    packs = [read_pack(path) for path in FOLDER.glob("*.toml")]
    assert {pack.outcome.kind for pack in packs} == set(OutcomeKind)


def test_behaviours_mix_two_forms_in_one_section():
    """Frequencies make the score; from-to pairs stand beside it with a limit of their own."""
    pack = excerpt("behaviours")
    section = pack.section("BEH-1")
    assert [pack.form_of(item).kind for item in section.items] == [
        FormKind.FROM_TO,
        FormKind.FROM_TO,
        FormKind.SCALE,
        FormKind.SCALE,
    ]
    assert pack.outcome.settings["scored_forms"] == ("frequency",)
    assert pack.outcome.settings["talking_point_below"] == Fraction(5, 2)
    assert pack.item("BEH-1.8").marks == {"little_power": True}


def test_a_pair_has_ends_and_words_for_a_list():
    """A from-to pair without a statement of its own is called by its two ends."""
    pair = excerpt("behaviours").item("BEH-1b")
    assert pair.ends == (
        "Bidding so low that the work cannot be done properly",
        "Bidding for good work that can be delivered at full cost",
    )
    assert pair.statement == f"From “{pair.ends[0]}” to “{pair.ends[1]}”"


def test_bid_check_has_gates_rules_and_asks():
    """A decision is made by rules that are data, in order."""
    pack = excerpt("bid-check")
    settings = pack.outcome.settings
    assert [item.id for item in pack.items if item.marks.get("gate")] == ["BID-1", "BID-2", "BID-5"]
    assert pack.item("BID-2").marks["points_to"] == (Weakness.GATE, Weakness.INFLUENCE)
    assert [rule["recommendation"] for rule in settings["rule"]] == [
        "not-as-planned",
        "find-out",
        "support",
        "not-as-planned",
        "with-others",
        "go",
    ]
    assert settings["rule"][1]["any_of"][1] == {"answer": "dk", "at_least": 4}
    assert settings["rule"][4]["any_of"][1]["points_below"] == Fraction(3, 5)
    assert "any_of" not in settings["rule"][-1]
    assert settings["mode"][0]["leaves_out"] == ("PARTNERSHIP",)
    assert settings["ask"][0]["items"] == ("BID-2",)


def test_bid_check_offers_does_not_apply_only_where_it_may():
    """Two forms of one pack differ in their ways out."""
    pack = excerpt("bid-check")
    assert not pack.form_of(pack.item("BID-1")).accepts("na")
    assert pack.form_of(pack.item("BID-9")).accepts("na")


def test_health_check_has_a_third_way_out():
    """Too early to say is accepted, and never part of a mean."""
    form = excerpt("health-check").form("agreement")
    assert [option.code for option in form.ways_out] == ["dk", "early", "na"]
    assert form.option("early").value is None


def test_health_check_compares_organisations():
    """The gap rules of a partnership are settings."""
    organisations = excerpt("health-check").outcome.settings["organisations"]
    assert organisations["ask_gap_from"] == Fraction(3, 2)
    assert organisations["lead_section"] == "B"


def test_power_inventory_compares_with_a_weight():
    """Prompts are compared, each source has a weight, and moves say for whom they are."""
    pack = excerpt("power-inventory")
    assert [option.value for option in pack.form("compared").options] == [-2, -1, 0, 1, 2]
    weight = next(item for item in pack.items if item.marks.get("weight"))
    assert [option.value for option in pack.form_of(weight).options] == [0, Fraction(1, 2), 1]
    assert [(move.id, move.when) for move in weight.actions] == [
        ("INV-1-M2", "more"),
        ("INV-1-L1", "less"),
    ]
    assert pack.item("INV-P1").marks == {"private": True}


def test_barriers_lead_to_needs_and_steps():
    """A ranked barrier leads to needs, a need to steps, and a second question may be about it."""
    pack = excerpt("barriers")
    need, step = pack.outcome.settings["need"][1], pack.outcome.settings["step"][1]
    assert need["helps_with"] == ("BAR-a",)
    assert (step["for_needs"], step["kind"]) == (("NEED-8",), ActionKind.INFLUENCE)
    assert [option.value for option in pack.form("hold-back").options] == [0, 1, 2, 3]
    assert pack.item("BAR-a").marks == {"mentions": 9}
    assert pack.item("BAR-a-control").marks == {"about": "BAR-a"}


def test_opportunities_are_sorted_into_columns_by_place():
    """Areas have a place on the line from everyday to structural; answers are categories."""
    pack = excerpt("opportunities")
    assert [place["code"] for place in pack.outcome.settings["place"]] == ["D1", "O1", "O2"]
    assert pack.item("OPP-20").marks == {"place": "O1", "first_step": "A list of free slots"}
    assert {option.value for option in pack.form("category").options} == {None}
    assert pack.outcome.settings["done"] == "already"


def test_board_check_makes_an_agenda():
    """The hour of a board is settings."""
    agenda = excerpt("board-check").outcome.settings["agenda"]
    assert (agenda["minutes"], agenda["each"], agenda["first"]) == (60, 7, ("BRD-15",))


def test_partners_view_mirrors_items_of_another_pack():
    """A statement names the one it mirrors; open questions have notes only."""
    pack = excerpt("partners-view")
    assert pack.outcome.settings["mirrors_pack"] == "five-themes"
    assert pack.item("PEV-2").marks == {"mirrors": "POW-2"}
    assert pack.form_of(pack.item("PEV-Q1")).options == ()


def test_handover_marks_what_protects_people():
    """Open answers and the answer to start with are settings; items name their side."""
    pack = excerpt("handover")
    assert pack.outcome.settings["open"] == ("under-way", "not-done")
    assert pack.item("HND-3").marks == {"side": Side.OUTGOING, "protects_people": True}


def test_first_conversation_has_notes_with_a_mark_and_a_guide():
    """Marks are ordered by caution, and reading matter comes with the pack."""
    pack = excerpt("first-conversation")
    assert pack.form("talk").kind is FormKind.NOTES
    assert pack.outcome.settings["cautious_first"] == ("stop", "differ", "fit")
    assert [guide["title"] for guide in pack.outcome.settings["guide"]] == [
        "Where to look",
        "Choosing a form",
    ]


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.toml")), ids=lambda path: path.stem)
def test_excerpts_say_that_they_are_untested(path):
    """No pack may pretend to be proved."""
    assert "not been tried" in read_pack(path).status
