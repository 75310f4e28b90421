"""People's text on a page: whatever they typed, it is there, and it is nothing but text."""

import re
import unicodedata
from dataclasses import replace

import plan_examples
import pytest
from html_examples import parts_document
from html_reading import Node, read_page, said
from hypothesis import given
from hypothesis import strategies as st

from collabkit.assessments.outcomes.blocks import (
    Board,
    Bullets,
    Column,
    Entries,
    Entry,
    Fact,
    Facts,
    Field,
    FieldKind,
    Paragraph,
    Part,
    Pick,
    PickOption,
    Subheading,
    Table,
)
from collabkit.reports.html import render_parts_html, render_plan_html
from collabkit.reports.html.labels import broken
from collabkit.reports.html.text import css_string

NASTY = (
    "<b>bold</b> & <script>alert(1)</script> </bdi></style>",
    "&amp; &lt; &#65; &notit; \"double\" 'single' `back`",
    "{{ 7 * 7 }} {% raw %} {# gone? #}",
    "zero\u200bwidth\u200dand\u2060more\ufeff",
    "\u202ereversed without an end",
    "\u2066isolated without an end",
    "السلام عليكم and English, עברית",
    "👍🏽 👨‍👩‍👧 e\u0301 ŵ ŷ 我们",
    "  two spaces  and\ta tab  ",
    "-->]]>",
    "x" * 4000,
)
PLAIN = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1).filter(
    lambda text: not any(is_no_character(char) for char in text)
)
LINES = (
    st.lists(PLAIN | st.sampled_from(NASTY) | st.just(""), min_size=1, max_size=4)
    .map("\n".join)
    .filter(bool)
)
PLACES = 23  # that ``filled_with`` fills between the head and the foot
ANYTHING = st.text(st.characters(exclude_categories=[]))


def is_no_character(char: str) -> bool:
    return char in "\ufffe\uffff" or unicodedata.category(char) == "Cs"


def filled_with(text: str) -> tuple[Node, list[str]]:
    """A page with the text in every place that people write in, and what stands there."""
    blocks = (
        Paragraph(text),
        Subheading(text),
        Facts((Fact(text, text),)),
        Bullets((text, text)),
        Entries((Entry(text, text, text, text),)),
        Table(text, (text, text), ((text, text),)),
        Board((Column(text, (), text),)),
        Pick("a", text, (PickOption("x", text, text),), ()),
        Field("b", text, text, kind=FieldKind.TEXT),
    )
    document = replace(
        parts_document(Part("one", text, blocks), label=text, lead=text),
        title=text, subject=text, day=text,
    )  # fmt: skip
    page = read_page(render_parts_html(document))
    return page, said(page.one("main"))


@given(LINES)
def test_text_comes_back_exactly(text: str) -> None:
    """Line breaks, spaces, markup, marks, joiners: every character, in every kind of place."""
    page, there = filled_with(text)
    assert there == [text] * PLACES
    assert said(page.one("h1")) == [text]
    assert said(page.one("nav")) == [text]
    assert said(page.one("footer")) == [text, text]
    assert page.one("title").text() == " ".join(text.split())


@given(ANYTHING)
def test_only_what_html_cannot_hold_is_changed(text: str) -> None:
    """Line ends of every kind become one kind; control characters go; halves are replaced."""
    _page, there = filled_with(text)
    lines = re.split("\r\n|[\n\r\v\f\x85\u2028\u2029]", text)
    whole = "\n".join(
        "".join(
            "\N{REPLACEMENT CHARACTER}" if is_no_character(c) else c
            for c in line
            if unicodedata.category(c) != "Cc" or c == "\t"
        )
        for line in lines
    )
    assert set(there) <= {whole}


@pytest.mark.parametrize("text", NASTY)
def test_text_is_never_markup(text: str) -> None:
    """The page has the same elements whatever anybody typed."""
    page, _there = filled_with(text)
    plain, _same = filled_with("plain")
    drawn = [node.tag for node in page.walk() if node.tag != "text"]
    assert drawn == [node.tag for node in plain.walk() if node.tag != "text"]


def test_no_text_turns_what_stands_beside_it() -> None:
    """Each is isolated: it stands in an element with a direction of its own."""
    page = read_page(render_plan_html(plan_examples.strange_names()))
    turned = [
        node
        for node in page.one("body").walk()
        if any(isinstance(each, str) and "\u202e" in each for each in node.inside)
    ]
    assert turned
    assert {node.tag for node in turned} == {"bdi"}


def test_notes_of_a_plan_keep_their_lines() -> None:
    page = read_page(render_plan_html(plan_examples.short_single()))
    assert "Nobody could remember that we ever asked.\nWe should." in said(page)


@given(ANYTHING)
def test_a_string_of_the_style_sheet_holds_letters_and_escapes_alone(text: str) -> None:
    assert re.fullmatch(r"([A-Za-z0-9 ]|\\[0-9a-f]{1,6} )*", css_string(text))


@given(ANYTHING, st.floats(20, 200), st.integers(1, 4))
def test_labels_of_drawings_are_cut_and_never_lost_in_the_middle(
    text: str, room: float, most: int
) -> None:
    """What is shown is the beginning of the text, with an ellipsis if there is more."""
    lines = broken(text, room, 14, most)
    assert 1 <= len(lines) <= most
    whole = "".join("".join(broken(text, room, 14, 10**6)).split())
    shown = "".join("".join(lines).split())
    assert shown == whole or whole.startswith(shown.removesuffix("…"))
