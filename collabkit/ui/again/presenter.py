"""What happens on the page on which an assessment is started again, without widgets."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.beside.change import is_compared
from collabkit.assessments.limits import USUAL_GROUP
from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.plans.looking_back import LookedBack, look_back
from collabkit.plans.plan import Plan
from collabkit.services import Services
from collabkit.services.retention import years_kept
from collabkit.ui.again.reading import company, groups_of, next_there, usual_ticks
from collabkit.ui.again.starting import ConsentMissingError, check, start
from collabkit.ui.again.state import AgainState, NextDraft, NextStep, NextThere, People
from collabkit.ui.again.wording import asks, going_on, how_far
from collabkit.ui.progress_words import occasion, subject

_FROM_ALL = ""  # what was learned from the plan as a whole, among what was learned from actions


@dataclass(frozen=True, slots=True)
class _Step:
    about: str  # the id of an action, or ``_FROM_ALL``
    before: str


class AgainPresenter(QObject):
    """Knows the last plan and what was chosen for the next occasion.

    What is learned is kept at once and can be undone; the rest is a draft until it starts.
    ``state_changed(AgainState)``, ``go_wanted(place_key, arguments)`` once the next occasion is
    there, and ``problem_met(sentence)``.
    """

    state_changed = Signal(object)
    go_wanted = Signal(str, dict)
    problem_met = Signal(str)

    def __init__(
        self, services: Services, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._today = today
        self._last: Assessment | None = None
        self._plan = Plan("")
        self._learned = ""
        self._ticks: frozenset[str] = frozenset()
        self._session_id = ""
        self._there: NextThere | None = None
        self._after: Plan | None = None
        self._draft: NextDraft | None = None
        self._steps: list[_Step] = []
        self.state = AgainState()

    def open(self, assessment_id: str) -> None:
        """Put the plan of an assessment on the table; what was chosen before stays."""
        is_other = self._last is None or self._last.id != assessment_id
        try:
            self._read(assessment_id, is_other=is_other)
        except KeyError:
            self._tell_empty(_("This assessment is not here any more."))
        except CollabkitError as error:
            self._tell_empty(str(error))
        else:
            self._tell()

    def learn(self, action_id: str, text: str) -> None:
        """Keep what was learned from one action."""
        self._keep(action_id, text)

    def learn_from_all(self, text: str) -> None:
        """Keep what was learned from the plan as a whole."""
        self._keep(_FROM_ALL, text)

    def undo(self) -> None:
        """Take back what was written last."""
        if self._steps:
            step = self._steps.pop()
            if self._write(step.about, step.before):
                self._tell()

    def tick(self, action_id: str, goes_on: bool) -> None:
        """Let an action go on into the new plan, or not."""
        self._ticks = self._ticks | {action_id} if goes_on else self._ticks - {action_id}
        self._tell()

    def change_title(self, title: str) -> None:
        """Call the next occasion ``title``."""
        self._change(title=title)

    def choose_minimum(self, number: str) -> None:
        """Choose from how many people on results are shown."""
        minimum = int(number)
        self._change(minimum=minimum, needs_consent=minimum < USUAL_GROUP, all_agreed=False)

    def take_consent(self, all_agreed: bool) -> None:
        """Take it that everybody has agreed to so small a group anew."""
        self._change(all_agreed=all_agreed)

    def choose_people(self, code: str) -> None:
        """Say whether the people are the same, if that is known."""
        self._change(people=People(code))

    def choose_keeping(self, years: str) -> None:
        """Choose for how many years the answers are kept; "0" for not decided."""
        self._change(keep_years=int(years))

    def start_another(self) -> None:
        """Offer to start another occasion although there is one already."""
        self._there = self._after = None
        self._tell()

    def go_on(self) -> None:
        """Do what the important button says."""
        match self.state.way:
            case NextStep.START:
                self._try(self._start)
            case NextStep.PREPARE:
                self._try(self._prepare)
            case NextStep.TAKE_OVER:
                self._try(self._take_over)
            case NextStep.GO_ON if self._there is not None:
                self._go(self._there)

    def _read(self, assessment_id: str, *, is_other: bool) -> None:
        services = self._services
        last = services.assessments.get(assessment_id)
        if last not in services.occasions.all(assessment_id):
            raise KeyError(assessment_id)  # it is put away
        self._plan = services.plans.load(assessment_id)
        self._learned = services.occasions.learned(assessment_id)
        session = services.workshops.of_assessment(assessment_id)
        self._session_id = session.id if session else ""
        self._there = next_there(services, assessment_id)
        self._after = services.plans.load(self._there.assessment_id) if self._there else None
        title = services.occasions.title_for(assessment_id, self._today())
        if is_other:
            self._steps.clear()
            self._ticks = usual_ticks(self._back)
            self._draft = None
        if self._draft is None:
            self._draft = self._usual(last, title)
        self._last = last

    def _usual(self, last: Assessment, title: str) -> NextDraft:
        kind = company(self._services, last)
        can_change = is_compared(self._services.assessments.pack_of(last).outcome.kind)
        until = self._services.retention.until(last.id)
        years = years_kept(last.started, until) if until is not None else 0
        return NextDraft(
            title=title,
            asks=asks(len(last.asked), is_compared=can_change),
            company=kind,
            minimum=last.minimum,
            needs_consent=kind.has_secrets and last.minimum < USUAL_GROUP,
            all_agreed=False,
            people=People.NOT_KNOWN,
            asks_people=can_change,
            keep_years=years,
            kept_last=years,
        )

    @property
    def _back(self) -> LookedBack:
        return look_back(self._plan)

    @property
    def _chosen(self) -> frozenset[str]:
        """What is ticked and can go on."""
        there = {a.carried_from for a in self._after.actions} if self._after else set()
        return frozenset(
            a.id for a in self._plan.actions if a.is_open and a.id in self._ticks - there
        )

    def _change(self, **changes: object) -> None:
        if self._draft is not None:
            self._draft = replace(self._draft, **changes)  # type: ignore[arg-type]
            self._tell()

    def _keep(self, about: str, text: str) -> None:
        before = self._learned if about == _FROM_ALL else self._plan.action(about).learned
        if text == before or not self._write(about, text):
            return
        if not self._steps or self._steps[-1].about != about:
            self._steps.append(_Step(about, before))
        self._tell()

    def _write(self, about: str, text: str) -> bool:
        if self._last is None:
            return False
        try:
            if about == _FROM_ALL:
                self._services.occasions.keep_learned(self._last.id, text)
                self._learned = text
            else:
                plan = self._plan.changed(about, learned=text)
                self._services.plans.keep(plan)
                self._plan = plan
        except CollabkitError as error:
            self.problem_met.emit(str(error))
            return False
        return True

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except CollabkitError as error:
            self.problem_met.emit(str(error))

    def _start(self) -> None:
        last, draft = self._last, self._draft
        if last is None or draft is None or not self._is_complete(draft):
            return
        going = start(self._services, last, draft, self._chosen, self._today())
        self._draft = None
        self.go_wanted.emit(*going)

    def _prepare(self) -> None:
        draft = self._draft
        if draft is None or not self._is_complete(replace(draft, needs_consent=False)):
            return
        session = self._services.workshops.copy(self._session_id, draft.title, self._today())
        self._draft = None
        self.go_wanted.emit("session", {"session_id": session.id})

    def _is_complete(self, draft: NextDraft) -> bool:
        try:
            check(draft)
        except InvalidInputError as error:
            self._tell(str(error), is_consent_missing=isinstance(error, ConsentMissingError))
            return False
        return True

    def _take_over(self) -> None:
        if self._last is not None and self._there is not None:
            there = self._there.assessment_id
            self._services.occasions.carry_over(self._last.id, there, self._chosen, self._today())
            self.go_wanted.emit("plan", {"assessment_id": there})

    def _go(self, there: NextThere) -> None:
        self.go_wanted.emit(there.place, {there.argument: there.argument_id})

    def _tell_empty(self, sentence: str) -> None:
        self._last = None
        self.state = AgainState(empty=sentence)
        self.state_changed.emit(self.state)

    def _tell(self, fault: str = "", *, is_consent_missing: bool = False) -> None:
        last, back = self._last, self._back
        if last is None:
            return
        way = self._way()
        pack = self._services.assessments.pack_of(last)
        charity = self._services.charities.get(last.charity_id)
        is_kept = way in (NextStep.START, NextStep.TAKE_OVER)
        may_go_on = is_kept or (self._there is not None and self._there.takes_actions)
        self.state = AgainState(
            assessment_id=last.id,
            whose=occasion(charity.name, subject(pack.title, last.title)),
            is_sample=charity.is_sample,
            how_far=how_far(back) if self._plan.actions else "",
            groups=groups_of(
                back,
                self._ticks,
                self._after,
                self._there.name if self._there else "",
                self._today(),
                may_go_on=may_go_on,
            ),
            learned=self._learned,
            way=way,
            draft=self._draft,
            there=self._there,
            going_on=going_on(len(self._chosen)) if is_kept and self._plan.actions else "",
            fault=fault,
            is_consent_missing=is_consent_missing,
            can_undo=bool(self._steps),
        )
        self.state_changed.emit(self.state)

    def _way(self) -> NextStep:
        if self._there is not None:
            return (
                NextStep.TAKE_OVER if self._there.takes_actions and self._chosen else NextStep.GO_ON
            )
        return NextStep.PREPARE if self._session_id else NextStep.START
