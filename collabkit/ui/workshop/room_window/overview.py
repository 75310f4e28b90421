"""The map: all statements, each with its spread in a word and in small dots."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from collabkit.i18n import _, ngettext
from collabkit.room.adopting import MOST_CHOSEN
from collabkit.room.meeting import Decision
from collabkit.room.scenes import MapEntry, MapScene
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
from collabkit.ui.workshop.room_window.pages import pages
from collabkit.ui.workshop.room_window.sheet import Area, Piece, Sheet, Sign

_TITLE = 5.5


def map_sheets(scene: MapScene, canvas: Canvas) -> tuple[Sheet, ...]:
    """Return the statements, on as many sheets as they take."""
    title = _("What shall we act on?") if scene.is_choice else _("What we have seen")
    head = label(title, canvas.share(_TITLE), "accent", BOLD)
    if scene.is_choice:
        head = ends(head, _chosen_so_far(scene.entries, canvas), canvas.inner)
    rows = [_row(entry, canvas, is_choice=scene.is_choice) for entry in scene.entries]
    return pages(canvas, head, rows, canvas.share(1.2), lambda n: ends(EMPTY, n, canvas.inner))


def _chosen_so_far(entries: Sequence[MapEntry], canvas: Canvas) -> Block:
    count = sum(entry.is_chosen for entry in entries)
    words = ngettext("{count} of {most} chosen", "{count} of {most} chosen", count)
    return label(words.format(count=count, most=MOST_CHOSEN), canvas.share(SMALLEST))


def _row(entry: MapEntry, canvas: Canvas, *, is_choice: bool) -> Block:
    """Return one statement: a tick if it is chosen, its words, small dots, and its spread."""
    size, side = canvas.share(SMALLEST), canvas.share(1.2)
    ground = "accent_soft" if entry.is_chosen else "surface"
    tick = size * 1.5 if is_choice else 0.0
    dots, spread = canvas.share(15), canvas.share(24)
    words_width = canvas.inner - 2 * side - tick - dots - spread - 2 * size * 0.6
    words = text(entry.statement, size, words_width, REGULAR, ground=ground, leading=1.15)
    standing = below(
        [
            text(line, size, spread, SEMIBOLD, ground=ground, leading=1.15)
            for line in (entry.standing, _became(entry.decision))
            if line
        ],
        0.0,
    )
    picture = EMPTY
    if entry.rounds and entry.rounds[-1].columns:
        counts = tuple(column.count for column in entry.rounds[-1].columns)
        picture = small_columns(counts, dots, canvas.share(8), max(1.5, canvas.share(0.15)))
    height = max(words.height, standing.height, picture.height) + side
    pieces: list[Piece] = [Area(QRectF(0, 0, canvas.inner, height), ground, side)]
    left = float(side)
    if entry.is_chosen:
        box = QRectF(left, (height - size) / 2, size, size)
        pieces.append(Sign("tick", box, "accent", 3.5))
    left += tick
    pieces += words.at(left, (height - words.height) / 2)
    left += words_width + size * 0.6
    pieces += picture.at(left, (height - picture.height) / 2)
    left += dots + size * 0.6
    pieces += standing.at(left, (height - standing.height) / 2)
    return Block(tuple(pieces), canvas.inner, height)


def _became(decision: Decision | None) -> str:
    if decision is Decision.PARK:
        return _("Parked")
    return _("An action") if decision is Decision.ACTION else ""
