"""The parts of a questionnaire and how far one is in each."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _, ngettext
from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.metrics import TextRole
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.drawn_button import DrawnButton
from collabkit.ui.widgets.hint import set_hint
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.setting import SetText
from collabkit.ui.widgets.surfaces import paint_wash

WIDTH = 14  # ems
FOLDED = 3.6  # ems


@dataclass(frozen=True, slots=True)
class Step:
    """One part: how many of its statements are answered, and how many are to be come back to.

    Folded, it shows its number, or ``sign`` if it has one. A part with a ``total`` of 0 has nothing
    to be counted.
    """

    key: str
    title: str
    done: int
    total: int
    flagged: int = 0
    sign: str = ""


class ProgressSteps(Part):
    """A list of parts with a line each that fills; folded, numbers only.

    ``step_requested(key)`` tells which part a person wants to go to.
    """

    step_requested = Signal(str)
    open_width, folded_width = WIDTH, FOLDED

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.folded = False
        self.entries: list[StepEntry] = []
        self._box = QVBoxLayout(self)
        self._entries = QVBoxLayout()
        self._box.addLayout(self._entries)
        self._box.addStretch(1)
        self.setAccessibleName(name or _("Parts"))
        self.dress(theme_of(self))

    def show_steps(self, steps: Sequence[Step], current: str = "") -> None:
        """Show ``steps``, with the one whose key is ``current`` marked."""
        while len(self.entries) > len(steps):
            entry = self.entries.pop()
            entry.hide()
            entry.deleteLater()
        while len(self.entries) < len(steps):
            entry = StepEntry(len(self.entries) + 1, self.folded)
            entry.step_chosen.connect(self.step_requested)
            entry.neighbour_wanted.connect(self._on_entry_neighbour_wanted)
            self._entries.addWidget(entry)
            self.entries.append(entry)
        for entry, step in zip(self.entries, steps, strict=True):
            entry.show_step(step, step.key == current)

    def fold(self, folded: bool) -> None:
        """Show numbers only, or titles and numbers."""
        if folded == self.folded:
            return
        self.folded = folded
        for entry in self.entries:
            entry.fold(folded)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setContentsMargins(m.units(1.4), m.units(3), m.units(1.4), m.units(2))
        self._entries.setSpacing(m.units(1))
        self.setFixedWidth(m.ems(FOLDED if self.folded else WIDTH))

    def _on_entry_neighbour_wanted(self, number: int) -> None:
        if 1 <= number <= len(self.entries):
            self.entries[number - 1].setFocus(Qt.FocusReason.TabFocusReason)


class StepEntry(DrawnButton):
    """One part in the list."""

    step_chosen = Signal(str)
    neighbour_wanted = Signal(int)

    def __init__(self, number: int, folded: bool) -> None:
        super().__init__()
        self._number = number
        self._step = Step("", "", 0, 0)
        self._current = False
        self._folded = folded
        self.clicked.connect(self._on_self_clicked)

    def show_step(self, step: Step, current: bool) -> None:
        """Stand for ``step``."""
        self._step, self._current = step, current
        self.setText(step.title.replace("&", "&&"))
        self.setAccessibleName(step.title)
        self.setAccessibleDescription(" ".join(self._told()))
        self.fold(self._folded)

    def fold(self, folded: bool) -> None:
        """Show the number only; the title then appears as a hint."""
        self._folded = folded
        told = ": ".join(filter(None, (self._step.title, " ".join(self._told()))))
        set_hint(self, told if folded else "")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        if self._folded:
            return QSize(m.ems(2.2), max(m.target, m.ems(2.6)))
        return QSize(m.ems(2.2), max(m.target, round(self._words().height) + m.ems(1.6)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up:
                self.neighbour_wanted.emit(self._number - 1)
            case Qt.Key.Key_Down:
                self.neighbour_wanted.emit(self._number + 1)
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self._current or self.underMouse():
            paint_wash(painter, self, "accent_soft" if self._current else "surface")
        below = 0.7 if self._step.total else 0.35  # the line that fills is there
        inside = box.adjusted(m.ems(0.7), m.ems(0.35), -m.ems(0.7), -m.ems(below))
        painter.setFont(m.font("strong" if self._current else "body"))
        painter.setPen(theme.colour("ink"))
        if self._folded:
            room = box.adjusted(0, 0, 0, -m.ems(0.5))
            if self._step.sign:
                side = m.ems(1.2)
                square = QRectF(0, 0, side, side)
                square.moveCenter(room.center())
                paint_sign(painter, self._step.sign, square, theme.colour("ink"))
            else:
                painter.drawText(room, Qt.AlignmentFlag.AlignCenter, str(self._number))
            inside = box.adjusted(m.ems(0.5), 0, -m.ems(0.5), -m.ems(0.7))
        else:
            flags = Qt.AlignmentFlag.AlignVCenter
            count = f"{self._step.done}/{self._step.total}" if self._step.total else ""
            words = self._words()
            words.draw(painter, inside.left(), inside.center().y() - words.height / 2)
            painter.setFont(m.font("note"))
            painter.setPen(theme.colour("ink" if self._current else "muted"))
            painter.drawText(inside, flags | Qt.AlignmentFlag.AlignRight, count)
            if self._step.flagged:
                beside = painter.fontMetrics().horizontalAdvance(count) + m.ems(0.5)
                self._paint_flags(painter, inside.adjusted(0, 0, -beside, 0))
        if self._step.total:
            bottom = box.bottom() - m.ems(0.5)
            self._paint_progress(
                painter, QRectF(inside.left(), bottom, inside.width(), m.ems(0.22))
            )

    def _words(self) -> SetText:
        """Set the title in as many lines as it needs beside its figures."""
        m = theme_of(self).metrics
        figures = m.ems(4.6 if self._step.flagged else 3.2 if self._step.total else 0)
        room = m.ems(WIDTH) - 2 * m.units(1.4) - 2 * m.ems(0.7) - figures
        role: TextRole = "strong" if self._current else "body"
        return SetText(self._step.title, m.font(role), room, m.em)

    def _told(self) -> list[str]:
        """Return what is drawn, in sentences."""
        step = self._step
        told = []
        if step.total:
            told.append(_("{done} of {total} answered.").format(done=step.done, total=step.total))
        if step.flagged:
            told.append(
                ngettext(
                    "{number} to come back to.", "{number} to come back to.", step.flagged
                ).format(number=step.flagged)
            )
        return [*told, _("You are here.")] if self._current else told

    def _paint_flags(self, painter: QPainter, room: QRectF) -> None:
        """Draw how many are to be come back to, with a flag before it."""
        m = theme_of(self).metrics
        number, side = str(self._step.flagged), m.ems(0.9)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, number)
        left = room.right() - painter.fontMetrics().horizontalAdvance(number) - side - m.ems(0.1)
        flag = QRectF(left, room.center().y() - side / 2, side, side)
        paint_sign(painter, "flag", flag, painter.pen().color(), 2.4)

    def _paint_progress(self, painter: QPainter, bar: QRectF) -> None:
        theme = theme_of(self)
        round_end = bar.height() / 2
        painter.setPen(QPen(theme.colour("edge"), theme.metrics.hair))
        painter.setBrush(theme.colour("surface"))
        painter.drawRoundedRect(bar, round_end, round_end)
        if self._step.total and self._step.done:
            full = QRectF(bar)
            full.setWidth(bar.width() * min(1.0, self._step.done / self._step.total))
            painter.setPen(QPen(theme.colour("accent"), theme.metrics.hair))
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(full, round_end, round_end)

    def _on_self_clicked(self) -> None:
        self.step_chosen.emit(self._step.key)
