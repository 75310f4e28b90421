"""What the room agreed: to be done now, parked, and not adopted."""

from dataclasses import replace

from collabkit.assessments.names import kind_name
from collabkit.assessments.pack import ActionKind, Pack
from collabkit.i18n import _
from collabkit.plans.plan import NOW_LIMIT, Plan, PlanAction, Slot
from collabkit.reports.contents.actions import adopted_entry
from collabkit.reports.contents.parts import ActionEntry, ActionGroup, Fact, PlanPart
from collabkit.reports.contents.session_parts import OtherAction, OtherActions, ParkedStatements
from collabkit.reports.contents.session_words import fists_shown
from collabkit.room.adopting import plan_of
from collabkit.room.meeting import Decision, DraftAction, Meeting


def adopted(meeting: Meeting, plan: Plan) -> tuple[PlanAction, ...]:
    """Return what the room adopted, by kind.

    In the words of the plan, where people go on working with it; an action that is not in the plan
    is as the room left it. Never more than three are to be done now.
    """
    in_plan = {action.id: action for action in plan.actions}
    as_left = plan_of(meeting, "", Plan(""))
    ids = [action.id for action in meeting.actions if action.is_adopted]
    actions = [in_plan.get(each) or as_left.action(each) for each in ids]
    room = NOW_LIMIT - sum(a.slot is Slot.NOW and a.id in in_plan for a in actions)
    told = []
    for action in actions:
        if action.slot is Slot.NOW and action.id not in in_plan:
            slot = Slot.NOW if room > 0 else Slot.PARKED  # the plan has others for now
            room -= 1
            told.append(replace(action, slot=slot))
        else:
            told.append(action)
    return tuple(action for kind in ActionKind for action in told if action.kind is kind)


def agreed_part(meeting: Meeting, pack: Pack, plan: Plan) -> PlanPart:
    """Return what is done now and what is parked."""
    actions = adopted(meeting, plan)
    now = [action for action in actions if action.slot is Slot.NOW]
    parked = [action for action in actions if action.slot is not Slot.NOW]
    return PlanPart(
        now_title=_("What we will do now"),
        now_lead=_lead(meeting, now),
        now=tuple(_entry(meeting, pack, action) for action in now),
        parked_title=_("Parked for later"),
        parked_lead=_("Good ideas that wait. When something is done, take the next one from here."),
        parked=tuple(
            ActionGroup(
                kind_name(kind),
                tuple(_entry(meeting, pack, a) for a in parked if a.kind is kind),
            )
            for kind in ActionKind
            if any(a.kind is kind for a in parked)
        ),
    )


def parked_statements(meeting: Meeting, pack: Pack) -> ParkedStatements | None:
    """Return the statements that the room parked, in its order; ``None`` if there are none."""
    items = [pack.item(t.item_id) for t in meeting.turns if t.decision is Decision.PARK]
    if not items:
        return None
    return ParkedStatements(
        heading=_("Statements parked for another time"),
        lead=_("The room did not finish with these. They are for another meeting."),
        entries=tuple(
            _("{section}: {statement}").format(
                section=pack.section(item.section).name, statement=item.statement
            )
            for item in items
        ),
    )


def other_actions(meeting: Meeting, pack: Pack) -> OtherActions | None:
    """Return what was thought of and not adopted; ``None`` if there is nothing."""
    entries = tuple(
        OtherAction(action.text, tuple(_reasons(action, pack)))
        for action in meeting.actions
        if not action.is_adopted
    )
    if not entries:
        return None
    return OtherActions(
        _("Not adopted"),
        _("These were thought of as well. They are not in the plan."),
        entries,
    )


def _lead(meeting: Meeting, now: list[PlanAction]) -> str:
    if now:
        return _("The room adopted these, each by a fist of five. Pin this page to a wall.")
    if not meeting.is_over:
        return _("The session has not come to its end, so nothing is agreed yet.")
    return _("The room adopted nothing for now. To have talked is worth something too.")


def _entry(meeting: Meeting, pack: Pack, action: PlanAction) -> ActionEntry:
    fists = fists_shown(meeting.action(action.id))
    further = (Fact(_("Fist of five"), fists),) if fists else ()
    return adopted_entry(pack, action, further)


def _reasons(action: DraftAction, pack: Pack) -> list[Fact]:
    reasons = []
    statement = next((i.statement for i in pack.items if i.id == action.item_id), "")
    if statement:
        reasons.append(Fact(_("From the statement"), statement))
    if fists := fists_shown(action):
        reasons.append(Fact(_("Fist of five"), fists))
    return reasons
