"""What the room has answered: the statement, one dot a person, the sentence, what became of it."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF

from collabkit.i18n import _
from collabkit.room.scenes import DotsScene
from collabkit.room.showing import Round
from collabkit.ui.workshop.room_window.blocks import (
    EMPTY,
    SEMIBOLD,
    Block,
    below,
    ends,
    pill,
    text,
)
from collabkit.ui.workshop.room_window.canvas import SMALLEST, STATEMENT, Canvas
from collabkit.ui.workshop.room_window.dot_columns import dot_columns
from collabkit.ui.workshop.room_window.dot_table import dot_table
from collabkit.ui.workshop.room_window.pages import (
    first_that_fits,
    page,
    pages,
    paragraphs,
    room_between,
)
from collabkit.ui.workshop.room_window.sheet import Area, Sheet
from collabkit.ui.workshop.room_window.stated import heading_block, stated, statements

_SIZES = ((7.0, 5.0), (STATEMENT, 5.0), (STATEMENT, 4.5), (STATEMENT, SMALLEST))


def dots_sheets(scene: DotsScene, canvas: Canvas) -> tuple[Sheet, ...]:
    """Return everything on one sheet if it has room, otherwise the dots first."""
    head = heading_block(scene.heading, canvas, _("Time to talk") if scene.is_talk else "")
    if not any(shown.columns for shown in scene.rounds):
        return (_without_dots(scene, canvas, head),)
    for statement_share, sentence_share in _SIZES:
        statement = stated(scene, canvas.share(statement_share), canvas)
        for foot in _feet(scene, canvas, sentence_share):
            room = room_between(canvas, head, foot) - statement.height - canvas.gap
            picture = _picture(scene.rounds, canvas, room)
            if picture is not None:
                body = below((statement, picture), canvas.gap)
                if sheet := page(canvas, head, body, foot, lift=0.5):
                    return (sheet,)
    return _in_parts(scene, canvas, head)


def _without_dots(scene: DotsScene, canvas: Canvas, head: Block) -> Sheet:
    """Return the statement with what can be said about it: nobody has voted, or too few."""
    said = EMPTY
    if scene.rounds:
        said = _said(scene.rounds[-1], canvas, 5.0)
    foot = below((said, _became(scene, canvas)), canvas.gap)
    return first_that_fits(canvas, ((head, s, foot) for s in statements(scene, canvas, 12.0)))


def _feet(scene: DotsScene, canvas: Canvas, share: float) -> Iterator[Block]:
    """Yield what stands below the dots, the fullest first."""
    became = _became(scene, canvas)
    yield below((_said(scene.rounds[-1], canvas, share), became), canvas.gap * 0.8)
    if became.pieces:
        yield became  # the sentence has been read aloud by then


def _in_parts(scene: DotsScene, canvas: Canvas, head: Block) -> tuple[Sheet, ...]:
    """Return the dots with the sentence, and on further sheets the statement and the rest."""
    said = _said(scene.rounds[-1], canvas, SMALLEST)
    picture = _picture(scene.rounds, canvas, room_between(canvas, head, said)) or EMPTY
    size = canvas.share(SMALLEST)
    rows = [
        part
        for words in (scene.decision, *scene.actions)
        for part in paragraphs(words, size, canvas.inner, canvas.height / 2)
        if words
    ]
    statement = stated(scene, canvas.share(STATEMENT), canvas)
    rest = pages(canvas, head, [statement, *rows], canvas.gap, lambda number: number, lift=0.42)
    return (first_that_fits(canvas, [(head, picture, said)]), *rest)


def _said(shown: Round, canvas: Canvas, share: float) -> Block:
    """Return the sentence, and beside it whether everybody saw the hands."""
    if not shown.is_public or shown.number > 1:  # over several votes each says so itself
        return text(shown.sentence, canvas.share(share), canvas.inner, SEMIBOLD)
    mark = pill(_("Public vote"), canvas.share(SMALLEST))
    room = canvas.inner - mark.width - canvas.gap
    return ends(text(shown.sentence, canvas.share(share), room, SEMIBOLD), mark, canvas.inner)


def _became(scene: DotsScene, canvas: Canvas) -> Block:
    """Return what the room made of it, in a band of its own."""
    if not scene.decision and not scene.actions:
        return EMPTY
    size, side = canvas.share(SMALLEST), canvas.share(2)
    width = canvas.inner - 2 * side
    lines = [text(scene.decision, size, width, SEMIBOLD, ground="accent_soft")]
    lines += [text(f"– {words}", size, width, ground="accent_soft") for words in scene.actions]
    inside = below([line for line in lines if line.height], 0.0)
    height = inside.height + side
    band = Area(QRectF(0, 0, canvas.inner, height), "accent_soft", side * 0.6)
    return Block((band, *inside.at(side, side / 2)), canvas.inner, height)


def _picture(rounds: tuple[Round, ...], canvas: Canvas, room: float) -> Block | None:
    """Return the dots, no higher than ``room``; ``None`` if that is too little."""
    if len(rounds) == 1 and (picture := dot_columns(rounds[0], canvas, room)):
        return picture
    return dot_table(rounds, canvas, room)
