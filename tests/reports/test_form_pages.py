"""How a form stands on its pages: whole statements, generous places, type that can be read."""

import subprocess
from collections.abc import Iterator
from functools import cache
from itertools import combinations
from pathlib import Path

import pikepdf
import pytest
from external_tools import run_tool
from form_examples import PACKS, PAPERS, drawn
from form_reading import Widget, fields_of, sides_of_statements, widgets_of
from pdf_reading import Tag, open_pdf, tags_of

from collabkit.reports.checks import check_pdf
from collabkit.reports.form import FormSize

LEAST_BOX = 6 * 72 / 25.4  # points
LEAST_FRAME = 7 * 72 / 25.4
EDGE = 15 * 72 / 25.4
CASES = [
    *((pack_id, FormSize.USUAL, "a4") for pack_id in PACKS),
    ("five-themes", FormSize.LARGE_PRINT, "a4"),
    ("first-conversation", FormSize.LARGE_PRINT, "letter"),
    ("health-check", FormSize.LARGE_PRINT, "letter"),
    ("handover", FormSize.USUAL, "letter"),
    ("strange", FormSize.USUAL, "a4"),
    ("strange", FormSize.LARGE_PRINT, "letter"),
]
each = pytest.mark.parametrize(("pack_id", "size", "paper"), CASES)


@cache
def places_of(data: bytes) -> tuple[Widget, ...]:
    with open_pdf(data) as pdf:
        return tuple(w for w in widgets_of(pdf) if not w.name.startswith("collabkit."))


@each
def test_no_statement_runs_over_two_sides(pack_id: str, size: FormSize, paper: str) -> None:
    """With all its answers; but for one that is longer than a side."""
    with open_pdf(drawn(pack_id, size, paper)) as pdf:
        sides = sides_of_statements(pdf)
    assert len(sides) > 3
    assert sum(len(each) > 1 for each in sides) == (pack_id == "strange")


@each
def test_places_are_generous_and_inside_the_margins(
    pack_id: str, size: FormSize, paper: str
) -> None:
    """A box is hit without aiming, and a frame takes handwriting."""
    width, height = PAPERS[paper].width, PAPERS[paper].height
    for place in places_of(drawn(pack_id, size, paper)):
        left, bottom, right, top = place.rect
        assert left >= EDGE
        assert right <= width - EDGE
        assert bottom >= EDGE
        assert top <= height - EDGE
        if place.state:
            assert top - bottom >= max(LEAST_BOX, size.value) - 0.02
            assert right - left == pytest.approx(top - bottom, abs=0.02)
        else:
            assert top - bottom >= LEAST_FRAME
            assert right - left > 120


@each
def test_no_place_lies_over_another(pack_id: str, size: FormSize, paper: str) -> None:
    """Whoever clicks means one of them."""
    by_page: dict[int, list[Widget]] = {}
    for place in places_of(drawn(pack_id, size, paper)):
        by_page.setdefault(place.page, []).append(place)
    for places in by_page.values():
        for one, other in combinations(places, 2):
            apart = (
                one.rect[2] <= other.rect[0]
                or other.rect[2] <= one.rect[0]
                or one.rect[3] <= other.rect[1]
                or other.rect[3] <= one.rect[1]
            )
            assert apart, (one, other)


@pytest.mark.parametrize(
    ("pack_id", "paper"),
    [(pack_id, paper) for pack_id, size, paper in CASES if size is FormSize.LARGE_PRINT],
)
def test_large_print_has_no_small_word(pack_id: str, paper: str) -> None:
    """Eighteen points at least: statements, answers, labels, the foot, and what is typed."""
    with open_pdf(drawn(pack_id, FormSize.LARGE_PRINT, paper)) as pdf:
        assert min(size for page in pdf.pages for size in _sizes(page)) >= 18
        typed = {str(f.DA).split()[1] for f in fields_of(pdf).values() if f.FT == "/Tx"}
    assert typed == {"18"}


def _sizes(page: pikepdf.Page) -> Iterator[float]:
    """The sizes of everything that is written on a page."""
    size = 0.0
    for operands, operator in pikepdf.parse_content_stream(page):
        if str(operator) == "Tf":
            size = float(operands[1])
        elif str(operator) == "Tj":
            yield size


@pytest.mark.parametrize("pack_id", ["handover", "strange"])
@pytest.mark.parametrize("size", FormSize)
def test_a_form_passes_the_check_of_every_file(
    pack_id: str, size: FormSize, tmp_path: Path
) -> None:
    """Whole, tagged, every face inside; and another program finds no fault with it."""
    data = drawn(pack_id, size)
    path = tmp_path / "form.pdf"
    path.write_bytes(data)
    with open_pdf(data) as pdf:
        assert check_pdf(path) == len(pdf.pages)
    assert "No syntax or stream encoding errors" in run_tool(tmp_path, data, "qpdf", "--check")
    fonts = run_tool(tmp_path, data, "pdffonts").splitlines()[2:]
    assert len(fonts) >= 3
    assert all(line.split()[-5] == "yes" for line in fonts)  # embedded


def test_what_is_chosen_can_be_seen(tmp_path: Path) -> None:
    """Drawn by a program that is not ours: ink in the box that was chosen, and in no other."""
    data = drawn("bid-check")
    places = [p for p in places_of(data) if p.name == "a.BID-1"]
    with open_pdf(data) as pdf:
        field = fields_of(pdf)["a.BID-1"]
        field.V = pikepdf.Name("/partly")
        for kid in field.Kids:
            kid.AS = pikepdf.Name("/partly" if "/partly" in kid.AP.N else "/Off")
        pdf.save(tmp_path / "chosen.pdf")
        height = float(pdf.pages[places[0].page].MediaBox[3])
    picture = _grey(tmp_path / "chosen.pdf", places[0].page + 1)
    dark = {place.state: _darkness(picture, place.rect, height) for place in places}
    assert dark["partly"] > 0.1
    assert {state: share for state, share in dark.items() if state != "partly"} == {
        "yes": 0,
        "no": 0,
        "dk": 0,
    }


def _grey(path: Path, page: int) -> list[bytes]:
    """The rows of a page in shades of grey, a point for a point."""
    run_tool(path.parent, b"", "pdftoppm", "-v")  # skips the test where there is none
    done = subprocess.run(
        ["pdftoppm", "-r", "72", "-gray", "-f", str(page), "-l", str(page), str(path)],
        capture_output=True,
        check=True,
    )
    head, size, depth, points = done.stdout.split(b"\n", 3)
    assert (head, depth) == (b"P5", b"255")
    width, height = map(int, size.split())
    return [points[row * width : (row + 1) * width] for row in range(height)]


def _darkness(picture: list[bytes], rect: tuple[float, ...], height: float) -> float:
    """The share of dark points inside a box, without its edge."""
    left, bottom, right, top = rect
    rows = picture[round(height - top) + 3 : round(height - bottom) - 3]
    points = b"".join(row[round(left) + 3 : round(right) - 3] for row in rows)
    return sum(point < 110 for point in points) / len(points)


def test_a_question_that_is_longer_than_a_side_goes_on_overleaf() -> None:
    """And none of its answers is lost."""
    data = drawn("strange")
    states = [p.state for p in places_of(data) if p.name == "a.A_2"]
    assert states == [str(number) for number in range(10)]


def test_pages_say_which_they_are(tmp_path: Path) -> None:
    """So that sheets of paper that fell down are put together again: charity, code and number."""
    text = run_tool(tmp_path, drawn("barriers"), "pdftotext", "-raw", after=("-",))
    pages = text.split("\f")[:-1]
    for number, page in enumerate(pages, start=1):
        assert f"CDFHJK Page {number} of {len(pages)}" in page.replace("   ", " ")
        assert "Sample Charity" in page


def test_described_answers_stand_below_each_other_and_ways_out_apart() -> None:
    """In the order of the questionnaire, numbers beside those that have one."""
    (question, *_others) = [
        tag for tag in tags_of(drawn("five-themes")).named("Sect") if tag.inside[0].name == "H3"
    ]
    lists: list[Tag] = question.named("L")
    texts = [[item.full_text() for item in each.inside] for each in lists]
    assert [text[:12] for text in texts[0]] == [
        "1  Not yet. ",
        "2  Starting.",
        "3  Patchy. W",
        "4  Regular p",
        "5  How we wo",
    ]
    assert texts[1] == ["Don't know", "Does not apply to us"]
