"""One of several options of which one can be chosen."""

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from collabkit.ui.widgets.one_stop import step_of


class OptionButton(QRadioButton):
    """A radio button that leaves to its group what is chosen and where the keyboard goes.

    ``chosen(code)`` tells that a person chose it, ``step_wanted(step)`` that an arrow was pressed.
    The whole of it can be pressed, and it is as high as its width needs.
    """

    chosen = Signal(str)
    step_wanted = Signal(int)

    def __init__(self, code: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self.clicked.connect(self._on_self_clicked)

    def show_chosen(self, chosen: bool) -> None:
        """Look chosen or not; nobody is told."""
        self.setAutoExclusive(False)  # otherwise Qt keeps the last chosen one chosen
        self.setChecked(chosen)
        self.setAutoExclusive(True)  # screen readers hear a radio button by this

    def hasHeightForWidth(self) -> bool:
        return True

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def nextCheckState(self) -> None:
        self.setChecked(True)  # pressing what is chosen again leaves it chosen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := step_of(event):
            self.step_wanted.emit(step)
        else:
            super().keyPressEvent(event)

    def _on_self_clicked(self) -> None:
        self.chosen.emit(self.code)
