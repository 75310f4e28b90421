"""From answers to what the page shows, and from a suggestion to the plan."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.gaps import can_be_scored, too_few_statements
from collabkit.assessments.outcomes.blocks import Idea, Part
from collabkit.assessments.outcomes.no_more import why_no_more
from collabkit.assessments.pack import OutcomeKind
from collabkit.assessments.sentences import findings_lead, how_tried
from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.plans.plan import Plan, PlanAction, Slot
from collabkit.services import Services
from collabkit.services.plans import action_from_idea, action_from_told
from collabkit.services.results import Picture
from collabkit.ui.progress_words import occasion
from collabkit.ui.results.beside_parts import beside_parts
from collabkit.ui.results.details import theme_state
from collabkit.ui.results.guide import guide
from collabkit.ui.results.overview import (
    finding_groups,
    open_items,
    progress,
    shape_state,
    theme_tabs,
)
from collabkit.ui.results.room_map import map_lines
from collabkit.ui.results.state import MapLine, ResultsState, Times
from collabkit.ui.results.times import times_of
from collabkit.ui.results.unlinked import unlinked


class ResultsPresenter(QObject):
    """Works out the state of the page; only the theme that is open is worked out in detail.

    ``state_changed(ResultsState)`` has everything to show, ``action_added(sentence)`` says where a
    suggestion went, and ``problem_arose(sentence)`` why it did not.
    """

    state_changed = Signal(object)
    action_added = Signal(str)
    problem_arose = Signal(str)

    def __init__(
        self, services: Services, today: Callable[[], date], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._today = today
        self._picture: Picture | None = None
        self._plan = Plan("")
        self._beside: tuple[Part, ...] = ()
        self._times: Times | None = None
        self._theme = ""
        self._problem = ""  # why there is no picture
        self._added = ""  # the id of the action that can be taken out again
        self.state = ResultsState("", "", is_sample=False)

    @property
    def next_item(self) -> str | None:
        """The first statement that is not answered yet."""
        missing = open_items(self._picture) if self._picture is not None else ()
        return missing[0] if missing else None

    def open(self, assessment_id: str) -> None:
        """Show the assessment as it is now; the open theme stays open if it is the same one."""
        self._added = ""
        if assessment_id != self.state.assessment_id:
            self._theme = ""
        try:
            self._picture = self._services.results.picture(assessment_id, self._today())
            self._plan = self._services.plans.load(assessment_id)
        except KeyError:
            self._picture = None
            self._problem = _("This assessment is not here any more.")
        except CollabkitError as error:
            self._picture = None
            self._problem = str(error)
        self._read_beside()
        self._tell()

    def choose_theme(self, code: str) -> None:
        """Open a theme."""
        self._theme = code
        self._tell()

    def choose_statement(self, item_id: str) -> None:
        """Open the theme of a statement."""
        if self._picture is not None:
            self.choose_theme(self._picture.pack.item(item_id).section)

    def add_to_plan(self, item_id: str, idea_id: str) -> None:
        """Put a suggestion into the plan: to be done now if there is room, otherwise parked."""
        if self._picture is None or self._plan.has_idea(idea_id):
            return
        item = self._picture.pack.item(item_id)
        idea = next(idea for idea in item.actions if idea.id == idea_id)
        slot = Slot.NOW if self._plan.has_room else Slot.PARKED
        self._add(action_from_idea(idea, item, slot))

    def add_told(self, idea: Idea) -> None:
        """Put an idea of the outcome into the plan, as ``add_to_plan`` does."""
        if self._picture is None or self._plan.has_idea(idea.idea_id):
            return
        slot = Slot.NOW if self._plan.has_room else Slot.PARKED
        why = next((i.statement for i in self._picture.pack.items if i.id == idea.item_id), "")
        self._add(action_from_told(idea, why, slot))

    def settle(self, key: str, value: str) -> None:
        """Keep what was chosen or written about the whole assessment, and show what follows."""
        if self._picture is None:
            return
        try:
            self._services.assessments.settle(self._picture.assessment.id, key, value)
            self._picture = self._services.results.picture(
                self._picture.assessment.id, self._today()
            )
        except CollabkitError as error:
            self.problem_arose.emit(str(error))
            return
        self._read_beside()
        self._tell()

    def undo(self) -> None:
        """Take the suggestion that was added last out of the plan again."""
        added, self._added = self._added, ""
        if added:
            self._keep(self._plan.without(added))

    def _add(self, action: PlanAction) -> None:
        if self._keep(self._plan.with_action(action)):
            self._added = action.id
            self.action_added.emit(
                _("Added to your plan, to be done now.")
                if action.slot is Slot.NOW
                else _("Added to your plan and parked: three actions are chosen for now already.")
            )

    def _keep(self, plan: Plan) -> bool:
        try:
            self._services.plans.keep(plan)
        except CollabkitError as error:
            self.problem_arose.emit(str(error))
            return False
        self._plan = plan
        self._tell()
        return True

    def _read_beside(self) -> None:
        """Read what the results are laid beside; without it they are still results."""
        self._beside, self._times = (), None
        if self._picture is None or not self._picture.results.respondents:
            return
        try:
            self._beside = beside_parts(self._picture)
            self._times = times_of(self._services, self._picture)
        except CollabkitError as error:
            self.problem_arose.emit(str(error))

    def _tell(self) -> None:
        self.state = self._work_out()
        self.state_changed.emit(self.state)

    def _work_out(self) -> ResultsState:
        picture = self._picture
        if picture is None:
            return ResultsState("", "", False, self._problem, _("See all assessments"))
        pack, results = picture.pack, picture.results
        assessment_id = picture.assessment.id
        is_group = results.minimum > 1 or len(picture.participants) > 1
        whose = occasion(picture.charity.name, picture.assessment.title)
        is_sample = picture.charity.is_sample
        if assessment_id in self._services.assessments.asked_by_others():
            return _for_somebody_else(picture, whose)
        session_id = _session_to_go_on(picture)
        no_more = why_no_more(picture.settled, results.respondents, results.minimum)
        if not results.respondents or no_more:
            nothing, act = _nothing_yet(picture, is_group=is_group)
            return ResultsState(
                assessment_id, whose, is_sample, nothing, act, session_id=session_id
            )
        told: dict[str, Any] = {
            "can_go_on": bool(session_id or (self.next_item and not is_group)),
            "session_id": session_id,
            "outcome": unlinked(picture.told.parts) if is_group else picture.told.parts,
            "planned": frozenset(a.idea_id for a in self._plan.actions if a.idea_id),
            "part_words": pack.parts_called,
            "beside": self._beside,
            "times": self._times,
            "has_plan": picture.votes is not None and bool(self._plan.actions),
        }
        if pack.outcome.kind is not OutcomeKind.PROFILE:
            return ResultsState(
                assessment_id,
                whose,
                is_sample,
                progress=progress(picture),
                is_profile=False,
                **told,
            )
        is_scored = can_be_scored(pack, results, picture.assessment.selection)
        tabs = theme_tabs(pack, results, is_scored=is_scored)
        if self._theme not in [tab.code for tab in tabs]:
            self._theme = tabs[0].code
        return ResultsState(
            assessment_id,
            whose,
            is_sample,
            progress=progress(picture),
            shape=shape_state(pack, results) if is_scored else None,
            unscored="" if is_scored else too_few_statements(pack),
            map=self._map(picture),
            status=how_tried(pack.status),
            findings_lead=findings_lead(results),
            findings=finding_groups(pack, results),
            tabs=tabs,
            theme=theme_state(picture, self._plan, self._theme, is_scored=is_scored),
            guide=guide(pack, results, is_scored=is_scored),
            **told,
        )

    def _map(self, picture: Picture) -> tuple[MapLine, ...]:
        session = picture.votes and self._services.workshops.of_assessment(picture.assessment.id)
        return map_lines(session.meeting, picture.pack) if session else ()


def _session_to_go_on(picture: Picture) -> str:
    votes = picture.votes
    return "" if votes is None or votes.is_over else votes.session_id


def _nothing_yet(picture: Picture, *, is_group: bool) -> tuple[str, str]:
    """Return why there is nothing to see, and what can be done about it here."""
    if picture.votes is not None:
        return (
            _("The room has not voted on anything yet."),
            "" if picture.votes.is_over else _("Go on with the session"),
        )
    if no_more := picture.who_is_left:
        return no_more, ""
    if picture.results.minimum > 1:
        return _("Nobody has finished yet."), ""
    if is_group:
        return _("Nobody has answered yet."), ""
    return (
        _("Nothing is answered yet. Your results grow with every answer."),
        _("Answer the first statement"),
    )


def _for_somebody_else(picture: Picture, whose: str) -> ResultsState:
    """Return what is shown of answers that somebody elsewhere asked for: neither score nor plan."""
    return ResultsState(
        picture.assessment.id,
        whose,
        is_sample=False,
        empty=_(
            "You answered this for {charity}. What all the answers say together, and what is to be "
            "done, is for {charity} to tell. Your own answers stay here for you to read."
        ).format(charity=picture.charity.name),
        empty_action=_("Give the answers back"),
        is_invited=True,
    )
