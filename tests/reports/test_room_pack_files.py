"""Every paper of a room pack as a file: sound, tagged, self-contained, inside the page."""

import re
from itertools import pairwise
from pathlib import Path

import pikepdf
import pytest
from external_tools import run_tool
from pdf_reading import open_pdf, tags_of
from room_pack_examples import PAPERS, SIZES, drawn

from collabkit.reports.checks import check_pdf

_WORD = re.compile(r'<word xMin="(.+?)" yMin="(.+?)" xMax="(.+?)" yMax="(.+?)">')
_PRINTABLE = 7  # millimetres from the edge that every printer leaves white
_POINTS = 72 / 25.4

each_paper = pytest.mark.parametrize("paper", PAPERS)
each_size = pytest.mark.parametrize("size", tuple(SIZES))


@each_paper
@pytest.mark.parametrize("example", ["two_forms", "strange"])
def test_our_own_check_finds_every_paper_whole(example: str, paper: str, tmp_path: Path) -> None:
    """What the export looks at before it lets a file take its name."""
    path = tmp_path / "paper.pdf"
    path.write_bytes(drawn(example, paper))
    with open_pdf(drawn(example, paper)) as pdf:
        assert check_pdf(path) == len(pdf.pages)


@each_paper
def test_qpdf_finds_no_fault(paper: str, tmp_path: Path) -> None:
    """An independent reader accepts the file."""
    told = run_tool(tmp_path, drawn("two_forms", paper), "qpdf", "--check")
    assert "No syntax or stream encoding errors" in told


@each_paper
def test_every_font_is_inside(paper: str) -> None:
    """No printer puts letters of its own in their place."""
    data = drawn("two_forms", paper)
    with open_pdf(data) as pdf:
        fonts = [
            thing
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/Type") == "/Font"
        ]
        assert fonts
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
    assert b"Helvetica" not in data


@each_paper
@pytest.mark.parametrize("example", ["two_forms", "one_statement"])
def test_every_mark_is_in_the_tree_and_in_the_order_of_reading(example: str, paper: str) -> None:
    """A screen reader finds all that is on a page, once, from the first page to the last."""
    with open_pdf(drawn(example, paper)) as pdf:
        numbers = {page.objgen: number for number, page in enumerate(pdf.pages)}
        in_tree = [
            (numbers[kid.Pg.objgen], int(kid.MCID))
            for element in _elements(pdf.Root.StructTreeRoot.K)
            for kid in element.get("/K", [])
            if kid.get("/Type") == "/MCR"
        ]
        on_pages = [
            (number, int(operands[1].MCID))
            for number, page in enumerate(pdf.pages)
            for operands, operator in pikepdf.parse_content_stream(page)
            if str(operator) == "BDC" and "/MCID" in operands[1]
        ]
    assert in_tree == on_pages


@each_paper
def test_nothing_is_painted_outside_marks(paper: str) -> None:
    """What has no tag is marked as decoration."""
    painting = {"Tj", "TJ", "S", "s", "f", "f*", "B", "B*", "b", "b*", "Do"}
    with open_pdf(drawn("two_forms", paper)) as pdf:
        for page in pdf.pages:
            depth = 0
            for _operands, operator in pikepdf.parse_content_stream(page):
                name = str(operator)
                depth += {"BDC": 1, "BMC": 1, "EMC": -1}.get(name, 0)
                assert depth or name not in painting


@each_paper
def test_pictures_lists_tables_and_headings_are_well_made(paper: str) -> None:
    """Figures have words and a place, items a label and a body, rows as many cells as the head."""
    tags = tags_of(drawn("two_forms", paper))
    assert all(figure.alt and figure.box for figure in tags.named("Figure"))
    for each in tags.named("L"):
        assert all([p.name for p in item.inside] == ["Lbl", "LBody"] for item in each.inside)
    for table in tags.named("Table"):
        assert len({len(row.inside) for row in table.inside}) == 1
        assert all(cell.scope for cell in table.named("TH"))
    levels = [int(tag.name[1]) for tag in tags.named("H1", "H2", "H3")]
    assert levels == [] if paper.startswith("4") else (levels[0], levels.count(1)) == (1, 1)
    assert all(after - before <= 1 for before, after in pairwise(levels))


@each_paper
@pytest.mark.parametrize(("example", "size"), [("longest", "letter"), ("two_forms", "a4")])
def test_every_word_stands_where_a_printer_can_print(
    example: str, paper: str, size: str, tmp_path: Path
) -> None:
    """On A4 and Letter, and on their larger sisters."""
    data = drawn(example, paper, size)
    with open_pdf(data) as pdf:
        _x, _y, width, height = map(float, pdf.pages[0].MediaBox)
    edge = _PRINTABLE * _POINTS
    found = run_tool(tmp_path, data, "pdftotext", "-bbox", after=("-",))
    words = [tuple(map(float, edges)) for edges in _WORD.findall(found)]
    assert words
    assert [
        edges
        for edges in words
        if edges[0] < edge or edges[1] < edge or edges[2] > width - edge or edges[3] > height - edge
    ] == []


@each_size
def test_the_sheets_are_those_that_were_asked_for(size: str) -> None:
    """Only the tally sheet is larger: A3, or Tabloid beside Letter, lying on its side."""
    usual, large = {
        "a4": ((595, 842), (1191, 842)),
        "letter": ((612, 792), (1224, 792)),
    }[size]
    for paper in PAPERS:
        with open_pdf(drawn("one_statement", paper, size)) as pdf:
            boxes = {tuple(round(float(e)) for e in page.MediaBox)[2:] for page in pdf.pages}
        assert boxes == {large if paper.startswith("6") else usual}


@each_paper
def test_equal_sessions_give_equal_bytes(paper: str) -> None:
    """Nothing depends on the clock or on what was drawn before."""
    assert drawn.__wrapped__("one_statement", paper) == drawn("one_statement", paper)


@each_paper
def test_strange_names_stand_in_the_file_as_they_were_written(paper: str) -> None:
    """Markup is text, and what the typeface lacks is drawn as a box and kept as a character."""
    with open_pdf(drawn("strange", paper)) as pdf:
        title = str(pdf.docinfo.Title)
    assert "<i>i ffwrdd</i> & “Mehefin” \N{CLOUD WITH RAIN}" in title


def _elements(element: pikepdf.Object) -> "list[pikepdf.Object]":
    inside = [kid for kid in element.get("/K", []) if kid.get("/Type") == "/StructElem"]
    return [element, *(e for kid in inside for e in _elements(kid))]
