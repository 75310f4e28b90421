"""The shape in a document for Word: everything is inside the picture, and nothing is a zero."""

from fractions import Fraction

import pytest
from PIL import Image

from collabkit.assessments.outcomes.blocks import Outline
from collabkit.reports.docx.shape_picture import shapes_picture

LONG = "Compete ethically and with responsibility in everything"
ACCENT = (15, 92, 99)


def outline(*scores: int | None, label: str = "") -> Outline:
    return Outline(label, tuple(None if s is None else Fraction(s) for s in scores))


def drawn(names: list[str], *outlines: Outline) -> Image.Image:
    return Image.open(shapes_picture(names, outlines)[0]).convert("RGB")


@pytest.mark.parametrize("corners", [3, 5, 8])
def test_no_name_is_cut_off(corners: int) -> None:
    """However many corners there are, and however long their names."""
    names = [LONG if number % 2 else "Mutualunderstandingofneighbours" for number in range(corners)]
    picture = drawn(names, outline(*[3] * corners))
    wide, high = picture.size
    edges = [
        picture.crop(box) for box in ((0, 0, wide, 3), (0, high - 3, wide, high), (0, 0, 3, high))
    ]
    edges.append(picture.crop((wide - 3, 0, wide, high)))
    assert all(edge.getextrema() == ((255, 255),) * 3 for edge in edges)


def accents(picture: Image.Image) -> int:
    """How many dots have the colour of the line and its points."""
    return sum(
        count
        for count, colour in picture.getcolors() or ()
        if all(abs(a - b) < 12 for a, b in zip(colour, ACCENT, strict=True))
    )


def test_a_gap_is_no_zero() -> None:
    """A corner without a score has neither a point nor lines, and its axis is broken."""
    whole = drawn(["A", "B", "C", "D"], outline(5, 5, 5, 5))
    gap = drawn(["A", "B", "C", "D"], outline(5, None, 5, 5))
    assert accents(gap) < 0.7 * accents(whole)


def test_earlier_outlines_are_told_apart_below_the_picture() -> None:
    """The latest is the last; with more than one there is a line that says which is which."""
    names = ["A", "B", "C"]
    alone = drawn(names, outline(4, 4, 4, label="2026"))
    both = drawn(names, outline(2, 2, 2, label="2025"), outline(4, 4, 4, label="2026"))
    assert both.size[1] > alone.size[1] + 50
    legend = both.crop((0, alone.size[1], *both.size))
    assert legend.getextrema() != ((255, 255),) * 3
    swapped = drawn(names, outline(4, 4, 4, label="2026"), outline(2, 2, 2, label="2025"))
    assert both.tobytes() != swapped.tobytes()


def test_the_same_scores_give_the_same_bytes() -> None:
    """So a document can be compared with the one before."""
    scores = outline(1, 2, 3, 4, 5)
    names = ["A", "B", "C", "D", "E"]
    assert shapes_picture(names, [scores])[0].read() == shapes_picture(names, [scores])[0].read()
