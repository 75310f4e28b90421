"""The statement alone, and with its answers while the room votes."""

from collections.abc import Iterator
from dataclasses import dataclass

from collabkit.i18n import _
from collabkit.room.scenes import ReadScene, VoteScene
from collabkit.ui.workshop.room_window.answers import Setting, answers_block
from collabkit.ui.workshop.room_window.blocks import (
    EMPTY,
    SEMIBOLD,
    TIGHT,
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
from collabkit.ui.workshop.room_window.typesetting import LEADING

_LARGEST = 12.0  # per cent of the screen's height
_SIZES = (5.5, 5.0, 4.5, SMALLEST)
_NAMES_ONLY = (7.0, 6.5, 6.0, *_SIZES)
_ROOMY = (Setting.BESIDE, Setting.NAMES)


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to set a vote. A tight one has less empty space, and the count beside the answers."""

    setting: Setting
    is_tight: bool = False
    asks: bool = True  # with the question that the answers reply to


# From the fullest picture to the barest. What people need to choose is given up last.
_DESCRIBED = (
    _Way(Setting.BESIDE),
    _Way(Setting.RUN_IN),
    _Way(Setting.RUN_IN, is_tight=True),
    _Way(Setting.COLUMNS, is_tight=True),
    _Way(Setting.COLUMNS, is_tight=True, asks=False),
    _Way(Setting.RUN_IN, is_tight=True, asks=False),
)
_NAMED = (
    _Way(Setting.NAMES),
    _Way(Setting.NAMES, is_tight=True),
    _Way(Setting.CLOSE, is_tight=True),
    _Way(Setting.CLOSE, is_tight=True, asks=False),
)


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
    for sheet in _with_answers(scene, canvas, head):
        return (sheet,)
    return _on_two_sheets(scene, canvas, head)


def _alone(
    scene: ReadScene | VoteScene, canvas: Canvas, head: Block, foot: Block
) -> Iterator[Parts]:
    for statement in statements(scene, canvas, _LARGEST):
        yield head, statement, foot


def _with_answers(scene: VoteScene, canvas: Canvas, head: Block) -> Iterator[Sheet]:
    """Yield what fits, from the fullest picture to the barest, from large letters to small ones."""
    is_described = any(choice.description for choice in scene.choices)
    for way in (*_DESCRIBED, *_NAMED) if is_described else _NAMED:
        room = canvas.tightened if way.is_tight else canvas
        for head_and_body in _bodies(scene, room, head, way):
            if sheet := page(room, *head_and_body, lift=0.5):
                yield sheet


def _bodies(scene: VoteScene, canvas: Canvas, head: Block, way: _Way) -> Iterator[Parts]:
    is_roomy = way.setting in _ROOMY and not way.is_tight
    foot, last = _count(scene, canvas, 6.0 if is_roomy else 4.5), EMPTY
    if way.is_tight:
        foot, last = EMPTY, label(_how_many(scene), canvas.share(4.5))
    asking = _question(scene, canvas) if way.asks else EMPTY
    gap, between = canvas.share(1), canvas.share(3 if is_roomy else 1.5)
    room = room_between(canvas, head, foot) - between - asking.height - gap
    least = stated(scene, canvas.share(STATEMENT), canvas).height
    if _answers(scene, canvas, SMALLEST, way.setting, last).height + least > room:
        return
    for share in _NAMES_ONLY if way.setting is Setting.NAMES else _SIZES:
        answers = _answers(scene, canvas, share, way.setting, last)
        if answers.height + least > room or answers.width > canvas.inner + 1:
            continue
        for statement in statements(scene, canvas, share + 3.0):
            if statement.height + answers.height <= room:
                asked = below((statement, asking), gap)
                yield head, below((asked, answers), between), foot


def _question(scene: VoteScene, canvas: Canvas) -> Block:
    leading = TIGHT if canvas.is_tight else LEADING
    return text(scene.prompt, canvas.share(SMALLEST), canvas.inner, leading=leading)


def _answers(
    scene: VoteScene, canvas: Canvas, share: float, setting: Setting, last: Block = EMPTY
) -> Block:
    return answers_block(scene.choices, canvas.inner, canvas.share(share), setting, last)


def _on_two_sheets(scene: VoteScene, canvas: Canvas, head: Block) -> tuple[Sheet, ...]:
    """Return the statement, and then the answers: for a very long one on a small screen."""
    foot = _count(scene, canvas, 4.5)
    settings = (way.setting for way in (*_DESCRIBED, *_NAMED))
    bodies = (_answers(scene, canvas, SMALLEST, setting) for setting in dict.fromkeys(settings))
    asked = _question(scene, canvas)
    return (
        first_that_fits(canvas, _alone(scene, canvas, head, foot)),
        first_that_fits(canvas, ((head, below((asked, b), canvas.gap), foot) for b in bodies)),
    )


def _count(scene: VoteScene, canvas: Canvas, share: float) -> Block:
    """Return how many are in, in words and in small dots. Nobody can tell who."""
    size, said = canvas.share(share), _how_many(scene)
    block = label(said, size)
    if block.width > canvas.inner:
        return text(said, size, canvas.inner, SEMIBOLD)
    room = canvas.inner - block.width - size
    if room < size * 3:
        return block
    return ends(block, pips(scene.answered, scene.present, room, size * 0.62), canvas.inner)


def _how_many(scene: VoteScene) -> str:
    if scene.is_closed:
        words = _("The vote is closed: {answered} of {present} in")
    else:
        words = _("{answered} of {present} in")
    return words.format(answered=scene.answered, present=scene.present)
