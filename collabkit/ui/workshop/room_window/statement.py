"""The statement alone, and with its answers while the room votes."""

from collections.abc import Iterator

from collabkit.i18n import _
from collabkit.room.scenes import ReadScene, VoteScene
from collabkit.ui.workshop.room_window.answers import Setting, answers_block
from collabkit.ui.workshop.room_window.blocks import (
    EMPTY,
    SEMIBOLD,
    Block,
    below,
    ends,
    label,
    pips,
    text,
)
from collabkit.ui.workshop.room_window.canvas import SMALLEST, STATEMENT, Canvas
from collabkit.ui.workshop.room_window.pages import Parts, first_that_fits, page, room_between
from collabkit.ui.workshop.room_window.rounds import round_name
from collabkit.ui.workshop.room_window.sheet import Sheet
from collabkit.ui.workshop.room_window.stated import heading_block, stated, statements

_LARGEST = 12.0  # per cent of the screen's height
_SIZES = (5.5, 5.0, 4.5, SMALLEST)
_NAMES_ONLY = (7.0, 6.5, 6.0, *_SIZES)
_ROOMY = (Setting.BESIDE, Setting.NAMES)


def read_sheets(scene: ReadScene, canvas: Canvas) -> tuple[Sheet, ...]:
    """Return the statement alone, as large as four lines allow."""
    head = heading_block(scene.heading, canvas)
    return (first_that_fits(canvas, _alone(scene, canvas, head, EMPTY)),)


def vote_sheets(scene: VoteScene, canvas: Canvas) -> tuple[Sheet, ...]:
    """Return the statement with its answers, or once it is closed, the statement alone."""
    mark = round_name(scene.round_number) if scene.round_number > 1 else ""
    head = heading_block(scene.heading, canvas, mark)
    if scene.is_closed:
        foot = _count(scene, canvas, 6.0)
        return (first_that_fits(canvas, _alone(scene, canvas, head, foot)),)
    for parts in _with_answers(scene, canvas, head):
        if sheet := page(canvas, *parts, lift=0.5):
            return (sheet,)
    return _on_two_sheets(scene, canvas, head)


def _alone(
    scene: ReadScene | VoteScene, canvas: Canvas, head: Block, foot: Block
) -> Iterator[Parts]:
    for statement in statements(scene, canvas, _LARGEST):
        yield head, statement, foot


def _with_answers(scene: VoteScene, canvas: Canvas, head: Block) -> Iterator[Parts]:
    """Yield from the fullest picture to the barest, each from large letters to small ones."""
    settings = [(Setting.NAMES, True), (Setting.NAMES, False), (Setting.CLOSE, False)]
    if any(choice.description for choice in scene.choices):
        described = [(Setting.BESIDE, True), (Setting.BESIDE, False), (Setting.RUN_IN, False)]
        settings = [*described, *settings]
    prompt = text(scene.prompt, canvas.share(SMALLEST), canvas.inner)
    gap = canvas.share(1)
    least = stated(scene, canvas.share(STATEMENT), canvas).height
    for setting, with_prompt in settings:
        asking = prompt if with_prompt else EMPTY
        foot = _count(scene, canvas, 6.0 if setting in _ROOMY else 4.5)
        between = canvas.share(3 if setting in _ROOMY else 1.5)
        room = room_between(canvas, head, foot) - between - asking.height - gap
        if _answers(scene, canvas, SMALLEST, setting).height + least > room:
            continue
        for share in _NAMES_ONLY if setting is Setting.NAMES else _SIZES:
            answers = _answers(scene, canvas, share, setting)
            if answers.height + least > room:
                continue
            for statement in statements(scene, canvas, share + 3.0):
                if statement.height + answers.height <= room:
                    asked = below((statement, asking), gap)
                    yield head, below((asked, answers), between), foot


def _answers(scene: VoteScene, canvas: Canvas, share: float, setting: Setting) -> Block:
    return answers_block(scene.choices, canvas.inner, canvas.share(share), setting)


def _on_two_sheets(scene: VoteScene, canvas: Canvas, head: Block) -> tuple[Sheet, ...]:
    """Return the statement, and then the answers: for a very long one on a small screen."""
    foot = _count(scene, canvas, 4.5)
    answers = (_answers(scene, canvas, SMALLEST, setting) for setting in Setting)
    return (
        first_that_fits(canvas, _alone(scene, canvas, head, foot)),
        first_that_fits(canvas, ((head, block, foot) for block in answers)),
    )


def _count(scene: VoteScene, canvas: Canvas, share: float) -> Block:
    """Return how many are in, in words and in small dots. Nobody can tell who."""
    size = canvas.share(share)
    if scene.is_closed:
        words = _("The vote is closed: {answered} of {present} in")
    else:
        words = _("{answered} of {present} in")
    said = words.format(answered=scene.answered, present=scene.present)
    block = label(said, size)
    if block.width > canvas.inner:
        return text(said, size, canvas.inner, SEMIBOLD)
    room = canvas.inner - block.width - size
    if room < size * 3:
        return block
    return ends(block, pips(scene.answered, scene.present, room, size * 0.62), canvas.inner)
