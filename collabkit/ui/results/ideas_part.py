"""Suggested actions for one statement."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.results.state import IdeaState
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text

_ROOM_BESIDE = 26  # ems; a narrower row puts its button below


class IdeasPart(Fold):
    """“What could we do?”: the suggestions, each with a button that adds it to the plan.

    ``idea_wanted(item_id, idea_id)`` tells which one to add, ``plan_requested()`` that a person
    pressed one that is in the plan already.
    """

    idea_wanted = Signal(str, str)
    plan_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What could we do?"), parent)
        self._ideas: tuple[IdeaState, ...] = ()
        self.rows: list[IdeaRow] = []
        self.toggled.connect(self._on_self_toggled)

    def show_ideas(self, ideas: Sequence[IdeaState], *, wanted: bool) -> None:
        """Take the suggestions; those that are ``wanted`` are open at first."""
        self._ideas = tuple(ideas)
        self.setVisible(bool(ideas))
        if wanted and not self.rows:
            self.set_open(True)
        if self.is_open:
            self._set()

    def _set(self) -> None:
        if [row.idea_id for row in self.rows] != [idea.idea_id for idea in self._ideas]:
            for row in self.rows:
                self.body.removeWidget(row)
                row.hide()
                row.deleteLater()
            self.rows = [IdeaRow() for _idea in self._ideas]
            for row in self.rows:
                row.idea_wanted.connect(self.idea_wanted)
                row.plan_requested.connect(self.plan_requested)
            self.add(*self.rows)
        for row, idea in zip(self.rows, self._ideas, strict=True):
            row.show_idea(idea)

    def _on_self_toggled(self, is_open: bool) -> None:
        if is_open:
            self._set()


class IdeaRow(Part):
    """One suggestion."""

    idea_wanted = Signal(str, str)
    plan_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._idea: IdeaState | None = None
        self.text = Text("", "body")
        self.weight = Text("", "note", "muted")
        self.button = Button(_("Add to plan"), sign="plus")
        self.button.clicked.connect(self._on_button_clicked)
        self._words = QVBoxLayout()
        self._words.addWidget(self.text)
        self._words.addWidget(self.weight)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self._words, 1)
        alignment = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
        self._box.addWidget(self.button, 0, alignment)
        self.dress(theme_of(self))

    @property
    def idea_id(self) -> str:
        """The id of the suggestion, or nothing yet."""
        return self._idea.idea_id if self._idea is not None else ""

    def show_idea(self, idea: IdeaState) -> None:
        """Stand for ``idea``."""
        if idea == self._idea:
            return
        self._idea = idea
        self.text.setText(idea.text)
        self.weight.setText(idea.weight)
        words = _("In your plan") if idea.in_plan else _("Add to plan")
        self.button.setText(words)
        self.button.set_sign("tick" if idea.in_plan else "plus")
        self.button.setAccessibleName(
            _("{words}: {action}").format(words=words, action=idea.text)
        )
        self.button.setAccessibleDescription(_("Opens the plan.") if idea.in_plan else "")

    def dress(self, theme: Theme) -> None:
        self._words.setSpacing(0)
        self._box.setSpacing(theme.metrics.units(1.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        fits = self.width() >= theme_of(self).metrics.ems(_ROOM_BESIDE)
        way = QBoxLayout.Direction
        self._box.setDirection(way.LeftToRight if fits else way.TopToBottom)

    def _on_button_clicked(self) -> None:
        if self._idea is None:
            return
        if self._idea.in_plan:
            self.plan_requested.emit()
        else:
            self.idea_wanted.emit(self._idea.item_id, self._idea.idea_id)
