"""Short words that can be switched on and off, such as filters."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text


class Chips(Part):
    """A label and a row of words; any number of them can be on.

    ``changed(codes)`` tells a person's new choice as a tuple in the given order.
    """

    changed = Signal(object)

    def __init__(
        self, label: str, options: Sequence[tuple[str, str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.label = Text(label, "strong")
        show_if(self.label, bool(label))
        self.chips = [Chip(code, text) for code, text in options]
        self._row = Flow()
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.label)
        self._box.addLayout(self._row)
        for chip in self.chips:
            chip.clicked.connect(self._on_chip_clicked)
            self._row.addWidget(chip)
        self.setAccessibleName(label)
        self.dress(theme_of(self))

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that are on."""
        return tuple(chip.code for chip in self.chips if chip.isChecked())

    def set_codes(self, codes: Sequence[str]) -> None:
        """Switch on these and no others; nobody is told."""
        for chip in self.chips:
            chip.setChecked(chip.code in codes)

    def dress(self, theme: Theme) -> None:
        self._box.setContentsMargins(0, theme.metrics.units(1), 0, theme.metrics.units(0.5))
        self._box.setSpacing(theme.metrics.units(1))
        self._row.setSpacing(theme.metrics.units(1.2))

    def _on_chip_clicked(self) -> None:
        self.changed.emit(self.codes)


class Chip(QPushButton):
    """One word. On, it has a tick, a fill and a thicker border."""

    def __init__(self, code: str, text: str) -> None:
        super().__init__()
        self.code = code
        self._words = text
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        self.setFont(m.font())
        return QSize(self.fontMetrics().horizontalAdvance(self._words) + m.ems(3.2), m.target)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).metrics.ems(5), theme_of(self).metrics.target)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        on = self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = m.hair * (2 if on else 1)
        painter.setPen(QPen(theme.colour("accent" if on else "edge"), width))
        painter.setBrush(theme.colour("accent_soft" if on else "surface"))
        inset = m.ems(0.25)  # the chip looks lower than what can be pressed
        box = QRectF(self.rect()).adjusted(width / 2, inset, -width / 2, -inset)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        side = m.ems(1)
        if on:
            sign = QRectF(m.ems(0.75), (self.height() - side) / 2, side, side)
            paint_sign(painter, "tick", sign, theme.colour("accent"), 3)
        painter.setFont(m.font())
        painter.setPen(theme.colour("ink"))
        words = box.adjusted(m.ems(1.5) if on else 0, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self._words)
