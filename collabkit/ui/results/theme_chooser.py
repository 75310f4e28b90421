"""A row of themes of which one is open."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.results.state import ThemeTab
from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.drawn_button import DrawnButton
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.one_stop import let_tab_stop_at, move_on, step_of
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.surfaces import paint_choice

# The quiet marks of the five themes, by the code of the section.
_SIGNS = {
    "POW": "power",
    "EMP": "empathy",
    "HON": "honesty",
    "COM": "communication",
    "IMP": "impact",
}


class ThemeChooser(Part):
    """Sign, name and score of each theme. Tab visits it once; arrows move, Space or Enter opens.

    ``theme_chosen(code)`` tells which theme a person opened.
    """

    theme_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[ThemeButton] = []
        self._row = Flow()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self._row)
        self.setAccessibleName(_("Parts"))
        self.dress(theme_of(self))

    def show_tabs(self, tabs: Sequence[ThemeTab], current: str) -> None:
        """Show ``tabs``, with the one whose code is ``current`` open."""
        while len(self.buttons) > len(tabs):
            button = self.buttons.pop()
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        while len(self.buttons) < len(tabs):
            button = ThemeButton()
            button.chosen.connect(self.theme_chosen)
            button.step_wanted.connect(self._on_button_step_wanted)
            self._row.addWidget(button)
            self.buttons.append(button)
        for button, tab in zip(self.buttons, tabs, strict=True):
            button.show_tab(tab, tab.code == current)
        let_tab_stop_at(next((b for b in self.buttons if b.is_open), None), self.buttons)

    def dress(self, theme: Theme) -> None:
        self._row.setSpacing(theme.metrics.units(1))

    def _on_button_step_wanted(self, step: int) -> None:
        move_on(step, self.buttons)


class ThemeButton(DrawnButton):
    """One theme. Open, it has a tick, a fill and a thicker border."""

    chosen = Signal(str)
    step_wanted = Signal(int)
    spoken_role = "PageTab"

    def __init__(self) -> None:
        super().__init__()
        self._tab = ThemeTab("", "", "")
        self.setCheckable(True)
        self.clicked.connect(self._on_self_clicked)

    @property
    def code(self) -> str:
        """The code of the theme."""
        return self._tab.code

    @property
    def is_open(self) -> bool:
        """Whether this is the theme that is open."""
        return self.isChecked()

    def show_tab(self, tab: ThemeTab, is_open: bool) -> None:
        """Stand for ``tab``."""
        self._tab = tab
        self.setChecked(is_open)
        self.setAccessibleName(tab.name)
        self.setAccessibleDescription(tab.note)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        self.setFont(m.font("strong"))
        words = max(
            self.fontMetrics().horizontalAdvance(text) for text in (self._tab.name, self._tab.note)
        )
        return QSize(m.ems(3.6) + words, max(m.target, m.ems(3.6)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def nextCheckState(self) -> None:
        self.setChecked(True)  # pressing the open theme again leaves it open

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := step_of(event):
            self.step_wanted.emit(step)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        is_open = self.is_open
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, self, thick=2)
        side = m.ems(1.5)
        sign = "tick" if is_open else _SIGNS.get(self._tab.code, "")
        if sign:
            place = QRectF(m.ems(0.8), (self.height() - side) / 2, side, side)
            paint_sign(painter, sign, place, theme.colour("accent"), 2.6 if is_open else 2)
        left = m.ems(2.8)
        line = m.em * m.line
        top = (self.height() - 2 * line) / 2
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.setPen(theme.colour("ink"))
        painter.setFont(m.font("strong"))
        painter.drawText(QRectF(left, top, self.width() - left, line), flags, self._tab.name)
        painter.setFont(m.font("note"))
        painter.setPen(theme.colour("ink" if is_open else "muted"))
        painter.drawText(QRectF(left, top + line, self.width() - left, line), flags, self._tab.note)

    def _on_self_clicked(self) -> None:
        self.chosen.emit(self._tab.code)
