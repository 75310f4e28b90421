"""A field that takes every key and tells what arrived."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.modifiers import is_modified
from collabkit.ui.workshop.rehearsal.clicker import Arrival
from collabkit.ui.workshop.room_keys import room_key

_MODIFIERS = {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Meta}
_TABS = {Qt.Key.Key_Tab, Qt.Key.Key_Backtab}


class ClickerPad(Part):
    """While it has the keyboard, every key but Tab arrives here and means nothing else.

    ``arrived(Arrival)`` tells of each; one that is held down counts once.
    """

    spoken_role = "Button"
    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Press each button of your clicker here"))
        self.setAccessibleDescription(_("Every key is taken until you press Tab."))
        self._words = Text("", "strong", alignment=Qt.AlignmentFlag.AlignCenter)
        self._box = QVBoxLayout(self)
        self._box.addWidget(self._words)
        self._tell()
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setContentsMargins(m.units(2), m.units(2.5), m.units(2), m.units(2.5))

    def event(self, event: QEvent) -> bool:
        # Keys that mean something to the window, such as F1, belong to the clicker here.
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and not is_modified(event)
            and event.key() not in _TABS
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_modified(event) or event.key() in _MODIFIERS:
            super().keyPressEvent(event)
            return
        if not event.isAutoRepeat():
            self.arrived.emit(Arrival(_name(event), room_key(event, typing=False)))

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._tell()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._tell()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), m.hair))
        painter.setBrush(theme.colour("accent_soft" if self.hasFocus() else "paper"))
        inset = m.hair / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, m.corner, m.corner)

    def _tell(self) -> None:
        self._words.setText(
            _("Listening: press each button of your clicker. Tab ends it.")
            if self.hasFocus()
            else _("Click here, then press each button of your clicker")
        )
        self.update()


def _name(event: QKeyEvent) -> str:
    """Return what is written on the key, or its number if it has no name."""
    name = QKeySequence(event.key()).toString(QKeySequence.SequenceFormat.NativeText)
    if name.strip() and name.isprintable():
        return name
    return _("key {number}").format(number=event.nativeScanCode() or event.key())
