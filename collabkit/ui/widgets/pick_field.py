"""A list to pick one thing from, with a label."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QStyledItemDelegate, QWidget

from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.field import Field


class PickField(Field):
    """A label and a list that opens. For up to five options a ``Choice`` is easier.

    ``picked(code)`` tells what a person picked.
    """

    picked = Signal(str)

    def __init__(self, label: str, parent: QWidget | None = None) -> None:
        super().__init__(label, parent=parent)
        self.list = _Combo()
        self.list.activated.connect(self._on_list_activated)
        self.hold(self.list)

    @property
    def code(self) -> str | None:
        """The code of what is picked, or ``None``."""
        data = self.list.currentData()
        return data if isinstance(data, str) else None

    def set_options(self, options: Sequence[tuple[str, str]]) -> None:
        """Offer pairs of code and text; what was picked stays picked if it is still there."""
        before = self.code
        self.list.clear()
        for code, text in options:
            self.list.addItem(text, code)
        self.set_code(before)

    def set_code(self, code: str | None) -> None:
        """Show ``code`` as picked, or nothing; nobody is told."""
        self.list.setCurrentIndex(-1 if code is None else self.list.findData(code))

    def _on_list_activated(self, _index: int) -> None:
        if self.code is not None:
            self.picked.emit(self.code)


class _Combo(QComboBox):
    """Draws its own arrow, and leaves the wheel to the page that scrolls under it."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        # The combo's own delegate would draw the list as the style does, not as the sheet says.
        self.setItemDelegate(QStyledItemDelegate(self))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = theme_of(self)
        side = theme.metrics.ems(1.1)
        left = self.width() - side - theme.metrics.ems(0.6)
        box = QRectF(left, (self.height() - side) / 2, side, side)
        paint_sign(QPainter(self), "down", box, theme.colour("ink"), 2.4)
