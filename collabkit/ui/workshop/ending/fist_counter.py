"""A fist of five, counted: how many people show how many fingers."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIntValidator, QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from collabkit.i18n import _, ngettext
from collabkit.room.adopting import FINGERS
from collabkit.room.preparation import MOST_PEOPLE
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.focus import LABELLED
from collabkit.ui.widgets.part import Part, put, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.parts.slips_part import TYPING

_NARROWEST, _WIDEST = 2.2, 3.2  # ems
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class FistCounter(Part):
    """Six small fields, from a fist to five fingers, and a button that takes hand after hand.

    ``counted(tuple)`` tells all six counts whenever they change: not for no hands at all, and not
    for more than there are people in the room.
    """

    counted = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._present = 0
        self._keyed: list[int] = []
        self.fields = tuple(_CountField(fingers) for fingers in range(FINGERS + 1))
        self._row = QHBoxLayout()  # it never wraps: one number of fingers alone would look odd
        for field in self.fields:
            self._row.addWidget(field)
            field.changed.connect(self._on_field_changed)
        self._row.addStretch(1)
        self.by_keys = _KeyTaker()
        self.by_keys.finger_keyed.connect(self._on_by_keys_finger_keyed)
        self.by_keys.taken_back.connect(self._on_by_keys_taken_back)
        self.sum = Text("", "body", "muted")
        self._box = QVBoxLayout(self)
        self._box.addWidget(
            Text(_("Fist of five: how many people show how many fingers?"), "strong")
        )
        self._box.addLayout(self._row)
        put(self._box, self.by_keys)
        self._box.addWidget(self.sum)
        self.dress(theme_of(self))

    @property
    def counts(self) -> tuple[int, ...]:
        """How many people show 0, 1 … 5 fingers, as it stands in the fields."""
        return tuple(field.value for field in self.fields)

    def show_counts(self, fists: Sequence[int] | None, present: int) -> None:
        """Show what was counted; what somebody is typing stays as it is."""
        self._present = present
        focused = QApplication.focusWidget()
        if sum(self.counts) <= present:  # otherwise it was refused, and stays to be put right
            for field, count in zip(self.fields, fists or (0,) * len(self.fields), strict=True):
                if field.line is not focused:
                    field.set_value(count)
        if fists is None:
            self._keyed.clear()
        self._tell_sum()

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(m.units(0.8))
        self._row.setSpacing(m.units(1.2))

    def _tell(self) -> None:
        self._tell_sum()
        if 0 < sum(self.counts) <= self._present:
            self.counted.emit(self.counts)

    def _tell_sum(self) -> None:
        hands = sum(self.counts)
        if hands > self._present:
            words = _(
                "That makes {hands} hands, and {present} people are in the room. Please count "
                "again."
            )
        else:
            words = ngettext(
                "{hands} of {present} person has shown a hand.",
                "{hands} of {present} people have shown a hand.",
                self._present,
            )
        words = words.format(hands=hands, present=self._present)
        self.sum.set_tone("alert" if hands > self._present else "muted")
        if words != self.sum.text():
            self.sum.setText(words)
            if self.isVisible():
                announce(self, words)
        show_if(self.sum, True)

    def _on_field_changed(self) -> None:
        self._keyed.clear()
        self._tell()

    def _on_by_keys_finger_keyed(self, fingers: int) -> None:
        if sum(self.counts) >= self._present:
            QApplication.beep()
            return
        self._keyed.append(fingers)
        self.fields[fingers].set_value(self.fields[fingers].value + 1)
        self._tell()

    def _on_by_keys_taken_back(self) -> None:
        if not self._keyed:
            return
        fingers = self._keyed.pop()
        self.fields[fingers].set_value(max(0, self.fields[fingers].value - 1))
        self._tell()


class _CountField(Part):
    """How many people show one number of fingers."""

    changed = Signal()

    def __init__(self, fingers: int) -> None:
        super().__init__()
        self.setProperty(LABELLED, True)
        name = _("Fist") if not fingers else str(fingers)
        self.label = Text(name, "note", "muted", alignment=Qt.AlignmentFlag.AlignHCenter)
        self.line = QLineEdit()
        self.line.setValidator(QIntValidator(0, MOST_PEOPLE, self.line))
        self.line.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.line.setPlaceholderText("0")
        self.line.setAccessibleName(
            ngettext(
                "People who show {fingers} finger", "People who show {fingers} fingers", fingers
            ).format(fingers=fingers)
        )
        self.line.textEdited.connect(self._on_line_text_edited)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.label)
        self._box.addWidget(self.line)
        self.setFocusProxy(self.line)
        self.dress(theme_of(self))

    @property
    def value(self) -> int:
        """What stands in the field; nothing is 0."""
        text = self.line.text()
        return int(text) if text.isdigit() else 0

    def set_value(self, count: int) -> None:
        """Show ``count``; nobody is told."""
        if count != self.value:
            with QSignalBlocker(self.line):
                self.line.setText(str(count) if count else "")

    def dress(self, theme: Theme) -> None:
        self.line.setMinimumWidth(theme.metrics.ems(_NARROWEST))
        self.setMaximumWidth(theme.metrics.ems(_WIDEST))
        self._box.setSpacing(2 * theme.metrics.ring)  # the ring round the line needs it

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.focusNextChild()
        else:
            super().keyPressEvent(event)

    def _on_line_text_edited(self, _text: str) -> None:
        self.changed.emit()


class _KeyTaker(Button):
    """While it has the keyboard, 0 to 5 count a person each; Backspace takes the last back."""

    finger_keyed = Signal(int)
    taken_back = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Or go round: press 0 to 5 for each person"),
            "quiet",
            "keyboard",
            _("Go round the room: press 0 to 5 for each person, Backspace takes the last back"),
        )
        self.setProperty(TYPING, True)
        self.clicked.connect(self._on_self_clicked)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.text()
        if event.key() == Qt.Key.Key_Backspace:
            self.taken_back.emit()
        elif key.isdigit() and int(key) <= FINGERS:
            self.finger_keyed.emit(int(key))
        elif key.strip() and event.key() not in _ENTER:
            QApplication.beep()
        else:
            super().keyPressEvent(event)

    def _on_self_clicked(self) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)  # not everywhere does a click give it
