"""The end of a session: choose what to act on, word actions, adopt them by fist of five."""

from dataclasses import replace
from datetime import date
from typing import Any

from collabkit.assessments.pack import ActionKind
from collabkit.i18n import _
from collabkit.plans.plan import NOW_LIMIT, Plan, PlanAction, PlanFullError, Slot
from collabkit.room.meeting import DraftAction, Meeting, Phase
from collabkit.room.refused import NotNowError

FINGERS = 5  # a fist is 0
CONTENT_FROM = 3  # fingers; whoever shows fewer is asked what should be worded differently
FEWEST_CHOSEN, MOST_CHOSEN = 3, 5


def choose(meeting: Meeting, item_ids: tuple[str, ...]) -> Meeting:
    """Say which statements to act on, at most five; in the order of the session."""
    if len(item_ids) > MOST_CHOSEN:
        raise NotNowError(
            _("Please choose three to five: few things that get done are worth more than many.")
        )
    for item_id in item_ids:
        meeting.turn_of(item_id)
    chosen = tuple(turn.item_id for turn in meeting.turns if turn.item_id in item_ids)
    return replace(meeting, chosen=chosen)


def draft(meeting: Meeting, action: DraftAction) -> Meeting:
    """Add an action, at any time of the session."""
    if not action.text.strip():
        raise NotNowError(_("Please say in a few words what you will do."))
    return replace(meeting, actions=(*meeting.actions, action))


def reword(
    meeting: Meeting,
    action_id: str,
    *,
    text: str,
    owner: str,
    first_step: str,
    due: date | None,
    kind: ActionKind,
) -> Meeting:
    """Word an action differently. With other words the room is asked anew."""
    if not text.strip():
        raise NotNowError(_("Please say in a few words what you will do."))
    before = meeting.action(action_id)
    after = replace(before, text=text, owner=owner, first_step=first_step, due=due, kind=kind)
    if after.text != before.text:
        after = replace(after, fists=None, is_adopted=False, is_now=False)
    return _with_action(meeting, after)


def drop(meeting: Meeting, action_id: str) -> Meeting:
    """Take an action out; raises ``KeyError`` for an unknown id."""
    meeting.action(action_id)
    return replace(meeting, actions=tuple(a for a in meeting.actions if a.id != action_id))


def show_fists(meeting: Meeting, action_id: str, fists: tuple[int, ...]) -> Meeting:
    """Count the fingers shown for one action: how many people showed 0, 1 … 5.

    Raises ``NotNowError`` for more hands than there are people in the room.
    """
    if len(fists) != FINGERS + 1 or min(fists) < 0:
        raise ValueError("a fist of five has six counts from 0 on")
    if sum(fists) > meeting.present:
        raise NotNowError(
            _(
                "That makes {hands} hands, and {present} people are in the room. "
                "Nothing was changed; please count again."
            ).format(hands=sum(fists), present=meeting.present)
        )
    return _with_action(meeting, replace(meeting.action(action_id), fists=fists))


def doubters(action: DraftAction) -> int:
    """Return how many people showed fewer than three fingers."""
    return sum((action.fists or ())[:CONTENT_FROM])


def adopt(meeting: Meeting, action_id: str, *, now: bool) -> Meeting:
    """Adopt an action: to be done now, at most three, or parked for later.

    Raises ``NotNowError`` if the room was not asked in these words, and ``PlanFullError`` for a
    fourth one now.
    """
    action = meeting.action(action_id)
    if meeting.phase is not Phase.ADOPT or action.fists is None or not sum(action.fists):
        raise NotNowError(_("Please ask the room first: everybody shows a fist of five."))
    others = sum(a.is_now for a in meeting.actions if a.id != action_id)
    if now and others >= NOW_LIMIT:
        raise PlanFullError
    return _with_action(meeting, replace(action, is_adopted=True, is_now=now))


def turn_down(meeting: Meeting, action_id: str) -> Meeting:
    """Take an adoption back; the action stays among the ideas that were not adopted."""
    action = replace(meeting.action(action_id), is_adopted=False, is_now=False)
    return _with_action(meeting, action)


def plan_of(meeting: Meeting, assessment_id: str, before: Plan) -> Plan:
    """Return the plan with every adopted action; ``before`` is the plan as it was.

    An action keeps its id, so that doing this again changes what changed and doubles nothing.
    """
    plan = before if before.assessment_id == assessment_id else Plan(assessment_id)
    known = {action.id for action in plan.actions}
    for drafted in meeting.actions:
        slot = Slot.NOW if drafted.is_now else Slot.PARKED
        words: dict[str, Any] = {
            "text": drafted.text,
            "owner": drafted.owner,
            "first_step": drafted.first_step,
            "due": drafted.due,
            "kind": drafted.kind,
        }
        if drafted.id in known:
            plan = (
                plan.changed(drafted.id, **words)
                if drafted.is_adopted
                else plan.without(drafted.id)
            )
        elif drafted.is_adopted:
            if slot is Slot.NOW and not plan.has_room:
                slot = Slot.PARKED  # somebody has put others first in the plan meanwhile
            plan = plan.with_action(
                PlanAction(
                    id=drafted.id,
                    slot=slot,
                    idea_id=drafted.idea_id,
                    item_id=drafted.item_id,
                    **words,
                )
            )
    return plan


def _with_action(meeting: Meeting, action: DraftAction) -> Meeting:
    actions = tuple(action if each.id == action.id else each for each in meeting.actions)
    return replace(meeting, actions=actions)
