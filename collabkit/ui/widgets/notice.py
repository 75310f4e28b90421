"""A sentence at the top of a page, with one act, or two ways to choose from."""

from collections.abc import Callable
from typing import Literal

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.sign import Sign
from collabkit.ui.widgets.text import Text

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_CLOSES_AFTER = 12_000  # milliseconds
_NARROW = 30  # ems


class Notice(Part):
    """One sentence and one act, such as Undo.

    It closes by itself only where nothing is lost by missing it. ``action_taken`` tells that the
    act was pressed, ``closed`` that it went away without. What ``is_told_above`` says of a
    sentence: it stands above all pages already, and is not shown here as well.

    When it goes, the keyboard is again where it was before: at the first control of the page, the
    next key could change an answer that nobody looks at. ``keyboard_left()`` asks the page to take
    it, if what had it is gone too.
    """

    spoken_role = "AlertMessage"
    action_taken = Signal()
    closed = Signal()
    keyboard_left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_told_above: Callable[[str], bool] = _never
        self._tone: Literal["calm", "alert"] = "calm"
        self._before: QWidget | None = None  # what had the keyboard before it came here
        self._sign = Sign("info", "accent")
        self._words = Text("", "body", alignment=_MIDDLE)
        self._action = Button("", "quiet")
        self._close = Button("", "quiet", "cross", _("Close this notice"))
        self._box = QHBoxLayout(self)
        self._box.addWidget(self._sign)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.addWidget(self._words, 1)
        self._middle.addWidget(self._action)
        self._first_line = QHBoxLayout()
        self._first_line.addLayout(self._middle, 1)
        self._first_line.addWidget(self._close)
        self._lines = QVBoxLayout()
        self._lines.addLayout(self._first_line)
        self._box.addLayout(self._lines, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.close_notice)
        self._action.clicked.connect(self._on_action_clicked)
        self._close.clicked.connect(self.close_notice)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_app_focus_changed)
        self.dress(theme_of(self))
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says, or nothing while it is closed."""
        return "" if self.isHidden() else self._words.text()

    @property
    def act(self) -> str:
        """The act that it offers, or nothing while it is closed."""
        return "" if self.isHidden() else self._action.accessibleName()

    def tell(
        self,
        sentence: str,
        action: str = "",
        *,
        tone: Literal["calm", "alert"] = "calm",
        passing: bool = False,
        otherwise: str = "",
        urgent: bool = False,
    ) -> None:
        """Show ``sentence`` with the act ``action``; a ``passing`` notice closes by itself.

        ``otherwise`` stands on the button that closes it, beside the cross. An alert is told to
        screen readers at once, and so is what is ``urgent``.
        """
        self._tone = tone
        self._close.set_words(otherwise, otherwise or _("Close this notice"))
        self._sign.show_sign("alert" if tone == "alert" else "info", self._role)
        self._words.setText(sentence)
        self._action.setText(action.replace("&", "&&"))
        self._action.setAccessibleName(action)
        show_if(self._action, bool(action))
        self.setAccessibleName(sentence)
        self._timer.stop()
        if self.is_told_above(sentence):
            self.hide()
            return
        self.show()
        announce(self, sentence, urgent=urgent or tone == "alert")
        self.update()  # the frame changes with the tone
        if passing:
            self._timer.start(_CLOSES_AFTER)

    def add(self, sentence: str) -> None:
        """Say ``sentence`` behind what is told already, which keeps its act."""
        if self.isHidden():
            self.tell(sentence)
            return
        self._timer.stop()
        told = f"{self._words.text()} {sentence}"
        self._words.setText(told)
        self.setAccessibleName(told)
        announce(self, sentence)

    def give_way(self) -> None:
        """Go out of sight if what is said here now stands above all pages."""
        if not self.isHidden() and self.is_told_above(self._words.text()):
            self._timer.stop()
            self.hide()

    def put_below(self, part: QWidget) -> None:
        """Put ``part`` below the sentence."""
        self._lines.addWidget(part)
        self.dress(theme_of(self))

    def take_focus(self) -> None:
        """Give the keyboard to the act, when what had it has just gone."""
        self._action.setFocus(Qt.FocusReason.OtherFocusReason)

    def give_back(self) -> None:
        """Let the keyboard be where it was before it came here."""
        before, self._before = self._before, None
        if before is not None and isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.keyboard_left.emit()

    def close_notice(self) -> None:
        """Close without the act."""
        if self.isHidden():
            return
        self._timer.stop()
        focused = self.window().focusWidget()
        had_keyboard = focused is not None and self.isAncestorOf(focused)
        self.hide()
        if had_keyboard and not self.isActiveWindow():  # else it was told that the keyboard goes
            self.give_back()
        self.closed.emit()

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setContentsMargins(m.units(2.5), m.units(1), m.units(1), m.units(1))
        self._box.setSpacing(m.units(1.5))
        for line in (self._first_line, self._middle):
            line.setSpacing(m.units(1.5))
        self._lines.setSpacing(m.units(1.5))
        ring = m.units(0.75) if self._lines.count() > 1 else 0  # round what has the keyboard
        self._lines.setContentsMargins(0, ring, 0, ring)
        self._stack()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stack()

    def _stack(self) -> None:
        """Put the act below the sentence where both would be narrow beside each other."""
        is_narrow = self.width() < theme_of(self).metrics.ems(_NARROW)
        way = QBoxLayout.Direction
        self._middle.setDirection(way.TopToBottom if is_narrow else way.LeftToRight)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
        self._middle.setAlignment(self._action, left if is_narrow else Qt.AlignmentFlag(0))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("accent_soft" if self._tone == "calm" else "surface"))
        width = theme.metrics.hair * (1 if self._tone == "calm" else 2)
        painter.setPen(QPen(theme.colour(self._role), width))
        inset = width / 2
        corner = theme.metrics.corner
        box = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, corner, corner)

    @property
    def _role(self) -> str:
        return "accent" if self._tone == "calm" else "alert"

    def _on_app_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        if old is None:
            return
        if not self.isAncestorOf(old):
            if now is not None and self.isAncestorOf(now):
                self._before = old
        elif not old.isVisibleTo(self.window()):  # nobody went away from it: it went
            self.give_back()

    def _on_action_clicked(self) -> None:
        self._timer.stop()
        self.hide()
        self.action_taken.emit()


def _never(_sentence: str) -> bool:
    return False
