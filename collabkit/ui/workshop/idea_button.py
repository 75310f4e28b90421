"""Suggested actions that one press takes over."""

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.assessments.pack import ActionIdea
from collabkit.i18n import _
from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.setting import SetText
from collabkit.ui.widgets.surfaces import paint_choice
from collabkit.ui.widgets.words_button import WordsButton

_LEFT = 2.2  # ems from the left edge to the words


class IdeaList(Part):
    """Suggestions below each other; ``idea_taken(ActionIdea)`` tells which one was pressed."""

    idea_taken = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons: tuple[IdeaButton, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.dress(theme_of(self))

    def show_ideas(self, ideas: tuple[ActionIdea, ...]) -> None:
        """Show ``ideas``; without any, take no room."""
        for old in self.buttons:
            self._box.removeWidget(old)
            old.hide()
            old.deleteLater()
        self.buttons = tuple(IdeaButton(idea) for idea in ideas)
        for button in self.buttons:
            button.idea_taken.connect(self.idea_taken)
            self._box.addWidget(button)
        show_if(self, bool(ideas))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))


class IdeaButton(WordsButton):
    """The words of a suggestion, as long as they are; ``idea_taken(ActionIdea)`` when pressed."""

    idea_taken = Signal(object)
    usual_ems = 34

    def __init__(self, idea: ActionIdea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.idea = idea
        self.setAccessibleName(_("Begin with: {idea}").format(idea=idea.text))
        self.clicked.connect(self._on_self_clicked)

    def words_height(self, width: int) -> float:
        return self._words(width).height

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_choice(painter, self, 1)
        words = self._words(self.width())
        top = (self.height() - words.height) / 2
        side = m.ems(1.1)
        box = QRectF(m.ems(0.6), top + (m.em * m.line - side) / 2, side, side)
        paint_sign(painter, "plus", box, theme.colour("accent"), 2.4)
        painter.setPen(theme.colour("ink"))
        words.draw(painter, m.ems(_LEFT), top)

    def _words(self, width: int) -> SetText:
        m = theme_of(self).metrics
        return SetText(self.idea.text, m.font(), width - m.ems(_LEFT + 0.8), m.em)

    def _on_self_clicked(self) -> None:
        self.idea_taken.emit(self.idea)
