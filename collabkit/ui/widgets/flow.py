"""A layout that goes on in the next line, as words do."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Puts its widgets side by side and goes on below when a line is full.

    Lines are as far apart as widgets are, unless ``set_gaps`` says something else.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[QLayoutItem] = []
        self._down: int | None = None
        self.setContentsMargins(0, 0, 0, 0)

    def set_gaps(self, across: int, down: int) -> None:
        """Keep ``across`` pixels between widgets and ``down`` pixels between lines."""
        self._down = down
        self.setSpacing(across)

    def addItem(self, item: QLayoutItem) -> None:
        self._parts.append(item)

    def count(self) -> int:
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._parts[index] if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._parts.pop(index) if 0 <= index < len(self._parts) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        hints = [part.sizeHint() for part in self._parts if not part.isEmpty()]
        gap = max(0, self.spacing()) * max(0, len(hints) - 1)
        height = max((hint.height() for hint in hints), default=0)
        return QSize(sum(hint.width() for hint in hints) + gap, height)

    def minimumSize(self) -> QSize:
        least = QSize()
        for part in self._parts:
            least = least.expandedTo(part.minimumSize())
        return least

    def _place(self, rect: QRect, *, move: bool) -> int:
        left, top, line = rect.left(), rect.top(), 0
        gap = max(0, self.spacing())
        down = gap if self._down is None else self._down
        for part in self._parts:
            if part.isEmpty():
                continue
            size = part.sizeHint()
            size.setWidth(max(min(size.width(), rect.width()), part.minimumSize().width()))
            if part.hasHeightForWidth():
                size.setHeight(part.heightForWidth(size.width()))
            if left > rect.left() and left + size.width() > rect.left() + rect.width():
                left, top, line = rect.left(), top + line + down, 0
            if move:
                part.setGeometry(QRect(QPoint(left, top), size))
            left += size.width() + gap
            line = max(line, size.height())
        return top + line - rect.top()
