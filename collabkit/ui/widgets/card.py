"""A surface that holds together what belongs together."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part, put
from collabkit.ui.widgets.text import Text


class Card(Part):
    """A calm surface with generous margins and, if wanted, a heading. Never put one in another."""

    def __init__(self, heading: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.heading: Text | None = None
        if heading:
            self.heading = Text(heading, "heading")
            self.setAccessibleName(heading)
            self.body.addWidget(self.heading)
        self.dress(theme_of(self))

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put ``parts`` below what is there."""
        for part in parts:
            put(self.body, part)

    def dress(self, theme: Theme) -> None:
        margin = theme.metrics.units(3)
        self.body.setContentsMargins(margin, margin, margin, margin)
        self.body.setSpacing(theme.metrics.units(1.8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("surface"))
        painter.setPen(theme.colour("line"))
        corner = theme.metrics.corner
        painter.drawRoundedRect(
            self.rect().toRectF().adjusted(0.5, 0.5, -0.5, -0.5), corner, corner
        )
