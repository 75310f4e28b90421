"""Come back to this: a flag that can be put up and taken down."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.drawn_button import DrawnButton
from collabkit.ui.widgets.surfaces import paint_choice


class FlagButton(DrawnButton):
    """Up, it has a tick, a fill and a thicker border."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = _("Come back to this")
        self.setCheckable(True)
        self.setAccessibleName(self._words)

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        self.setFont(m.font("strong"))
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + m.ems(3.6), m.target)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        up = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, self, thick=2)
        side = m.ems(1.2)
        top = (self.height() - side) / 2
        sign = QRectF(m.ems(0.9), top, side, side)
        if up:
            paint_sign(painter, "tick", sign, theme.colour("accent"), 3)
        else:
            paint_sign(painter, "flag", sign, theme.colour("ink"))
        painter.setFont(m.font("strong"))
        painter.setPen(theme.colour("ink"))
        words = QRectF(self.rect()).adjusted(m.ems(2.6), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, flags, self._words)
