"""Text, pictures, and blocks that hold other blocks."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from collabkit.reports.pdf.fonts import ASCENT, DESCENT
from collabkit.reports.pdf.layout import (
    HAIR,
    Block,
    least_height,
    space_between,
    stack_height,
)
from collabkit.reports.pdf.paper import Paper
from collabkit.reports.pdf.structure import Element
from collabkit.reports.pdf.style import TextStyle
from collabkit.reports.pdf.text import Line, Run, break_lines, line_width, one_line

# Draws in a rectangle given by its left edge, its top, its width and its height.
Painter: TypeAlias = Callable[[Paper, float, float, float, float], None]


class Text(Block):
    """A paragraph. ``align`` is 0 for the left, 0.5 for the middle, 1 for the right."""

    def __init__(
        self, text: str | Sequence[Run], style: TextStyle, element: Element, align: float = 0
    ) -> None:
        self._runs = (Run(text, style.face),) if isinstance(text, str) else tuple(text)
        self._style = style
        self._element = element
        self._align = align
        self._lines: tuple[Line, ...] | None = None
        self.before, self.after, self.keep_next = style.before, style.after, style.keep_next

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return the lines in a given width."""
        if self._lines is None:
            self._lines = break_lines(self._runs, width, self._style.size)
        return self._lines

    def _height(self, width: float) -> float:
        return len(self.lines(width)) * self._style.leading

    def _least(self, width: float) -> float:
        lines = len(self.lines(width))
        return self._style.leading * (lines if lines <= 3 else 2)

    def _split(self, width: float, room: float) -> tuple[Block, Block] | None:
        lines = self.lines(width)
        fitting = int((room + HAIR) / self._style.leading)
        if len(lines) - fitting == 1:
            fitting -= 1  # a single line never stands at the top of a page ...
        if fitting < 2:
            return None  # ... nor at the foot
        return self._part(lines[:fitting]), self._part(lines[fitting:])

    def _part(self, lines: tuple[Line, ...]) -> "Text":
        part = Text((), self._style, self._element, self._align)
        part._lines = lines
        return part

    def _draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        style = self._style
        baseline = top - (style.leading + (ASCENT - DESCENT) * style.size) / 2
        with paper.mark(self._element):
            for number, line in enumerate(self.lines(width)):
                indent = (width - line_width(line) * style.size) * self._align
                paper.write(line, x + indent, baseline - number * style.leading, style)


class Heading(Text):
    """A heading with lines of much the same length; also a bookmark, ``key``, to link to."""

    def __init__(self, text: str, style: TextStyle, element: Element, key: str) -> None:
        super().__init__(text, style, element)
        self.key = key
        self._title = one_line(text)

    def lines(self, width: float) -> tuple[Line, ...]:
        """Return the lines in the narrowest width that needs no more of them."""
        if self._lines is None:
            lines = narrower = super().lines(width)
            while len(narrower) == len(lines) > 1:
                lines = narrower
                width -= self._style.size / 4
                narrower = break_lines(self._runs, width, self._style.size)
            self._lines = lines
        return self._lines

    def _draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        paper.bookmark(self._title, self.key, top)
        super()._draw(paper, x, top, width)


class Picture(Block):
    """A drawing of fixed height, told in words by ``element.alt`` (decoration has no element)."""

    def __init__(
        self, height: float, painter: Painter, element: Element | None, after: float = 0
    ) -> None:
        self._full = height
        self._painter = painter
        self._element = element
        self.after = after

    def _height(self, width: float) -> float:
        return self._full

    def _draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        if self._element is None:
            with paper.artifact():
                self._painter(paper, x, top, width, self._full)
            return
        with paper.mark(self._element):
            self._painter(paper, x, top, width, self._full)
        self._element.box = (x, top - self._full, x + width, top)


@dataclass(frozen=True, slots=True)
class Padding:
    """Space inside the edges of a stack, in points."""

    top: float = 0
    right: float = 0
    bottom: float = 0
    left: float = 0


NO_PADDING = Padding()


class Stack(Block):
    """Blocks on each other, with an optional ground painted behind them."""

    def __init__(
        self,
        children: Sequence[Block],
        *,
        whole: bool = False,
        padding: Padding = NO_PADDING,
        ground: Painter | None = None,
        before: float = 0,
        after: float = 0,
    ) -> None:
        self._children = list(children)
        self._padding = padding
        self._ground = ground
        self.whole = whole
        self.before = before
        self.after = after

    def _inner(self, width: float) -> float:
        return width - self._padding.left - self._padding.right

    def _height(self, width: float) -> float:
        padding = self._padding.top + self._padding.bottom
        return padding + stack_height(self._children, self._inner(width))

    def _least(self, width: float) -> float:
        padding = self._padding.top + self._padding.bottom
        return padding + least_height(self._children, self._inner(width))

    def _split(self, width: float, room: float) -> tuple[Block, Block] | None:
        inner = self._inner(width)
        room -= self._padding.top + self._padding.bottom
        head: list[Block] = []
        rest = list(self._children)
        used = 0.0
        while rest:
            top = used + space_between(head[-1] if head else None, rest[0])
            if top + least_height(rest, inner) > room + HAIR:
                break
            block = rest.pop(0)
            if top + block.height(inner) > room + HAIR:
                if parts := block.split(inner, room - top):
                    head.append(parts[0])
                    block = parts[1]
                rest.insert(0, block)
                break
            head.append(block)
            used = top + block.height(inner)
        if not head and (parts := rest[0].split(inner, room)):
            head, rest = [parts[0]], [parts[1], *rest[1:]]  # higher than a page: not kept whole
        return (self._part(head), self._part(rest)) if head and rest else None

    def _part(self, children: Sequence[Block]) -> "Stack":
        return Stack(
            children,
            padding=self._padding,
            ground=self._ground,
            before=self.before,
            after=self.after,
        )

    def _draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        if self._ground:
            with paper.artifact():
                self._ground(paper, x, top, width, self.height(width))
        above: Block | None = None
        top -= self._padding.top
        for block in self._children:
            top -= space_between(above, block)
            block.draw(paper, x + self._padding.left, top, self._inner(width))
            top -= block.height(self._inner(width))
            above = block


NOTHING = Stack(())


class Columns(Block):
    """Blocks beside each other. A width of ``None`` takes an equal share of what is left."""

    def __init__(
        self,
        children: Sequence[Block],
        widths: Sequence[float | None],
        *,
        gap: float = 0,
        whole: bool = False,
        before: float = 0,
        after: float = 0,
    ) -> None:
        self._children = tuple(children)
        self._widths = tuple(widths)
        self._gap = gap
        self.whole = whole
        self.before = before
        self.after = after

    def _shares(self, width: float) -> list[float]:
        left = width - self._gap * (len(self._widths) - 1) - sum(w or 0 for w in self._widths)
        share = left / max(1, self._widths.count(None))
        return [share if w is None else w for w in self._widths]

    def _height(self, width: float) -> float:
        shares = self._shares(width)
        return max(c.height(w) for c, w in zip(self._children, shares, strict=True))

    def _least(self, width: float) -> float:
        shares = self._shares(width)
        return max(c.least(w) for c, w in zip(self._children, shares, strict=True))

    def _split(self, width: float, room: float) -> tuple[Block, Block] | None:
        heads: list[Block] = []
        rests: list[Block] = []
        head: Block
        rest: Block
        for child, share in zip(self._children, self._shares(width), strict=True):
            if child.height(share) <= room + HAIR:
                head, rest = child, NOTHING
            elif parts := child.split(share, room):
                head, rest = parts
            else:
                return None
            heads.append(head)
            rests.append(rest)
        return self._part(heads), self._part(rests)

    def _part(self, children: Sequence[Block]) -> "Columns":
        return Columns(children, self._widths, gap=self._gap, before=self.before, after=self.after)

    def _draw(self, paper: Paper, x: float, top: float, width: float) -> None:
        for child, share in zip(self._children, self._shares(width), strict=True):
            child.draw(paper, x, top, share)
            x += share + self._gap
