"""A notice above all pages, which stays while people go from page to page."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.notice import Notice
from collabkit.ui.widgets.part import Part, show_if

_NO_ACTS: Mapping[str, str] = MappingProxyType({})


class StandingNotice(Part):
    """Takes no room while there is nothing to say.

    ``act_taken(key)`` tells which of its acts was pressed: it stays until whoever told it says
    something else. ``told()`` and ``closed()`` are sent when it comes and when it goes.
    """

    act_taken = Signal(str)
    told = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.notice = Notice()
        self.notice.closed.connect(self._on_notice_closed)
        self._is_about_saving = False
        self._is_resting = False
        self._acts = _Acts()
        self.notice.put_below(self._acts)
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.notice)
        self.dress(theme_of(self))
        self.hide()

    @property
    def is_about_saving(self) -> bool:
        """Whether it tells now why something is not saved, so that no page needs to."""
        return self._is_about_saving and not self.notice.isHidden()

    def tell(
        self,
        sentence: str,
        acts: Mapping[str, str] = _NO_ACTS,
        *,
        urgent: bool = False,
        is_alert: bool = False,
        passing: bool = False,
        is_about_saving: bool = False,
    ) -> None:
        """Show ``sentence`` with ``acts``, their words by key; the first is the one to take.

        An alert looks like one and is told at once to screen readers, as is what is ``urgent``;
        a ``passing`` notice closes by itself.
        """
        had_keyboard = self._has_keyboard
        self._is_about_saving = is_about_saving
        for button in self._acts.fill(acts):
            button.clicked.connect(self._on_act_clicked)
        self.setVisible(not self._is_resting)
        tone: Literal["calm", "alert"] = "alert" if is_alert else "calm"
        self.notice.tell(sentence, tone=tone, urgent=urgent, passing=passing)
        if had_keyboard and acts:
            self.take_focus()
        elif had_keyboard and not self._has_keyboard and not self.isActiveWindow():
            self.notice.give_back()  # in the active window it was told that the act has gone
        self.told.emit()

    def take_focus(self) -> None:
        """Give the keyboard to the first act."""
        self._acts.take_focus()

    def rest(self, is_resting: bool) -> None:
        """Keep what is told out of sight while something else has to be said, or no longer."""
        self._is_resting = is_resting
        self.setVisible(not is_resting and not self.notice.isHidden())

    def close_notice(self) -> None:
        """Say nothing more."""
        self.notice.close_notice()
        self.hide()

    def dress(self, theme: Theme) -> None:
        units = theme.metrics.units
        self._box.setContentsMargins(units(2), units(1.5), units(2), units(1))

    @property
    def _has_keyboard(self) -> bool:
        # Not ``self.focusWidget()``: that stays what had the keyboard last in here, however long
        # somebody has been typing elsewhere.
        focused = self.window().focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _on_act_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _ActButton):
            self.act_taken.emit(button.key)

    def _on_notice_closed(self) -> None:
        self.hide()
        self.closed.emit()


class _ActButton(Button):
    """One act, with the key by which it is known."""

    def __init__(self, key: str, words: str, *, is_first: bool) -> None:
        super().__init__(words, "primary" if is_first else "quiet")
        self.key = key


class _Acts(Part):
    """The acts below the sentence; a line that is full goes on below."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: Mapping[str, str] = _NO_ACTS
        self._buttons: tuple[_ActButton, ...] = ()
        self._flow = Flow(self)
        self.dress(theme_of(self))
        self.hide()

    def fill(self, acts: Mapping[str, str]) -> tuple[_ActButton, ...]:
        """Show ``acts``; return the buttons that are new. The same ones stay as they are."""
        if acts == self._shown:
            return ()
        self._shown = dict(acts)
        for button in self._buttons:
            self._flow.removeWidget(button)
            # Deleted a moment later: one of them may be the button that was just pressed.
            button.hide()
            button.deleteLater()
        self._buttons = tuple(
            _ActButton(key, words, is_first=place == 0)
            for place, (key, words) in enumerate(acts.items())
        )
        for button in self._buttons:
            self._flow.addWidget(button)
            show_if(button, True)
        show_if(self, bool(acts))
        return self._buttons

    def take_focus(self) -> None:
        """Give the keyboard to the first of them."""
        if self._buttons:
            self._buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self, theme: Theme) -> None:
        gap = theme.metrics.units(1.5)
        self._flow.set_gaps(gap, gap)
