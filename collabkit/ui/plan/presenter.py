"""What happens to a plan, without widgets."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.pack import ActionKind
from collabkit.dates import day
from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.plans.plan import Plan, PlanAction, PlanFullError, ProgressNote, Slot, Status
from collabkit.plans.progress import CLOSED
from collabkit.services import Services
from collabkit.services.assessments import Summary
from collabkit.services.plans import (
    MOST_NOTES,
    action_from_idea,
    action_from_told,
    own_action,
)
from collabkit.services.results import Picture
from collabkit.ui.plan.as_table import PlanTable, plan_as_table
from collabkit.ui.plan.as_text import plan_as_text
from collabkit.ui.plan.history import History
from collabkit.ui.plan.living import next_look, put_off_to
from collabkit.ui.plan.reading import (
    Times,
    for_others,
    latest,
    own_summaries,
    plan_name,
    plan_names,
    times_of,
)
from collabkit.ui.plan.state import News, Offer, PlanState, Situation
from collabkit.ui.plan.telling import Surroundings, tell_plan
from collabkit.ui.plan.wording import added, marked, told_ideas
from collabkit.ui.save_ledger import SaveLedger

# Typing goes on in the same step of undoing; whatever is pressed is a step of its own.
_TYPED = {
    "text", "why", "owner", "first_step", "due", "how_we_will_know", "review", "dropped_because",
    "learned",
}  # fmt: skip


class PlanPresenter(QObject):
    """Knows one plan and what can be done to it. Every change is kept at once.

    ``state_changed(PlanState)`` has everything to show, ``told(News)`` a sentence for the top of
    the page. ``ledger`` tells how it stands with the saving.
    """

    state_changed = Signal(object)
    told = Signal(object)

    def __init__(
        self, services: Services, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._today = today
        self._picture: Picture | None = None
        self._summaries: tuple[Summary, ...] = ()
        self._history = History(Plan(""))
        self._picked: tuple[str, int] | None = None
        self._behind: frozenset[str] = frozenset()  # parked actions that are done or dropped
        self._times = Times({})
        self._for_others: Summary | None = None  # answered here, planned elsewhere
        self.ledger: SaveLedger[str, Plan] = SaveLedger()  # by assessment
        self.ledger.trouble_told.connect(self._on_ledger_trouble_told)
        self.state = PlanState(Situation.NO_ASSESSMENT)

    @property
    def text(self) -> str:
        """The plan as plain text."""
        return plan_as_text(self._history.plan, self.state.name, self._today())

    @property
    def table(self) -> PlanTable:
        """The plan as a table."""
        return plan_as_table(self._history.plan, self.state.name, self._today())

    def open(self, assessment_id: str | None) -> None:
        """Show the plan of an assessment; ``None`` for the one that comes first."""
        self.ledger.start_afresh()
        try:
            self._summaries = own_summaries(self._services.assessments, assessment_id)
            self._read(assessment_id or self._first())
        except CollabkitError as error:
            self.told.emit(News(str(error)))
            return
        self._tell()
        if self.ledger.trouble:
            self._on_ledger_trouble_told(self.ledger.trouble)

    def tell_anew(self) -> None:
        """Say once more how it stands, as on another day other actions are due."""
        self._tell()

    def pick(self, assessment_id: str) -> None:
        """Show another plan, also later on until something else is worked on."""
        self.open(assessment_id)
        self._picked = (assessment_id, self._last_change_beside(assessment_id))

    def change(self, action_id: str, changes: Mapping[str, Any]) -> None:
        """Change what is known about an action."""
        plan = self._history.plan.changed(action_id, **changes)
        if plan != self._history.plan:
            self._go_on(plan, action_id, ",".join(_TYPED & changes.keys()))
            if sentence := marked(changes.get("status", Status.UNDER_WAY)):
                self.told.emit(News(sentence, Offer.UNDO))

    def note(self, action_id: str, text: str) -> None:
        """Note how an action goes, with today's date; ``text`` must not be empty."""
        before = self._history.plan.action(action_id).progress
        if len(before) >= MOST_NOTES:
            sentence = _("An action can have {most} notes. Please take an old one away first.")
            self.told.emit(News(sentence.format(most=MOST_NOTES)))
            return
        self._change(action_id, progress=(*before, ProgressNote(self._today(), text)))

    def remove_note(self, action_id: str, place: int) -> None:
        """Take away the note at ``place``, counted from 0, of an action."""
        notes = self._history.plan.action(action_id).progress
        self._change(action_id, progress=notes[:place] + notes[place + 1 :])
        self.told.emit(News(_("The note was removed."), Offer.UNDO))

    def put_off(self, action_id: str) -> None:
        """Give an overdue action another month from today."""
        due = put_off_to(self._today())
        self._change(action_id, due=due)
        self.told.emit(News(_("Put off to {day}.").format(day=day(due)), Offer.UNDO))

    def look_again(self, action_id: str) -> None:
        """Look at an action again in three months."""
        review = next_look(self._today())
        self._change(action_id, review=review)
        sentence = _("To be looked at again on {day}.").format(day=day(review))
        self.told.emit(News(sentence, Offer.UNDO))

    def move(self, action_id: str, by: int) -> None:
        """Move an action up (negative) or down in its list."""
        shown = {state.id for state in self.state.behind}
        beside = () if action_id in shown else shown
        plan = self._history.plan.moved(action_id, by, beside)
        if plan != self._history.plan:
            self._go_on(plan, action_id)

    def change_slot(self, action_id: str) -> bool:
        """Park what is to be done now, or do now what is parked; tell whether there was room."""
        is_now = self._history.plan.action(action_id).slot is Slot.NOW
        return self._park(action_id) if is_now else self._do_now(action_id)

    def remove(self, action_id: str) -> None:
        """Take an action out of the plan."""
        self._go_on(self._history.plan.without(action_id), action_id)
        self.told.emit(News(_("The action was removed."), Offer.UNDO))

    def add_idea(self, item_id: str, idea_id: str) -> None:
        """Add a suggestion: to be done now if there is room, otherwise parked."""
        if self._picture is None or self._history.plan.has_idea(idea_id):
            return
        items = {item.id: item for item in self._picture.pack.items}
        item = items.get(item_id)
        for idea in told_ideas(self._picture):
            if (idea.item_id, idea.idea_id) == (item_id, idea_id):
                why = item.statement if item else ""
                self._add(action_from_told(idea, why, self._free_slot))
                return
        for action in item.actions if item else ():
            if item and action.id == idea_id:
                self._add(action_from_idea(action, item, self._free_slot))

    def add_own(self, text: str, kind: ActionKind) -> None:
        """Add an action in people's own words; ``text`` must not be empty."""
        self._add(own_action(text, self._free_slot, kind))

    def undo(self) -> str | None:
        """Take the last change back and return the action it was about."""
        return self._step(self._history.undo, News(_("The last change was undone."), Offer.REDO))

    def redo(self) -> str | None:
        """Make the change again that was undone last, and return the action it was about."""
        return self._step(self._history.redo, News(_("The change was made again."), Offer.UNDO))

    def _park(self, action_id: str) -> bool:
        is_closed = self._history.plan.action(action_id).status in CLOSED
        self._behind = self._behind | {action_id} if is_closed else self._behind - {action_id}
        self._change(action_id, slot=Slot.PARKED)
        sentence = _("Put aside, further down.") if is_closed else _("Parked for later.")
        self.told.emit(News(sentence, Offer.UNDO))
        return True

    def _do_now(self, action_id: str) -> bool:
        try:
            plan = self._history.plan.changed(action_id, slot=Slot.NOW)
        except PlanFullError as error:
            self.told.emit(News(str(error)))
            return False
        self._go_on(plan, action_id)
        self.told.emit(News(_("Chosen for now."), Offer.UNDO))
        return True

    @property
    def _free_slot(self) -> Slot:
        return Slot.NOW if self._history.plan.has_room else Slot.PARKED

    def _first(self) -> str | None:
        if self._picked is not None:
            assessment_id, seq = self._picked
            is_there = any(s.assessment.id == assessment_id for s in self._summaries)
            if is_there and self._last_change_beside(assessment_id) == seq:
                return assessment_id
        summary = latest(self._summaries, self._services.plans)
        return summary.assessment.id if summary is not None else None

    def _last_change_beside(self, assessment_id: str) -> int:
        return max((s.seq for s in self._summaries if s.assessment.id != assessment_id), default=0)

    def _step(self, take: Callable[[], str | None], news: News) -> str | None:
        action_id = take()
        if action_id is not None:
            self._keep()
            self.told.emit(news)
        return action_id

    def _add(self, action: PlanAction) -> None:
        self._go_on(self._history.plan.with_action(action), action.id)
        self.told.emit(News(added(action.slot), Offer.UNDO))

    def _change(self, action_id: str, **changes: Any) -> None:
        self._go_on(self._history.plan.changed(action_id, **changes), action_id)

    def _go_on(self, plan: Plan, action_id: str, field: str = "") -> None:
        self._history.record(plan, action_id, field)
        self._keep()

    def _keep(self) -> None:
        plan = self._history.plan
        self.ledger.keep(plan.assessment_id, plan, self._services.plans.keep_later)
        self._tell()

    def _read(self, assessment_id: str | None) -> None:
        """Read a plan; what was done to it can be undone as long as nobody else changed it."""
        self._picture = self._for_others = None
        if assessment_id is None or all(s.assessment.id != assessment_id for s in self._summaries):
            self._history = History(Plan(assessment_id or ""))
            self._behind, self._times = frozenset(), Times({})
            if assessment_id is not None:
                self._for_others = for_others(self._services.assessments, assessment_id)
            return
        plan = self._services.plans.load(assessment_id)
        plan = self.ledger.unsaved().get(assessment_id, plan)
        self._picture = self._services.results.picture(assessment_id)
        if plan == self._history.plan:
            self._history.pause()
        else:
            self._history = History(plan)
        self._behind = frozenset(a.id for a in plan.parked if a.status in CLOSED)
        self._times = times_of(self._services, plan)

    def _tell(self) -> None:
        self.state = self._worked_out()
        self.state_changed.emit(self.state)

    def _worked_out(self) -> PlanState:
        plan, names = self._history.plan, plan_names(self._summaries)
        if (theirs := self._for_others) is not None:
            return PlanState(
                Situation.FOR_OTHERS,
                assessment_id=plan.assessment_id,
                name=plan_name(theirs),
                whose=theirs.charity_name,
            )
        if self._picture is None:
            gone = bool(plan.assessment_id)
            return PlanState(Situation.GONE if gone else Situation.NO_ASSESSMENT, names=names)
        summary = next(s for s in self._summaries if s.assessment.id == plan.assessment_id)
        return tell_plan(
            Surroundings(self._picture, summary, self._times),
            plan,
            self._behind,
            names,
            self._today(),
            can_undo=self._history.can_undo,
        )

    def _on_ledger_trouble_told(self, sentence: str) -> None:
        self.told.emit(News(sentence, Offer.TRY_AGAIN))
