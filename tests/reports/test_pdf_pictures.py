"""The shape and the dots: as many marks as there are scores and people."""

from collections.abc import Sequence
from fractions import Fraction

import pikepdf
import pytest
from drawing import draw_blocks
from pdf_reading import open_pdf, tags_of

from collabkit.reports.contents.parts import Column, ThemeScore
from collabkit.reports.pdf.dots import dot_strip
from collabkit.reports.pdf.layout import Block
from collabkit.reports.pdf.marks import tick_box
from collabkit.reports.pdf.radar import radar
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import A4, BODY


def operators(block: Block, tag: Element) -> list[str]:
    """The drawing operators of one block, tagged with ``tag``, on a page of its own."""
    with open_pdf(draw_blocks([block], Element("Document", kids=[tag]))) as pdf:
        return [str(op) for _operands, op in pikepdf.parse_content_stream(pdf.pages[0])]


def themes(scores: Sequence[int | None]) -> list[ThemeScore]:
    return [
        ThemeScore(f"Theme {n}", None if s is None else Fraction(s), str(s), "", "")
        for n, s in enumerate(scores)
    ]


@pytest.mark.parametrize(
    ("scores", "dots", "grounds"),
    [((3, 4, 2, 5, 1), 5, 1), ((3, None, 2, 5, 1), 4, 0), ((None,) * 5, 0, 0)],
)
def test_the_shape_has_a_dot_a_score_and_a_ground_without_gaps(
    scores: Sequence[int | None], dots: int, grounds: int
) -> None:
    """A theme without a score has neither dot nor area."""
    figure = Element("Figure")
    drawn = operators(radar(themes(scores), figure), figure)
    assert drawn.count("B") + drawn.count("B*") == dots
    assert drawn.count("f") + drawn.count("f*") == grounds


def test_a_gap_says_so_beside_its_name() -> None:
    """In the picture too, not only in the caption."""
    figure = Element("Figure")
    root = Element("Document", kids=[figure])
    data = draw_blocks([radar(themes((3, None, 2)), figure)], root)
    assert "Theme 1no score" in tags_of(data).full_text()


def test_names_of_themes_stay_on_the_paper() -> None:
    """Own packs may have long names: they go on several lines."""
    long = [ThemeScore("How we share what we know with others", Fraction(3), "3.0", "", "")] * 5
    figure = Element("Figure")
    root = Element("Document", kids=[figure])
    data = draw_blocks([radar(long, figure)], root)
    assert tags_of(data).full_text().replace(" ", "").count("withothers") == 5
    with open_pdf(data) as pdf:
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
            if str(operator) == "Tm":
                assert 0 < float(operands[4]) < 595


@pytest.mark.parametrize("counts", [(1, 2, 3, 0, 1), (15, 0, 0, 0, 0), (0, 0, 0, 0, 30)])
def test_there_is_one_dot_a_person(counts: tuple[int, ...]) -> None:
    """However many stand on one level."""
    columns = [Column(str(n), f"Level {n}", count) for n, count in enumerate(counts, start=1)]
    figure = Element("Figure")
    strip = dot_strip(columns, [Column("", "Don't know", 2)], figure, A4.content_width)
    drawn = operators(strip, figure)
    assert drawn.count("B") + drawn.count("B*") == sum(counts) + 2


def test_many_people_stand_side_by_side() -> None:
    """Fifteen on one level are no higher than five."""
    strips = [
        dot_strip(
            [Column("1", "A", n), Column("2", "B", 0)], (), Element("Figure"), A4.content_width
        )
        for n in (5, 15)
    ]
    assert strips[0].height(A4.content_width) == strips[1].height(A4.content_width)


def test_a_tick_box_is_five_millimetres_and_says_whether_it_is_ticked() -> None:
    """The size that a pen hits."""
    label = Element("Lbl")
    boxes = [tick_box(label, is_ticked=ticked, line=BODY) for ticked in (False, True)]
    assert [figure.alt for figure in label.kids if isinstance(figure, Element)] == [
        "Tick box, empty",
        "Tick box, ticked",
    ]
    assert boxes[0].height(A4.content_width) == pytest.approx(5 * 72 / 25.4, abs=1)
    empty, ticked = (operators(box, label) for box in boxes)
    assert len(ticked) > len(empty)
