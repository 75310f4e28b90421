"""Votes side by side: a row an answer, a field of dots a vote, the latest one in colour."""

from dataclasses import dataclass

from PySide6.QtCore import QRectF

from collabkit.i18n import _
from collabkit.room.showing import Round
from collabkit.ui.workshop.room_window.blocks import (
    BOLD,
    EMPTY,
    REGULAR,
    SEMIBOLD,
    Block,
    label,
    text,
)
from collabkit.ui.workshop.room_window.canvas import SMALLEST, Canvas
from collabkit.ui.workshop.room_window.dot_columns import called
from collabkit.ui.workshop.room_window.heap import (
    dot_radius,
    dots_abreast,
    queue,
    step_at,
)
from collabkit.ui.workshop.room_window.rounds import round_name
from collabkit.ui.workshop.room_window.sheet import BARE, Area, Piece
from collabkit.ui.workshop.room_window.typesetting import longest_word, width_of

MOST_VOTES = 3  # beside each other; of more the latest are shown
_NAMES = 0.28  # of the width, unless a word is longer
_LEAST, _MOST = 5.0, 9.5  # per cent of the height of the screen for a row
_LARGEST = 2.4  # radius of a dot
_EARLIER = 0.7  # of the radius in the latest vote, in those before it
_LATEST = 1.5  # of the width that the others have
_OF_ROW = 0.92  # of the height of a row for its dots
_AFTER_FIGURE = 0.5  # times the height of its letters


@dataclass(frozen=True, slots=True)
class _Row:
    """One answer: its place from low to high, and how many chose it in each vote."""

    name: str
    place: int
    counts: tuple[int | None, ...]


def dot_table(rounds: tuple[Round, ...], canvas: Canvas, room: float) -> Block | None:
    """Return up to three votes; ``None`` if ``room`` is too little.

    A vote that too few took part in says so in place of its dots.
    """
    shown = rounds[-MOST_VOTES:]
    rows = _rows(shown)
    size = canvas.share(SMALLEST)
    names = _names_width(rows, canvas.inner, size)
    set_names = [text(row.name, size, names, leading=1.1) for row in rows]
    head = _heads(shown, canvas, names, size)
    least = [max(canvas.share(_LEAST), name.height) for name in set_names]
    spare = (room - head.height - sum(least)) / len(rows)
    if spare < 0:
        return None
    heights = [max(low, min(low + spare, canvas.share(_MOST))) for low in least]
    tops = [head.height + sum(heights[:number]) for number in range(len(rows))]
    line = max(1.0, canvas.share(0.1))
    pieces: list[Piece] = list(head.pieces)
    for top, height, name in zip(tops, heights, set_names, strict=True):
        if top > tops[0]:
            pieces.append(Area(QRectF(0, top, canvas.inner, line), "line"))
        pieces += name.at(0.0, top + (height - name.height) / 2)
    middles = [top + height / 2 for top, height in zip(tops, heights, strict=True)]
    places = _fields(shown, canvas, names, size)
    scale = _scale(rows, places, min(heights), canvas)
    for place, (left, width) in enumerate(places):
        is_latest = place == len(shown) - 1
        field = _Field(canvas, left, width, tuple(middles), is_latest, scale)
        pieces += field.pieces(rows, place, len(shown[place].columns))
    return Block(tuple(pieces), canvas.inner, head.height + sum(heights))


def _rows(shown: tuple[Round, ...]) -> list[_Row]:
    pattern = next((each for each in reversed(shown) if each.columns), shown[-1])
    rows = [
        _Row(
            called(column),
            place,
            tuple(each.columns[place].count if each.columns else None for each in shown),
        )
        for place, column in enumerate(pattern.columns)
    ]
    names = dict.fromkeys(column.name for each in shown for column in each.apart)
    for name in names:
        counts = tuple(
            next((column.count for column in each.apart if column.name == name), None)
            for each in shown
        )
        rows.append(_Row(name, len(rows), counts))
    return rows


def _names_width(rows: list[_Row], width: float, size: int) -> float:
    longest = max(longest_word(row.name, size, REGULAR) for row in rows)
    widest = max(width_of(row.name, size, REGULAR) for row in rows)
    return max(longest, min(widest, width * _NAMES)) + 1


def _fields(
    shown: tuple[Round, ...], canvas: Canvas, names: float, size: int
) -> list[tuple[float, float]]:
    """Return the left edge and the width of the field of each vote."""
    gap = size * 0.8
    each = (canvas.inner - names) / (len(shown) - 1 + _LATEST)
    wide = [each] * (len(shown) - 1) + [each * _LATEST]
    return [(names + gap + place * each, width - gap) for place, width in enumerate(wide)]


def _heads(shown: tuple[Round, ...], canvas: Canvas, names: float, size: int) -> Block:
    """Return what each vote is called, and whether it was public; nothing over a single one."""
    if len(shown) == 1:
        return EMPTY
    pieces: list[Piece] = []
    height = 0.0
    for each, (left, width) in zip(shown, _fields(shown, canvas, names, size), strict=True):
        words = round_name(each.number)
        if each.is_public:
            words = _("{vote}, public").format(vote=words)
        weight = BOLD if each is shown[-1] else SEMIBOLD
        block = text(words, size, width, weight, leading=1.1)
        pieces += block.at(left, 0.0)
        height = max(height, block.height)
    return Block(tuple(pieces), canvas.inner, height + size * 0.3)


@dataclass(frozen=True, slots=True)
class _Scale:
    """How the dots of all votes are drawn: abreast alike, those of earlier votes smaller."""

    abreast: int
    latest: float  # radius
    earlier: float  # radius
    figures: float  # the width that counts take


def _scale(
    rows: list[_Row], places: list[tuple[float, float]], height: float, canvas: Canvas
) -> _Scale:
    """Return the scale for fields at ``places`` (left edge and width), in rows of ``height``."""
    size, across = canvas.share(SMALLEST), height * _OF_ROW
    votes = list(zip(*(row.counts for row in rows), strict=True))
    most = [max((count or 0 for count in counts), default=0) for counts in votes]
    figures = max(size, width_of(str(max(most)), size, BOLD)) + size * _AFTER_FIGURE
    largest = canvas.share(_LARGEST)
    last = most[-1], places[-1][1] - figures
    before = max(most[:-1], default=0), places[0][1] - figures
    abreast = max(dots_abreast(count, across, along, largest) for count, along in (last, before))
    radius = dot_radius(last[0], abreast, across, last[1], largest)
    smaller = dot_radius(before[0], abreast, across, before[1], radius * _EARLIER)
    return _Scale(abreast, radius, smaller, figures)


@dataclass(frozen=True, slots=True)
class _Field:
    """Where one vote goes: round the middle of each row."""

    canvas: Canvas
    left: float
    width: float
    middles: tuple[float, ...]
    is_latest: bool
    scale: _Scale

    def pieces(self, rows: list[_Row], vote: int, columns: int) -> list[Piece]:
        """Return the counts and the dots of the vote at ``vote``."""
        size = self.canvas.share(SMALLEST)
        if not columns:
            told = text(_("Too few answers to show"), size, self.width)
            return [*told.at(self.left, self.middles[0] - size / 2)]
        weight = BOLD if self.is_latest else REGULAR
        scale, line = self.scale, max(2.0, self.canvas.share(0.2))
        radius = scale.latest if self.is_latest else scale.earlier
        dots_left = self.left + scale.figures
        pieces: list[Piece] = []
        for row, middle in zip(rows, self.middles, strict=True):
            count = row.counts[vote] or 0
            figure = label(str(count), size, weight=weight)
            right = dots_left - size * _AFTER_FIGURE
            pieces += figure.at(right - figure.width, middle - figure.height / 2)
            step = step_at(row.place, columns) if self.is_latest else BARE
            dots = queue(count, scale.abreast, radius, step, line)
            pieces += dots.at(dots_left, middle - dots.height / 2)
        return pieces
