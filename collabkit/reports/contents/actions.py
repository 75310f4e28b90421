"""What will be done now, and what is parked."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from collabkit.assessments.names import kind_name
from collabkit.assessments.pack import ActionKind, Pack
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.plans.names import status_name
from collabkit.plans.plan import NOW_LIMIT, Plan, PlanAction, Status
from collabkit.plans.progress import what_became_of as became
from collabkit.reports.contents.parts import ActionEntry, ActionGroup, Fact, PlanPart


def plan_part(pack: Pack, plan: Plan) -> PlanPart:
    """Return the actions of a plan by kind; three empty frames if none is to be done now."""
    now = [action for kind in ActionKind for action in plan.now if action.kind is kind]
    return PlanPart(
        now_title=_("What we do now"),
        now_lead=_now_lead(plan),
        now=tuple(_entry(pack, action) for action in now) or (_empty_frame(),) * NOW_LIMIT,
        parked_title=_("Parked for later"),
        parked_lead=_("Good ideas that wait. When something is done, take the next one from here."),
        parked=tuple(
            ActionGroup(kind_name(kind), tuple(_entry(pack, action) for action in actions))
            for kind in ActionKind
            if (actions := [a for a in plan.parked if a.kind is kind])
        ),
    )


def adopted_entry(pack: Pack, action: PlanAction, further: Sequence[Fact]) -> ActionEntry:
    """Return an action that was adopted a moment ago: how far it is would be no news.

    ``further`` reasons come after its own.
    """
    entry = _entry(pack, action)
    return replace(entry, reasons=(*entry.reasons, *further), status=None)


def _now_lead(plan: Plan) -> str:
    if plan.now:
        return _("Few actions that get done are worth more than many. Pin this page to a wall.")
    if plan.parked:
        return _(
            "Nothing is chosen for now yet. Take up to three of the parked actions, or write "
            "your own here."
        )
    return _(
        "Nothing is chosen yet, and that is all right: talk first, then write up to three "
        "actions here."
    )


def _entry(pack: Pack, action: PlanAction) -> ActionEntry:
    return ActionEntry(
        text=action.text,
        kind=kind_name(action.kind),
        is_done=action.status is Status.DONE,
        reasons=tuple(_reasons(pack, action)),
        further=tuple(what_became_of(action)),
        **_facts(
            action.owner,
            day(action.due) if action.due else "",
            action.first_step,
            action.how_we_will_know,
            status_name(action.status),
        ),
    )


def _empty_frame() -> ActionEntry:
    return ActionEntry("", "", False, (), further=(), **_facts("", "", "", "", ""))


def _facts(owner: str, due: str, first_step: str, sign: str, status: str) -> dict[str, Fact]:
    return {
        "owner": Fact(_("Who"), owner),
        "due": Fact(_("By when"), due),
        "first_step": Fact(_("First step"), first_step),
        "sign": Fact(_("How we will know"), sign),
        "status": Fact(_("Status"), status),
    }


def what_became_of(action: PlanAction) -> Iterator[Fact]:
    """Yield what was settled and noted about an action on its way, as far as there is anything."""
    return (Fact(label, text) for label, text in became(action))


def _reasons(pack: Pack, action: PlanAction) -> Sequence[Fact]:
    reasons = []
    statements = {item.id: item.statement for item in pack.items}
    statement = statements.get(action.item_id or "", "")
    if action.why and action.why != statement:
        reasons.append(Fact(_("Why"), action.why))
    if statement:
        reasons.append(Fact(_("From the statement"), statement))
    also = [statements[item_id] for item_id in action.also if item_id in statements]
    reasons += [Fact(_("Also answers"), text) for text in also]
    return reasons
