"""The statement itself and what stands above it, the same in every scene."""

from collections.abc import Iterator

from collabkit.i18n import _
from collabkit.room.scenes import DotsScene, Heading, ReadScene, VoteScene
from collabkit.ui.workshop.room_window.blocks import (
    REGULAR,
    SEMIBOLD,
    Block,
    below,
    ends,
    label,
    pill,
    text,
)
from collabkit.ui.workshop.room_window.canvas import MOST_LINES, SMALLEST, STATEMENT, Canvas

LEADING = 1.16

_Stating = ReadScene | VoteScene | DotsScene


def heading_block(heading: Heading, canvas: Canvas, mark: str = "") -> Block:
    """Return what stands above each statement: its theme, a mark, and its place."""
    size = canvas.share(SMALLEST)
    right = label(heading.place, size, "ink", REGULAR)
    if mark:
        marked = pill(mark, size)
        right = ends(marked, right, marked.width + right.width + size)
    left = label(heading.section, size, "accent")
    room = canvas.inner - right.width - size
    if left.width > room:
        left = text(heading.section, size, room, SEMIBOLD, "accent", leading=1.0)
    row = ends(left, right, canvas.inner)
    # As high with a mark as without one: nothing below moves when it comes.
    height = max(row.height, pill(heading.place, size).height)
    return Block(row.at(0.0, (height - row.height) / 2), canvas.inner, height)


def stated(scene: _Stating, size: int, canvas: Canvas) -> Block:
    """Return the statement in letters of ``size``; two ends are set below each other."""
    if scene.ends is None:
        return _set(scene.statement, size, canvas)
    start, end = scene.ends
    lines = (_("From “{start}”").format(start=start), _("to “{end}”").format(end=end))
    return below([_set(line, size, canvas) for line in lines], size * 0.35)


def statements(scene: _Stating, canvas: Canvas, largest: float) -> Iterator[Block]:
    """Yield the statement in smaller and smaller letters, from where it has four lines at most."""
    for size in canvas.shares(largest, STATEMENT):
        block = stated(scene, size, canvas)
        if line_count(block) <= MOST_LINES or size == canvas.share(STATEMENT):
            yield block


def line_count(block: Block) -> int:
    """Return the number of lines of the longest text in ``block``."""
    return max((piece.count for piece in block.words), default=0)


def _set(words: str, size: int, canvas: Canvas) -> Block:
    return text(words, size, canvas.inner, SEMIBOLD, leading=LEADING)
