"""Setting blocks on pages: nothing alone at the foot of a page, nothing lost at its end."""

from collections.abc import Sequence
from dataclasses import replace

import plan_examples
import pytest
from drawing import draw_blocks, set_blocks
from pdf_reading import tags_of

from collabkit.reports.pdf import render_plan
from collabkit.reports.pdf.blocks import Columns, Heading, Stack, Text
from collabkit.reports.pdf.layout import (
    Block,
    Page,
    PageBreak,
    set_evenly,
    set_filled,
    set_on_pages,
)
from collabkit.reports.pdf.listing import bullets
from collabkit.reports.pdf.marks import space
from collabkit.reports.pdf.pages.themes import theme_pages
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import A4, BODY, HEADING, MM
from collabkit.reports.pdf.table import Table

SENTENCE = "We have talked about this with many partners over the years. "


def paragraph(sentences: int, root: Element | None = None) -> Text:
    return Text(SENTENCE * sentences, BODY, (root or Element("Document")).add("P"))


def heading() -> Text:
    return Text("A heading", HEADING, Element("H3"))


def kinds(pages: Sequence[Page]) -> list[list[type[Block]]]:
    return [[type(placed.block) for placed in page.placed] for page in pages]


def lines_on(page: Page, place: int) -> int:
    block = page.placed[place].block
    return round(block.height(A4.content_width) / BODY.leading)


def test_blocks_that_fit_stand_on_one_page() -> None:
    """Below each other, with the larger of the two spaces between neighbours."""
    (page,) = set_blocks([heading(), paragraph(1)])
    first, second = page.placed
    assert first.offset == 0
    assert second.offset == pytest.approx(HEADING.leading + HEADING.after)


def test_a_heading_never_ends_a_page() -> None:
    """It moves to the next page with what it heads."""
    pages = set_blocks([space(A4.content_height - 2 * HEADING.leading), heading(), paragraph(9)])
    assert [len(page.placed) for page in pages] == [1, 2]


def test_a_heading_stays_where_two_lines_fit_below_it() -> None:
    """A long paragraph may begin at the foot of a page and go on."""
    room = HEADING.before + HEADING.leading + HEADING.after + 2 * BODY.leading
    pages = set_blocks([space(A4.content_height - room), heading(), paragraph(9)])
    assert [len(page.placed) for page in pages] == [3, 1]
    assert lines_on(pages[0], 2) == 2


def test_one_line_never_stands_alone_on_the_next_page() -> None:
    """The last two lines of a paragraph stay together."""
    text = paragraph(8)
    lines = len(text.lines(A4.content_width))
    assert lines > 4
    pages = set_blocks([space(A4.content_height - (lines - 1) * BODY.leading), text])
    assert (lines_on(pages[0], 1), lines_on(pages[1], 0)) == (lines - 2, 2)


def test_one_line_never_stands_alone_at_the_foot() -> None:
    """With room for a single line the paragraph starts on the next page."""
    pages = set_blocks([space(A4.content_height - BODY.leading), paragraph(8)])
    assert [len(page.placed) for page in pages] == [1, 1]


def test_a_whole_block_moves_to_the_next_page() -> None:
    """A card is not taken apart if it fits on a page of its own."""
    card = Stack([paragraph(10), paragraph(10)], whole=True)
    pages = set_blocks([space(A4.content_height / 2), space(A4.content_height * 0.4), card])
    assert [len(page.placed) for page in pages] == [2, 1]


def test_a_block_higher_than_a_page_is_taken_apart_after_all() -> None:
    """Nothing runs off the paper and nothing is lost."""
    root = Element("Document")
    card = Stack([paragraph(400, root), paragraph(400, root)], whole=True)
    tags = tags_of(draw_blocks([card], root))
    texts = [tag.text for tag in tags.named("P")]
    assert texts == [SENTENCE * 400, SENTENCE * 400]
    assert max(tags.named("P")[1].pages) > 1


def test_columns_come_apart_together() -> None:
    """What stands beside each other goes on beside each other."""
    root = Element("Document")
    columns = Columns([paragraph(2, root), paragraph(300, root)], [60 * MM, None])
    tags = tags_of(draw_blocks([columns], root))
    assert [tag.text for tag in tags.named("P")] == [SENTENCE * 2, SENTENCE * 300]


def test_a_page_break_on_an_empty_page_does_nothing() -> None:
    """No empty sheet comes of two breaks in a row."""
    pages = set_blocks([PageBreak(), paragraph(1), PageBreak(), PageBreak(), paragraph(1)])
    assert kinds(pages) == [[Text], [Text]]


def test_nothing_stands_below_the_margin() -> None:
    """Whatever the mixture, every block ends above the foot of the frame."""
    blocks: list[Block] = []
    for number in range(60):
        points = [SENTENCE] * (number % 5 + 1)
        blocks += [heading(), paragraph(number % 17), *bullets(points, Element("Document"))]
    for page in set_blocks(blocks):
        for placed in page.placed:
            end = placed.offset + placed.block.height(A4.content_width)
            assert end <= A4.content_height + 0.1


def test_a_table_over_two_pages_is_one_table_with_one_head() -> None:
    """The head is drawn again for the eyes, but a screen reader hears it once."""
    root = Element("Document")
    rows = [(f"Row {number}", SENTENCE) for number in range(60)]
    table = Table(rows, (40 * MM, None), root, head=("Name", "Text"), row_headings=True)
    data = draw_blocks([table], root)
    (tag,) = tags_of(data).named("Table")
    assert len(tag.inside) == 61
    assert [cell.text for cell in tag.named("TH")][:3] == ["Name", "Text", "Row 0"]
    assert [cell.scope for cell in tag.named("TH")][:3] == ["Column", "Column", "Row"]
    assert [row.inside[1].text for row in tag.inside[1:]] == [SENTENCE] * 60
    assert max(cell.pages[0] for cell in tag.named("TD")) > 0


def test_the_head_of_a_table_is_seen_on_every_page() -> None:
    """It is drawn once a page, though tagged once."""
    root = Element("Document")
    table = Table([(SENTENCE,)] * 80, (None,), root, head=("Unmistakable",))
    parts = [page.placed[0].block for page in set_blocks([table])]
    assert len(parts) > 1
    row = Table([(SENTENCE,)], (None,), Element("Document"), head=("Unmistakable",))
    bare = Table([(SENTENCE,)], (None,), Element("Document"))
    head = row.height(A4.content_width) - bare.height(A4.content_width)
    heights = sum(part.height(A4.content_width) for part in parts)
    assert heights == pytest.approx(table.height(A4.content_width) + head * (len(parts) - 1))


def test_a_row_higher_than_a_page_goes_on_in_the_same_cell() -> None:
    """A cell with a very long text is one cell over several pages."""
    root = Element("Document")
    table = Table([("Long", SENTENCE * 300), ("Short", SENTENCE)], (30 * MM, None), root)
    cells = tags_of(draw_blocks([table], root)).named("TD")
    assert [cell.text for cell in cells] == ["Long", SENTENCE * 300, "Short", SENTENCE]
    assert len(set(cells[1].pages)) > 1


def test_an_empty_cell_is_still_a_cell() -> None:
    """Columns stay in line for a screen reader."""
    root = Element("Document")
    table = Table([("A", "", "C")], (None, None, None), root)
    cells = tags_of(draw_blocks([table], root)).named("TD")
    assert [cell.text for cell in cells] == ["A", "", "C"]


def test_the_lines_of_a_heading_are_of_much_the_same_length() -> None:
    """No single word hangs in the second line of a title."""
    style = replace(HEADING, size=36)
    title = Heading("Our plan for working with others", style, Element("H1"), "title")
    lines = [
        "".join(piece.shown for piece in line).strip() for line in title.lines(A4.content_width)
    ]
    assert lines == ["Our plan for", "working with others"]


def test_bullets_are_a_list() -> None:
    """Each point has a bullet for its label."""
    root = Element("Document")
    tags = tags_of(draw_blocks(bullets(["First", "Second"], root), root))
    (items,) = tags.named("L")
    assert [item.full_text() for item in items.inside] == ["• First", "• Second"]


@pytest.mark.parametrize("name", ["short_single", "empty", "strange_names"])
def test_what_is_done_now_stands_on_one_page(name: str) -> None:
    """So that it can be pinned to a wall: the type gives way before the page does."""
    tags = tags_of(render_plan(getattr(plan_examples, name)()))
    cards = tags.named("L")
    now = next(each for each in cards if each.named("Figure"))
    assert len(now.inside) == 3
    assert len({page for tag in now.walk() for page in tag.pages}) == 1


def test_a_part_that_runs_over_is_shared_out_evenly() -> None:
    """Not a full page and a last one with a single line, and never more pages."""
    blocks = [Stack([paragraph(4)], whole=True, after=6) for _number in range(22)]
    full = set_on_pages(blocks, A4.content_width, A4.content_height)
    even = set_evenly(blocks, A4.content_width, A4.content_height)
    assert len(even) == len(full) == 2
    assert len(full[0].placed) - len(full[1].placed) > 2
    assert abs(len(even[0].placed) - len(even[1].placed)) <= 1


def test_the_last_page_is_not_for_a_few_lines() -> None:
    """It begins with a heading, with more below it than that; and there are no more pages."""
    sections = [block for _number in range(8) for block in (heading(), paragraph(1), paragraph(2))]
    blocks = [*(paragraph(4) for _number in range(2)), *sections]
    full = set_on_pages(blocks, A4.content_width, A4.content_height)
    filled = set_filled(blocks, A4.content_width, A4.content_height)
    assert len(filled) == len(full) == 2
    first, *_others, last = filled[-1].placed
    assert first.block.keep_next
    assert last.offset > A4.content_height / 4 - last.block.height(A4.content_width)
    assert len(filled[-1].placed) > len(full[-1].placed)


def test_a_last_page_with_enough_on_it_stays_as_it_is() -> None:
    """Pages are filled from the top."""
    blocks = [paragraph(4) for _number in range(30)]
    full = set_on_pages(blocks, A4.content_width, A4.content_height)
    assert kinds(set_filled(blocks, A4.content_width, A4.content_height)) == kinds(full)


def test_themes_run_on_where_that_takes_fewer_pages() -> None:
    """A theme with a little more than a page would leave two half empty.

    Its heading comes with the first of its statements.
    """
    document = plan_examples.group()
    width, height = A4.content_width, A4.content_height
    apart = sum(
        len(set_evenly(theme_pages(theme, "key", Element("Document"), width), width, height))
        for theme in document.themes
    )
    every = [tag for tag in tags_of(render_plan(document)).walk() if tag.name in ("H2", "H3")]
    titles = [tag.text.strip() for tag in every]
    starts = [titles.index(theme.name) for theme in document.themes]
    for start in starts:
        assert every[start].pages == every[start + 1].pages
    end = titles.index(document.method.title)
    assert every[end].pages[0] - every[starts[0]].pages[0] < apart
