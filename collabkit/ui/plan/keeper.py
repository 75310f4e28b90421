"""Puts plans on disk without making anybody wait, so that “Saved” is always true."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.plans.plan import Plan
from collabkit.services.plans import PlanService
from collabkit.ui.widgets.save_mark import SaveState, Saving


class PlanKeeper(QObject):
    """Hands plans to the service and remembers each until its commit has come back.

    ``state_changed(SaveState)`` says how it stands, ``trouble_told(sentence)`` what is wrong each
    time something fails. What failed stays in hand and is kept again with ``try_again`` or with
    the next change, which holds it too.

    Nobody owns it, so that the writer's last words find it even if its page is gone.
    """

    state_changed = Signal(object)
    trouble_told = Signal(str)
    _returned = Signal(str, int, str)

    def __init__(self, service: PlanService) -> None:
        super().__init__()
        self._service = service
        self._in_hand: dict[str, tuple[int, Plan]] = {}  # by assessment
        self._troubles: dict[str, str] = {}  # sentences, by assessment
        self._number = 0
        self._is_typing = False
        self._committed: dict[str, int] = {}  # the number of what reached the disk last
        self._state = SaveState(Saving.NOTHING)
        # The answer comes from the writer's thread and is read on this one.
        self._returned.connect(self._on_self_returned, Qt.ConnectionType.QueuedConnection)

    @property
    def state(self) -> SaveState:
        """How it stands with the saving."""
        return self._state

    @property
    def trouble(self) -> str:
        """Why something is not on disk; nothing if all is well."""
        return next(iter(self._troubles.values()), "")

    def unsaved(self, assessment_id: str) -> Plan | None:
        """Return the plan of an assessment if it could not be saved.

        To be asked after a plan was read: by then the writer has done everything before it.
        """
        held = self._in_hand.get(assessment_id)
        if held is None or held[0] <= self._committed.get(assessment_id, 0):
            return None
        return held[1]

    def keep(self, plan: Plan) -> None:
        """Keep ``plan``, in order, without waiting."""
        self._send(plan)
        self._tell()

    def try_again(self) -> None:
        """Hand in once more what failed."""
        for assessment_id in tuple(self._troubles):
            self._send(self._in_hand[assessment_id][1])
        self._tell()

    def note_typing(self, is_under_way: bool) -> None:
        """Know whether something is being typed: it is not saved as long as it is not told."""
        self._is_typing = is_under_way
        self._tell()

    def start_afresh(self) -> None:
        """Say nothing about what was saved before, unless something is not saved yet."""
        self._state = SaveState(Saving.NOTHING)
        self._tell()
        self.state_changed.emit(self._state)

    def _send(self, plan: Plan) -> None:
        self._number += 1
        assessment_id, number = plan.assessment_id, self._number
        self._in_hand[assessment_id] = (number, plan)
        self._troubles.pop(assessment_id, None)
        report = partial(self._report, assessment_id, number)
        try:
            self._service.keep_later(plan, report)
        except CollabkitError as error:
            report(error)

    def _report(self, assessment_id: str, number: int, problem: CollabkitError | None) -> None:
        if problem is None:
            self._committed[assessment_id] = number
        self._returned.emit(assessment_id, number, str(problem) if problem is not None else "")

    def _on_self_returned(self, assessment_id: str, number: int, problem: str) -> None:
        held = self._in_hand.get(assessment_id)
        if held is None or held[0] != number:
            return  # something newer is on its way and holds this too
        if problem:
            self._troubles[assessment_id] = problem
            self._tell()
            self.trouble_told.emit(problem)
            return
        del self._in_hand[assessment_id]
        self._tell()

    def _tell(self) -> None:
        state = self._worked_out()
        if state != self._state:
            self._state = state
            self.state_changed.emit(state)

    def _worked_out(self) -> SaveState:
        if self._troubles:
            return SaveState(Saving.TROUBLE, _("Not saved yet. See the top of the page."))
        if self._in_hand or self._is_typing:
            return SaveState(Saving.UNDER_WAY)
        if self._state.saving in (Saving.UNDER_WAY, Saving.TROUBLE):
            return SaveState(Saving.DONE)
        return self._state
