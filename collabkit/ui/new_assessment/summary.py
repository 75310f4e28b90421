"""What is settled already, and a way back to change it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.assessments.outcomes.blocks import Pick
from collabkit.i18n import _
from collabkit.ui.new_assessment.company_words import company_name
from collabkit.ui.new_assessment.pack_face import PackFace
from collabkit.ui.new_assessment.state import Step, WizardState
from collabkit.ui.new_assessment.statements_step import selection_minutes, selection_name
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry


class Summary(Card):
    """The choices before this step. ``change_wanted(Step)`` asks to go back to one of them."""

    change_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Chosen so far"))
        self._lines = Column(gap=1.5)
        self.add(self._lines)

    def render_state(self, state: WizardState) -> None:
        """Show what was chosen before the step of ``state``."""
        lines: list[QWidget] = []
        if state.step.value > Step.CHARITY.value:
            lines.append(self._line(Step.CHARITY, state.charity_name, _("Charity"), state))
        if state.step.value > Step.PACK.value:
            lines.append(self._pack(state))
        if state.step.value > Step.STATEMENTS.value:
            choices = state.choices
            name = selection_name(state.pack, choices, choices.selection)
            minutes = selection_minutes(state.pack, choices, choices.selection)
            lines.append(self._line(Step.STATEMENTS, name, minutes, state))
        if state.step.value > Step.FIRST.value:
            lines += [self._line(Step.FIRST, *_first(pick, state), state) for pick in state.first]
        if state.step.value > Step.PEOPLE.value:
            who = company_name(state.choices.company, state.pack)
            lines.append(self._line(Step.PEOPLE, who, _("Who answers"), state))
        self._lines.fill(*lines)
        self.setVisible(bool(lines))

    def _pack(self, state: WizardState) -> QWidget:
        if state.step is Step.STATEMENTS and Step.PACK not in state.steps:
            return PackFace(
                state.pack, with_title=True
            )  # there was no step that would have shown it
        return self._line(Step.PACK, state.pack.title, _("Questionnaire"), state)

    def _line(self, step: Step, name: str, about: str, state: WizardState) -> QWidget:
        line = _Line(step, name, about, can_change=step in state.steps)
        line.change_wanted.connect(self.change_wanted)
        return line


def _first(pick: Pick, state: WizardState) -> tuple[str, str]:
    code = state.choices.settled.get(pick.key)
    return next((o.name for o in pick.options if o.code == code), ""), pick.prompt


class _Line(Entry):
    change_wanted = Signal(object)

    def __init__(self, step: Step, name: str, about: str, *, can_change: bool) -> None:
        super().__init__(name, about)
        self._step = step
        if can_change:
            full_name = _("Change {choice}").format(choice=name)
            button = Button(_("Change"), "quiet", name=full_name)
            button.clicked.connect(self._on_button_clicked)
            self.add_act(button)

    def _on_button_clicked(self) -> None:
        self.change_wanted.emit(self._step)
