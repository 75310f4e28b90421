"""The rail at the left of the window: one entry a place."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.drawn_button import DrawnButton
from collabkit.ui.widgets.one_stop import step_of
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.surfaces import paint_wash

WIDTH = 15  # ems
FOLDED = 3.6  # ems


class Rail(Part):
    """Sign and word for each place; folded, signs only.

    ``place_chosen(key)`` tells which entry was pressed. Up and down move between the entries.
    """

    place_chosen = Signal(str)

    def __init__(
        self, entries: Sequence[tuple[str, str, str]], parent: QWidget | None = None
    ) -> None:
        """Take ``entries`` of key, title and name of a sign; the last one stands at the bottom."""
        super().__init__(parent)
        self.folded = False
        self.setAccessibleName(_("Places"))
        self.entries = tuple(
            RailEntry(key, title, sign, number)
            for number, (key, title, sign) in enumerate(entries, 1)
        )
        self._box = QVBoxLayout(self)
        for entry in self.entries:
            if entry is self.entries[-1]:
                self._box.addStretch(1)
            self._box.addWidget(entry)
            entry.step_wanted.connect(self._on_entry_step_wanted)
            entry.chosen.connect(self.place_chosen)
        self.dress(theme_of(self))

    def mark(self, key: str) -> None:
        """Show the entry ``key`` as the current one."""
        for entry in self.entries:
            entry.set_current(entry.key == key)

    def fold(self, folded: bool) -> None:
        """Show signs only, or signs and words."""
        self.folded = folded
        for entry in self.entries:
            entry.fold(folded)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        side = m.units(1.4)
        self._box.setContentsMargins(side, m.units(3), side, m.units(2))
        self._box.setSpacing(m.units(0.8))
        self.setFixedWidth(m.ems(FOLDED if self.folded else WIDTH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme_of(self).colour("line"))
        painter.drawLine(self.width() - 1, 0, self.width() - 1, self.height())

    def _on_entry_step_wanted(self, step: int) -> None:
        at = next((n for n, entry in enumerate(self.entries) if entry.hasFocus()), 0)
        self.entries[(at + step) % len(self.entries)].setFocus(Qt.FocusReason.TabFocusReason)


class RailEntry(DrawnButton):
    """One place in the rail."""

    chosen = Signal(str)
    step_wanted = Signal(int)

    def __init__(self, key: str, title: str, sign: str, number: int) -> None:
        super().__init__()
        self.key, self.title = key, title
        self._sign = sign
        self._current = False
        self._folded = False
        self._keys = f"Alt+{number}"
        self.setText(title)
        self.setAccessibleName(title)
        self.clicked.connect(self._on_self_clicked)
        self._tell()

    @property
    def current(self) -> bool:
        """Whether this is the place that is shown."""
        return self._current

    def set_current(self, current: bool) -> None:
        """Mark or unmark this place as the one that is shown."""
        self._current = current
        self._tell()
        self.update()

    def fold(self, folded: bool) -> None:
        """Show the sign only; the word then appears as a hint."""
        self._folded = folded
        self._tell()
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        return QSize(m.ems(2.6), m.target)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := step_of(event):
            self.step_wanted.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._current or self.underMouse():
            paint_wash(painter, self, "accent_soft" if self._current else "surface")
        if self._current:
            painter.setBrush(theme.colour("accent"))
            bar = QRectF(0, box.height() * 0.22, m.ems(0.25), box.height() * 0.56)
            painter.drawRoundedRect(bar, m.ems(0.12), m.ems(0.12))
        colour = theme.colour("accent" if self._current else "ink")
        side = m.ems(1.45)
        left = (box.width() - side) / 2 if self._folded else m.ems(0.9)
        paint_sign(painter, self._sign, QRectF(left, (box.height() - side) / 2, side, side), colour)
        if not self._folded:
            painter.setPen(theme.colour("ink"))
            painter.setFont(m.font("strong" if self._current else "body"))
            words = box.adjusted(left + side + m.ems(0.8), 0, -m.ems(0.3), 0)
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(words, flags, self.title)

    def _tell(self) -> None:
        self.setToolTip(f"{self.title} ({self._keys})" if self._folded else self._keys)
        self.setAccessibleDescription(_("You are here.") if self._current else "")

    def _on_self_clicked(self) -> None:
        self.chosen.emit(self.key)
