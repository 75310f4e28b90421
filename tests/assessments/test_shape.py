import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from measured_packs import FIVE, THREE, item, pack, results

from collabkit.assessments.pack import AnswerForm
from collabkit.assessments.results import Results
from collabkit.assessments.shape import Anchor, Point, draw_shape, has_shape

scores = st.lists(
    st.none() | st.fractions(min_value=1, max_value=5, max_denominator=50), max_size=9
)


def radius(point: Point) -> float:
    return math.hypot(point.x, point.y)


def test_the_first_axis_is_at_twelve_o_clock_and_the_second_to_its_right():
    """Axes run clockwise, with y upwards."""
    shape = draw_shape([5, 5, 5, 5])
    ends = [(round(axis.end.x, 9), round(axis.end.y, 9)) for axis in shape.axes]
    assert ends == [(0, 1), (1, 0), (0, -1), (-1, 0)]


def test_axes_run_from_level_one_to_the_unit_circle():
    """The middle is no level: nothing is drawn as a zero."""
    for axis in draw_shape([None] * 5).axes:
        assert radius(axis.start) == pytest.approx(1 / 5)
        assert radius(axis.end) == pytest.approx(1)


def test_there_is_a_ring_a_level_with_a_corner_on_every_axis():
    """Five rings at equal distances."""
    shape = draw_shape([3] * 5)
    assert [len(ring) for ring in shape.rings] == [5] * 5
    for level, ring in enumerate(shape.rings, start=1):
        assert {round(radius(corner), 9) for corner in ring} == {level / 5}
    assert shape.rings[-1] == tuple(axis.end for axis in shape.axes)
    assert shape.rings[0] == tuple(axis.start for axis in shape.axes)


def test_a_score_lies_on_its_axis_at_its_height():
    """Half-way between the levels 2 and 3 on the second of four axes."""
    points = draw_shape([1, Fraction(5, 2), 5, 4]).points
    assert (points[1].x, points[1].y) == pytest.approx((0.5, 0))


def test_all_scores_make_a_closed_line():
    """The last point is joined with the first."""
    shape = draw_shape([1, 2, 3, 4, 5])
    starts, ends = zip(*shape.lines, strict=True)
    assert starts == shape.points
    assert ends == (*shape.points[1:], shape.points[0])


def test_a_section_without_a_score_interrupts_the_line():
    """A gap is a gap: neither joined over nor drawn as a zero."""
    shape = draw_shape([2, None, 3, 4, 5])
    points = shape.points
    assert points[1] is None
    assert shape.lines == (
        (points[2], points[3]),
        (points[3], points[4]),
        (points[4], points[0]),
    )


def test_a_score_between_two_gaps_is_a_point_alone():
    """It has nobody to be joined with."""
    shape = draw_shape([None, 3, None, 4, 5])
    assert len(shape.lines) == 1
    assert shape.points[1] is not None


@pytest.mark.parametrize(
    ("given_scores", "lines"), [([], 0), ([3], 0), ([3, 4], 1), ([3, None], 0), ([3, 4, 5], 3)]
)
def test_few_sections_repeat_no_line(given_scores, lines):
    """Two sections are joined once."""
    assert len(draw_shape(given_scores).lines) == lines


def test_labels_stand_outside_and_run_away_from_the_middle():
    """Names never lie on the rings."""
    shape = draw_shape([3] * 5)
    assert all(radius(label.point) > 1 for label in shape.labels)
    assert [label.across for label in shape.labels] == [
        Anchor.MIDDLE,
        Anchor.START,
        Anchor.START,
        Anchor.END,
        Anchor.END,
    ]
    assert [label.upwards for label in shape.labels] == [
        Anchor.START,
        Anchor.START,
        Anchor.END,
        Anchor.END,
        Anchor.START,
    ]


@pytest.mark.parametrize("score", [0, Fraction(99, 100), 6, Fraction(501, 100)])
def test_a_score_outside_the_rings_is_refused(score):
    """A shape that cannot be true is not drawn."""
    with pytest.raises(ValueError, match="outside the rings"):
        draw_shape([score, 3, 3])


@given(scores)
def test_every_line_joins_two_neighbouring_points(given_scores):
    """Whatever is missing, there are as many lines as pairs of neighbours with scores."""
    shape = draw_shape(given_scores)
    count = len(given_scores)
    assert [point is None for point in shape.points] == [s is None for s in given_scores]
    for line in shape.lines:
        start, end = (shape.points.index(point) for point in line)
        assert (end - start) % count in {1, count - 1}
    pairs = {frozenset((place, (place + 1) % count)) for place in range(count)} if count > 1 else ()
    joined = [pair for pair in pairs if all(given_scores[place] is not None for place in pair)]
    assert len(shape.lines) == len(joined)


@given(scores)
def test_a_point_is_as_far_out_as_its_score(given_scores):
    """The distance from the middle is the score, a fifth a level."""
    for score, point in zip(given_scores, draw_shape(given_scores).points, strict=True):
        if score is not None:
            assert radius(point) * 5 == pytest.approx(float(score))


def picture(themes: int, form: AnswerForm = FIVE, answers: str = "3 3 3 3 3") -> Results:
    ids = [f"{code}-1" for code in "ABCDE"[:themes]]
    content = pack(*(item(item_id, form) for item_id in ids))
    return results(content, dict.fromkeys(ids, answers) if answers else {})


@pytest.mark.parametrize(("themes", "drawn"), [(2, False), (3, True), (5, True)])
def test_a_shape_needs_three_corners(themes, drawn):
    """Two themes make a line, which says nothing."""
    assert has_shape(picture(themes)) is drawn


def test_without_any_score_there_is_no_shape():
    """Empty rings would look like a result."""
    assert not has_shape(picture(5, answers=""))


def test_scores_on_another_scale_make_no_shape():
    """The rings are the levels from 1 to 5."""
    assert not has_shape(picture(5, THREE, "yes yes yes yes yes"))
