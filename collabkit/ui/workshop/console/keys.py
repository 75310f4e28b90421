"""Which keys the console takes, wherever the keyboard is on it."""

from collections.abc import Callable
from enum import Enum, auto
from time import monotonic

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)
from shiboken6 import isValid

from collabkit.i18n import _
from collabkit.ui.widgets.focus import is_mouse_pressed
from collabkit.ui.widgets.fold import FoldHeader
from collabkit.ui.widgets.option_button import OptionButton
from collabkit.ui.workshop.console.parts.slips_part import TYPING
from collabkit.ui.workshop.room_keys import RoomKey, room_key, room_key_hints

# Seconds between two presses of one key. A clicker's button can bounce, and a key that is held down
# repeats itself: many X servers do not say so, and the first repeat comes after 0.66 s there.
_APART = 0.7
_ASKED_APART = 1.0  # ... and before the answer to what was only just asked


class Letter(Enum):
    """What the letters that no clicker sends lead to."""

    HANDS = auto()
    SLIPS = auto()
    NOTE = auto()
    ACTION = auto()
    PARK = auto()
    PEOPLE = auto()
    OTHER = auto()
    PRETEND = auto()


_LETTERS = {
    Qt.Key.Key_C: Letter.HANDS,
    Qt.Key.Key_S: Letter.SLIPS,
    Qt.Key.Key_N: Letter.NOTE,
    Qt.Key.Key_A: Letter.ACTION,
    Qt.Key.Key_P: Letter.PARK,
    Qt.Key.Key_R: Letter.PEOPLE,
    Qt.Key.Key_O: Letter.OTHER,
    Qt.Key.Key_L: Letter.PRETEND,
}
_FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox)
_USES_ARROWS = (OptionButton, FoldHeader, QComboBox, QAbstractItemView)
_ARROWS = (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down)
_PRESSES = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_CAPITAL = Qt.KeyboardModifier.ShiftModifier


def is_typed_in(widget: QWidget | None) -> bool:
    """Tell whether letters that are pressed in ``widget`` are meant for it."""
    return widget is not None and (isinstance(widget, _FIELDS) or bool(widget.property(TYPING)))


def letter_of(event: QKeyEvent) -> Letter | None:
    """Return what a letter leads to, small or capital."""
    if event.isAutoRepeat() or event.modifiers() & ~_CAPITAL:
        return None
    return _LETTERS.get(Qt.Key(event.key()))


class KeyTaker(QObject):
    """Takes keys for the session from whatever has the keyboard inside ``page``.

    ``take`` gets a ``RoomKey`` or a ``Letter``. The big button, ``main``, hands its Space and Enter
    over, and so does a button on which the mouse was pressed last: many clickers send these keys,
    and next shall not press it once more. A button that one went to with the keyboard keeps them,
    and what has a use for arrow keys keeps these.
    """

    def __init__(
        self, page: QWidget, main: QWidget, take: Callable[[RoomKey | Letter], None]
    ) -> None:
        super().__init__(page)
        self._page, self._main, self._take = page, main, take
        self._watched: QWidget | None = None
        self._by_mouse: QWidget | None = None
        self.keeps_arrows: QWidget | None = None  # a part in which they move
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_app_focus_changed)

    def takes(self, event: QKeyEvent, focused: QWidget | None) -> RoomKey | Letter | None:
        """Return what a key pressed in ``focused`` means for the session, if anything."""
        typing = is_typed_in(focused)
        key = Qt.Key(event.key())
        if focused is not None and not typing:
            uses_arrows = _uses_arrows(focused) or self._is_kept(focused)
            hands_over = focused in (self._main, self._by_mouse)
            is_pressed = isinstance(focused, QAbstractButton) and not hands_over
            if (key in _ARROWS and uses_arrows) or (
                key in _PRESSES and (is_pressed or uses_arrows)
            ):
                return None
        return room_key(event, typing=typing) or (None if typing else letter_of(event))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            focused = watched if isinstance(watched, QWidget) else None
            meant = self.takes(event, focused)
            if meant is not None:
                self._take(meant)
                return True
            # Held down, a key of the session does nothing; it does not scroll either.
            return event.isAutoRepeat() and event.key() in (
                Qt.Key.Key_PageDown,
                Qt.Key.Key_PageUp,
            )
        return False

    def _is_kept(self, focused: QWidget) -> bool:
        return self.keeps_arrows is not None and self.keeps_arrows.isAncestorOf(focused)

    def _on_app_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None and isValid(self._watched):
            self._watched.removeEventFilter(self)
        self._watched = None
        self._by_mouse = new if is_mouse_pressed() else None
        if new is not None and (new is self._page or self._page.isAncestorOf(new)):
            self._watched = new
            new.installEventFilter(self)


class Gate:
    """Lets one step through at a time, so that a bouncing or held button does not run away.

    What counts is the time since the same key was last heard of, whether it was let through then
    or not: however long a key is held, it is one step.
    """

    def __init__(self, seconds: Callable[[], float] = monotonic) -> None:
        self.seconds = seconds
        self._heard: dict[RoomKey, float] = {}

    def lets(self, key: RoomKey, *, just_asked: bool) -> bool:
        """Tell whether ``key`` pressed now is meant; after a question it takes longer."""
        now = self.seconds()
        last = self._heard.get(key)
        self._heard[key] = now
        return last is None or now - last >= (_ASKED_APART if just_asked else _APART)

    def is_done(self, key: RoomKey) -> None:
        """Count from now on: what a key did can take long, and its repeats have waited."""
        self._heard[key] = self.seconds()


def console_key_hints(*, is_practice: bool) -> tuple[tuple[str, str], ...]:
    """Return the keys of the console and what each does; one only means something in practice."""
    hints = (
        *room_key_hints(),
        (_("C"), _("Count raised hands")),
        (_("S"), _("Key in slips")),
        (_("N"), _("Write a note")),
        (_("A"), _("Make an action; at the end, choose and agree")),
        (_("P"), _("Park the statement")),
        (_("R"), _("How many people are in the room")),
        (_("O"), _("Other: vote again, call off, break, another statement")),
    )
    practice = ((_("L"), _("Practice: let the pretend people do what is to be done now")),)
    return (*hints, *practice) if is_practice else hints


def _uses_arrows(widget: QWidget) -> bool:
    return isinstance(widget, _USES_ARROWS)
