"""The next step and the one back, and what is asked before a step that is worth a thought."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from collabkit.i18n import _
from collabkit.room import steps, votes
from collabkit.room.adopting import advice_on_going_on
from collabkit.room.meeting import Meeting, Phase
from collabkit.ui.workshop.console.cautions import missing_people
from collabkit.ui.workshop.console.state import ConsoleState, News, Offer, Press

if TYPE_CHECKING:
    from collabkit.ui.workshop.console.presenter import ConsolePresenter


class Pace:
    """Asks once where something is worth a thought; pressed again, next takes the step.

    At the end of the session each sentence is said once. A vote asks each time: it may be others
    who are missing.
    """

    def __init__(self, presenter: "ConsolePresenter", today: Callable[[], date]) -> None:
        self._presenter = presenter
        self._today = today
        self._said: set[str] = set()
        self.is_asked = False

    def go_on(self) -> None:
        """Take the next step. With a doubt, ask first; when asked already, do it."""
        presenter = self._presenter
        if not presenter.is_here or _is_at_end(presenter.meeting) or not self._may_go_on():
            return
        pack = presenter.session.pack
        form = pack.form_of(pack.item(presenter.meeting.turn.item_id))
        presenter.take(partial(steps.go_on, form=form, today=self._today()))

    def go_back(self) -> None:
        """Take the last step back as far as that shows nothing; when asked something, wait."""
        presenter = self._presenter
        if self.is_asked:
            self.wait()
        elif presenter.answers.keep_last_counts():
            return
        elif presenter.early_end.can_be_undone:
            presenter.early_end.undo()
        else:
            presenter.take(steps.go_back)

    def wait(self) -> None:
        """Stay here; go on waiting for answers."""
        self.drop_question()
        self._presenter.tell()

    def drop_question(self) -> None:
        """Ask no more: it was answered, or something has changed."""
        if self.is_asked:
            self.is_asked = False
            self._presenter.told.emit(News(""))

    def shown_in(self, state: ConsoleState) -> ConsoleState:
        """Return ``state`` with the buttons that answer the question, if one is asked."""
        if not self.is_asked:
            return state
        is_vote = state.phase is Phase.VOTE
        words = _("Close the vote now") if is_vote else _("Go on all the same")
        return replace(state, big=Press(words), back=_("Wait"))

    def forget(self) -> None:
        """Know that the room is somewhere else."""
        self._said.clear()
        self.is_asked = False

    def _may_go_on(self) -> bool:
        presenter = self._presenter
        meeting = presenter.meeting
        is_vote = meeting.phase is Phase.VOTE and not meeting.is_paused
        if is_vote and (problem := presenter.answers.problem_with_closing()):
            presenter.tell_privately(News(problem, is_problem=True))
            return False
        thought = doubt(meeting)
        if self.is_asked or not thought or thought in self._said:
            return True
        if not is_vote:
            self._said.add(thought)
        self.is_asked = True
        presenter.tell()
        presenter.told.emit(News(thought, Offer.CLOSE_NOW if is_vote else Offer.GO_ON))
        return False


def doubt(meeting: Meeting) -> str:
    """Return what is worth a thought before the next step, in a sentence or two; or nothing."""
    if meeting.is_paused:
        return ""
    if meeting.phase is not Phase.VOTE:
        return advice_on_going_on(meeting)
    missing = votes.missing(meeting)
    thoughts = [missing_people(missing)] if missing else []
    if caution := votes.caution_on_closing(meeting):
        thoughts.append(caution)
    return " ".join(thoughts)


def _is_at_end(meeting: Meeting) -> bool:
    return meeting.phase is Phase.END and not meeting.is_paused
