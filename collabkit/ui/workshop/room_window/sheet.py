"""A picture of the room window as placed pieces: what is drawn like this can also be checked.

Pieces are moved again and again while a picture is put together, so each makes its copy itself:
``dataclasses.replace`` takes five times as long.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.theme import Theme
from collabkit.ui.workshop.room_window.typesetting import Lines, room_font

LEFT, CENTRE = 0.0, 0.5
BARE = -1  # a dot that stands for none of the five steps


class Piece(Protocol):
    """One thing on a sheet; ``area`` is the room it takes."""

    @property
    def area(self) -> QRectF:
        """The room it takes."""

    def moved(self, right: float, down: float) -> "Piece":
        """Return it elsewhere."""

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw it."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in its place. ``align`` is ``LEFT`` or ``CENTRE`` within the width.

    ``role`` is its colour and ``ground`` the one behind it.
    """

    text: Lines
    left: float
    top: float
    width: float
    role: str = "ink"
    ground: str = "surface"
    align: float = LEFT

    @property
    def placed(self) -> tuple[tuple[str, QRectF], ...]:
        """Each line with the room that it takes."""
        text = self.text
        lines = []
        for number, (line, width) in enumerate(zip(text.lines, text.widths, strict=True)):
            left = self.left + (self.width - width) * self.align
            left += text.indent if number == 0 else 0.0
            top = self.top + number * text.pitch
            lines.append((line, QRectF(left, top, width, text.pitch)))
        return tuple(lines)

    @property
    def area(self) -> QRectF:
        """The room that all lines take."""
        whole = QRectF(self.left, self.top, 0.0, 0.0)
        for _line, area in self.placed:
            whole = area if whole.isNull() else whole.united(area)
        return whole

    def moved(self, right: float, down: float) -> "Words":
        """Return it elsewhere."""
        return Words(
            self.text,
            self.left + right,
            self.top + down,
            self.width,
            self.role,
            self.ground,
            self.align,
        )

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw the lines."""
        painter.setFont(room_font(self.text.pixels, self.text.weight))
        painter.setPen(theme.colour(self.role))
        for line, area in self.placed:
            painter.drawText(QPointF(area.left(), area.top() + self.text.base), line)


@dataclass(frozen=True, slots=True)
class Area:
    """A filled area, with round corners, and a border if ``edge`` names its colour."""

    area: QRectF
    role: str
    corner: float = 0.0
    edge: str = ""
    edge_width: float = 0.0

    def moved(self, right: float, down: float) -> "Area":
        """Return it elsewhere."""
        area = self.area.translated(right, down)
        return Area(area, self.role, self.corner, self.edge, self.edge_width)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw it."""
        if self.edge:
            painter.setPen(QPen(theme.colour(self.edge), self.edge_width))
        else:
            painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(self.role))
        half = self.edge_width / 2
        inside = self.area.adjusted(half, half, -half, -half)
        painter.drawRoundedRect(inside, self.corner, self.corner)


@dataclass(frozen=True, slots=True)
class Dots:
    """Dots of one kind: ``step`` is a place in the five-step palette, or ``BARE``."""

    centres: tuple[QPointF, ...]
    radius: float
    step: int
    outline: float

    @property
    def area(self) -> QRectF:
        """The room that all of them take."""
        reach = self.radius + self.outline / 2
        xs, ys = [c.x() for c in self.centres], [c.y() for c in self.centres]
        corner = QPointF(min(xs, default=0.0) - reach, min(ys, default=0.0) - reach)
        return QRectF(corner, QPointF(max(xs, default=0.0) + reach, max(ys, default=0.0) + reach))

    def moved(self, right: float, down: float) -> "Dots":
        """Return them elsewhere."""
        away = QPointF(right, down)
        centres = tuple(centre + away for centre in self.centres)
        return Dots(centres, self.radius, self.step, self.outline)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw them."""
        painter.setPen(QPen(theme.colour("outline"), self.outline))
        painter.setBrush(fill_of(self.step, theme))
        for centre in self.centres:
            painter.drawEllipse(centre, self.radius, self.radius)


@dataclass(frozen=True, slots=True)
class Column:
    """A bar in the colour of a step: where there are too many people for dots."""

    area: QRectF
    step: int
    outline: float

    def moved(self, right: float, down: float) -> "Column":
        """Return it elsewhere."""
        return Column(self.area.translated(right, down), self.step, self.outline)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw it."""
        painter.setPen(QPen(theme.colour("outline"), self.outline))
        painter.setBrush(fill_of(self.step, theme))
        painter.drawRect(self.area)


@dataclass(frozen=True, slots=True)
class Sign:
    """One of the program's signs, such as the tick."""

    name: str
    area: QRectF
    role: str = "accent"
    weight: float = 3.0

    def moved(self, right: float, down: float) -> "Sign":
        """Return it elsewhere."""
        return Sign(self.name, self.area.translated(right, down), self.role, self.weight)

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw it."""
        paint_sign(painter, self.name, self.area, theme.colour(self.role), self.weight)


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything that is to be seen at once, in the order in which it is read."""

    width: float
    height: float
    pieces: tuple[Piece, ...]

    def draw(self, painter: QPainter, theme: Theme) -> None:
        """Draw every piece."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for piece in self.pieces:
            piece.draw(painter, theme)

    @property
    def words(self) -> tuple[str, ...]:
        """All texts, in the order in which they are read."""
        return tuple(piece.text.whole for piece in self.pieces if isinstance(piece, Words))


def fill_of(step: int, theme: Theme) -> QColor:
    """Return the colour of a step; white, or what stands for it, for none."""
    return theme.colour("surface") if step == BARE else theme.step(step)


def moved(pieces: Sequence[Piece], right: float, down: float) -> tuple[Piece, ...]:
    """Return ``pieces`` elsewhere."""
    return tuple(piece.moved(right, down) for piece in pieces)
