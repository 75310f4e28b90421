"""Every size on screen, worked out from the body height."""

from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QFont

from collabkit.ui.theme.fonts import FAMILY

TextRole = Literal["note", "body", "strong", "lead", "heading", "title", "statement"]

SMALLEST_POINTS = 11.0
LINE_HEIGHT = 1.4  # from one line to the next, times the height of the text
TEXT_SIZES = (100, 115, 130, 150, 175, 200)

# Factor on the body height, and weight.
_SCALE: dict[TextRole, tuple[float, int]] = {
    "note": (0.9, 400),
    "body": (1.0, 400),
    "strong": (1.0, 600),
    "lead": (1.2, 400),
    "heading": (1.45, 600),
    "title": (1.75, 700),
    "statement": (1.75, 600),
}


@dataclass(frozen=True, slots=True)
class Metrics:
    """Sizes for a body text of ``points``, which is ``em`` pixels high."""

    points: float
    em: float

    def ems(self, number: float) -> int:
        """Return ``number`` times the body height in pixels."""
        return round(self.em * number)

    def units(self, number: float) -> int:
        """Return ``number`` units of space in pixels; a unit is half the body height.

        Inside cards 3, between cards 2, between groups 5, page margin 6.
        """
        return round(self.em * number / 2)

    @property
    def line(self) -> float:
        """From one line to the next, times the height of the text."""
        return LINE_HEIGHT

    @property
    def target(self) -> int:
        """The least height in pixels of anything to press."""
        return max(44, self.ems(2.6))

    @property
    def corner(self) -> int:
        """The radius of corners: 8 pixels at ordinary size."""
        return self.ems(0.55)

    @property
    def ring(self) -> int:
        """The width of the focus ring: 3 pixels at ordinary size, never less."""
        return max(3, self.ems(0.2))

    @property
    def hair(self) -> int:
        """The width of a control's border: 1 pixel at ordinary size."""
        return max(1, self.ems(0.08))

    def font(self, role: TextRole = "body") -> QFont:
        """Return the font for a text of ``role``."""
        factor, weight = _SCALE[role]
        font = QFont(FAMILY)
        font.setPointSizeF(self.points * factor)
        font.setWeight(QFont.Weight(weight))
        return font


def metrics_for(system_points: float, text_size: int, dots_per_inch: float) -> Metrics:
    """Return the sizes for the system's own text size, made larger by ``text_size`` per cent.

    ``text_size`` is held between 100 and 200; body text is never smaller than 11 points.
    """
    percent = min(max(text_size, TEXT_SIZES[0]), TEXT_SIZES[-1])
    points = max(SMALLEST_POINTS, system_points) * percent / 100
    return Metrics(points, points * dots_per_inch / 72)


def next_text_size(text_size: int, step: int) -> int:
    """Return the next larger (``step`` 1) or smaller (-1) text size; 0 returns the ordinary one."""
    if step > 0:
        return min((size for size in TEXT_SIZES if size > text_size), default=TEXT_SIZES[-1])
    if step < 0:
        return max((size for size in TEXT_SIZES if size < text_size), default=TEXT_SIZES[0])
    return TEXT_SIZES[0]
