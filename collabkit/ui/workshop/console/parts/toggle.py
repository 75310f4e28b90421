"""A button that stays pressed."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent

from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.drawn_button import DrawnButton
from collabkit.ui.widgets.surfaces import paint_choice


class Toggle(DrawnButton):
    """On is shown by a fill, a thicker border and a tick. ``clicked`` tells only of people."""

    spoken_role = "CheckBox"

    def __init__(self, words: str, hint: str = "") -> None:
        super().__init__()
        self.setCheckable(True)
        self._words = words
        self.setText(words.replace("&", "&&"))
        self.setAccessibleName(words)
        self.setToolTip(hint)

    def set_on(self, on: bool) -> None:
        """Show it on or off; nobody is told."""
        self.setChecked(on)

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        self.setFont(m.font("strong"))
        words = self.fontMetrics().horizontalAdvance(self._words)
        return QSize(words + m.ems(2.9), m.target)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, self, 2)
        side, gap = m.ems(1), m.ems(0.3)
        words = QRectF(self.rect())
        if self.isChecked():
            wide = self.fontMetrics().horizontalAdvance(self._words)
            left = (self.width() - wide - gap - side) / 2
            box = QRectF(left, (self.height() - side) / 2, side, side)
            paint_sign(painter, "tick", box, theme.colour("accent"), 3)
            words.adjust(gap + side, 0, 0, 0)
        painter.setFont(m.font("strong"))
        painter.setPen(theme.colour("ink" if self.isEnabled() else "resting"))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._words)
