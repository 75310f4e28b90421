"""What stands at the foot of the room window besides the picture: the strip and the quiet bar."""

from PySide6.QtCore import QRectF

from collabkit.ui.workshop.room_window.blocks import REGULAR, SEMIBOLD, Block, in_rows, text
from collabkit.ui.workshop.room_window.canvas import SMALLEST, Canvas
from collabkit.ui.workshop.room_window.sheet import Area, Piece
from collabkit.ui.workshop.room_window.typesetting import width_of

_GROUND = "paper"
_BETWEEN = " · "  # the parts of a hint
_BAR = 1.2  # per cent of the height of the screen


def strip_block(words: str, hint: str, canvas: Canvas) -> Block:
    """Return a line for the foot of a single screen; its ``hint`` stands at the right.

    Where both do not fit on one line, the hint stands below, broken between its parts alone.
    """
    size = canvas.share(SMALLEST)
    together = width_of(words, size, SEMIBOLD) + width_of(hint, size, REGULAR) + 2 * size
    aside = together <= canvas.inner
    said = text(words, size, canvas.inner, SEMIBOLD, ground=_GROUND)
    hinted = _hints(hint, size, canvas.inner)
    left = canvas.margin + (canvas.inner - hinted.width if aside else 0.0)
    top = size * 0.25
    pieces: tuple[Piece, ...] = (
        *said.at(canvas.margin, top),
        *hinted.at(left, top if aside else top + said.height),
    )
    height = (max(said.height, hinted.height) if aside else said.height + hinted.height) + top
    height += max(top, canvas.share(_BAR) * 1.3)  # the bar has room under it
    ground = Area(QRectF(0, 0, canvas.width, height), _GROUND)
    line = Area(QRectF(0, 0, canvas.width, max(2.0, canvas.share(0.2))), "accent")
    return Block((ground, line, *pieces), canvas.width, height)


def _hints(hint: str, size: int, width: float) -> Block:
    """Return the parts of ``hint``, which stand between dots, in as few lines as they need."""
    *others, last = hint.split(_BETWEEN)
    parts = [*(f"{part}{_BETWEEN.rstrip()}" for part in others), last]
    blocks = [
        text(part, size, min(width, width_of(part, size, REGULAR) + 1), ground=_GROUND)
        for part in parts
        if part
    ]
    return in_rows(blocks, width, size * 0.3, 0.0)


def bar_pieces(share: float, canvas: Canvas) -> tuple[Piece, ...]:
    """Return the bar at the very edge; ``share`` of the time has gone, from 0 to 1."""
    high = canvas.share(_BAR)
    top = canvas.screen - high
    gone = canvas.width * min(1.0, max(0.0, share))
    return (
        Area(QRectF(0, top, canvas.width, high), "line"),
        Area(QRectF(0, top, gone, high), "accent"),
    )
