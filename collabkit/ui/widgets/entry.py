"""One thing in a list."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from collabkit.ui.theme.metrics import TextRole
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.focus import LABELLED
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text

_NAME_ROOM = 16  # ems beside the buttons; with less, they stand below
_ACT_PLACE = (
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter
)


class Entry(Part):
    """A name, what there is to know about it, and buttons for what can be done with it.

    The buttons stand at the right, or below in a narrow window.
    """

    def __init__(
        self, name: str, about: str = "", role: TextRole = "strong", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.name = Text(name, role)
        self.about = Text(about, "note", "muted")
        show_if(self.about, bool(about))
        self._first = QHBoxLayout()
        self._first.addWidget(self.name, 1)
        self._words = QVBoxLayout()
        self._words.addStretch(1)
        self._words.addLayout(self._first)
        self._words.addWidget(self.about)
        self._words.addStretch(1)
        self._acts = QHBoxLayout()
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self._words, 1)
        self._box.addLayout(self._acts)
        self.setAccessibleName(name)
        self.setProperty(LABELLED, True)
        self.dress(theme_of(self))

    def mark(self, mark: QWidget) -> None:
        """Put ``mark`` right after the name."""
        self._first.setStretchFactor(self.name, 0)
        self._first.addWidget(mark, 0, Qt.AlignmentFlag.AlignVCenter)
        self._first.addStretch(1)

    def set_beside(self, button: Button) -> None:
        """Put ``button`` at the right of the name, also where there is little room."""
        self._first.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)

    def add_words(self, words: QWidget) -> None:
        """Put ``words`` between the name and what there is to know about it."""
        self._words.insertWidget(self._words.indexOf(self.about), words)

    def add_act(self, button: Button) -> None:
        """Put one more button after those that are there."""
        self._acts.addWidget(button, 0, _ACT_PLACE)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._first.setSpacing(m.units(1.5))
        self._words.setSpacing(m.units(0.2))
        self._acts.setSpacing(m.units(0.8))
        self._box.setSpacing(m.units(1.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.width() - theme_of(self).metrics.ems(_NAME_ROOM)
        beside = self._acts.sizeHint().width() <= room
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if beside else way.TopToBottom)
        left = Qt.AlignmentFlag.AlignLeft
        self._box.setAlignment(self._acts, Qt.AlignmentFlag(0) if beside else left)
