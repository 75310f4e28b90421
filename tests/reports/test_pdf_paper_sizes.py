"""A4 and US Letter: the same plan, and nothing that sticks out of the page."""

import io
import re
from pathlib import Path

import pikepdf
import plan_examples
import pytest
from external_tools import run_tool
from pdf_reading import tags_of

from collabkit.reports.pdf import render_plan
from collabkit.reports.pdf.style import A4, FOOTER_BASELINE, LETTER, MARGIN, SheetSize

SIZES = [pytest.param(A4, id="a4"), pytest.param(LETTER, id="letter")]
_WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">')
_SLACK = 1.0  # points: letters reach a little out of their own boxes


@pytest.mark.parametrize(
    ("size", "width", "height"),
    [pytest.param(A4, 595, 842, id="a4"), pytest.param(LETTER, 612, 792, id="letter")],
)
def test_the_page_box_is_that_of_the_paper(size: SheetSize, width: int, height: int) -> None:
    """On every page, in points."""
    with pikepdf.open(io.BytesIO(render_plan(plan_examples.full_single(), size))) as pdf:
        boxes = {tuple(round(float(edge)) for edge in page.MediaBox) for page in pdf.pages}
    assert boxes == {(0, 0, width, height)}


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", ["full_single", "group", "long_texts"])
def test_every_word_stands_inside_the_margins(name: str, size: SheetSize, tmp_path: Path) -> None:
    """Only the footer stands in the lower margin, and that at its own height."""
    data = render_plan(getattr(plan_examples, name)(), size)
    found = run_tool(tmp_path, data, "pdftotext", "-bbox", after=("-",))
    words = [tuple(map(float, edges)) for edges in _WORD.findall(found)]
    assert len(words) > 100
    lowest = size.height - FOOTER_BASELINE + 4  # what hangs below the line of the footer
    assert [
        edges
        for edges in words
        if edges[0] < MARGIN - _SLACK
        or edges[2] > size.width - MARGIN + _SLACK
        or edges[1] < 0
        or edges[3] > lowest
    ] == []


@pytest.mark.parametrize("name", ["full_single", "group"])
def test_both_papers_say_the_same(name: str) -> None:
    """Letter is lower, so there may be more pages, but no word more or less but page numbers."""
    document = getattr(plan_examples, name)()
    a4, letter = (tags_of(render_plan(document, size)) for size in (A4, LETTER))
    texts = [re.sub(r"\d+", "", tags.full_text()) for tags in (a4, letter)]
    assert texts[0] == texts[1]


@pytest.mark.parametrize("name", ["short_single", "empty", "strange_names"])
def test_what_is_done_now_stands_on_one_page_of_letter_too(name: str) -> None:
    """It is lower than A4, and still the page for the wall is one."""
    cards = tags_of(render_plan(getattr(plan_examples, name)(), LETTER)).named("L")
    now = next(each for each in cards if each.named("Figure"))
    assert len({page for tag in now.walk() for page in tag.pages}) == 1
