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
MOST_ACTIONS = 50
LONGEST_WORDS = 1_000  # characters of each part of an action


def choose(meeting: Meeting, item_ids: tuple[str, ...]) -> Meeting:
    """Say which statements to act on, at most five; in the order of the session.

    Raises ``NotNowError`` for more, or before the map, and ``KeyError`` for an unknown one.
    """
    if meeting.phase not in (Phase.MAP, Phase.CHOOSE, Phase.ADOPT):
        raise NotNowError(_("What to act on is chosen from the map, after the statements."))
    if len(item_ids) > MOST_CHOSEN:
        raise NotNowError(
            _("Please choose three to five: few things that get done are worth more than many.")
        )
    for item_id in item_ids:
        meeting.turn_of(item_id)
    chosen = tuple(turn.item_id for turn in meeting.turns if turn.item_id in item_ids)
    return replace(meeting, chosen=chosen)


def advice_on_going_on(meeting: Meeting) -> str:
    """Return what is worth a thought before the next step at the end; empty if nothing is."""
    voted_on = sum(bool(turn.votes) for turn in meeting.turns)
    if meeting.phase is Phase.CHOOSE and len(meeting.chosen) < min(FEWEST_CHOSEN, voted_on):
        if not meeting.chosen:
            return _("Nothing is chosen yet. Three to five statements to act on are a good choice.")
        return _("Fewer than three are chosen. That can be right; three to five are usual.")
    if meeting.phase is Phase.ADOPT and not any(a.is_adopted for a in meeting.actions):
        return _("Nothing is adopted yet. If the session ends now, it ends without a plan.")
    return ""


def draft(meeting: Meeting, action: DraftAction) -> Meeting:
    """Add an action, at any time of the session, or bring one back that was dropped.

    Raises ``NotNowError`` without words, with too many, for too many actions and for one that is
    there already, ``KeyError`` for an unknown statement, and ``PlanFullError`` for a fourth now.
    """
    _check_words(action.text, action.owner, action.first_step)
    if action.item_id is not None:
        meeting.turn_of(action.item_id)
    if any(each.id == action.id for each in meeting.actions):
        raise NotNowError(_("This action is there already."))
    if len(meeting.actions) >= MOST_ACTIONS:
        raise NotNowError(_("That is more than anybody can do. Please take an action out first."))
    if action.is_now and _now_beside(meeting, action.id) >= NOW_LIMIT:
        raise PlanFullError
    was_asked = bool(sum(action.fists or ()))
    is_adopted = action.is_adopted and was_asked
    action = replace(
        action,
        fists=action.fists if was_asked else None,
        is_adopted=is_adopted,
        is_now=action.is_now and is_adopted,
    )
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
    """Word an action differently. With other words the room is asked anew; raises as ``draft``."""
    _check_words(text, owner, first_step)
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

    Raises ``NotNowError`` for no hands, for more than there are people in the room, and where the
    room is not adopting.
    """
    if len(fists) != FINGERS + 1 or min(fists) < 0:
        raise ValueError("a fist of five has six counts from 0 on")
    if meeting.phase is not Phase.ADOPT or not sum(fists):
        raise NotNowError(_("Please ask the room first: everybody shows a fist of five."))
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
    if meeting.phase is not Phase.ADOPT or action.fists is None:
        raise NotNowError(_("Please ask the room first: everybody shows a fist of five."))
    if now and _now_beside(meeting, action_id) >= NOW_LIMIT:
        raise PlanFullError
    return _with_action(meeting, replace(action, is_adopted=True, is_now=now))


def turn_down(meeting: Meeting, action_id: str) -> Meeting:
    """Take an adoption back; the action stays among the ideas that were not adopted."""
    action = replace(meeting.action(action_id), is_adopted=False, is_now=False)
    return _with_action(meeting, action)


def plan_of(meeting: Meeting, assessment_id: str, before: Plan) -> Plan:
    """Return the plan with every adopted action; ``before`` is the plan as it was.

    An action keeps its id, so that doing this again changes what changed and doubles nothing. One
    that the room wants now is parked if others have been put first in the plan meanwhile.
    """
    plan = before if before.assessment_id == assessment_id else Plan(assessment_id)
    known = {action.id for action in plan.actions}
    # What makes room comes before what takes it.
    for drafted in sorted(meeting.actions, key=lambda action: action.is_now):
        if not drafted.is_adopted:
            plan = plan.without(drafted.id) if drafted.id in known else plan
            continue
        if drafted.id not in known:
            plan = plan.with_action(_planned(drafted))
        words: dict[str, Any] = {
            "text": drafted.text,
            "owner": drafted.owner,
            "first_step": drafted.first_step,
            "due": drafted.due,
            "kind": drafted.kind,
        }
        is_now = plan.action(drafted.id).slot is Slot.NOW
        wants_now = drafted.is_now and (is_now or plan.has_room)
        slot = Slot.NOW if wants_now else Slot.PARKED
        plan = plan.changed(drafted.id, slot=slot, **words)
    return plan


def _planned(drafted: DraftAction) -> PlanAction:
    return PlanAction(
        id=drafted.id,
        text=drafted.text,
        kind=drafted.kind,
        idea_id=drafted.idea_id,
        item_id=drafted.item_id,
    )


def _check_words(text: str, *others: str) -> None:
    if not text.strip():
        raise NotNowError(_("Please say in a few words what you will do."))
    if max(map(len, (text, *others))) > LONGEST_WORDS:
        raise NotNowError(
            _("Please keep each text below {most} characters.").format(most=LONGEST_WORDS)
        )


def _now_beside(meeting: Meeting, action_id: str) -> int:
    return sum(action.is_now for action in meeting.actions if action.id != action_id)


def _with_action(meeting: Meeting, action: DraftAction) -> Meeting:
    actions = tuple(action if each.id == action.id else each for each in meeting.actions)
    return replace(meeting, actions=actions)
