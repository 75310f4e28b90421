"""A radio button with a text as long as it needs to be."""

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QRadioButton, QWidget

from collabkit.ui.widgets.option_face import OptionFace


class Radio(QRadioButton):
    """One of the options of a ``Choice``, which looks after what is chosen."""

    chosen = Signal(str)
    step_wanted = Signal(int)

    def __init__(self, code: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.code = code
        self.setAccessibleName(text)
        self._face = OptionFace(self, is_round=True)
        self.clicked.connect(self._on_self_clicked)

    def show_chosen(self, chosen: bool) -> None:
        """Look chosen or not; nobody is told."""
        self.setAutoExclusive(False)  # otherwise Qt keeps the last chosen one chosen
        self.setChecked(chosen)
        self.setAutoExclusive(True)  # screen readers hear a radio button by this

    def sizeHint(self) -> QSize:
        return self._face.size_hint()

    def minimumSizeHint(self) -> QSize:
        return self._face.least_size()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._face.height(width)

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def nextCheckState(self) -> None:
        self.setChecked(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Up | Qt.Key.Key_Left:
                self.step_wanted.emit(-1)
            case Qt.Key.Key_Down | Qt.Key.Key_Right:
                self.step_wanted.emit(1)
            case _:
                super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._face.forget()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._face.paint()

    def _on_self_clicked(self) -> None:
        self.chosen.emit(self.code)
