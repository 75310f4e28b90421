"""How a radio button or a tick box with a long text is laid out and drawn."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.setting import SetText

TEXT_LEFT = 2.1  # ems from the left edge to the text


class OptionFace:
    """Draws ``button`` with its text wrapped, which Qt's own do not do.

    The mark is round for radio buttons and square for tick boxes; the text is shown as it is.
    """

    def __init__(self, button: QAbstractButton, *, is_round: bool) -> None:
        self._button = button
        self._is_round = is_round
        self._lines: dict[int, SetText] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        button.setSizePolicy(policy)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def forget(self) -> None:
        """Lay out afresh: the text or the theme has changed."""
        self._lines.clear()
        self._button.updateGeometry()

    def size_hint(self) -> QSize:
        """Return the size without wrapping, up to 30 ems wide."""
        m = theme_of(self._button).metrics
        whole = SetText(self._words, m.font(), 100_000, m.em)
        width = min(self._left + round(whole.width) + m.ems(0.5), m.ems(30))
        return QSize(width, self.height(width))

    def least_size(self) -> QSize:
        """Return the least size: a few words a line, or the whole text if it is shorter."""
        m = theme_of(self._button).metrics
        return QSize(min(self._left + m.ems(6), self.size_hint().width()), m.target)

    def height(self, width: int) -> int:
        """Return the height that ``width`` needs."""
        m = theme_of(self._button).metrics
        return max(m.target, round(self._set(width).height) + m.ems(0.5))

    def paint(self) -> None:
        """Draw mark and text."""
        button = self._button
        theme = theme_of(button)
        m = theme.metrics
        on = button.isChecked()
        painter = QPainter(button)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self._set(button.width())
        top = (button.height() - words.height) / 2
        side = m.ems(1.35)
        mark = QRectF(m.hair, top + (m.em * m.line - side) / 2, side, side)
        edge = "accent" if on else "ink" if button.underMouse() else "edge"
        usable = button.isEnabled()
        painter.setPen(QPen(theme.colour(edge if usable else "line"), max(1.5, m.hair * 1.5)))
        if self._is_round:
            painter.setBrush(theme.colour("surface"))
            painter.drawEllipse(mark)
            if on:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("accent"))
                quarter = side * 0.24
                painter.drawEllipse(mark.adjusted(quarter, quarter, -quarter, -quarter))
        else:
            painter.setBrush(theme.colour("accent" if on else "surface"))
            painter.drawRoundedRect(mark, m.ems(0.25), m.ems(0.25))
            if on:
                inset = side * 0.1
                inner = mark.adjusted(inset, inset, -inset, -inset)
                paint_sign(painter, "tick", inner, theme.colour("on_accent"), 3.4)
        painter.setPen(theme.colour("ink" if usable else "muted"))
        words.draw(painter, self._left, top)

    @property
    def _words(self) -> str:
        return self._button.accessibleName()

    @property
    def _left(self) -> int:
        return theme_of(self._button).metrics.ems(TEXT_LEFT)

    def _set(self, width: int) -> SetText:
        if width not in self._lines:
            if len(self._lines) > 4:
                self._lines.clear()
            m = theme_of(self._button).metrics
            self._lines[width] = SetText(self._words, m.font(), width - self._left, m.em)
        return self._lines[width]
