"""The map: all statements, each with its spread in a word and in small dots."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from collabkit.i18n import _, ngettext
from collabkit.room.adopting import MOST_CHOSEN
from collabkit.room.meeting import Decision
from collabkit.room.scenes import MapEntry, MapScene
from collabkit.room.showing import DotColumn
from collabkit.ui.workshop.room_window.blocks import (
    BOLD,
    EMPTY,
    REGULAR,
    SEMIBOLD,
    Block,
    below,
    ends,
    label,
    text,
)
from collabkit.ui.workshop.room_window.canvas import SMALLEST, Canvas
from collabkit.ui.workshop.room_window.heap import small_columns
from collabkit.ui.workshop.room_window.pages import pages, paragraphs
from collabkit.ui.workshop.room_window.sheet import CENTRE, Area, Piece, Sheet, Sign
from collabkit.ui.workshop.room_window.typesetting import longest_word, width_of

_TITLE = 5.5
_DOTS = 5.2  # height of the small dots
_COLUMN, _WIDE_COLUMN = 4.2, 5.5  # width of one of their columns
_SPREAD, _WIDE_SPREAD = 16, 24  # width of what is said beside them
_FIGURES = 0.85  # from line to line: figures have no descenders
_LEADING = 1.12


def map_sheets(scene: MapScene, canvas: Canvas) -> tuple[Sheet, ...]:
    """Return the statements, on as many sheets as they take.

    What was not voted on, and is not chosen nor decided on either, is only named at the end.
    """
    title = _("What shall we act on?") if scene.is_choice else _("What we have seen")
    tight = canvas.tightened
    head = label(title, canvas.share(_TITLE), "accent", BOLD)
    if scene.is_choice:
        head = ends(head, _chosen_so_far(scene.entries, canvas), canvas.inner)
    left_out = [entry for entry in scene.entries if _is_left_out(entry)]
    told = [entry for entry in scene.entries if not _is_left_out(entry)]
    shape = _Shape(told, canvas, is_choice=scene.is_choice)
    rows = [shape.row(entry) for entry in told]
    if left_out:
        rows += _not_voted_on(left_out, canvas)
    gap = canvas.share(0.4)
    return pages(tight, head, rows, gap, lambda n: ends(EMPTY, n, canvas.inner), is_even=False)


def _is_left_out(entry: MapEntry) -> bool:
    return not (entry.rounds or entry.is_chosen or _became(entry.decision))


def _not_voted_on(entries: Sequence[MapEntry], canvas: Canvas) -> list[Block]:
    named = "; ".join(entry.statement.rstrip(".") for entry in entries)
    words = _("Not voted on: {statements}.").format(statements=named)
    side, size = canvas.share(1.2), canvas.share(SMALLEST)
    width = canvas.inner - 2 * side
    return [
        Block(part.at(side, side / 2), canvas.inner, part.height + side / 2)
        for part in paragraphs(words, size, width, canvas.height / 3)
    ]


def _chosen_so_far(entries: Sequence[MapEntry], canvas: Canvas) -> Block:
    count = sum(entry.is_chosen for entry in entries)
    words = ngettext(
        "{count} chosen, of at most {most}", "{count} chosen, of at most {most}", count
    )
    return label(words.format(count=count, most=MOST_CHOSEN), canvas.share(SMALLEST))


def _columns(entry: MapEntry) -> tuple[DotColumn, ...]:
    return entry.rounds[-1].columns if entry.rounds else ()


class _Shape:
    """How the rows of one map are laid out: all alike, so that they can be compared."""

    def __init__(self, entries: Sequence[MapEntry], canvas: Canvas, *, is_choice: bool) -> None:
        self._canvas = canvas
        self._size, self._side = canvas.share(SMALLEST), canvas.share(1.2)
        self._between = self._size * 0.6
        self._tick = self._size * 1.5 if is_choice else 0.0
        columns = [column for entry in entries for column in _columns(entry)]
        self._most = max((column.count for column in columns), default=1)
        widest = max((width_of(c.mark, self._size, REGULAR) for c in columns), default=0.0)
        column = canvas.share(_WIDE_COLUMN if canvas.is_wide else _COLUMN)
        self._column = max(column, widest * 1.15)
        self._dots = self._column * max((len(_columns(entry)) for entry in entries), default=0)
        self._spread = self._spread_width(entries)

    def row(self, entry: MapEntry) -> Block:
        """Return one statement: a tick if it is chosen, its words, small dots, and its spread."""
        size, side, canvas = self._size, self._side, self._canvas
        ground = "accent_soft" if entry.is_chosen else "surface"
        used = 2 * side + self._tick + self._dots + self._spread + 2 * self._between
        width = canvas.inner - used
        words = text(entry.statement, size, width, REGULAR, ground=ground, leading=_LEADING)
        standing = below(
            [
                text(line, size, self._spread, SEMIBOLD, ground=ground, leading=_LEADING)
                for line in _standing(entry)
            ],
            0.0,
        )
        picture = self._picture(_columns(entry), ground)
        height = max(words.height, standing.height, picture.height) + side * 0.6
        pieces: list[Piece] = [Area(QRectF(0, 0, canvas.inner, height), ground, side)]
        if entry.is_chosen:
            box = QRectF(side, (height - size) / 2, size, size)
            pieces.append(Sign("tick", box, "accent", 3.5))
        left = side + self._tick
        pieces += words.at(left, (height - words.height) / 2)
        left += width + self._between
        pieces += picture.at(left, (height - picture.height) / 2)
        left += self._dots + self._between
        pieces += standing.at(left, (height - standing.height) / 2)
        return Block(tuple(pieces), canvas.inner, height)

    def _spread_width(self, entries: Sequence[MapEntry]) -> float:
        """Return a width in which a spread may take two lines, and what became of it takes one."""
        size, most = self._size, _WIDE_SPREAD if self._canvas.is_wide else _SPREAD
        said = [words for entry in entries for words in _standing(entry)]
        widest = max((width_of(words, size, SEMIBOLD) for words in said), default=0.0)
        unbroken = [longest_word(entry.standing, size, SEMIBOLD) for entry in entries]
        unbroken += [width_of(_became(entry.decision), size, SEMIBOLD) for entry in entries]
        return max(0.0, min(widest, self._canvas.share(most)), *unbroken) + 1

    def _picture(self, columns: Sequence[DotColumn], ground: str) -> Block:
        """Return dots on a base line, with the number of each column below it."""
        if not columns:
            return EMPTY
        width, high = self._column * len(columns), float(self._canvas.share(_DOTS))
        line = max(1.5, self._canvas.share(0.15))
        counts = [column.count for column in columns]
        dots = small_columns(counts, self._most, width, high, line)
        pieces: list[Piece] = [*dots.pieces, Area(QRectF(0, high, width, line), "ink")]
        foot = high + line
        for place, column in enumerate(columns):
            mark = text(
                column.mark,
                self._size,
                self._column,
                ground=ground,
                align=CENTRE,
                leading=_FIGURES,
            )
            pieces += mark.at(self._column * place, foot)
            high = max(high, foot + mark.height)
        return Block(tuple(pieces), width, high)


def _standing(entry: MapEntry) -> tuple[str, ...]:
    """Return the spread in a word, and what became of the statement."""
    return tuple(words for words in (entry.standing, _became(entry.decision)) if words)


def _became(decision: Decision | None) -> str:
    if decision is Decision.PARK:
        return _("Parked")
    return _("An action") if decision is Decision.ACTION else ""
