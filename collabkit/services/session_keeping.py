"""From a meeting to what is kept of it: its record, its assessment and its plan. Pure.

Only what was closed is ever handed on; see ``room.record``.
"""

from dataclasses import dataclass, replace
from datetime import date

from collabkit.assessments.assessment import Assessment, Selection
from collabkit.assessments.limits import LONGEST_NOTE
from collabkit.assessments.pack import Pack
from collabkit.errors import DataRefusedError, InvalidInputError
from collabkit.i18n import _
from collabkit.plans.plan import Plan
from collabkit.room.adopting import LONGEST_WORDS, plan_of
from collabkit.room.meeting import DraftAction, Meeting, Turn
from collabkit.room.record import check_fits, meeting_from_json, meeting_to_json
from collabkit.services.ids import new_id
from collabkit.services.packs import VOLUNTEER_RUN, WORDING
from collabkit.storage import SessionState, StoredSession
from collabkit.storage.sessions import InTheRoom
from collabkit.typed_text import clean_line, clean_text


def tidied(meeting: Meeting) -> Meeting:
    """Return ``meeting`` without control characters in its notes and actions.

    Raises ``InvalidInputError`` for a text that is too long.
    """
    turns = tuple(replace(turn, note=clean_text(turn.note)) for turn in meeting.turns)
    if any(len(turn.note) > LONGEST_NOTE for turn in turns):
        raise InvalidInputError(
            _("Please keep each note below {most} characters.").format(most=LONGEST_NOTE)
        )
    return replace(meeting, turns=turns, actions=tuple(map(_tidied_action, meeting.actions)))


def _tidied_action(action: DraftAction) -> DraftAction:
    tidy = replace(
        action,
        text=clean_text(action.text),
        owner=clean_line(action.owner),
        first_step=clean_line(action.first_step),
    )
    if max(map(len, (tidy.text, tidy.owner, tidy.first_step))) > LONGEST_WORDS:
        raise InvalidInputError(
            _("Please keep each text below {most} characters.").format(most=LONGEST_WORDS)
        )
    return tidy


def state_of(meeting: Meeting, today: date) -> SessionState:
    """Return what is kept of a tidied meeting.

    Raises ``InvalidInputError`` for one that could not be read again: what is on the disk is then
    better than what would replace it.
    """
    record = meeting_to_json(meeting)
    try:
        meeting_from_json(record)
    except DataRefusedError as error:
        raise InvalidInputError(
            _(
                "This could not be saved, because it could not be opened again. What was saved "
                "before is safe. Please report this as a fault of collabkit."
            )
        ) from error
    return SessionState(
        title=meeting.preparation.title,
        phase=meeting.phase,
        statements=len(meeting.turns),
        voted=sum(turn.latest is not None for turn in meeting.turns),
        actions=sum(action.is_adopted for action in meeting.actions),
        held_on=meeting.held_on,
        changed=today,
        record=record,
    )


def check_belongs(meeting: Meeting, before: StoredSession, pack: Pack) -> None:
    """Raise ``InvalidInputError`` for a meeting that cannot be what has become of ``before``.

    It is about other statements than the session of ``pack``, or something that has happened in
    it has not happened in the meeting: then it comes from another session, or from long ago.
    Raises ``DataRefusedError`` if the record of ``before`` cannot be read, which stays as it is.
    """
    try:
        check_fits(meeting, pack)
    except DataRefusedError as error:
        raise _stray() from error
    kept = meeting_from_json(before.state.record)
    if not (meeting.has_begun or kept.has_begun):
        return
    if (
        meeting.preparation.statements != kept.preparation.statements
        or meeting.preparation.minimum != kept.preparation.minimum
        or (kept.has_begun and meeting.held_on != kept.held_on)
        or not all(map(_has_gone_on, kept.turns, meeting.turns))
    ):
        raise _stray()


def _has_gone_on(before: Turn, now: Turn) -> bool:
    """Tell whether every vote of ``before`` is among those of ``now``; shown, if it was shown."""
    return len(before.votes) <= len(now.votes) and all(
        kept == vote or replace(kept, is_revealed=True) == vote
        for kept, vote in zip(before.votes, now.votes, strict=False)
    )


def _stray() -> InvalidInputError:
    return InvalidInputError(
        _(
            "This could not be saved, because it does not belong to this session as it was saved "
            "last. What was saved before is safe. Please open the session once more from the list "
            "under “Workshop”."
        )
    )


def in_the_room(
    meeting: Meeting, pack: Pack, today: date, *, is_volunteer_run: bool
) -> InTheRoom | None:
    """Return what follows from a tidied meeting; nothing before it has begun."""
    if meeting.held_on is None:
        return None
    following = _Following(meeting, pack, meeting.held_on)
    return InTheRoom(
        begin=following.assessment,
        plan=following.plan,
        day=today,
        is_over=meeting.is_over,
        settled={WORDING: VOLUNTEER_RUN} if is_volunteer_run else {},
    )


@dataclass(frozen=True, slots=True)
class _Following:
    meeting: Meeting
    pack: Pack
    day: date

    def assessment(self, session: StoredSession) -> Assessment:
        preparation = self.meeting.preparation
        return Assessment(
            id=new_id(),
            charity_id=session.charity_id or "",  # without one it is a template and never begins
            title=preparation.title,
            pack_id=session.pack_id,
            pack_version=session.pack_version,
            pack_digest=session.pack_digest,
            selection=Selection.OWN_CHOICE,
            asked=tuple(i.id for i in self.pack.items if i.id in preparation.statements),
            minimum=preparation.minimum,
            started=self.day,
        )

    def plan(self, record: str, plan: Plan) -> Plan:
        """Take over what the room has changed about its actions since ``record`` was kept.

        What was changed in the plan itself meanwhile stays.
        """
        before = _actions_in(record)
        now = {action.id for action in self.meeting.actions}
        changed = tuple(a for a in self.meeting.actions if before.get(a.id) != a)
        for action_id in before.keys() - now:
            if any(action.id == action_id for action in plan.actions):
                plan = plan.without(action_id)
        known = {action.id for action in plan.actions}
        plan = plan_of(replace(self.meeting, actions=changed), plan.assessment_id, plan)
        statements = {item.id: item.statement for item in self.pack.items}
        return replace(
            plan,
            actions=tuple(
                action
                if action.id in known
                else replace(action, why=statements.get(action.item_id or "", ""))
                for action in plan.actions
            ),
        )


def _actions_in(record: str) -> dict[str, DraftAction]:
    if not record:  # nothing was kept before
        return {}
    return {action.id: action for action in meeting_from_json(record).actions}
