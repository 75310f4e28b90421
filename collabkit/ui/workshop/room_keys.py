"""What the keys of a clicker mean while a session runs, on the console and on the room window."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from collabkit.i18n import _


class RoomKey(Enum):
    """Something that a clicker or the keyboard asks for."""

    NEXT = auto()
    BACK = auto()
    BLACK = auto()
    WHITE = auto()
    FREEZE = auto()
    HIDE = auto()
    START = auto()
    TIMER = auto()
    HELP = auto()
    LEAVE = auto()
    END = auto()  # means something only after LEAVE; no clicker sends it


_Key = Qt.Key

# Always, also while somebody types: no text field needs them.
_CLICKER = {
    _Key.Key_PageDown: RoomKey.NEXT,
    _Key.Key_PageUp: RoomKey.BACK,
    _Key.Key_F5: RoomKey.START,
    _Key.Key_F1: RoomKey.HELP,
    _Key.Key_Escape: RoomKey.LEAVE,
}
_KEYBOARD = {
    _Key.Key_Right: RoomKey.NEXT,
    _Key.Key_Down: RoomKey.NEXT,
    _Key.Key_Space: RoomKey.NEXT,
    _Key.Key_Return: RoomKey.NEXT,
    _Key.Key_Enter: RoomKey.NEXT,
    _Key.Key_Left: RoomKey.BACK,
    _Key.Key_Up: RoomKey.BACK,
    _Key.Key_Backspace: RoomKey.BACK,
}
# Wherever they lie on the keyboard; capitals too.
_SIGNS = {
    _Key.Key_B: RoomKey.BLACK,
    _Key.Key_Period: RoomKey.BLACK,
    _Key.Key_W: RoomKey.WHITE,
    _Key.Key_Comma: RoomKey.WHITE,
    _Key.Key_F: RoomKey.FREEZE,
    _Key.Key_H: RoomKey.HIDE,
    _Key.Key_T: RoomKey.TIMER,
    _Key.Key_E: RoomKey.END,
    _Key.Key_Question: RoomKey.HELP,
}
_SHIFT = Qt.KeyboardModifier.ShiftModifier


def room_key(event: QKeyEvent, *, typing: bool) -> RoomKey | None:
    """Return what a key press asks for, or ``None`` if it is not one of these keys.

    ``typing``: a field has the focus; then only the keys that mean nothing in it are taken. A key
    that is held down counts once: a session must not run away under a heavy thumb.
    """
    if event.isAutoRepeat():
        return None
    key = _Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == _SHIFT:
        if key == _Key.Key_F5:  # what some clickers send instead of F5
            return RoomKey.START
        return None if typing else _SIGNS.get(key)
    if modifiers != Qt.KeyboardModifier.NoModifier:
        return None
    if typing:
        return _CLICKER.get(key)
    return _CLICKER.get(key) or _KEYBOARD.get(key) or _SIGNS.get(key)


def room_key_hints() -> tuple[tuple[str, str], ...]:
    """Return the keys and what each does, for the list that F1 shows."""
    return (
        (_("Page Down"), _("Go on; so do Right, Down, Space and Enter")),
        (
            _("Page Up"),
            _("Go back, and so do Left, Up and Backspace; what was shown is not taken back"),
        ),
        (_("B or ."), _("Room window black, and back")),
        (_("W or ,"), _("Room window white, and back")),
        (_("F"), _("Freeze the room window: the picture stays while you go on")),
        (_("H"), _("Hide: the room window shows the name of the session alone, and back")),
        (_("T"), _("Start or stop the timer")),
        (_("F5"), _("Show the room window")),
        (
            _("Esc"),
            _("Leave black, white or freeze; then ask whether to end the showing (E ends it)"),
        ),
        (_("F1 or ?"), _("These keys")),
    )
