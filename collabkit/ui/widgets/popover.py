"""A small explanation that floats above the page."""

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text

_WIDEST = 24  # ems


class Popover(Part):
    """A term and its meaning, beside the place it belongs to; it never takes the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        """Float above ``parent``, which is the window."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.heading = Text("", "strong")
        self.meaning = Text("", "body")
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.heading)
        self._box.addWidget(self.meaning)
        self.dress(theme_of(self))
        self.hide()

    def explain(self, heading: str, meaning: str, spot: QRect) -> None:
        """Show the explanation below ``spot`` (in the window), or above it if there is no room."""
        self.heading.setText(heading)
        self.meaning.setText(meaning)
        window = self.parentWidget()
        if window is None:
            return
        m = theme_of(self).metrics
        width = min(m.ems(_WIDEST), window.width() - m.units(2))
        natural = max(self.meaning.sizeHint().width(), self.heading.sizeHint().width())
        margins = self._box.contentsMargins()
        width = min(width, natural + margins.left() + margins.right())
        height = self._box.totalHeightForWidth(width)
        left = max(m.units(1), min(spot.left(), window.width() - width - m.units(1)))
        top = spot.bottom() + m.units(1.2)
        if top + height > window.height():
            top = max(0, spot.top() - height - m.units(1.2))
        self.setGeometry(QRect(QPoint(left, top), self.size()))
        self.resize(width, height)
        self.show()
        self.raise_()

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        side = m.units(2)
        self._box.setContentsMargins(side, m.units(1.5), side, m.units(1.5))
        self._box.setSpacing(m.units(0.4))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), theme.metrics.hair))
        painter.setBrush(theme.colour("surface"))
        corner = theme.metrics.corner
        painter.drawRoundedRect(self.rect().toRectF().adjusted(1, 1, -1, -1), corner, corner)
