"""A radio button with a text as long as it needs to be."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from collabkit.ui.widgets.option_button import OptionButton
from collabkit.ui.widgets.option_face import OptionFace


class Radio(OptionButton):
    """One of the options of a ``Choice``."""

    def __init__(self, code: str, text: str, parent: QWidget | None = None) -> None:
        super().__init__(code, parent)
        self.setAccessibleName(text)
        self._face = OptionFace(self, is_round=True)

    def sizeHint(self) -> QSize:
        return self._face.size_hint()

    def minimumSizeHint(self) -> QSize:
        return self._face.least_size()

    def heightForWidth(self, width: int) -> int:
        return self._face.height(width)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._face.forget()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._face.paint()
