"""A page says what the PDF says: the same headings, the same words, in the same order."""

import unicodedata
from collections.abc import Iterator
from functools import cache

import plan_examples
import pytest
from html_examples import every_block, group_with_everything, sample_documents
from html_reading import Node, read_page
from pdf_reading import Tag, tags_of

from collabkit.reports.html import render_parts_html, render_plan_html
from collabkit.reports.pdf import render_parts, render_plan
from collabkit.reports.plan_document import PlanDocument
from collabkit.services.packs import builtin_packs

EXAMPLES = ("short_single", "group", "empty", "long_texts", "strange_names")
PACKS = tuple(pack.id for pack in builtin_packs())


@cache
def twins(name: str) -> tuple[Node, Tag]:
    """The page and the tags of the PDF of one document."""
    if name == "every_block":
        parts = every_block()
        return read_page(render_parts_html(parts)), tags_of(render_parts(parts))
    document: PlanDocument
    if name in PACKS:
        document = sample_documents()[name]
    elif name == "everything":
        document = group_with_everything()
    else:
        document = getattr(plan_examples, name)()
    return read_page(render_plan_html(document)), tags_of(render_plan(document))


@pytest.fixture(params=(*EXAMPLES, *PACKS, "everything", "every_block"))
def twin(request: pytest.FixtureRequest) -> tuple[Node, Tag]:
    return twins(request.param)


def squeezed(text: str) -> str:
    """Text without spaces and without the colons that only paper has after a label."""
    return "".join(unicodedata.normalize("NFC", text).replace(":", "").split())


def words_on_paper(tags: Tag) -> Iterator[str]:
    """Everything that is written; numbers and bullets of lists are drawn by the browser."""
    for tag in tags.walk():
        if tag.name in {"Figure", "Lbl", "Link"}:
            continue
        if tag.text.strip().isdigit() and len(tag.text.strip()) < 3 and tag.name == "P":
            continue
        if tag.text.startswith("Some characters here"):  # boxes are an affair of the PDF's typeface
            continue
        if tag.text.strip():
            yield squeezed(tag.text)


def test_the_headings_are_those_of_the_pdf(twin: tuple[Node, Tag]) -> None:
    """All of the second level, in the same order; a short report on paper has no contents."""
    page, tags = twin
    headings = [squeezed(node.text()) for node in page.named("h2")]
    on_paper = [squeezed(tag.full_text()) for tag in tags.named("H2")]
    assert headings == ([] if "Inside" in on_paper else ["Inside"]) + on_paper


def test_every_word_on_paper_is_on_the_page_in_the_same_order(twin: tuple[Node, Tag]) -> None:
    page, tags = twin
    text, place = squeezed(page.text()), 0
    for words in words_on_paper(tags):
        found = text.find(words, place)
        assert found >= 0, words
        place = found + len(words)


def test_every_picture_says_what_the_pdf_says_of_it(twin: tuple[Node, Tag]) -> None:
    """Shapes and dots in words, tick boxes as ticked or empty."""
    page, tags = twin
    said = {squeezed("".join(map(str, desc.inside))) for desc in page.named("desc")}
    said |= {squeezed(svg.attributes.get("aria-label", "")) for svg in page.named("svg")}
    said |= {squeezed(node.text()) for node in page.of_class("unseen")}
    assert [tag.alt for tag in tags.named("Figure") if squeezed(tag.alt) not in said] == []
