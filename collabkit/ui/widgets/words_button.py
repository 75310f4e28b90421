"""A button with words in it, as long as they are."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QSizePolicy, QWidget

from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.drawn_button import DrawnButton


class WordsButton(DrawnButton):
    """A drawn button as wide as there is room, and as high as its words need then.

    Who draws it says by ``words_height`` how high the words are.
    """

    usual_ems = 30  # wide, if it is asked
    least_ems = 10  # wide at least
    margin_ems = 1.0  # above and below the words, together

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def words_height(self, width: int) -> float:
        """Return how high the words are in a button that is ``width`` pixels wide."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        width = theme_of(self).metrics.ems(self.usual_ems)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        m = theme_of(self).metrics
        return QSize(m.ems(self.least_ems), m.target)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        m = theme_of(self).metrics
        return max(m.target, round(self.words_height(width)) + m.ems(self.margin_ems))
