"""Pieces that belong together, as one block that can be measured and put somewhere."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF

from collabkit.ui.workshop.room_window.sheet import (
    CENTRE,
    LEFT,
    Area,
    Piece,
    Words,
    moved,
)
from collabkit.ui.workshop.room_window.typesetting import LEADING, Lines, set_text

REGULAR, SEMIBOLD, BOLD = 400, 600, 700
TIGHT = 1.14  # from one line to the next where there is little room
_ENDLESS = 1e6  # pixels


@dataclass(frozen=True, slots=True)
class Block:
    """Pieces placed from 0, 0 on, and the room they take."""

    pieces: tuple[Piece, ...]
    width: float
    height: float

    @property
    def words(self) -> tuple[Lines, ...]:
        """The texts in it."""
        return tuple(piece.text for piece in self.pieces if isinstance(piece, Words))

    def at(self, left: float, top: float) -> tuple[Piece, ...]:
        """Return the pieces with the block's corner at ``left``, ``top``."""
        return moved(self.pieces, left, top)


EMPTY = Block((), 0.0, 0.0)


def text(
    words: str,
    pixels: int,
    width: float,
    weight: int = REGULAR,
    role: str = "ink",
    ground: str = "surface",
    align: float = LEFT,
    leading: float = LEADING,
    indent: float = 0.0,
) -> Block:
    """Return a text set to ``width``; its first line begins after ``indent``."""
    lines = set_text(words, pixels, weight, width, leading, indent)
    piece = Words(lines, 0.0, 0.0, width, role, ground, align)
    return Block((piece,), width, lines.height)


def below(blocks: Iterable[Block], gap: float) -> Block:
    """Return blocks below each other; those that take no room bring no gap."""
    pieces: list[Piece] = []
    width = height = 0.0
    for block in blocks:
        if not block.pieces:
            continue
        if pieces:
            height += gap
        pieces += block.at(0.0, height)
        height += block.height
        width = max(width, block.width)
    return Block(tuple(pieces), width, height)


def ends(left: Block, right: Block, width: float) -> Block:
    """Return one block at the left and one at the right, each in the middle of the height."""
    height = max(left.height, right.height)
    pieces = (
        *left.at(0.0, (height - left.height) / 2),
        *right.at(width - right.width, (height - right.height) / 2),
    )
    return Block(pieces, width, height)


def run_in(name: str, words: str, size: int, width: float) -> Block:
    """Return a name with what there is to say about it following on the same line."""
    named = text(name, size, width, SEMIBOLD, leading=TIGHT)
    indent = named.words[0].widths[-1] + size * 0.45
    told = text(words, size, width, leading=TIGHT, indent=indent)
    down = named.height - size * TIGHT  # beside the last line of the name
    return Block((*named.pieces, *told.at(0, down)), width, max(named.height, told.height + down))


def in_rows(blocks: Sequence[Block], width: float, between: float, gap: float) -> Block:
    """Return blocks beside each other, in as many rows as they need."""
    rows: list[list[Block]] = []
    used = 0.0
    for block in blocks:
        if rows and used + between + block.width <= width:
            rows[-1].append(block)
            used += between + block.width
        else:
            rows.append([block])
            used = block.width
    return below([_row(row, between) for row in rows], gap)


def _row(blocks: Sequence[Block], between: float) -> Block:
    pieces: list[Piece] = []
    left, height = 0.0, max(block.height for block in blocks)
    for block in blocks:
        pieces += block.at(left, (height - block.height) / 2)
        left += block.width + between
    return Block(tuple(pieces), left - between, height)


def label(words: str, pixels: int, role: str = "ink", weight: int = SEMIBOLD) -> Block:
    """Return a short text on one line, no wider than it is."""
    lines = set_text(words, pixels, weight, _ENDLESS)
    return Block((Words(lines, 0.0, 0.0, lines.width, role),), lines.width, lines.height)


def pill(words: str, pixels: int) -> Block:
    """Return a mark: a short text with a border round it."""
    lines = set_text(words, pixels, SEMIBOLD, _ENDLESS)
    side, line = pixels * 0.5, max(2.0, pixels * 0.06)
    width, height = lines.width + 2 * side, lines.height + pixels * 0.14
    edge = Area(QRectF(0, 0, width, height), "surface", height / 2, "ink", line)
    piece = Words(lines, side, (height - lines.height) / 2, lines.width)
    return Block((edge, piece), width, height)


def disc(mark: str, pixels: int, size: float) -> Block:
    """Return a number in a disc."""
    area = Area(QRectF(0, 0, size, size), "accent", size / 2)
    lines = set_text(mark, pixels, BOLD, size)
    words = Words(
        lines, 0.0, (size - lines.height) / 2, size, "on_accent", ground="accent", align=CENTRE
    )
    return Block((area, words), size, size)


def pips(filled: int, total: int, width: float, size: float) -> Block:
    """Return ``total`` small dots in a row, the first ``filled`` of them full; a bar for many."""
    pitch = min(size * 1.35, width / max(1, total))
    radius, line = pitch / 2.7, max(2.0, size * 0.07)
    if radius < size * 0.16:
        share = width * min(1.0, filled / max(1, total))
        track = Area(QRectF(0, 0, width, size * 0.5), "surface", size * 0.25, "ink", line)
        done = Area(QRectF(0, 0, max(share, size * 0.5), size * 0.5), "accent", size * 0.25)
        return Block((track, done) if filled else (track,), width, size * 0.5)
    pieces: list[Piece] = []
    for number in range(total):
        centre = QPointF(radius + line + number * pitch, radius + line)
        around = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        role = "accent" if number < filled else "surface"
        pieces.append(Area(around, role, radius, "accent" if number < filled else "ink", line))
    return Block(tuple(pieces), total * pitch, 2 * (radius + line))
