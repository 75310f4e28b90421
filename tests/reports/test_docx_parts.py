"""What a document for Word says: everything, in the order of the PDF, and nothing hidden."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import date
from enum import Enum
from itertools import pairwise
from typing import Any

import html_examples
import plan_examples
import pytest
from docx.oxml.ns import qn
from docx_reading import blocks_docx, boxes, in_style, opened, plan_docx, said

from collabkit.assessments.outcomes.blocks import Paragraph, Part, Pick, Place
from collabkit.plans.plan import ProgressNote, Status
from collabkit.reports.docx import render_parts_docx, render_plan_docx
from collabkit.reports.plan_document import PlanDocument

# Fields of a description that no paper shows: ids, or the sign in a disc beside the words.
NOT_SAID = {"key", "code", "item_id", "idea_id", "hint", "sign", "value", "chosen", "in_words"}


def texts_of(part: object) -> Iterator[str]:
    """Every text of a frozen description that is to be read."""
    if isinstance(part, Enum):
        return
    if isinstance(part, str):
        yield part
    elif isinstance(part, tuple):
        for each in part:
            yield from texts_of(each)
    elif isinstance(part, Pick):
        yield part.prompt
        for option in part.options:
            if not part.chosen or option.code in part.chosen:
                yield from texts_of(option)
    elif is_dataclass(part):
        for field in fields(part):
            if field.name not in NOT_SAID:
                yield from texts_of(getattr(part, field.name))


def everything_in(data: bytes) -> str:
    document = opened(data)
    around = [p.text for p in document.sections[0].header.paragraphs]
    in_words = [
        element.get(qn("w:val")) or ""
        for element in document.element.body.iter(qn("w:tblCaption"), qn("w:tblDescription"))
    ]
    title = document.core_properties.title
    return "\n".join([*said(data), *around, *in_words, title, *footer_of(document)])


def footer_of(document: object) -> list[str]:
    foot = document.sections[0].footer._element  # type: ignore[attr-defined]
    return [text.text for text in foot.iter(qn("w:t"))]


@pytest.mark.parametrize("name", ["short_single", "full_single", "group", "long_texts"])
def test_everything_a_plan_says_is_said(name: str) -> None:
    """Word for word."""
    found = everything_in(plan_docx(name))
    document = getattr(plan_examples, name)()
    missing = [text for text in texts_of(document) if text and text not in found]
    assert missing == []


def test_every_kind_of_block_is_told() -> None:
    """Word for word, what stands on the screen alone excepted."""
    document = html_examples.every_block()
    found = everything_in(blocks_docx())
    on_paper = tuple(part for part in document.parts if part.place is not Place.SCREEN)
    assert [text for text in texts_of(on_paper) if text and text not in found] == []
    assert "Never on paper." not in found
    assert "Only on screen" not in found


def headings(document: PlanDocument) -> list[str]:
    return in_style(render_plan_docx(document), "Heading 1")


def part(title: str, place: Place = Place.FRONT) -> Part:
    return Part(title.lower(), title, (Paragraph("Words."),), place)


OUTCOME = (part("Front"), part("Behind", Place.BEHIND), part("Screen", Place.SCREEN))


def test_parts_stand_in_the_order_of_the_pdf() -> None:
    """And what is on the screen alone stands nowhere."""
    beside = (part("Last time"), part("Also screen", Place.SCREEN))
    document = replace(plan_examples.short_single(), outcome=OUTCOME, beside=beside)
    assert headings(document) == [
        "The shape of how we work with others", "What stands out", "Front", "Behind",
        "What we do now", "Parked for later", "Power", "Empathy", "Honesty", "Communication",
        "Impact", "Last time", "How this was worked out",
    ]  # fmt: skip


def test_without_a_shape_people_take_the_front_home() -> None:
    """The plan comes after it, and then the rest; there is no list of what is inside."""
    document = replace(
        plan_examples.short_single(),
        shape=None, findings=None, themes=(), outcome=OUTCOME, beside=(part("Last time"),),
    )  # fmt: skip
    assert headings(document) == [
        "Front", "What we do now", "Parked for later", "Behind", "Last time",
        "How this was worked out",
    ]  # fmt: skip
    assert document.cover.contents not in said(render_plan_docx(document))


def test_where_it_comes_from_stays_on_one_page_after_a_short_outcome() -> None:
    """The last three lines of a document alone on a page look like a mistake."""
    document = replace(
        plan_examples.short_single(), shape=None, findings=None, themes=(), outcome=OUTCOME
    )
    paragraphs = opened(render_plan_docx(document)).paragraphs
    (start,) = (n for n, p in enumerate(paragraphs) if p.text == document.method.title)
    *others, _last = [p for p in paragraphs[start:] if not p.style.name.startswith("Heading")]
    assert len(others) > 3
    assert all(p.paragraph_format.keep_with_next for p in others)


def test_the_actions_are_a_table_to_paste_into_minutes() -> None:
    """What, who, by when and status, as in the plan on its own; a row an action."""
    rows = [[cell.text for cell in row.cells] for row in actions_of("short_single")]
    assert rows[0] == ["What", "Who", "By when", "Status"]
    assert rows[1][1:] == ["The chair", "20 December 2026", "Not started"]
    assert [row[3] for row in rows[1:]] == ["Not started", "Done", "Not started"]


def test_what_is_to_be_done_has_more_than_half_of_the_width() -> None:
    """An action is a sentence; who and by when are a few words, and often empty."""
    row = actions_of("short_single")[1]
    what, *others = [cell.width for cell in row.cells]
    assert what > sum(others)


def actions_of(name: str) -> Any:
    return next(
        table.rows
        for table in opened(plan_docx(name)).tables
        if table.rows[0].cells[0].text == "What"
    )


def test_what_stands_in_the_table_stands_nowhere_else() -> None:
    """Otherwise it would have to be changed in two places; only the action is a heading too."""
    words = said(plan_docx("short_single"))
    assert words.count("The chair") == 1
    assert words.count("First step: Put it on the agenda of the next meeting.") == 1
    action = plan_examples.some_actions()[0].text
    assert words.count(action) == 2


def test_what_became_of_an_action_is_told() -> None:
    """When people look at it again, what was noted on the way, why it was dropped."""
    first, second, *_rest = plan_examples.some_actions()
    actions = [
        replace(
            first,
            review=date(2027, 2, 1),
            progress=(ProgressNote(date(2026, 12, 1), "Two have answered."),),
        ),
        replace(second, status=Status.DROPPED, dropped_because="The council does it now."),
    ]
    document = plan_examples.document(plan_examples.assessment_of(["POW-1"]), [], actions)
    words = said(render_plan_docx(document))
    assert "We look at it again on: 1 February 2027" in words
    assert "1 December 2026: Two have answered." in words
    assert "Why it was dropped: The council does it now." in words


def test_where_nothing_is_chosen_there_are_rows_to_write_in() -> None:
    """Three, tall enough for a pen."""
    head, *rows = actions_of("empty")
    assert [cell.text for cell in head.cells][4:] == ["Status", "How we will know"]
    assert [[cell.text for cell in row.cells] for row in rows] == [[""] * 6] * 3
    assert all(row.height is not None and row.height.mm > 20 for row in rows)


def test_what_is_empty_is_a_line_to_write_on() -> None:
    """A tab that the style fills with a rule up to the margin: it gives way to what is typed."""
    lines = in_style(plan_docx("short_single"), "Line To Write On")
    assert set(lines) == {"First step: \t", "How we will know: \t"}
    style = opened(plan_docx("short_single")).styles["Line To Write On"]
    (stop,) = style.paragraph_format.tab_stops
    assert round(stop.position.mm) == 170


def test_a_longer_answer_gets_two_lines() -> None:
    """And a date that is known is written as people say it."""
    lines = in_style(blocks_docx(), "Line To Write On")
    assert lines == ["Who looks after this: \t", "Why: \t", "\t"]
    assert "By when: 20 December 2026" in said(blocks_docx())


def test_boxes_can_be_ticked_and_what_is_chosen_is_said_in_words() -> None:
    """A screen reader names the box, and nobody has to see the cross in it."""
    assert boxes(blocks_docx()) == ["☐"] * 6 + ["☒"]
    body = opened(blocks_docx()).element.body
    names = {e.get(qn("w:val")) for e in body.iter(qn("w:alias"))}
    assert names == {"Tick box"}
    ids = [e.get(qn("w:val")) for box in body.iter(qn("w:sdt")) for e in box.iter(qn("w:id"))]
    assert len(set(ids)) == len(ids)
    assert "\tThe note  (chosen)" in said(blocks_docx())


def test_what_was_not_chosen_is_no_news() -> None:
    """As on the other papers."""
    assert not any("The bus" in text for text in said(blocks_docx()))


def test_every_numbered_list_begins_at_one() -> None:
    """The findings go on through all their kinds; the next list begins anew."""
    document = html_examples.every_block()
    lists = next(part for part in document.parts if part.title == "Lists")
    twice = replace(lists, blocks=(lists.blocks[1], lists.blocks[1]))
    body = opened(render_parts_docx(replace(document, parts=(twice,)))).element.body
    numbers = [e.get(qn("w:val")) for e in body.iter(qn("w:numId"))]
    assert len(set(numbers)) == 2
    findings = opened(plan_docx("group")).element.body.iter(qn("w:numId"))
    assert len({e.get(qn("w:val")) for e in findings}) == 1


def test_a_group_is_a_dot_a_person_with_the_counts_below() -> None:
    """And the same in words for whoever cannot see them."""
    table = next(
        table
        for table in opened(plan_docx("group")).tables
        if table.rows[0].cells[0].text == "1 Not yet"
    )
    dots, counts = ([cell.text for cell in row.cells] for row in list(table.rows)[1:])
    assert [str(len(dot)) for dot in dots] == counts == ["0", "1", "2", "3", "1", "0", "0"]
    in_words = table._tbl.find(f".//{qn('w:tblDescription')}").get(qn("w:val"))
    assert in_words.startswith("Dots: 1 Not yet 0; 2 Starting 1;")


def test_a_hall_of_people_is_counted_and_not_dotted() -> None:
    """A cell of a hundred dots says nothing."""
    document = html_examples.every_block()
    figures = next(part for part in document.parts if part.title == "Figures")
    dots = replace(figures.blocks[1], columns=(("No", 100), ("Yes", 7)), apart=())
    data = render_parts_docx(replace(document, parts=(replace(figures, blocks=(dots,)),)))
    assert [[c.text for c in row.cells] for row in opened(data).tables[-1].rows] == [
        ["No", "Yes"], ["100", "7"],
    ]  # fmt: skip


def test_two_tables_never_touch() -> None:
    """Word would make one of them."""
    document = html_examples.every_block()
    figures = next(part for part in document.parts if part.title == "Figures")
    both = replace(figures, blocks=(figures.blocks[0], figures.blocks[0]))
    data = render_parts_docx(replace(document, parts=(both,)))
    tags = [element.tag for element in opened(data).element.body]
    assert (qn("w:tbl"), qn("w:tbl")) not in pairwise(tags)
    assert tags[-2] == qn("w:p")  # and the document does not end with one
