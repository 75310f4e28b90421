"""Slips from the box, keyed in one by one. Nothing shows which answers they carry."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _, ngettext
from collabkit.room.choices import choice_for_key
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.focus import focus_in_view
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.state import VoteState

TYPING = "console_typing"  # a property: keys typed here are not for the room
# These keep their meaning wherever one types.
_NOT_TYPED = (
    Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_F1, Qt.Key.Key_F5, Qt.Key.Key_Escape,
    Qt.Key.Key_Tab, Qt.Key.Key_Backtab,
)  # fmt: skip


class SlipPad(Part):
    """Where slips are keyed in. ``key_given(str)`` and ``take_back_asked()`` tell of keys.

    ``hands_asked()`` tells that C was pressed to go on to the raised hands: where there are any,
    and no slip carries that letter.
    """

    spoken_role = "EditableText"
    key_given = Signal(str)
    take_back_asked = Signal()
    hands_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setProperty(TYPING, True)
        self.setAccessibleName(_("Key in slips"))
        self._words = ""
        self._leads_to_hands = False

    def show_words(self, words: str, *, leads_to_hands: bool = False) -> None:
        """Say how many slips are in, or what to do; ``leads_to_hands``: C goes to the hands."""
        self._words = words
        self._leads_to_hands = leads_to_hands
        self.setAccessibleDescription(words)
        self.update()

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        return QSize(m.ems(14), m.ems(3.4))

    def minimumSizeHint(self) -> QSize:
        m = theme_of(self).metrics
        return QSize(m.ems(8), m.ems(3.4))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~(
            Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier
        )
        if Qt.Key(event.key()) in _NOT_TYPED or plain != Qt.KeyboardModifier.NoModifier:
            super().keyPressEvent(event)
        elif event.isAutoRepeat():
            event.accept()  # a key held down is one slip
        elif event.key() == Qt.Key.Key_Backspace:
            self.take_back_asked.emit()
        elif event.key() == Qt.Key.Key_C and self._leads_to_hands:
            self.hands_asked.emit()
        elif event.text().strip():
            self.key_given.emit(event.text())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        has_focus = self.hasFocus()
        painter.setPen(QPen(theme.colour("accent" if has_focus else "edge"), m.hair))
        painter.setBrush(theme.colour("accent_soft" if has_focus else "surface"))
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(frame, m.corner, m.corner)
        painter.setFont(m.font("strong"))
        painter.setPen(theme.colour("ink"))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(frame.adjusted(m.ems(0.9), 0, -m.ems(0.9), 0), int(flags), self._words)


class SlipsPart(Part):
    """The pad, the keys that stand for answers, and a quiet sentence if a key is none of them."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = Text(_("Slips from the box"), "strong")
        self._hint = Text("", "note", "muted")
        self.pad = SlipPad()
        self.fault = Text("", "body", "alert")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in (self._heading, self._hint, self.pad, self.fault):
            self._box.addWidget(part)
        show_if(self.fault, False)
        self.setAccessibleName(_("Slips from the box"))
        self.dress(theme_of(self))

    def render_vote(self, vote: VoteState, slips: int | None) -> None:
        """Show how many ``slips`` are in; ``None`` where the room may be reading along."""
        marks = ", ".join(choice.mark for choice in vote.choices)
        self._hint.setText(
            _(
                "Press what stands on each slip: {marks}. Backspace takes the last one back. What "
                "you key in is not shown."
            ).format(marks=marks)
        )
        if slips is None:
            words = _("{answered} of {present} answers are in").format(
                answered=vote.answered, present=vote.present
            )
        elif slips:
            words = ngettext("{slips} slip is in", "{slips} slips are in", slips).format(
                slips=slips
            )
        else:
            words = _("Go here and press the key of the first slip")
        is_free = choice_for_key("c", vote.choices) is None
        self.pad.show_words(words, leads_to_hands=vote.takes_hands and is_free)
        if vote.slips_fault != self.fault.text():
            self.fault.setText(vote.slips_fault)
            show_if(self.fault, bool(vote.slips_fault))

    def take_focus(self) -> None:
        """Give the keyboard to the pad."""
        focus_in_view(self.pad)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))
