"""What the keys of the questionnaire mean."""

from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from collabkit.i18n import _


class Act(Enum):
    """Something that a key does."""

    NEXT = auto()
    CHOOSE_OR_NEXT = auto()
    BACK = auto()
    TO_CARDS = auto()
    TAKE_BACK = auto()
    UNDO = auto()
    FLAG = auto()
    NOT_APPLICABLE = auto()


_PLAIN = {
    Qt.Key.Key_Return: Act.CHOOSE_OR_NEXT,
    Qt.Key.Key_Enter: Act.CHOOSE_OR_NEXT,
    Qt.Key.Key_PageDown: Act.NEXT,
    Qt.Key.Key_PageUp: Act.BACK,
    Qt.Key.Key_Down: Act.TO_CARDS,
    Qt.Key.Key_Up: Act.TO_CARDS,
    Qt.Key.Key_Delete: Act.TAKE_BACK,
}
_LETTERS = {Qt.Key.Key_F: Act.FLAG, Qt.Key.Key_N: Act.NOT_APPLICABLE}
_DIGITS = range(Qt.Key.Key_0, Qt.Key.Key_9 + 1)


def meaning(event: QKeyEvent, letter_keys: bool) -> Act | str | None:
    """Return what a key that nothing else wanted does: an act, or the digit of an answer.

    Without ``letter_keys``, letters and digits do nothing.
    """
    key = Qt.Key(event.key())
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == Qt.KeyboardModifier.ControlModifier:
        return Act.UNDO if key == Qt.Key.Key_Z else None
    if modifiers != Qt.KeyboardModifier.NoModifier:
        return None
    if letter_keys and key in _DIGITS:
        return str(key - Qt.Key.Key_0)
    return _PLAIN.get(key) or (_LETTERS.get(key) if letter_keys else None)


def key_hints(letter_keys: bool) -> tuple[tuple[str, str], ...]:
    """Return the keys and what each does, for the list that F1 shows."""
    letters = (
        (_("1 to 9"), _("Choose the answer with that number")),
        (_("0"), _("Don't know, or the answer with the number 0")),
        (_("N"), _("Does not apply to us")),
        (_("F"), _("Come back to this")),
    )
    return (
        (_("Up, Down"), _("Move between the answers")),
        (_("Space"), _("Choose the answer that has the ring")),
        *(letters if letter_keys else ()),
        (_("Delete"), _("Take the answer back")),
        (_("Ctrl+Z"), _("Undo the last change of an answer")),
        (_("Enter"), _("Choose the answer that has the ring, if there is none yet; then go on")),
        (_("Page Down"), _("Next statement")),
        (_("Page Up"), _("Statement before")),
    )
