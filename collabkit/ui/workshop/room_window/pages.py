"""Puts blocks on sheets: one, or as many as it takes. Nothing is ever cut off."""

from collections.abc import Callable, Iterable, Sequence

from collabkit.i18n import _
from collabkit.ui.workshop.room_window.blocks import EMPTY, Block, below, label, text
from collabkit.ui.workshop.room_window.canvas import SMALLEST, Canvas
from collabkit.ui.workshop.room_window.sheet import Sheet

Parts = tuple[Block, Block, Block]  # head, body, foot


def page(canvas: Canvas, head: Block, body: Block, foot: Block, lift: float = 0.42) -> Sheet | None:
    """Return a sheet with ``body`` between ``head`` and ``foot``, or ``None`` if it does not fit.

    ``lift`` is where the body stands in its room: 0 at the top, 0.5 in the middle.
    """
    spare = room_between(canvas, head, foot) - body.height
    if spare < 0 or body.width > canvas.inner + 1:
        return None
    top = canvas.top + (head.height + canvas.gap if head.pieces else 0.0) + spare * lift
    left = canvas.margin
    pieces = (
        *head.at(left, canvas.top),
        *body.at(left, top),
        *foot.at(left, canvas.height - canvas.top - foot.height),
    )
    return Sheet(canvas.width, canvas.height, pieces)


def room_between(canvas: Canvas, head: Block, foot: Block) -> float:
    """Return how high what stands between ``head`` and ``foot`` can be."""
    taken = sum(block.height + canvas.gap for block in (head, foot) if block.pieces)
    return canvas.height - 2 * canvas.top - taken


def first_that_fits(canvas: Canvas, candidates: Iterable[Parts], lift: float = 0.42) -> Sheet:
    """Return the first of ``candidates`` that fits on a sheet.

    In a window so small that none does, the last stands from the top downwards.
    """
    last: Parts = (EMPTY, EMPTY, EMPTY)
    for last in candidates:
        if sheet := page(canvas, *last, lift):
            return sheet
    return _squeezed(canvas, *last)


def pages(
    canvas: Canvas,
    head: Block,
    rows: Sequence[Block],
    gap: float,
    foot: Callable[[Block], Block],
    lift: float = 0.0,
    *,
    is_even: bool = True,
    before: int = 0,
) -> tuple[Sheet, ...]:
    """Return ``rows`` in their order on as many sheets as it takes.

    Each sheet gets about as many of them, or, if not ``is_even``, as many as it can take.
    ``foot`` is given the number of the page, empty where there is one only, and returns what
    stands at the foot. ``before`` counts sheets of the same picture that stand before these.
    """
    alone = page(canvas, head, below(rows, gap), foot(EMPTY), lift)
    if alone is not None:
        return (alone,)
    room = room_between(canvas, head, foot(_page_number(canvas, 1, 1)))
    parts = _shared_out(rows, gap, room) if is_even else _filled(rows, gap, room)
    sheets = []
    for number, part in enumerate(parts, start=1):
        body = below(part, gap)
        under = foot(_page_number(canvas, before + number, before + len(parts)))
        sheets.append(page(canvas, head, body, under, 0.0) or _squeezed(canvas, head, body, under))
    return tuple(sheets)


def paragraphs(
    words: str, pixels: int, width: float, tallest: float, weight: int = 400
) -> list[Block]:
    """Return a text as blocks no higher than ``tallest``: one, or more where it is long."""
    whole = text(words, pixels, width, weight)
    if whole.height <= tallest:
        return [whole]
    parts = words.split()
    middle = len(parts) // 2
    if not middle:
        return [whole]
    return [
        block
        for half in (parts[:middle], parts[middle:])
        for block in paragraphs(" ".join(half), pixels, width, tallest, weight)
    ]


def _shared_out(rows: Sequence[Block], gap: float, room: float) -> list[list[Block]]:
    """Return the rows page by page: as few pages as it takes, as even as they can be."""
    parts = _filled(rows, gap, room)
    each = -(-len(rows) // len(parts))
    even = [list(rows[start : start + each]) for start in range(0, len(rows), each)]
    if len(even) == len(parts) and all(below(part, gap).height <= room for part in even):
        return even
    return parts


def _filled(rows: Sequence[Block], gap: float, room: float) -> list[list[Block]]:
    parts: list[list[Block]] = [[]]
    for row in rows:
        if parts[-1] and below([*parts[-1], row], gap).height > room:
            parts.append([])
        parts[-1].append(row)
    return parts


def _page_number(canvas: Canvas, number: int, total: int) -> Block:
    words = _("Page {number} of {total}").format(number=number, total=total)
    return label(words, canvas.share(SMALLEST), "accent")


def _squeezed(canvas: Canvas, head: Block, body: Block, foot: Block) -> Sheet:
    """Return a sheet for a window too small for anything: from the top, one below the other."""
    pieces = below((head, body, foot), canvas.gap).at(canvas.margin, canvas.top)
    return Sheet(canvas.width, canvas.height, pieces)
