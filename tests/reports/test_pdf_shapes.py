"""Shapes of several occasions on paper: lines told apart without colour, and the same numbers."""

from datetime import date
from fractions import Fraction

import pikepdf
import pytest
from pdf_reading import open_pdf, tags_of

from collabkit.assessments.outcomes.blocks import Outline, Part, Shapes, Table
from collabkit.reports.parts_document import PartsDocument
from collabkit.reports.pdf import render_parts
from collabkit.reports.pdf.style import ACCENT, INK

NAMES = ("Power", "Empathy", "Honesty", "Communication", "Impact")
OUTLINES = tuple(
    Outline(f"November {year}", tuple(Fraction(n) for n in numbers))
    for year, numbers in ((2023, "22222"), (2024, "33333"), (2025, "44444"), (2026, "35435"))
)
GAP = Outline("November 2026", (Fraction(3), None, Fraction(4), Fraction(3), Fraction(5)))


def shapes(*outlines: Outline, corners: tuple[str, ...] = NAMES, rows: int = 5) -> Shapes:
    table = Table(
        "The scores",
        ("Theme", *(outline.label for outline in outlines)),
        tuple((corners[n % 5], *("3.0" for _outline in outlines)) for n in range(rows)),
        tuple(range(1, len(outlines) + 1)),
    )
    return Shapes(corners, outlines, table, "Shapes in words.")


def drawn(block: Shapes) -> bytes:
    part = Part("beside", "Last time and this time", (block,))
    day = date(2026, 11, 22)
    return render_parts(PartsDocument("Title", "Sample Charity", "Today", day, "", (), (part,)))


def marks(data: bytes) -> int:
    """How many things are filled and outlined: discs, squares and rings."""
    with open_pdf(data) as pdf:
        return sum(
            str(operator) in ("B", "B*")
            for page in pdf.pages
            for _operands, operator in pikepdf.parse_content_stream(page)
        )


def dashes_while_stroking(data: bytes, colour: tuple[float, float, float]) -> set[str]:
    """The patterns with which straight lines are drawn in a colour."""
    found, pattern, ink = set(), "[]", None
    with open_pdf(data) as pdf:
        for page in pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                match str(operator):
                    case "d":
                        pattern = str([float(n) for n in operands[0]])
                    case "RG":
                        ink = tuple(round(float(n), 3) for n in operands)
                    case "S" if ink == tuple(round(n, 3) for n in colour):
                        found.add(pattern)
    return found


def test_the_figure_is_told_in_words_and_followed_by_its_table() -> None:
    """Whoever cannot see it hears the words, then the numbers."""
    tags = tags_of(drawn(shapes(*OUTLINES[2:])))
    names = [tag.name for tag in tags.walk() if tag.name in ("H2", "Figure", "Table")]
    assert names == ["H2", "Figure", "Table"]
    (figure,) = tags.named("Figure")
    assert figure.alt == "Shapes in words."
    assert figure.box
    assert len(tags.named("TR")) == 6


def test_the_latest_is_in_full_and_those_before_are_dashed_and_dotted() -> None:
    """In greyscale too they can be told apart."""
    data = drawn(shapes(*OUTLINES[1:]))
    assert dashes_while_stroking(data, ACCENT) == {"[]"}
    assert dashes_while_stroking(data, INK) >= {"[4.0, 4.0]", "[0.1, 4.0]"}
    alone = drawn(shapes(OUTLINES[3]))
    assert dashes_while_stroking(alone, INK) == set()


@pytest.mark.parametrize(
    ("outlines", "names"), [(OUTLINES[:1], 0), (OUTLINES[:2], 2), (OUTLINES, 3)]
)
def test_at_most_three_lines_are_drawn_with_their_names(
    outlines: tuple[Outline, ...], names: int
) -> None:
    """A single one needs no name; older ones than three are in the table."""
    data = drawn(shapes(*outlines))
    assert marks(data) == 5 * min(len(outlines), 3) + names


def test_a_gap_is_no_mark_and_says_so() -> None:
    """Never a nought."""
    data = drawn(shapes(GAP))
    assert marks(data) == 4
    assert "Empathyno score" in tags_of(data).full_text()


def places(data: bytes) -> list[tuple[float, float]]:
    """Where the texts of the first page begin, in points from the left and from below."""
    with open_pdf(data) as pdf:
        return [
            (float(operands[4]), float(operands[5]))
            for operands, operator in pikepdf.parse_content_stream(pdf.pages[0])
            if str(operator) == "Tm"
        ]


def width_of_figure(data: bytes) -> float:
    """How much of the line the picture takes, in points."""
    with open_pdf(data) as pdf:
        (box,) = [
            thing.A.BBox
            for thing in pdf.objects
            if isinstance(thing, pikepdf.Dictionary) and thing.get("/S") == "/Figure"
        ]
        return float(box[2]) - float(box[0])


def test_a_single_shape_stands_beside_a_short_table() -> None:
    """A long one goes below it, where it may run over pages; so does that of several shapes."""
    alone, long = drawn(shapes(OUTLINES[3])), drawn(shapes(OUTLINES[3], rows=60))
    assert width_of_figure(alone) < 240
    assert width_of_figure(drawn(shapes(*OUTLINES[2:]))) > 480
    assert width_of_figure(long) > 480
    assert len(tags_of(long).named("TR")) == 61
    with open_pdf(long) as pdf:
        assert len(pdf.pages) > 1


def test_a_table_with_long_words_is_below_its_shape() -> None:
    """Beside it there is no room for them on one line."""
    corners = ("How we share what we know with others",) * 5
    assert width_of_figure(drawn(shapes(OUTLINES[3], corners=corners))) > 480


def test_long_names_stay_on_the_paper() -> None:
    """They are broken into lines, beside a table as well as above one."""
    corners = ("How we share what we know with others",) * 5
    for outlines in (OUTLINES[:1], OUTLINES[:2]):
        data = drawn(shapes(*outlines, corners=corners))
        assert all(0 < x < 595 and 0 < y < 842 for x, y in places(data))
        assert tags_of(data).full_text().replace(" ", "").count("withothers") >= 10


def test_the_first_column_keeps_room_beside_six_others() -> None:
    """The name of a theme is not chopped into letters."""
    six = tuple(Outline(f"November {year}", OUTLINES[0].scores) for year in range(2021, 2027))
    cells = [tag.text.strip() for tag in tags_of(drawn(shapes(*six))).named("TH")]
    assert {*NAMES, "Theme"} <= set(cells)
