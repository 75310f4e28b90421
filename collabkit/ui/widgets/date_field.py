"""A date with a label: typed, or picked from a calendar."""

from datetime import date

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from collabkit.dates import day
from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.date_reading import read_date
from collabkit.ui.widgets.field import Field
from collabkit.ui.widgets.held import Held


class DateField(Field):
    """A label, a line such as “22 November 2026” and a button that opens a calendar.

    An empty field means no date. ``edited(date or None)`` tells what a person typed or picked; what
    cannot be read is never told, and a sentence below says so when the field is left.
    """

    edited = Signal(object)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        self.line = QLineEdit()
        row = QWidget()
        self._row = QHBoxLayout(row)
        super().__init__(label, parent=parent)
        self._date: date | None = None
        self.line.setPlaceholderText(_("such as 22 November 2026"))
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

    @property
    def value(self) -> date | None:
        """The date that was last understood, or ``None``."""
        return self._date

    def set_date(self, value: date | None) -> None:
        """Show ``value``; nobody is told."""
        self._held.drop()
        self._date = value
        with QSignalBlocker(self.line):
            self.line.setText(day(value) if value else "")
        self.set_fault("")

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
        self._held.flush()
        try:
            value = read_date(self.line.text(), date.today())
        except ValueError:
            self.set_fault(_("That is not a date we can read. Write it as 22 November 2026."))
        else:
            self.set_date(value)

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
