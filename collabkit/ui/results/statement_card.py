"""One statement with its result and what to do about it."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.results.band_line import BandLine
from collabkit.ui.results.ideas_part import IdeasPart
from collabkit.ui.results.reading_fold import ReadingFold
from collabkit.ui.results.state import StatementState
from collabkit.ui.told.level_view import LevelView
from collabkit.ui.widgets.beside import Beside
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.dot_strip import DotStrip
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text

if TYPE_CHECKING:
    from collabkit.ui.learn.links_part import LinksFold

_LEVELS_BESIDE = 34  # ems


class StatementCard(Card):
    """Everything about one statement. Only its suggestions can change after it is made.

    ``idea_wanted(item_id, idea_id)`` and ``plan_requested()`` come from the suggestions,
    ``answer_requested(item_id)`` asks to see one's own answer again, and
    ``go_wanted(place, arguments)`` to read a story.
    """

    idea_wanted = Signal(str, str)
    plan_requested = Signal()
    answer_requested = Signal(str)
    go_wanted = Signal(str, dict)

    def __init__(self, state: StatementState, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._state = state
        self.setAccessibleName(state.title or state.statement)
        statement = Text(state.statement, "lead")
        self.beginning = Text(state.title, "strong", "accent") if state.title else statement
        if state.title:
            self.add(self.beginning)
        self.add(statement)
        for part in self._result(state):
            self.add(part)
        for remark in state.remarks:
            self.add(Text(f"{remark.label}: {remark.text}"))
        self.ideas = IdeasPart()
        self.ideas.idea_wanted.connect(self.idea_wanted)
        self.ideas.plan_requested.connect(self.plan_requested)
        self.stories = _stories(state)
        self.workings = ReadingFold(_("How was this worked out?"))
        if self.stories is not None:
            self.stories.go_wanted.connect(self.go_wanted)
        self.workings.show_sentences(state.workings)
        self.sources = ReadingFold(_("Sources"))
        self.sources.show_sentences(state.sources)
        self.answer = Button(
            state.answer_label,
            "quiet",
            "next",
            _("{words}: {title}").format(words=state.answer_label, title=state.title),
            sign_after=True,
        )
        self.answer.clicked.connect(self._on_answer_clicked)
        show_if(self.answer, bool(state.answer_label))
        foot = Column(gap=0)
        told = (self.stories,) if self.stories is not None else ()
        foot.fill(self.ideas, *told, self.workings, self.sources, self.answer)
        self.add(foot)
        self.show_statement(state)

    def fits(self, state: StatementState) -> bool:
        """Whether ``state`` differs from what is shown in its suggestions only."""
        return replace(state, ideas=()) == replace(self._state, ideas=())

    def show_statement(self, state: StatementState) -> None:
        """Show the suggestions of ``state``; everything else is as it was made."""
        self._state = state
        self.ideas.show_ideas(state.ideas, wanted=state.ideas_wanted)

    @staticmethod
    def _result(state: StatementState) -> list[QWidget]:
        parts: list[QWidget] = []
        levels = []
        if state.chosen is not None:
            levels.append(LevelView(_("Your answer"), state.chosen, is_chosen=True))
        if state.next_up is not None:
            levels.append(LevelView(_("One step up"), state.next_up, is_chosen=False))
        if state.columns:
            strip = DotStrip()
            strip.show_columns(state.columns, state.apart, state.sentence)
            parts.append(strip)
        elif state.sentence:
            parts.append(Text(state.sentence))
        if state.band is not None:
            parts.append(BandLine(state.band))
        parts += [Beside(*levels, from_ems=_LEVELS_BESIDE)] if len(levels) > 1 else levels
        if state.who_may_know:
            parts.append(Text(state.who_may_know))
        return parts

    def _on_answer_clicked(self) -> None:
        self.answer_requested.emit(self._state.item_id)


def _stories(state: StatementState) -> "LinksFold | None":
    """Return how others did what is low here, if one of the stories tells it."""
    if not state.stories_wanted:
        return None
    from collabkit.ui.learn.links_part import LinksFold  # the first picture does without
    from collabkit.ui.learn.pointers import stories_about

    if not stories_about(state.item_id):
        return None
    return LinksFold(_("How others did it"), partial(stories_about, state.item_id))
