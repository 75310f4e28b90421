"""A calendar that opens below a field."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part


class CalendarPane(Part):
    """A month at a time; arrow keys move, Enter picks, Esc closes. ``picked(date)`` tells."""

    picked = Signal(object)

    def __init__(self, start: date | None, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar = QCalendarWidget()
        self.calendar.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if start is not None:
            self.calendar.setSelectedDate(QDate(start.year, start.month, start.day))
        self.calendar.clicked.connect(self._on_calendar_picked)
        self.calendar.activated.connect(self._on_calendar_picked)
        box = QVBoxLayout(self)
        box.setContentsMargins(1, 1, 1, 1)
        box.addWidget(self.calendar)
        self.dress(theme_of(parent))

    def open_below(self, corner: QPoint) -> None:
        """Open with the right upper corner near ``corner``, inside the screen."""
        self.adjustSize()
        room = self.screen().availableGeometry()
        left = max(room.left(), min(corner.x(), room.right() - self.width()))
        top = max(room.top(), min(corner.y(), room.bottom() - self.height()))
        self.move(left, top)
        self.show()
        self.calendar.setFocus(Qt.FocusReason.PopupFocusReason)

    def dress(self, theme: Theme) -> None:
        plain = QTextCharFormat()
        plain.setForeground(theme.colour("ink"))
        for weekday in Qt.DayOfWeek:
            self.calendar.setWeekdayTextFormat(weekday, plain)
        self.calendar.setMinimumSize(theme.metrics.ems(22), theme.metrics.ems(18))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_calendar_picked(self, value: QDate) -> None:
        self.close()
        self.picked.emit(date(value.year(), value.month(), value.day()))
