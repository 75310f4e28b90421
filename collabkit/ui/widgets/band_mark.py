"""A band as a word with a small shape: never by colour alone."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from collabkit.assessments.names import band_name
from collabkit.assessments.results import Band
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part, show_if

# How much of the circle is filled, in quarters; two circles beside each other mean: talk first.
_QUARTERS = {Band.ACT_FIRST: 1, Band.BUILD: 2, Band.KEEP_GOING: 3, Band.SHARE_IT: 4}


class BandMark(Part):
    """The word for a band, after a circle that fills by quarters."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.show_band(None)

    @property
    def text(self) -> str:
        """The word, or nothing without a band."""
        return band_name(self._band) if self._band is not None else ""

    def show_band(self, band: Band | None) -> None:
        """Show ``band``, or nothing."""
        self._band = band
        self.setAccessibleName(self.text)
        show_if(self, band is not None)
        self.updateGeometry()
        self.update()

    def dress(self, theme: Theme) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        self.setFont(m.font("strong"))
        return QSize(
            self.fontMetrics().horizontalAdvance(self.text) + m.ems(1.9), round(m.em * m.line)
        )

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._band is None:
            return
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        side = m.ems(0.95)
        circle = QRectF(m.hair * 2, (self.height() - side) / 2, side, side)
        paint_band(painter, self._band, circle, self)
        painter.setFont(m.font("strong"))
        painter.setPen(theme.colour("ink"))
        words = QRectF(self.rect()).adjusted(m.ems(1.6), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, flags, self.text)


def paint_band(painter: QPainter, band: Band, circle: QRectF, widget: QWidget) -> None:
    """Draw the shape of ``band`` into ``circle`` with the theme of ``widget``."""
    theme = theme_of(widget)
    colour = theme.colour("accent")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colour, max(1.5, circle.width() * 0.11)))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if band is Band.TALK_FIRST:
        shift = circle.width() * 0.3
        smaller = circle.adjusted(0, shift / 2, -shift, -shift / 2)
        painter.drawEllipse(smaller)
        painter.drawEllipse(smaller.translated(shift * 1.3, 0))
        return
    painter.drawEllipse(circle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPie(circle, 90 * 16, -90 * 16 * _QUARTERS[band])
