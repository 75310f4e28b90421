"""One page for people in a hurry, and the plan on its own."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import plan_examples as examples
import pytest
from pdf_reading import open_pdf, tags_of

from collabkit.assessments.charity import Charity
from collabkit.assessments.outcomes.blocks import Entries, Table
from collabkit.plans.plan import PlanAction, ProgressNote, Status
from collabkit.reports.contents.actions import what_became_of
from collabkit.reports.contents.short_plan import short_plan
from collabkit.reports.contents.summary import summaries
from collabkit.reports.pdf import render_one_page, render_parts, render_plan_page
from collabkit.reports.pdf.style import A4, LETTER, SheetSize
from collabkit.reports.plan_document import PlanDocument

CHARITY = Charity("c1", "Sample Charity")


LONG_ACTION = (
    "Agree in writing how decisions are shared between the two organisations, and at every meeting "
    "take turns at who chairs it; let the most senior person speak last, so that everybody else is "
    "heard first."
)


def with_long_action(document: PlanDocument, text: str) -> PlanDocument:
    """The document with other words for the first action of now."""
    plan = document.plan
    assert plan is not None
    first, *others = plan.now
    return replace(document, plan=replace(plan, now=(replace(first, text=text), *others)))


def pages_of(data: bytes) -> int:
    with open_pdf(data) as pdf:
        return len(pdf.pages)


def text_of(data: bytes) -> str:
    return tags_of(data).full_text()


@pytest.mark.parametrize(
    "example",
    [examples.empty, examples.short_single, examples.full_single, examples.long_texts],
    ids=lambda example: example.__name__,
)
def test_the_summary_is_one_page(example: Callable[[], PlanDocument]) -> None:
    """However much there is to say."""
    assert pages_of(render_one_page(summaries(example()))) == 1


@pytest.mark.parametrize("size", [A4, LETTER], ids=["A4", "Letter"])
@pytest.mark.parametrize("answered", [0, 4, 20])
def test_it_is_one_page_however_little_was_answered(size: SheetSize, answered: int) -> None:
    """Gaps in the shape take more room than scores; so do three actions and the larger paper."""
    ids = examples.five_themes().core_ids
    document = examples.document(
        examples.assessment_of(ids),
        examples.own_answers(ids[:answered], ["1", "2", "5", "dk"]),
        examples.some_actions()[:4],
    )
    assert pages_of(render_one_page(summaries(document), size)) == 1


def test_the_summary_says_the_same_as_the_report() -> None:
    """Scores, findings and actions are those of the whole report, and it says what is left out."""
    document = examples.full_single()
    assert document.shape is not None
    assert document.plan is not None
    text = text_of(render_one_page(summaries(document)))
    for theme in document.shape.themes:
        assert theme.name in text
        assert theme.shown in text
    for entry in document.plan.now:
        assert entry.owner.value in text
    assert "more are in the full report" in text


def test_the_shape_is_drawn_as_long_as_there_is_room_for_one_finding() -> None:
    """The picture is what a board looks at first; words are shortened before it goes."""
    tags = tags_of(render_one_page(summaries(examples.full_single())))
    assert [tag for tag in tags.named("Figure") if "axis" in tag.alt]


def test_an_action_is_told_whole_and_before_it_more_than_one_finding() -> None:
    """What fits is never cut: an action is shortened last, and the room that is left is used."""
    document = with_long_action(examples.full_single(), LONG_ACTION)
    text = text_of(render_one_page(summaries(document)))
    assert LONG_ACTION in " ".join(text.split())
    assert text.count("You chose") >= 2


def test_what_must_be_cut_ends_with_a_whole_word() -> None:
    """However little is told of an action."""
    text = "Seven words of an action, " * 40
    document = with_long_action(examples.full_single(), text)
    words = set(text.replace(",", "").split())
    for shorter in summaries(document):
        (actions,) = (
            block
            for part in shorter.parts
            for block in part.blocks
            if part.key == "now" and isinstance(block, Entries)
        )
        told = actions.entries[0].title
        assert told.endswith("…")
        assert told[:-1].split()[-1] in words


def test_shorter_summaries_say_less() -> None:
    """The first says most, the last least."""
    told = [
        sum(len(b.entries) for p in d.parts for b in p.blocks if isinstance(b, Entries))
        for d in summaries(examples.full_single())
    ]
    assert told[0] == max(told) > told[-1] == min(told)


def test_the_plan_for_the_wall_is_one_page() -> None:
    """With every action of now in full."""
    data = render_plan_page(examples.full_single())
    assert pages_of(data) == 1
    text = text_of(data)
    assert "The chair" in text


def test_the_plan_on_its_own_has_every_action_in_a_table() -> None:
    """What, who, by when and how far: as minutes want it."""
    document = examples.full_single()
    assert document.plan is not None
    assessment = examples.assessment_of(("POW-1",))
    short = short_plan(document.plan, CHARITY, assessment, examples.TODAY)
    tables = [block for part in short.parts for block in part.blocks if isinstance(block, Table)]
    rows = [row for table in tables for row in table.rows]
    entries = [*document.plan.now, *(e for g in document.plan.parked for e in g.actions)]
    assert [row[0] for row in rows] == [entry.text for entry in entries]
    assert "Parked for later" in text_of(render_parts(short))


def test_what_became_of_an_action_is_told() -> None:
    """Notes with their days, why it was dropped and what was learned; nothing that is empty."""
    action = PlanAction(
        "1",
        "An action",
        examples.some_actions()[0].kind,
        review=date(2027, 2, 1),
        progress=(ProgressNote(date(2026, 12, 1), "Half of it is there"),),
        learned="Ask earlier",
    )
    assert [(f.label, f.value) for f in what_became_of(action)] == [
        ("We look at it again on", "1 February 2027"),
        ("1 December 2026", "Half of it is there"),
        ("What we learned", "Ask earlier"),
    ]
    dropped = replace(action, status=Status.DROPPED, dropped_because="Too dear")
    assert [f.label for f in what_became_of(dropped)] == [
        "1 December 2026",
        "Why it was dropped",
        "What we learned",
    ]
    assert not list(what_became_of(examples.some_actions()[0]))
