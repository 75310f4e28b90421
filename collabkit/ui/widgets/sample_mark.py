"""Marks what is only there to play with."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part


class SampleMark(Part):
    """The word “Sample” in a frame, beside the name of a sample charity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.text = _("Sample")
        self.setAccessibleName(_("Sample: not a real charity"))
        self.setToolTip(_("Not a real charity: something to play with."))

    def dress(self, theme: Theme) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        self.setFont(m.font("note"))
        width = self.fontMetrics().horizontalAdvance(self.text) + m.ems(1.4)
        return QSize(width, m.ems(1.6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), m.hair))
        painter.setBrush(theme.colour("paper"))
        inset = m.hair / 2
        box = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(theme.colour("ink"))
        painter.setFont(m.font("note"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text)
