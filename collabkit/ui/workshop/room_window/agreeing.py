"""The end of the session: actions to be adopted, and what was agreed."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF

from collabkit.dates import day
from collabkit.i18n import _, ngettext
from collabkit.room.adopting import doubters
from collabkit.room.meeting import DraftAction
from collabkit.room.scenes import AdoptScene, EndScene
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
from collabkit.ui.workshop.room_window.canvas import SMALLEST, STATEMENT, Canvas
from collabkit.ui.workshop.room_window.pages import page, pages, paragraphs
from collabkit.ui.workshop.room_window.sheet import Area, Sheet, Sign

_TITLE = 6.5


def adopt_sheets(scene: AdoptScene, canvas: Canvas) -> tuple[Sheet, ...]:
    """Return the actions, with what fingers mean at the foot."""
    head = _title(_("What we will do"), canvas)
    hint = text(scene.hint, canvas.share(SMALLEST), canvas.inner)
    if not scene.actions:
        none = text(_("There are no actions yet."), canvas.share(STATEMENT), canvas.inner)
        return pages(canvas, head, [none], 0.0, lambda _number: hint, lift=0.42)
    for share in (5.5, 5.0, 4.5, SMALLEST):
        rows = [row for action in scene.actions for row in _action(action, canvas, share)]
        if sheet := page(canvas, head, below(rows, canvas.gap * 0.8), hint, lift=0.2):
            return (sheet,)
    return pages(
        canvas, head, rows, canvas.gap * 0.8, lambda number: below((hint, number), canvas.gap * 0.5)
    )


def end_sheets(scene: EndScene, canvas: Canvas) -> tuple[Sheet, ...]:
    """Return what was agreed: what is done now, large, and what is kept for later."""
    head = _title(_("What we agreed"), canvas)
    if not scene.now and not scene.parked:
        words = _("We adopted no actions today. What we saw and said is in the report.")
        none = text(words, canvas.share(STATEMENT), canvas.inner)
        return pages(canvas, head, [none], 0.0, lambda _number: EMPTY, lift=0.42)
    rows: list[Block] = []
    for share in (7.0, 6.5, STATEMENT, 5.0, SMALLEST):
        rows = _agreed(scene, canvas, share)
        if sheet := page(canvas, head, below(rows, canvas.gap), EMPTY, lift=0.3):
            return (sheet,)
    return pages(canvas, head, rows, canvas.gap, lambda n: ends(EMPTY, n, canvas.inner))


def _title(words: str, canvas: Canvas) -> Block:
    return label(words, canvas.share(_TITLE), "accent", BOLD)


def _agreed(scene: EndScene, canvas: Canvas, share: float) -> list[Block]:
    now, later = _list_of(scene.now, canvas, share), _list_of(scene.parked, canvas, min(share, 4.5))
    if scene.parked:
        now = _under(_("To be done now"), now, canvas)
    return [*now, *_under(_("Parked for later"), later, canvas)]


def _under(heading: str, rows: list[Block], canvas: Canvas) -> list[Block]:
    if not rows:
        return []
    titled = below((label(heading, canvas.share(4.5), "accent"), rows[0]), canvas.gap * 0.4)
    return [titled, *rows[1:]]


def _list_of(actions: Sequence[DraftAction], canvas: Canvas, share: float) -> list[Block]:
    return [row for action in actions for row in _marked(action, canvas, share)]


def _marked(action: DraftAction, canvas: Canvas, share: float) -> list[Block]:
    size = canvas.share(share)
    left = size * 1.5
    words = _worded(action, canvas, size, canvas.inner - left)
    mark = _mark(action, QRectF(0, size * 0.1, size, size))
    first, *rest = words
    return [
        Block((mark, *first.at(left, 0)), canvas.inner, first.height),
        *(Block(block.at(left, 0), canvas.inner, block.height) for block in rest),
    ]


def _action(action: DraftAction, canvas: Canvas, share: float) -> list[Block]:
    """Return an action with what the room says about it."""
    size = canvas.share(share)
    stand = _standing(action)
    words = _worded(action, canvas, size, canvas.inner)
    told = label(stand, canvas.share(SMALLEST), "accent" if action.is_adopted else "ink")
    if action.is_adopted:
        small = canvas.share(SMALLEST)
        mark = Block((_mark(action, QRectF(0, 0, small, small)),), small, small)
        told = ends(mark, told, small * 1.4 + told.width)
    *others, last = words
    rows = [*others, below((last, told), size * 0.1)]
    thick = max(2, canvas.share(0.2))
    line = Block((Area(QRectF(0, 0, canvas.inner, thick), "line"),), canvas.inner, thick)
    return [*rows[:-1], below((rows[-1], line), size * 0.45)]


def _mark(action: DraftAction, box: QRectF) -> Sign:
    """Return a tick for what is done now, a clock for what waits."""
    return Sign("tick" if action.is_now else "clock", box, "accent", 3.0)


def _worded(action: DraftAction, canvas: Canvas, size: int, width: float) -> list[Block]:
    """Return the words of an action, who does it and by when."""
    parts = paragraphs(action.text, size, width, canvas.height * 0.5, SEMIBOLD)
    who = _who_and_when(action)
    if who:
        small = text(who, canvas.share(SMALLEST), width, REGULAR)
        parts[-1] = below((parts[-1], small), 0.0)
    return parts


def _who_and_when(action: DraftAction) -> str:
    when = _("by {day}").format(day=day(action.due)) if action.due else ""
    return ", ".join(part for part in (action.owner, when) if part)


def _standing(action: DraftAction) -> str:
    if action.is_adopted:
        return _("Adopted, to be done now") if action.is_now else _("Adopted, parked for later")
    if action.fists is None:
        return _("To be asked: fist of five")
    count = doubters(action)
    if not count:
        return _("Nobody would change it")
    return ngettext(
        "{count} person would change something", "{count} people would change something", count
    ).format(count=count)
