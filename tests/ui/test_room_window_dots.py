"""Whoever compares dots compares people: more people never look like fewer."""

from collections.abc import Mapping
from itertools import combinations

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot
from room_scenes import Room

from collabkit.room.scenes import DotsScene
from collabkit.ui.theme import Theme
from collabkit.ui.widgets.dot_layout import lay_out as lay_out_strip
from collabkit.ui.widgets.dot_strip import DotColumn
from collabkit.ui.workshop.ending.mini_dots import MiniDots
from collabkit.ui.workshop.room_window.canvas import Canvas
from collabkit.ui.workshop.room_window.heap import dot_radius, dots_abreast, small_columns
from collabkit.ui.workshop.room_window.pictures import lay_out
from collabkit.ui.workshop.room_window.sheet import Column, Dots, Piece

SIZES = [(1024, 768), (1280, 720), (1920, 1080), (3840, 2160)]
ANSWERS: list[Mapping[str, int]] = [
    {"1": 5, "2": 4, "5": 2},
    {"1": 6, "3": 5},
    {"2": 9, "4": 8, "5": 7, "dk": 6},
    {"1": 31, "2": 17, "3": 16, "na": 1},
]

pytestmark = pytest.mark.usefixtures("theme")


def check_dots(heaps: list[Dots]) -> None:
    """Of any two answers, the one of more people is as high and as wide at least."""
    for one, other in combinations(heaps, 2):
        fewer, more = sorted((one, other), key=lambda heap: len(heap.centres))
        assert fewer.radius == more.radius
        assert fewer.area.height() <= more.area.height() + 0.01, (fewer, more)
        assert fewer.area.width() <= more.area.width() + 0.01, (fewer, more)


def dots(pieces: tuple[Piece, ...]) -> list[Dots]:
    return [piece for piece in pieces if isinstance(piece, Dots)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("counts", ANSWERS)
def test_more_people_never_look_like_fewer(
    size: tuple[int, int], counts: Mapping[str, int]
) -> None:
    """Five were a double column beside a single one of four."""
    scene = Room(sum(counts.values())).on(1).vote_and_reveal(counts).scene
    (sheet,) = lay_out(scene, Canvas(*size, size[1]))
    heaps = dots(sheet.pieces)
    assert sorted(len(heap.centres) for heap in heaps) == sorted(counts.values())
    check_dots(heaps)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("people", [11, 60, 150])
def test_votes_beside_each_other_are_drawn_alike(size: tuple[int, int], people: int) -> None:
    """As many dots abreast in each; earlier ones are smaller, and none lies on another."""
    room = Room(people).on(1).vote_and_reveal({"1": people - 5, "2": 5})
    for counts in ({"1": people - 9, "3": 9}, {"2": people - 4, "3": 4}):
        room.again().hands(counts).on(2)
    scene = room.scene
    assert isinstance(scene, DotsScene)
    canvas = Canvas(*size, size[1])
    (sheet,) = lay_out(scene, canvas)
    heaps = dots(sheet.pieces)
    fullest = [max(rows_of(h) for h in heaps if h.radius == r) for r in {h.radius for h in heaps}]
    assert len(set(fullest)) == 1
    for place, (one, other) in enumerate(combinations(heaps, 2)):
        assert not one.area.intersects(other.area), (place, one, other)
    radii = sorted({heap.radius for heap in heaps})
    assert len(radii) == 2
    for radius in radii:
        check_dots_of_each_vote([heap for heap in heaps if heap.radius == radius])


def rows_of(heap: Dots) -> int:
    downs = [centre.y() for centre in heap.centres]
    return round((max(downs) - min(downs)) / (2.3 * heap.radius)) + 1


def check_dots_of_each_vote(heaps: list[Dots]) -> None:
    for left in {round(heap.area.left(), 1) for heap in heaps}:
        check_dots([heap for heap in heaps if round(heap.area.left(), 1) == left])


@pytest.mark.parametrize("most", [1, 4, 5, 11, 60, 200])
@pytest.mark.parametrize(("across", "along"), [(100, 300), (300, 100), (40, 40), (10, 900)])
def test_the_dots_of_the_fullest_answer_have_room(most: int, across: float, along: float) -> None:
    abreast = dots_abreast(most, across, along, 26)
    radius = dot_radius(most, abreast, across, along, 26)
    lines = -(-most // abreast)
    assert 0 < radius <= 26
    assert abreast * 2.3 * radius <= across + 0.01
    assert lines * 2.3 * radius <= along + 0.01


def test_few_people_stand_in_one_column() -> None:
    """One above the other is what can be compared best."""
    assert [dots_abreast(most, 200, 400, 26) for most in (1, 3, 5, 6)] == [1, 1, 1, 1]
    assert dots_abreast(30, 200, 400, 26) > 1


def test_small_pictures_that_are_seen_together_share_one_scale() -> None:
    """Four people in one statement are not drawn as high as eight in the next."""
    fuller = small_columns((8, 0, 0, 0, 3), 8, 300, 60, 2).pieces
    emptier = small_columns((4, 0, 4, 0, 3), 8, 300, 60, 2).pieces
    assert all(isinstance(piece, Column) for piece in (*fuller, *emptier))
    assert emptier[0].area.height() == pytest.approx(fuller[0].area.height() / 2)
    assert emptier[-1].area.height() == pytest.approx(fuller[-1].area.height())


class Recorder(QPainter):
    """Draws, and remembers where the dots went."""

    def __init__(self, image: QImage) -> None:
        super().__init__(image)
        self.centres: list[QPointF] = []

    def drawEllipse(self, *place: object) -> None:
        assert isinstance(place[0], QPointF)
        self.centres.append(QPointF(place[0]))
        super().drawEllipse(*place)  # type: ignore[call-overload]


@pytest.mark.parametrize("width", [260, 420, 620, 900])
@pytest.mark.parametrize("counts", [(5, 4, 3, 2, 1), (13, 12, 7, 6, 0), (40, 31, 30, 2, 0)])
def test_in_the_strips_of_pages_more_people_never_look_like_fewer(
    theme: Theme, width: int, counts: tuple[int, ...]
) -> None:
    columns = tuple(DotColumn("Now and then", n, str(at)) for at, n in enumerate(counts, 1))
    image = QImage(1000, 1000, QImage.Format.Format_RGB32)
    painter = Recorder(image)
    lay_out_strip(columns, (), theme, width).paint(painter)
    painter.end()
    heaps, start = [], 0
    for count in counts:
        if count:
            heaps.append(Dots(tuple(painter.centres[start : start + count]), 5, 0, 1))
        start += count
    check_dots(heaps)


def test_the_small_dots_on_the_console_stand_on_a_line_with_their_numbers_below(
    qtbot: QtBot, theme: Theme
) -> None:
    """Which column is which can be seen where most of them are empty."""
    scene = Room().on(1).vote_and_reveal({"2": 11}).scene
    assert isinstance(scene, DotsScene)
    small = MiniDots()
    qtbot.addWidget(small)
    small.show_round(scene.rounds[0])
    small.resize(small.sizeHint())
    image = small.grab().toImage()
    ground = image.pixelColor(image.width() - 1, 0)
    rows = [
        [image.pixelColor(x, y) != ground for x in range(image.width())]
        for y in range(image.height())
    ]
    line = next(y for y, row in enumerate(rows) if sum(row) > image.width() * 0.9)
    each = image.width() // 5
    for column in range(5):
        below = [row[column * each : (column + 1) * each] for row in rows[line + 3 :]]
        assert any(any(row) for row in below), column
