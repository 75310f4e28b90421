"""People's text in a document for Word: exactly what they typed, and nothing more than text."""

from dataclasses import replace

import html_examples
import plan_examples
import pytest
from docx.oxml.ns import qn
from docx_reading import in_style, opened, said
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.outcomes.blocks import (
    Board,
    Bullets,
    Column,
    Entries,
    Entry,
    Fact,
    Facts,
    Field,
    Paragraph,
    Part,
    Pick,
    PickOption,
    Subheading,
    Table,
)
from collabkit.assessments.pack import ActionKind
from collabkit.plans.plan import PlanAction, Slot
from collabkit.reports.docx import render_parts_docx, render_plan_docx
from collabkit.reports.plain_text import plain_text

HOSTILE = {
    "markup": "<b>agree</b> & <w:t>x</w:t> &amp; &#10; <![CDATA[ ]]> <!-- -->",
    "fields": '{ INCLUDETEXT "/etc/passwd" } \\* MERGEFORMAT =1+1 {{ x }} MERGEFIELD',
    "emoji": "Thumbs up 👍🏽 family 👨‍👩‍👧 flag 🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "arabic": "السلام عليكم ورحمة الله",
    "bidi": "\u202eabc\u202c and \u2066def\u2069",
    "uncomposed": "w\u0302 e\u0301 q\u0303",
    "spaces": "  two before,  two inside, two after  ",
    "odd spaces": "\u00a0a\u2009b\u3000c\u200b\ufeff",
    "lines": "one\n\ntwo\n",
    "tabs": "\ta\tb\t",
    "hyphens": "non\u2011breaking soft\u00adhyphen - –",
    "escapes": "_x000D_ _x0041_",
}
LINE_ENDS = "a\r\nb\rc\x0bd\x0ce\x85f\u2028g\u2029h"


def every_place(text: str) -> list[str]:
    """What a reader finds of a text that stands in every kind of block."""
    blocks = (
        Paragraph(text),
        Subheading(text),
        Bullets((text,)),
        Facts((Fact(text, text),)),
        Entries((Entry(text, text, text, text),)),
        Entries((Entry(text, text, text),), numbered=True),
        Entries((Entry(text, text, text),), ticked=True),
        Board((Column(text, (Entry(text),)),)),
        Table(text, (text, text), ((text, text),), numbers=(1,)),
        Pick("k", text, (PickOption("a", text, text),), ()),
        Field("f", text, text),
    )
    document = replace(html_examples.parts_document(Part("p", text, blocks)), title=text, lead=text)
    return said(render_parts_docx(document))


def check_every_place(text: str) -> None:
    found = every_place(text)
    kept = plain_text(text)
    # title, lead, heading, paragraph, subheading, bullet, two facts, six of the entries, text and
    # note of the ticked one, two of the board, four of the table, prompt and text of the pick
    assert found.count(kept) == 23
    assert found.count(f"\t{kept}") == 2  # after the boxes of the ticked entry and of the pick
    assert found.count(f"{kept}  ({kept})") == 1
    assert found.count(f"{kept}: {kept}") == 1


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(text=st.text(min_size=1, max_size=60).filter(lambda text: plain_text(text) != ""))
def test_any_text_comes_back_character_for_character(text: str) -> None:
    """From headings, lists, boxes and cells alike."""
    if plain_text(text) in {"Sample Charity", "From", "Signed", "Four organisations"}:
        return
    check_every_place(text)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_kept_as_it_is(name: str) -> None:
    """Nothing in it is read as anything but text."""
    assert plain_text(HOSTILE[name]) == HOSTILE[name]
    check_every_place(HOSTILE[name])


def test_every_kind_of_line_end_is_a_line_break() -> None:
    """Whichever program it was copied from."""
    found = every_place(LINE_ENDS)
    assert "a\nb\nc\nd\ne\nf\ng\nh" in found


def test_what_xml_cannot_hold_is_left_out() -> None:
    """Control characters vanish; half a character leaves a sign that something was there."""
    found = every_place("a\x00b\x07c\x1bd\x7fe\x9ff")
    assert "abcdef" in found
    assert "x\ufffdy\ufffdz\ufffd" in every_place("x\ud800y\udfffz\uffff")


def test_breaks_and_tabs_are_words_own() -> None:
    """And spaces at either end are protected, or Word would drop them."""
    document = html_examples.parts_document(Part("p", "P", (Paragraph("  a\n\tb  "),)))
    (paragraph,) = (p for p in opened(render_parts_docx(document)).paragraphs if "\tb" in p.text)
    tags = [element.tag for element in paragraph.runs[0]._r if element.tag != qn("w:rPr")]
    assert tags == [qn("w:t"), qn("w:br"), qn("w:tab"), qn("w:t")]
    space = "{http://www.w3.org/XML/1998/namespace}space"
    spaces = [text.get(space) for text in paragraph._p.iter(qn("w:t"))]
    assert spaces == ["preserve", "preserve"]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_kept_in_every_field_of_a_plan(name: str) -> None:
    """On the cover, in the table of actions and below it, and beside the statements."""
    text = HOSTILE[name]
    assessment = replace(plan_examples.assessment_of(["POW-1"], Selection.OWN_CHOICE), title=text)
    actions = [
        PlanAction(
            str(slot), text, ActionKind.QUICK_WIN, slot, why=text, owner=text,
            first_step=text, how_we_will_know=text,
        )
        for slot in Slot
    ]  # fmt: skip
    answers = [Response("p0", "POW-1", "2", note=text, evidence=text)]
    document = plan_examples.document(assessment, answers, actions, charity=text)
    data = render_plan_docx(document)
    found = said(data)
    assert in_style(data, "Subtitle") == [text]
    # the charity, the title of the assessment, and in each action: what, who, heading
    assert found.count(text) == 2 + 2 * 3
    for label in ("Note", "Evidence"):  # which lose the space around them before they are told
        assert found.count(f"{label}: {text.strip()}") == 1
    for label in ("Why", "First step", "How we will know"):
        assert found.count(f"{label}: {text}") == 2


def test_a_word_of_sixty_thousand_letters_is_kept() -> None:
    """However Word breaks it."""
    word = "x" * 60_000
    assert word in every_place(word)
