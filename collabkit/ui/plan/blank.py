"""What stands on the page as long as there is nothing in the plan."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.plan.reading import asked_elsewhere
from collabkit.ui.plan.state import PlanState, Situation
from collabkit.ui.progress_words import time_needed
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.empty_state import EmptyState
from collabkit.ui.widgets.part import Part


class Blank(Column):
    """A sentence and a button for what to do first.

    ``suggestions_requested()`` asks to choose an action here, ``place_requested(key, arguments)``
    to go to another page.
    """

    suggestions_requested = Signal()
    place_requested = Signal(str, dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=1, parent=parent)
        self._state = PlanState(Situation.ACTIONS)
        self._shown = (Situation.ACTIONS, False, "")

    def show_situation(self, state: PlanState) -> None:
        """Show what fits ``state``; nothing once there are actions."""
        self._state = state
        shown = (state.situation, bool(state.session_id), state.whose)
        if shown == self._shown:
            return
        self._shown = shown
        if state.situation is Situation.ACTIONS:
            self.fill()
            return
        sentence, verb = _words(*shown)
        empty = EmptyState(sentence, verb, "path")
        empty.action_taken.connect(self._on_empty_action_taken)
        parts: list[QWidget] = [empty]
        if state.situation is Situation.NO_ACTIONS:
            paper = Button(_("Or print it with three empty frames to fill in"), "quiet")
            paper.clicked.connect(self._on_paper_clicked)
            parts.append(_Centred(paper))
        self.fill(*parts)

    def take_focus(self) -> None:
        """Give the keyboard to the button."""
        for part in self.parts:
            if isinstance(part, EmptyState):
                part.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_empty_action_taken(self) -> None:
        match self._state.situation:
            case Situation.NO_ASSESSMENT:
                self.place_requested.emit("new", {})
            case Situation.FOR_OTHERS:
                self.place_requested.emit(
                    "giving-back", {"assessment_id": self._state.assessment_id}
                )
            case Situation.GONE:
                self.place_requested.emit("assess", {})
            case Situation.NO_ANSWERS if self._state.session_id:
                self.place_requested.emit("console", {"session_id": self._state.session_id})
            case Situation.NO_ANSWERS:
                self.place_requested.emit(
                    "questionnaire", {"assessment_id": self._state.assessment_id}
                )
            case _:
                self.suggestions_requested.emit()

    def _on_paper_clicked(self) -> None:
        self.place_requested.emit("preview", {"assessment_id": self._state.assessment_id})


class _Centred(Part):
    def __init__(self, button: Button) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)


def _words(situation: Situation, is_in_the_room: bool, whose: str) -> tuple[str, str]:
    match situation:
        case Situation.FOR_OTHERS:
            return asked_elsewhere(whose), _("Give the answers back")
        case Situation.NO_ASSESSMENT:
            return (
                _("A plan grows out of an assessment. {time_needed}").format(
                    time_needed=time_needed()
                ),
                _("Start an assessment"),
            )
        case Situation.GONE:
            return _("This plan is not here any more."), _("See all assessments")
        case Situation.NO_ANSWERS if is_in_the_room:
            return (
                _("Your plan grows out of what the room says. Nothing has been voted on yet."),
                _("Go on with the session"),
            )
        case Situation.NO_ANSWERS:
            return (
                _("Your plan grows out of your answers. Nothing is answered yet."),
                _("Answer the first statement"),
            )
        case _:
            return (
                _("Choose up to three actions. Few that get done are worth more than many."),
                _("Choose from suggestions"),
            )
