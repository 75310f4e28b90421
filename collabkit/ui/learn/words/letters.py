"""The letters that words stand under, to jump to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
}


class Letters(Part):
    """A row of letters. Tab visits it once; the arrow keys move along it.

    ``letter_chosen(letter)`` tells which was pressed.
    """

    letter_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: list[LetterButton] = []
        self._row = Flow()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addLayout(self._row)
        self.setAccessibleName(_("From A to Z"))
        self.dress(theme_of(self))

    def show_letters(self, letters: Sequence[str]) -> None:
        """Offer these letters; those that are there already are used again."""
        for _extra in range(len(letters), len(self.buttons)):
            button = self.buttons.pop()
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for _missing in range(len(self.buttons), len(letters)):
            button = LetterButton()
            button.letter_chosen.connect(self.letter_chosen)
            button.step_wanted.connect(self._on_button_step_wanted)
            self._row.addWidget(button)
            button.show()  # Qt would show it a moment later, and the page would jump
            self.buttons.append(button)
        for button, letter in zip(self.buttons, letters, strict=True):
            button.show_letter(letter)
        if self.buttons:
            self._let_tab_stop_at(self.buttons[0])

    def dress(self, theme: Theme) -> None:
        self._row.setSpacing(theme.metrics.units(0.8))

    def _let_tab_stop_at(self, stop: "LetterButton") -> None:
        for button in self.buttons:
            policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(policy)

    def _on_button_step_wanted(self, step: int) -> None:
        at = next((n for n, button in enumerate(self.buttons) if button.hasFocus()), 0) + step
        if 0 <= at < len(self.buttons):
            self._let_tab_stop_at(self.buttons[at])
            self.buttons[at].setFocus(Qt.FocusReason.TabFocusReason)


class LetterButton(Button):
    """One letter."""

    letter_chosen = Signal(str)
    step_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.clicked.connect(self._on_self_clicked)

    def show_letter(self, letter: str) -> None:
        """Stand for ``letter``."""
        self.setText(letter)
        self.setAccessibleName(_("Words with {letter}").format(letter=letter))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if (step := _STEPS.get(Qt.Key(event.key()))) is not None:
            self.step_wanted.emit(step)
        else:
            super().keyPressEvent(event)

    def _on_self_clicked(self) -> None:
        self.letter_chosen.emit(self.text())
