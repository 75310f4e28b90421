"""Blocks, and how they are set on pages.

A block knows how high it is in a given width and how to come apart where a page ends. Laying out
comes before drawing, so the number of pages is known when the first footer is drawn.
"""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from collabkit.reports.pdf.paper import Paper

HAIR = 0.01  # points: forgives what adding up many heights loses
_SCANT = 0.25  # of a page: with less on it the last one looks like a mistake
_CLOSE_ENOUGH = 6  # points: the heights of even pages need not be found more exactly


class Block(ABC):
    """Something that is set on the page below what came before."""

    before: float = 0  # least space above, in points; of two neighbours' the larger counts
    after: float = 0
    keep_next: bool = False  # never the last thing on a page
    whole: bool = False  # not taken apart as long as it fits on a page of its own
    _measured: tuple[float, float] | None = None

    def height(self, width: float) -> float:
        """Return the height in points."""
        if self._measured is None or self._measured[0] != width:
            self._measured = width, self._height(width)
        return self._measured[1]

    def least(self, width: float) -> float:
        """Return the height of the smallest part that may stand at the foot of a page."""
        return self.height(width) if self.whole else self._least(width)

    def split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        """Return a part at most ``room`` high and the rest, or ``None`` if it cannot be split."""
        return self._split(width, room)

    def draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        """Draw it with its upper left corner at ``x`` and ``top``."""
        self._draw(paper, x, top, width)

    @abstractmethod
    def _height(self, width: float) -> float: ...

    @abstractmethod
    def _draw(self, paper: Paper, x: float, top: float, width: float) -> None: ...

    def _least(self, width: float) -> float:
        return self.height(width)

    def _split(self, width: float, room: float) -> "tuple[Block, Block] | None":
        return None


class PageBreak(Block):
    """What follows starts on a new page, unless the page is empty."""

    def _height(self, width: float) -> float:
        return 0

    def _draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        pass


@dataclass(frozen=True, slots=True)
class Placed:
    """A block and where its top stands, in points below the top of the frame."""

    block: Block
    offset: float


@dataclass(slots=True)
class Page:
    """What stands on one page."""

    placed: list[Placed] = field(default_factory=list)


def space_between(above: Block | None, below: Block) -> float:
    """Return the space between two neighbours; none at the top of a page."""
    return max(above.after, below.before) if above else 0


def stack_height(blocks: Sequence[Block], width: float) -> float:
    """Return the height of blocks that stand on each other."""
    height = 0.0
    above = None
    for block in blocks:
        height += space_between(above, block) + block.height(width)
        above = block
    return height


def least_height(blocks: Sequence[Block], width: float) -> float:
    """Return the least height with which ``blocks`` may begin at the foot of a page.

    That is the first block that may end a page, at its smallest, and all that keeps to it.
    """
    lead: list[Block] = []
    for block in blocks:
        if not block.keep_next:
            lead_height = stack_height(lead, width)
            gap = space_between(lead[-1] if lead else None, block)
            return lead_height + gap + block.least(width)
        lead.append(block)
    return stack_height(lead, width)


def set_on_pages(blocks: Iterable[Block], width: float, height: float) -> list[Page]:
    """Set blocks on as many pages as they need, in a frame of ``width`` by ``height`` points."""
    pages = [Page()]
    waiting = list(blocks)[::-1]  # the next block is the last of the list
    above: Block | None = None
    used = 0.0
    while waiting:
        block = waiting.pop()
        if isinstance(block, PageBreak):
            if above:
                pages.append(Page())
                above, used = None, 0.0
            continue
        top = used + space_between(above, block)
        room = height - top + HAIR
        full = block.height(width)
        ahead = _and_what_it_keeps_to(block, waiting)
        fits = full <= room if block.whole and full <= height else True
        if above and (not fits or least_height(ahead, width) > room):
            pages.append(Page())
            above, used = None, 0.0
            waiting.append(block)
            continue
        if full > room and (parts := block.split(width, room)):
            block, rest = parts
            waiting += [rest, PageBreak()]
        pages[-1].placed.append(Placed(block, top))
        above, used = block, top + block.height(width)
    return pages


def _and_what_it_keeps_to(block: Block, waiting: Sequence[Block]) -> list[Block]:
    ahead = [block]
    for following in reversed(waiting):
        if not ahead[-1].keep_next:
            break
        ahead.append(following)
    return ahead


def set_filled(blocks: Sequence[Block], width: float, height: float) -> list[Page]:
    """Set blocks as ``set_on_pages`` does, but do not end with a few lines on a page of their own.

    The last heading after which there is enough begins the last page then. There are no more pages.
    """
    pages = set_on_pages(blocks, width, height)
    last = pages[-1].placed
    if len(pages) == 1 or not last or _foot(last[-1], width) >= height * _SCANT:
        return pages
    for number in range(len(blocks) - 1, 0, -1):
        begins = blocks[number].keep_next and not blocks[number - 1].keep_next
        if begins and stack_height(blocks[number:], width) >= height * _SCANT:
            parted = [*blocks[:number], PageBreak(), *blocks[number:]]
            tried = set_on_pages(parted, width, height)
            return tried if len(tried) == len(pages) else pages
    return pages


def _foot(placed: Placed, width: float) -> float:
    return placed.offset + placed.block.height(width)


def set_evenly(blocks: Sequence[Block], width: float, height: float) -> list[Page]:
    """Set blocks as ``set_on_pages`` does, but with much the same on each page.

    No more pages are needed for that; and the last one does not look like a mistake.
    """
    pages = set_on_pages(blocks, width, height)
    if len(pages) == 1:
        return pages
    # A block that must stay whole still has to fit.
    wholes = (block.height(width) for block in blocks if block.whole)
    low = max([height / 2, *(whole for whole in wholes if whole <= height)])
    high = height
    while high - low > _CLOSE_ENOUGH:
        middle = (low + high) / 2
        tried = set_on_pages(blocks, width, middle)
        if len(tried) > len(pages):
            low = middle
        else:
            pages, high = tried, middle
    return pages
