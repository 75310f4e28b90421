"""The first step of the way, and what a pack asks before its first statement."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.assessments.charity import Charity
from collabkit.assessments.limits import LONGEST_NAME
from collabkit.i18n import _
from collabkit.ui.new_assessment.state import WizardState
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.level_card import Answer
from collabkit.ui.widgets.level_choice import LevelChoice
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField


class CharityStep(Column):
    """Which charity: one of those that are there, or one to be added right here.

    ``chosen(charity_id)``, with an empty id for one to be added; ``named(name)``.
    """

    chosen = Signal(str)
    named = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=3)
        self.choice = LevelChoice(_("Charity"))
        self.choice.answer_given.connect(self.chosen)
        self.name = TextField(
            _("Name of the charity"),
            _("You can say more about it later, under Assess."),
            longest=LONGEST_NAME,
        )
        self.name.edited.connect(self.named)
        self._card = Card()
        self._card.add(self.name)
        self.fill(self.choice, self._card)

    def render_state(self, state: WizardState) -> None:
        """Show ``state``."""
        choices = state.choices
        self.offer(state.charities, choices.charity_id or "", is_naming=state.is_naming)
        self.show_name(choices.new_name, state.fault)

    def offer(self, charities: Sequence[Charity], chosen: str, *, is_naming: bool) -> None:
        """Show the charities there are; with ``is_naming`` the name of one can be written."""
        self.choice.setVisible(bool(charities))
        answers = [Answer(charity.id, charity.name) for charity in charities]
        self.choice.offer([*answers, Answer("", _("Another charity"))])
        self.choice.set_answer(chosen)
        self._card.setVisible(is_naming)

    def show_name(self, name: str, fault: str) -> None:
        """Show the name of the one that is to be added, and what is wrong with it."""
        self.name.set_text(name)
        self.name.set_fault(fault)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        if self.choice.isHidden():
            return self.name.line
        return self.choice.focus_card()

    def faulty(self) -> QWidget | None:
        """Return what gets the keyboard when something is wrong."""
        return self.name

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.name.flush()


class FirstStep(Column):
    """What a pack asks before its first statement. ``settled(key, code)``."""

    settled = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(gap=3)
        self._choices: dict[str, LevelChoice] = {}
        self._shown: tuple[object, ...] = ()
        self._questions = Column(gap=3)
        self._fault = Text("", "body", "alert")
        self.fill(self._questions, self._fault)

    def render_state(self, state: WizardState) -> None:
        """Show ``state``."""
        if state.first != self._shown:
            self._shown = state.first
            self._choices = {pick.key: LevelChoice(pick.prompt) for pick in state.first}
            parts: list[QWidget] = []
            for pick in state.first:
                choice = self._choices[pick.key]
                choice.offer([Answer(o.code, o.name, o.text) for o in pick.options])
                choice.answer_given.connect(self._on_choice_answer_given)
                # One question is the title of the page already.
                parts += [Text(pick.prompt, "heading")] if len(state.first) > 1 else []
                parts.append(choice)
            self._questions.fill(*parts)
        for key, choice in self._choices.items():
            choice.set_answer(state.choices.settled.get(key))
        self._fault.setText(state.fault)
        self._fault.setVisible(bool(state.fault))

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return next((choice.focus_card() for choice in self._choices.values()), None)

    def faulty(self) -> QWidget | None:
        """Return what gets the keyboard when something is wrong."""
        return self.first_focus()

    def flush(self) -> None:
        """There is nothing to type."""

    def _on_choice_answer_given(self, code: str) -> None:
        sender = self.sender()
        for key, choice in self._choices.items():
            if choice is sender:
                self.settled.emit(key, code)
