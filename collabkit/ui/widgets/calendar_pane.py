"""A calendar that opens below a field."""

from datetime import date

from PySide6.QtCore import QDate, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QToolButton, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.sign_icon import sign_icon
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part


class CalendarPane(Part):
    """A month at a time; arrow keys move, Enter picks, Esc closes. ``picked(date)`` tells."""

    picked = Signal(object)

    def __init__(self, start: date | None, parent: QWidget) -> None:
        self.calendar = QCalendarWidget()
        self.calendar.setDateEditEnabled(False)  # digits belong to the field, not to a box inside
        super().__init__(parent)
        self.setWindowFlags(Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.calendar.setLocale(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
        self.calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.calendar.setGridVisible(False)
        self.calendar.setHorizontalHeaderFormat(
            QCalendarWidget.HorizontalHeaderFormat.ShortDayNames
        )
        self.calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        if start is not None:
            self.calendar.setSelectedDate(QDate(start.year, start.month, start.day))
        self.calendar.clicked.connect(self._on_calendar_picked)
        self.calendar.activated.connect(self._on_calendar_picked)
        box = QVBoxLayout(self)
        margin = theme_of(parent).metrics.units(1)
        box.setContentsMargins(margin, margin, margin, margin)
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
        heading = QTextCharFormat()
        heading.setForeground(theme.colour("muted"))
        heading.setFont(theme.metrics.font("note"))
        self.calendar.setHeaderTextFormat(heading)
        self._sign("qt_calendar_prevmonth", "back", _("The month before"), theme)
        self._sign("qt_calendar_nextmonth", "next", _("The month after"), theme)
        self.calendar.setMinimumSize(theme.metrics.ems(26), theme.metrics.ems(21))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _sign(self, button_name: str, sign: str, name: str, theme: Theme) -> None:
        """Give one of the calendar's own buttons our sign; its arrows stay black in the dark."""
        button = self.calendar.findChild(QToolButton, button_name)
        if isinstance(button, QToolButton):
            side = theme.metrics.ems(1.2)
            ratio = self.devicePixelRatioF()
            button.setIcon(sign_icon(sign, side, theme.colour("ink"), ratio))
            button.setIconSize(QSize(side, side))
            button.setAccessibleName(name)

    def _on_calendar_picked(self, value: QDate) -> None:
        self.close()
        self.picked.emit(date(value.year(), value.month(), value.day()))
