"""A plan as plain text, for an e-mail or the minutes. No Qt."""

from collections.abc import Iterator
from datetime import date

from collabkit.dates import day
from collabkit.i18n import _
from collabkit.plans.names import status_name
from collabkit.plans.plan import Plan, PlanAction, Slot, Status
from collabkit.plans.progress import CLOSED, what_became_of


def plan_as_text(plan: Plan, name: str, today: date) -> str:
    """Return the actions of ``plan`` in their order; ``name`` says whose plan it is."""
    lines = [_("Plan: {name}").format(name=name), day(today)]
    if plan.now:
        lines += ["", _("Now")]
        for number, action in enumerate(plan.now, 1):
            lines += ["", _("{number}. {action}").format(number=number, action=flat(action.text))]
            lines += [f"   {line}" for line in _facts(action)]
    for heading, actions in parked_and_behind(plan):
        lines += ["", heading, ""]
        for action in actions:
            lines.append(f"- {flat(action.text)}")
            lines += [f"  {line}" for line in _facts(action)]
    return "\n".join(lines) + "\n"


def parked_and_behind(plan: Plan) -> Iterator[tuple[str, tuple[PlanAction, ...]]]:
    """Yield what waits, and what is done or dropped and was put aside, each with its heading."""
    waiting = tuple(action for action in plan.parked if action.status not in CLOSED)
    behind = tuple(action for action in plan.parked if action.status in CLOSED)
    if waiting:
        yield _("Parked for later"), waiting
    if behind:
        yield _("Done and dropped"), behind


def _facts(action: PlanAction) -> Iterator[str]:
    facts = [
        (_("Who"), action.owner),
        (_("By when"), day(action.due) if action.due else ""),
        (_("First step"), action.first_step),
        (_("How we will know"), action.how_we_will_know),
    ]
    if action.status is not Status.NOT_STARTED:
        facts.append((_("Status"), status_name(action.status)))
    facts += what_became_of(action)
    if action.slot is Slot.NOW:
        facts.append((_("Why"), action.why))
    for label, value in facts:
        if value.strip():
            yield _("{label}: {text}").format(label=label, text=flat(value))


def flat(text: str) -> str:
    """Return ``text`` in one line, so that the list keeps its shape."""
    return " ".join(text.split())
