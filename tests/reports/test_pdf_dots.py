"""On paper too, more people never look like fewer."""

from itertools import pairwise

import pikepdf
import pytest
from drawing import draw_blocks
from pdf_reading import open_pdf

from collabkit.reports.contents.parts import Column
from collabkit.reports.pdf.dots import dot_strip
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import A4

Place = tuple[float, float]


def dots_drawn(columns: list[Column], width: float, room_for: int) -> list[Place]:
    """Return where each dot begins, in the order in which they are drawn."""
    figure = Element("Figure")
    strip = dot_strip(columns, (), figure, width, room_for=room_for)
    places: list[Place] = []
    with open_pdf(draw_blocks([strip], Element("Document", kids=[figure]))) as pdf:
        begun: Place = (0.0, 0.0)
        for operands, operator in pikepdf.parse_content_stream(pdf.pages[0]):
            if str(operator) == "m":
                begun = (float(operands[0]), float(operands[1]))
            elif str(operator) in ("B", "B*", "b", "b*"):
                places.append(begun)
    return places


@pytest.mark.parametrize("width", [A4.content_width, A4.content_width / 2])
@pytest.mark.parametrize("room_for", [0, 12])
@pytest.mark.parametrize("counts", [(5, 4, 3, 2, 1), (6, 5, 4, 1, 0), (13, 12, 7, 6, 0)])
def test_all_answers_of_one_strip_stand_as_many_abreast(
    counts: tuple[int, ...], width: float, room_for: int
) -> None:
    """Of two answers, the one of more people is as high and as wide at least."""
    columns = [Column(str(n), "Level", count) for n, count in enumerate(counts, start=1)]
    places = dots_drawn(columns, width, room_for)
    assert len(places) == sum(counts)
    extents = []
    for number, count in enumerate(counts):
        start = sum(counts[:number])
        heap = places[start : start + count]
        xs, ys = [x for x, _y in heap], [y for _x, y in heap]
        extents.append((max(xs) - min(xs), max(ys) - min(ys)) if heap else (0.0, 0.0))
    for more, fewer in pairwise(extents):
        assert more[0] >= fewer[0] - 0.01
        assert more[1] >= fewer[1] - 0.01
