"""Open actions are told so that people know what to do first."""

import json
from dataclasses import replace
from datetime import date

import pytest
from answering import answered

from collabkit.assessments.outcomes.blocks import Entries, Fold, Paragraph, Pick, Subheading, Tone
from collabkit.assessments.outcomes.work_out import tell
from collabkit.assessments.packs.vocabulary import Side
from collabkit.services.first_questions import first_questions
from collabkit.services.packs import builtin_pack

PACK = builtin_pack("handover")
MAIN = tuple(item.id for item in PACK.items if "about" not in item.marks)
NOTHING_APPLIES = dict.fromkeys(MAIN, "na")


def parts_of(sheets, notes=None, **settled):
    told = tell(answered(PACK, sheets, notes=notes, settled=settled, today=date(2026, 6, 10)))
    assert json.loads(json.dumps(told.data)) == told.data
    return {part.key: part for part in told.parts}


def one_list(notes=None, **answers):
    """Return the parts of a list on which nothing applies but some answers: n3="not-done"."""
    given = {f"HND-{key[1:].replace('_', '-')}": code for key, code in answers.items()}
    return parts_of({"List": NOTHING_APPLIES | given}, {"List": notes or {}})


def of_kind(part, kind):
    return [block for block in part.blocks if isinstance(block, kind)]


def words(part):
    return [paragraph.text for paragraph in of_kind(part, Paragraph)]


def entries(part):
    return [entry for block in of_kind(part, Entries) for entry in block.entries]


@pytest.mark.parametrize(
    ("answers", "lead"),
    [
        ({}, "Nothing is open."),
        ({"n2": "not-done"}, "One thing is open."),
        ({"n1": "under-way"}, "One thing is open. It protects people."),
        ({"n1": "under-way", "n3": "not-done"}, "Two things are open. All of them protect people."),
        (
            {"n1": "under-way", "n2": "not-done", "n5": "not-done"},
            "Three things are open. One of them protects people and comes first.",
        ),
        (
            {"n1": "under-way", "n3": "not-done", "n5": "not-done"},
            "Three things are open. Two of them protect people and come first.",
        ),
    ],
)
def test_the_first_sentence_says_what_is_open(answers, lead):
    """How many things, and how many of them protect people."""
    first = one_list(**answers)["answer"].blocks[0]
    assert (first.text, first.tone) == (lead, Tone.LEAD)


def test_it_says_what_to_begin_with_and_what_is_late():
    """The first of the list, then what is overdue and what has no date."""
    parts = one_list(n3="not-done", n5="not-done", n5_due="2026-06-05")
    assert words(parts["answer"])[1:4] == [
        "Begin with this: Support plans and records were passed on lawfully.",
        "One is overdue.",
        "One has no due date yet: set one.",
    ]


def test_the_reminder_is_always_there():
    """Advice on employment and data protection, before anybody acts."""
    for parts in (one_list(), parts_of({}), one_list(n1="not-done")):
        care = [block for block in of_kind(parts["answer"], Paragraph) if block.tone is Tone.CARE]
        assert [block.text for block in care] == [
            "Take advice on employment transfer rules and on data protection before you act."
        ]


def test_open_actions_are_ticked_lists_with_people_first():
    """Two groups under their headings, each with a box on paper."""
    part = one_list(n2="not-done", n4="under-way")["open"]
    assert [heading.text for heading in of_kind(part, Subheading)] == [
        "These protect people",
        "The others",
    ]
    assert all(block.ticked for block in of_kind(part, Entries))
    assert [entry.item_id for entry in entries(part)] == ["HND-4", "HND-2"]


def test_an_entry_tells_answer_date_owner_and_note():
    """Everything that is known about one action."""
    (entry,) = entries(
        one_list(
            {"HND-8": "Ring first.", "HND-8-owner": "Ann"}, n8="under-way", n8_due="2026-07-01"
        )["open"]
    )
    assert entry.title == "The offer of a handover was accepted."
    assert entry.text == "Under way. Due 1 July 2026. Owner: Ann."
    assert (entry.note, entry.mark) == ("Ring first.", "")


def test_overdue_and_undated_are_marked():
    """A word at the side says what is pressing."""
    part = one_list(n5="not-done", n5_due="2026-06-05", n12="not-done")["open"]
    assert [(entry.item_id, entry.mark) for entry in entries(part)] == [
        ("HND-5", "overdue"),
        ("HND-12", "set a date"),
    ]


def test_what_is_closed_is_folded_at_the_end_and_counted():
    """Done and does not apply, each with its number; neither is pressing."""
    parts = one_list(n1="done", n1_due="2026-01-01", n2="not-done")
    assert list(parts) == ["answer", "open", "closed", "method"]
    folds = of_kind(parts["closed"], Fold)
    assert [fold.title for fold in folds] == ["Done: one", "Does not apply: 12"]
    assert {entry.mark for fold in folds for entry in fold.entries} == {""}


def test_nothing_open_has_no_list():
    """Only what is closed, and a word on looking once more."""
    parts = one_list()
    assert list(parts) == ["answer", "closed", "method"]
    assert words(parts["answer"])[1] == "Look at the list once more when the transfer is over."


def test_an_empty_assessment_tells_all_fourteen():
    """A new check starts with everything not done."""
    for sheets in ({}, {"List": {}}):
        parts = parts_of(sheets)
        assert parts["answer"].blocks[0].text == (
            "14 things are open. Three of them protect people and come first."
        )
        assert len(entries(parts["open"])) == 14
        assert "closed" not in parts


def test_a_side_can_be_chosen_and_what_is_hidden_is_counted():
    """The choice is kept under its key; without one both sides are shown."""
    shown = parts_of({})["answer"]
    (pick,) = of_kind(shown, Pick)
    assert (pick.key, pick.chosen) == ("side", ("both",))
    assert [option.code for option in pick.options] == ["outgoing", "incoming", "both"]
    chosen = parts_of({}, side="incoming")["answer"]
    assert of_kind(chosen, Pick)[0].chosen == ("incoming",)
    assert words(chosen)[-1] == "Seven statements for the other side only are not shown."


@pytest.mark.parametrize("side", [None, "both"])
def test_nobody_is_asked_for_a_side_where_there_is_only_one(side):
    """A pack of somebody's own may leave the sides blank, or say that all is for both."""
    sections = tuple(
        replace(section, items=tuple(with_side(item, side) for item in section.items))
        for section in PACK.sections
    )
    pack = replace(PACK, sections=sections)
    assert first_questions(pack, date(2026, 6, 10)) == ()
    assert len(first_questions(PACK, date(2026, 6, 10))) == 1


def with_side(item, side):
    """The same statement, for another side or for none."""
    marks = {key: value for key, value in item.marks.items() if key != "side"}
    return replace(item, marks=marks | ({"side": Side(side)} if side else {}))


def test_lists_that_differ_say_so():
    """Two organisations with a list each see where they disagree."""
    parts = parts_of(
        {
            "Old": NOTHING_APPLIES | {"HND-1": "done"},
            "New": NOTHING_APPLIES | {"HND-1": "not-done"},
        }
    )
    (entry,) = entries(parts["open"])
    assert entry.note == "The sheets differ (Old: Done, New: Not done)."
    assert "furthest from done" in " ".join(words(parts["method"]))


def test_the_method_says_what_open_means_and_that_it_is_no_advice():
    """No score, the order, and how far to trust it."""
    method = words(one_list()["method"])
    assert "Open means: “Under way” or “Not done”." in method[0]
    assert method[1] == "A statement that nobody has touched counts as “Not done”."
    assert method[-1].endswith("It is not legal advice.")
