"""While people arrive, in a break, and while all else is hidden."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from collabkit.i18n import _
from collabkit.room.scenes import BreakScene, LobbyScene
from collabkit.ui.workshop.room_window.blocks import (
    BOLD,
    EMPTY,
    SEMIBOLD,
    Block,
    below,
    ends,
    text,
)
from collabkit.ui.workshop.room_window.canvas import SMALLEST, STATEMENT, Canvas
from collabkit.ui.workshop.room_window.pages import Parts, first_that_fits, page, pages, paragraphs
from collabkit.ui.workshop.room_window.sheet import Area, Sheet

_TITLE_COLUMN = 0.34  # of the width


def lobby_sheets(scene: LobbyScene, canvas: Canvas) -> tuple[Sheet, ...]:
    """Return the name of the session with the promise beside or below it, on one sheet if it can.

    A longer promise has sheets of its own.
    """
    for parts in _candidates(scene, canvas):
        if sheet := page(canvas, *parts):
            return (sheet,)
    size = canvas.share(SMALLEST)
    tallest = canvas.height / 2
    rows = [b for line in scene.promise for b in paragraphs(line, size, canvas.inner, tallest)]
    first = name_sheet(scene.title, scene.charity, canvas)
    following = pages(
        canvas, EMPTY, rows, size * 0.7, lambda number: ends(EMPTY, number, canvas.inner), before=1
    )
    return (first, *following)


def name_sheet(title: str, under: str, canvas: Canvas) -> Sheet:
    """Return a calm sheet with a name and a line under it."""
    rule = _rule(canvas)
    small = text(under, canvas.share(5), canvas.inner) if under else EMPTY
    bodies = (
        below((rule, text(title, size, canvas.inner, BOLD, leading=1.1), small), canvas.gap)
        for size in canvas.shares(11, SMALLEST)
    )
    return first_that_fits(canvas, ((EMPTY, body, EMPTY) for body in bodies))


def break_sheets(scene: BreakScene, canvas: Canvas) -> tuple[Sheet, ...]:
    """Return the sheet of a break: when it is over, if that is known."""
    if scene.back_at is None:
        when = _("We go on soon.")
    else:
        when = _("Back at {time}").format(time=f"{scene.back_at:%H:%M}")
    bodies = (
        below(
            (
                _rule(canvas),
                text(_("Break"), canvas.share(share), canvas.inner, BOLD, leading=1.1),
                text(when, canvas.share(share * 0.8), canvas.inner, SEMIBOLD),
                text(scene.title, canvas.share(max(SMALLEST, share * 0.45)), canvas.inner),
            ),
            canvas.gap,
        )
        for share in (11.0, 9.0, 7.0, 5.0)
    )
    return (first_that_fits(canvas, ((EMPTY, body, EMPTY) for body in bodies)),)


def _candidates(scene: LobbyScene, canvas: Canvas) -> Iterator[Parts]:
    if canvas.is_wide:
        for size in canvas.shares(5, SMALLEST, 0.25):
            yield EMPTY, _two_columns(scene, canvas, size), EMPTY
    for size in canvas.shares(4.5, SMALLEST, 0.25):
        for title in (8.0, STATEMENT):
            lines = [text(line, size, canvas.inner) for line in scene.promise]
            name = _name(scene, canvas, canvas.share(title), canvas.inner)
            yield EMPTY, below((name, below(lines, size * 0.45)), canvas.gap), EMPTY


def _two_columns(scene: LobbyScene, canvas: Canvas, size: int) -> Block:
    width = canvas.inner * _TITLE_COLUMN
    gap = canvas.inner * 0.06
    room = canvas.inner - width - gap
    lines = below([text(line, size, room) for line in scene.promise], size * 0.6)
    name = min(
        (_name(scene, canvas, canvas.share(share), width) for share in (8.0, 7.0, STATEMENT)),
        key=lambda block: block.height > lines.height,
    )
    height = max(lines.height, name.height)
    pieces = (*name.at(0, 0), *lines.at(width + gap, 0))
    return Block(pieces, canvas.inner, height)


def _name(scene: LobbyScene, canvas: Canvas, size: int, width: float) -> Block:
    return below(
        (
            _rule(canvas),
            text(scene.title, size, width, BOLD, leading=1.1),
            text(scene.charity, canvas.share(4.5), width, SEMIBOLD, "accent"),
        ),
        canvas.gap * 0.7,
    )


def _rule(canvas: Canvas) -> Block:
    """Return the short thick line that a title page of the booklet begins with."""
    height = canvas.share(0.9)
    area = Area(QRectF(0, 0, canvas.share(12), height), "accent", height / 2)
    return Block((area,), canvas.share(12), height)
