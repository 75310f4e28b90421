"""A date with a label: typed, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from collabkit.dates import day
from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.caret import widen_caret
from collabkit.ui.widgets.date_reading import read_date
from collabkit.ui.widgets.field import Field
from collabkit.ui.widgets.held import Held
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text

_A_YEAR = 366  # days


class DateField(Field):
    """A label, a line such as “22 November 2026” and a button that opens a calendar.

    An empty field means no date. ``edited(date or None)`` tells what a person typed or picked; what
    cannot be read is never told, and a sentence below says so when the field is left. With
    ``asks_year``, a quiet remark stands below a day that is long past or far away.
    """

    edited = Signal(object)

    def __init__(
        self, label: str, parent: QWidget | None = None, *, asks_year: bool = False
    ) -> None:
        self.line = QLineEdit()
        widen_caret(self.line)
        row = QWidget()
        self._row = QHBoxLayout(row)
        super().__init__(label, parent=parent)
        self._date: date | None = None
        self.line.setPlaceholderText(_("such as 30 June"))
        self.line.setMaxLength(40)
        self.button = Button("", "plain", "calendar", _("Choose a date from a calendar"))
        self._held = Held(self)
        self._held.released.connect(self._on_held_released)
        self.line.textEdited.connect(self._held.take)
        self.line.editingFinished.connect(self._on_line_editing_finished)
        self.button.clicked.connect(self._on_button_clicked)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self.line, 20)  # all the room, until it is as wide as it may be
        self._row.addWidget(self.button)
        self._row.addStretch(1)
        self.hold(self.line, row)
        self.remark = Text("", "note", "muted")
        self.remark.hide()
        self._asks_year = asks_year
        self._box.addWidget(self.remark)

    @property
    def value(self) -> date | None:
        """The date that was last understood, or ``None``."""
        return self._date

    @property
    def is_understood(self) -> bool:
        """Whether what stands in the line can be read as a date, or as none."""
        try:
            read_date(self.line.text(), date.today())
        except ValueError:
            return False
        return True

    def look_through(self) -> bool:
        """Return ``is_understood``, and say so below the line if it is not."""
        understood = self.is_understood
        if not understood:
            self.set_fault(_("That is not a date we can read. Write it as 22 November 2026."))
        return understood

    def set_date(self, value: date | None) -> None:
        """Show ``value``; nobody is told."""
        self._held.drop()
        self._date = value
        with QSignalBlocker(self.line):
            self.line.setText(day(value) if value else "")
        self.set_fault("")
        self.remark.setText(_remark(value) if self._asks_year else "")
        show_if(self.remark, bool(self.remark.text()))

    def flush(self) -> None:
        """Tell at once what was typed."""
        self._held.flush()

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self.line.setMaximumWidth(theme.metrics.ems(18))
        self._row.setSpacing(theme.metrics.units(1))

    def _on_held_released(self, text: str) -> None:
        try:
            value = read_date(text, date.today())
        except ValueError:
            return
        self.set_fault("")
        if value != self._date:
            self._date = value
            self.edited.emit(value)

    def _on_line_editing_finished(self) -> None:
        before = self.remark.text()
        self._held.flush()
        if self.look_through():
            self.set_date(read_date(self.line.text(), date.today()))
            if self.remark.text() not in ("", before):
                announce(self, self.remark.text())

    def _on_button_clicked(self) -> None:
        from collabkit.ui.widgets.calendar_pane import CalendarPane  # only when it is wanted

        pane = CalendarPane(self._date, self)
        pane.picked.connect(self._on_pane_picked)
        pane.open_below(self.button.mapToGlobal(QPoint(0, self.button.height())))

    def _on_pane_picked(self, value: date) -> None:
        self.line.setFocus(Qt.FocusReason.OtherFocusReason)
        changed = value != self._date
        self.set_date(value)
        if changed:
            self.edited.emit(value)


def _remark(value: date | None) -> str:
    """Ask about a year that may be a slip; most days need no remark."""
    away = (value - date.today()).days if value else 0
    if away < -_A_YEAR:
        return _("That is more than a year ago. Is the year right?")
    if away > 5 * _A_YEAR:
        return _("That is more than five years from now. Is the year right?")
    return ""
