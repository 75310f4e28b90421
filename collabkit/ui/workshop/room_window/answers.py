"""The answers to choose from, as they are written on a slip: number, name and description."""

from enum import Enum, auto

from collabkit.room.choices import RoomChoice
from collabkit.ui.workshop.room_window.blocks import (
    EMPTY,
    SEMIBOLD,
    TIGHT,
    Block,
    below,
    disc,
    ends,
    in_rows,
    label,
    run_in,
    text,
)
from collabkit.ui.workshop.room_window.typesetting import LEADING, width_of

_DISC = 1.3  # times the height of the letters
_AFTER_DISC = 0.5
_AFTER_NAME = 0.8


class Setting(Enum):
    """How an answer is set."""

    BESIDE = auto()  # its description in a column of its own
    RUN_IN = auto()  # its description follows its name on the same line
    COLUMNS = auto()  # the same in two columns
    NAMES = auto()  # without its description
    CLOSE = auto()  # names in rows


def answers_block(
    choices: tuple[RoomChoice, ...],
    width: float,
    size: int,
    setting: Setting,
    last: Block = EMPTY,
) -> Block:
    """Return the answers below each other; what is no level stands apart, in a row of its own.

    ``last`` stands at the right of that row, or after all answers.
    """
    levels = [choice for choice in choices if choice.step is not None]
    if setting is Setting.COLUMNS:
        return _in_columns(levels, choices, width, size, last)
    match setting:
        case Setting.BESIDE:
            names = max((width_of(c.name, size, SEMIBOLD) for c in levels), default=0.0)
            rows = [_beside(choice, width, size, names) for choice in levels]
        case Setting.RUN_IN:
            rows = [_run_in(choice, width, size) for choice in levels]
        case Setting.NAMES:
            rows = [_short(choice, size) for choice in levels]
        case Setting.CLOSE:
            rows = [in_rows([_short(c, size) for c in levels], width, size * 1.2, size * 0.15)]
    gap = size * (0.3 if setting in (Setting.BESIDE, Setting.NAMES) else 0.15)
    apart = _ways_out(choices, width, size)
    if apart.pieces and apart.width + size + last.width <= width:
        apart, last = ends(apart, last, width) if last.pieces else apart, EMPTY
    return below((below(rows, gap), apart, last), gap * 1.8)


def _in_columns(
    levels: list[RoomChoice],
    choices: tuple[RoomChoice, ...],
    width: float,
    size: int,
    last: Block,
) -> Block:
    """Return two columns, about as high as each other: each is read from the top downwards."""
    between = size * 1.2
    each = (width - between) / 2
    rows = [_run_in(choice, each, size) for choice in levels]
    rows += [block for block in (_ways_out(choices, each, size), last) if block.pieces]
    gap = size * 0.3
    halves = ((below(rows[:cut], gap), below(rows[cut:], gap)) for cut in range(1, len(rows) + 1))
    first, second = min(halves, key=lambda pair: max(pair[0].height, pair[1].height))
    pieces = (*first.at(0.0, 0.0), *second.at(each + between, 0.0))
    return Block(pieces, width, max(first.height, second.height))


def _ways_out(choices: tuple[RoomChoice, ...], width: float, size: int) -> Block:
    blocks = [_short(choice, size) for choice in choices if choice.step is None]
    return in_rows(blocks, width, size * 1.6, size * 0.3)


def _beside(choice: RoomChoice, width: float, size: int, names: float) -> Block:
    mark = _mark(choice, size)
    left = mark.width + size * _AFTER_DISC
    aside = left + names + size * _AFTER_NAME
    name = text(choice.name, size, names + 1, SEMIBOLD)
    told = text(choice.description, size, max(size, width - aside))
    drop = (mark.height - size * LEADING) / 2
    pieces = (*mark.at(0, 0), *name.at(left, drop), *told.at(aside, drop))
    return Block(pieces, width, max(mark.height, told.height + drop))


def _run_in(choice: RoomChoice, width: float, size: int) -> Block:
    mark = _mark(choice, size)
    left = mark.width + size * _AFTER_DISC
    words = run_in(choice.name, choice.description, size, width - left)
    drop = (mark.height - size * TIGHT) / 2
    pieces = (*mark.at(0, 0), *words.at(left, drop))
    return Block(pieces, width, max(mark.height, words.height + drop))


def _short(choice: RoomChoice, size: int) -> Block:
    mark, name = _mark(choice, size), label(choice.name, size)
    left = mark.width + size * _AFTER_DISC
    height = max(mark.height, name.height)
    pieces = (
        *mark.at(0, (height - mark.height) / 2),
        *name.at(left, (height - name.height) / 2),
    )
    return Block(pieces, left + name.width, height)


def _mark(choice: RoomChoice, size: int) -> Block:
    return disc(choice.mark, size, size * _DISC)
