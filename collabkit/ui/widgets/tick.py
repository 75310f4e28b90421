"""A tick box with a text as long as it needs to be."""

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QCheckBox, QWidget

from collabkit.ui.widgets.option_face import OptionFace


class Tick(QCheckBox):
    """A tick box. ``toggled(bool)`` and ``clicked(bool)`` are Qt's own: the second tells only of
    people.
    """

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(text)
        self._face = OptionFace(self, is_round=False)

    def set_words(self, text: str) -> None:
        """Change the text."""
        self.setAccessibleName(text)
        self._face.forget()
        self.update()

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._face.forget()

    def paintEvent(self, _event: QPaintEvent) -> None:
        self._face.paint()
