"""The shared page of a first talk, as people read it."""

import dataclasses
from types import MappingProxyType

import pytest
from answering import answered
from test_shared_page import A_MARKS, B_MARKS, B, C, marks

from collabkit.assessments.assessment import Party
from collabkit.assessments.charity import Charity, RunBy
from collabkit.assessments.outcomes.blocks import (
    Board,
    Bullets,
    Entries,
    Facts,
    Field,
    Fold,
    Ideas,
    Paragraph,
    Pick,
    Subheading,
    Tone,
)
from collabkit.assessments.outcomes.shared_page.parts import parts
from collabkit.assessments.outcomes.shared_page.rule import work_out
from collabkit.assessments.pack import Pack
from collabkit.assessments.packs.reader import read_pack
from collabkit.assets import resource

OURS = Party("a", "", "Sample Charity", is_own=True)
THEIRS = Party("b", "", "Sample Partner")
GUIDES = ["guide-1", "guide-2", "guide-3"]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return read_pack(resource("packs", "first-conversation.toml"))


def told(pack, *sheets, parties_=(OURS, THEIRS), notes=None, **other):
    """The parts by key, from ``(side, answers)`` each; notes by the number of the sheet."""
    names = [str(number) for number, _sheet in enumerate(sheets)]
    given = answered(
        pack,
        {name: answers for name, (_side, answers) in zip(names, sheets, strict=True)},
        speaks_for={n: side for n, (side, _answers) in zip(names, sheets, strict=True) if side},
        parties=parties_,
        notes=notes,
        **other,
    )
    return {part.key: part for part in parts(given, work_out(given))}


def example(pack, **other):
    return told(pack, ("a", marks(A_MARKS)), ("b", marks(B_MARKS)), **other)


def blocks(part, kind):
    return [block for block in part.blocks if isinstance(block, kind)]


def texts(part):
    return [paragraph.text for paragraph in blocks(part, Paragraph)]


def entries(part):
    return [entry for block in blocks(part, Entries) for entry in block.entries]


def test_page_has_its_six_points_in_order(pack):
    """Between where you stand and the talk; how it was worked out comes last."""
    parts_ = example(pack)
    assert list(parts_) == [
        "answer",
        "who",
        "fits",
        "differences",
        "open",
        "reasons",
        "first-step",
        "talk",
        *GUIDES,
        "method",
    ]
    assert [parts_[key].title[:2] for key in list(parts_)[1:7]] == [f"{n}." for n in range(1, 7)]


def test_page_begins_with_where_you_stand(pack):
    """Counts in words, what to settle, what to talk about next."""
    assert texts(example(pack)["answer"]) == [
        "Two points fit, two differ but are fine and 14 are open.",
        "Settle this before any joint money.",
        "Talk next about “How would we split money, risk and credit?” The open points come under "
        "“Talk it through”, where you agree on a mark for each.",
    ]


def test_nothing_open_leads_to_the_first_step(pack):
    """Counts of nought are not told."""
    all_fit = marks(dict.fromkeys(range(1, 19), "fit"))
    parts_ = told(pack, ("a", all_fit), ("b", all_fit))
    assert texts(parts_["answer"]) == [
        "18 points fit.",
        "Nothing is open. Agree on the first step, and when to look again.",
    ]
    assert texts(parts_["open"]) == ["None."]
    assert texts(parts_["differences"]) == ["None yet."]


def test_who_met_and_when(pack):
    """Organisations stand there; people and the date are written in."""
    settled = {"present": "Two of each", "met-on": "2026-06-10"}
    part = example(pack, settled=settled)["who"]
    (fact,) = blocks(part, Facts)[0].entries
    assert fact.value == "Sample Charity and Sample Partner"
    present, met = blocks(part, Field)
    assert (present.value, met.value, met.shown) == ("Two of each", "2026-06-10", "10 June 2026")
    damaged = blocks(example(pack, settled={"met-on": "soon"})["who"], Field)[1]
    assert (damaged.value, damaged.shown) == ("soon", "")


def test_fits_have_both_notes(pack):
    """A line for each side that wrote something; two sheets of a side in one line."""
    parts_ = told(
        pack,
        ("a", marks({1: "fit", 2: "fit"})),
        ("a", {}),
        ("b", marks({1: "fit", 2: "fit"})),
        notes={"0": {"FIT-1": "Carers"}, "1": {"FIT-1": "Children"}, "2": {"FIT-1": "Families"}},
    )
    first, second = entries(parts_["fits"])
    assert first.text == "Sample Charity: Carers / Children\nSample Partner: Families"
    assert (second.text, second.item_id) == ("", "FIT-2")


def test_each_difference_has_a_field_for_how_it_is_handled(pack):
    """The note is kept with the assessment."""
    part = example(pack, settled={"handled:FIT-6": "Ask a week ahead"})["differences"]
    assert [entry.item_id for entry in entries(part)] == ["FIT-4", "FIT-6"]
    assert [(field.key, field.value) for field in blocks(part, Field)] == [
        ("handled:FIT-4", ""),
        ("handled:FIT-6", "Ask a week ahead"),
    ]


def test_open_points_say_why_they_are_open(pack):
    """A stop first; one marked by one side only says by whom."""
    part = example(pack)["open"]
    first, second, *_rest = entries(part)
    assert (first.item_id, first.mark) == ("FIT-13", "Stop and talk")
    assert (second.item_id, second.mark, second.note) == ("FIT-2", "Not talked about yet", "")
    ninth = next(entry for entry in entries(part) if entry.item_id == "FIT-9")
    assert ninth.note == "Marked by Sample Partner only"
    assert texts(part) == [
        "“How would we split money, risk and credit?”: Settle this before any joint money."
    ]


def test_no_fits_yet(pack):
    """An empty point of the page says so."""
    parts_ = told(pack, ("a", marks({1: "stop"})), ("b", marks({1: "fit"})))
    assert texts(parts_["fits"]) == ["Nothing yet."]


def test_reasons_stand_in_three_columns(pack):
    """Ticked by both, and by one side only."""
    parts_ = told(
        pack,
        ("a", {"WHY-1": "yes", "WHY-2": "yes"}),
        ("b", {"WHY-1": "yes", "WHY-3": "yes"}),
    )
    (board,) = blocks(parts_["reasons"], Board)
    assert [(c.title, [e.item_id for e in c.entries]) for c in board.columns] == [
        ("Ticked by both", ["WHY-1"]),
        ("Only Sample Charity", ["WHY-2"]),
        ("Only Sample Partner", ["WHY-3"]),
    ]
    assert any("hidden ones cause trouble" in text for text in texts(parts_["reasons"]))


def test_who_has_not_ticked_a_reason_is_named(pack):
    """One column would otherwise look like a difference."""
    half = told(pack, ("a", {"WHY-1": "yes"}), ("b", marks(B_MARKS)))
    assert "Sample Partner has not ticked any reason yet." in texts(half["reasons"])
    assert texts(example(pack)["reasons"]) == ["No side has ticked its reasons yet."]


def test_reasons_of_three_sides(pack):
    """By all, and by some with their names."""
    parts_ = told(
        pack,
        ("a", {"WHY-1": "yes", "WHY-2": "yes"}),
        ("b", {"WHY-1": "yes", "WHY-2": "yes"}),
        ("c", {"WHY-1": "yes"}),
        parties_=(OURS, B, C),
    )
    by_all, by_some = blocks(parts_["reasons"], Board)[0].columns
    assert [entry.item_id for entry in by_all.entries] == ["WHY-1"]
    assert [(e.item_id, e.note) for e in by_some.entries] == [("WHY-2", "Sample Charity and B")]


def test_first_step_is_offered_and_written_down(pack):
    """It can go into the plan, in the words that were agreed."""
    part = example(pack)["first-step"]
    assert texts(part) == [
        "Start small. Suggested first step: “Hold a small joint event”.",
        "In “Collaboration opportunities” this is the area “Joint one-off events”.",
    ]
    assert [field.key for field in blocks(part, Field)] == [
        "first-what",
        "first-who",
        "first-when",
        "look-again",
    ]
    (idea,) = blocks(part, Ideas)[0].entries
    assert idea.text == "Hold a small joint event."
    agreed = example(pack, settled={"first-what": "A joint walk"})["first-step"]
    assert blocks(agreed, Ideas)[0].entries[0].text == "A joint walk"


def test_three_stops_offer_a_neutral_person(pack):
    """The sentence says why."""
    cautious = marks(dict.fromkeys((1, 2, 3), "stop"))
    part = told(pack, ("a", cautious), ("b", cautious))["first-step"]
    assert texts(part) == [
        "Three points are marked “Stop and talk”. Suggested first step: “Have another talk with a "
        "neutral person”."
    ]


def test_talk_lays_out_the_next_five_points(pack):
    """The stop first, both views beside it; the others follow later."""
    part = example(pack, notes={"0": {"FIT-13": "We were named and got nothing"}})["talk"]
    picks = [pick for pick in blocks(part, Pick) if pick.key.startswith("joint:")]
    assert [pick.key for pick in picks] == [f"joint:FIT-{n}" for n in (13, 2, 3, 7, 8)]
    assert [option.code for option in picks[0].options] == ["fit", "differ", "stop"]
    assert blocks(part, Subheading)[0].text == "How would we split money, risk and credit?"
    assert blocks(part, Bullets)[0].entries == (
        "Sample Charity: Stop and talk. We were named and got nothing",
        "Sample Partner: Differ but fine.",
    )
    assert texts(part)[-1] == "Nine more come here when you have agreed on these."


def test_an_agreed_point_keeps_its_place_and_the_next_one_comes(pack):
    """Nothing jumps away under the hand."""
    part = example(pack, settled={"joint:FIT-13": "differ", "joint:FIT-3": "stop"})["talk"]
    picks = [pick for pick in blocks(part, Pick) if pick.key.startswith("joint:")]
    assert [(pick.key, pick.chosen) for pick in picks] == [
        ("joint:FIT-13", ("differ",)),
        ("joint:FIT-2", ()),
        ("joint:FIT-3", ("stop",)),
        ("joint:FIT-7", ()),
        ("joint:FIT-8", ()),
        ("joint:FIT-9", ()),
        ("joint:FIT-10", ()),
    ]


def test_closed_points_can_be_talked_about_again(pack):
    """Ticked ones come to the others, and keep what was agreed on them."""
    settled = {"reopened": "FIT-4", "joint:FIT-1": "stop"}
    part = example(pack, settled=settled)["talk"]
    reopened = next(pick for pick in blocks(part, Pick) if pick.key == "reopened")
    assert [option.code for option in reopened.options] == ["FIT-1", "FIT-4", "FIT-5", "FIT-6"]
    assert reopened.chosen == ("FIT-4",)
    last = [pick for pick in blocks(part, Pick) if pick.key.startswith("joint:")][-1]
    assert (last.key, last.chosen) == ("joint:FIT-1", ("stop",))


def test_a_note_without_a_mark_is_told_in_the_talk(pack):
    """Not every prompt needs a mark to be talked about."""
    part = example(pack, notes={"0": {"FIT-2": "A club"}})["talk"]
    assert ("Sample Charity: A club",) in [block.entries for block in blocks(part, Bullets)]


def test_everything_closed_leaves_only_talking_again(pack):
    """No instruction without a point."""
    all_fit = marks(dict.fromkeys(range(1, 19), "fit"))
    part = told(pack, ("a", all_fit), ("b", all_fit))["talk"]
    assert [block.key for block in part.blocks] == ["reopened"]


def test_one_side_sees_its_own_preparation(pack):
    """Marks, notes, reasons, what is blank, and what to do next."""
    parts_ = told(
        pack,
        ("a", {**marks(A_MARKS), "WHY-1": "yes", "WHY-2": "no"}),
        notes={"0": {"FIT-2": "A club"}},
    )
    assert list(parts_) == ["answer", "preparation", "reasons", "blank", *GUIDES, "method"]
    assert texts(parts_["answer"]) == [
        "You have prepared six of 18 prompts.",
        "Sample Partner has not filled in its side yet. When it has, sit together for an hour: the "
        "page for both then stands here.",
        "One prompt is marked “Stop and talk”. Begin with it.",
        "Settle this before any joint money.",
    ]
    prepared = parts_["preparation"]
    assert [block.text for block in blocks(prepared, Subheading)] == [
        "Purpose and people",
        "Values and ways",
        "Power and money",
    ]
    assert [(e.item_id, e.mark, e.text) for e in entries(prepared)][:2] == [
        ("FIT-1", "Fit", ""),
        ("FIT-2", "", "A club"),
    ]
    assert blocks(parts_["reasons"], Bullets)[0].entries == (
        "People get more choice, or support that suits and reaches them better",
    )
    assert len(blocks(parts_["blank"], Fold)[0].entries) == 12
    assert not any(blocks(part, Pick) for part in parts_.values())


def test_started_alone_without_parties(pack):
    """The charity's name stands there, and the other side is still to be asked."""
    charity = Charity("", "Sample Charity")
    parts_ = told(pack, (None, marks({1: "fit"})), parties_=(), charity=charity)
    assert texts(parts_["answer"])[1].startswith("Ask the other side to do the same alone.")
    assert parts_["preparation"].title == "What Sample Charity brings to the talk"
    assert "blank" in parts_
    nameless = told(pack, (None, marks({1: "fit"})), parties_=())
    assert nameless["preparation"].title == "What Our side brings to the talk"


def test_the_other_side_first(pack):
    """It is named, and so is the charity that has not filled in its side."""
    parts_ = told(pack, ("b", marks({1: "fit"})))
    assert texts(parts_["answer"])[0] == "Sample Partner has prepared one of 18 prompts."
    assert texts(parts_["answer"])[1].startswith("Sample Charity has not filled in")


def test_reasons_alone_are_a_preparation_too(pack):
    """Without any mark nothing is prepared, yet the reasons stand there."""
    parts_ = told(pack, ("a", {"WHY-1": "yes"}))
    assert texts(parts_["answer"])[0] == "Nothing is prepared yet."
    assert "preparation" not in parts_
    assert "reasons" in parts_


def test_no_answers_at_all(pack):
    """What to do is said, and what there is to read stands there."""
    for parties_ in ((), (OURS,), (OURS, THEIRS), (OURS, B, C)):
        parts_ = told(pack, parties_=parties_)
        assert list(parts_) == ["answer", *GUIDES, "method"]
        assert texts(parts_["answer"])[0] == "Nothing is prepared yet."
        assert texts(parts_["answer"])[1].startswith("Take twenty minutes")


def test_reading_matter_is_folded_away_beside_a_page(pack):
    """In a preparation it lies open."""
    assert [blocks(example(pack)[key], Fold)[0].title for key in GUIDES] == [
        "Before the conversation: where to look (all nine)",
        "Choosing a form (all seven)",
        "What was found useful in Bath and North East Somerset (all five)",
    ]
    assert [len(entries(told(pack)[key])) for key in GUIDES] == [9, 7, 5]


def test_reading_matter_in_the_words_of_volunteers(pack):
    """Commissioners are funders there."""
    volunteers = Charity("", "Sample Charity", run_by=RunBy.VOLUNTEERS)
    titles = [entry.title for entry in entries(told(pack, charity=volunteers)["guide-1"])]
    assert titles[1] == "Meet at a funder's market event, or ask funders for names"
    lead = entries(told(pack, charity=volunteers)["guide-2"])[2]
    assert lead.text.startswith("The most common form for paid work")


def test_reasons_without_any_prompt(pack):
    """With an own choice of reasons alone there is a page, with nothing to talk through."""
    parts_ = told(pack, ("a", {"WHY-1": "yes"}), ("b", {"WHY-1": "yes"}), asked=("WHY-1",))
    assert texts(parts_["answer"])[0] == "There is nothing to talk about yet."
    assert parts_["talk"].blocks == ()
    assert not texts(parts_["method"])[0].startswith("Each side marks")


def test_method_names_the_order_of_caution(pack):
    """And says that the content is untested."""
    said = texts(example(pack)["method"])
    assert "“Stop and talk”, “Differ but fine”, “Fit”" in said[0]
    assert said[1] == f"How well tried: {pack.status}"


def test_a_pack_with_the_bare_minimum_of_settings(pack):
    """Without guides, reasons, neutral person or things to settle first."""
    settings = pack.outcome.settings
    few = {key: settings[key] for key in ("cautious_first", "first_step")}
    bare = dataclasses.replace(
        pack, outcome=dataclasses.replace(pack.outcome, settings=MappingProxyType(few))
    )
    cautious = marks(dict.fromkeys((5, 10, 13), "stop"))
    parts_ = told(bare, ("a", cautious), ("b", cautious))
    assert "guide-1" not in parts_
    assert texts(parts_["first-step"]) == [
        "Start small. Suggested first step: “Hold a small joint event”."
    ]
    assert not [p for p in blocks(parts_["answer"], Paragraph) if p.tone is Tone.CARE]
    told(bare, ("a", cautious))
