"""A plan in words."""

from collections.abc import Sequence
from datetime import date
from functools import reduce

from collabkit.assessments.meanings import kind_meaning
from collabkit.assessments.names import effort_name, kind_name
from collabkit.assessments.outcomes.blocks import Idea, Ideas
from collabkit.assessments.pack import Item, Pack
from collabkit.assessments.results import FindingKind
from collabkit.assessments.sentences import in_words
from collabkit.dates import day
from collabkit.i18n import _, ngettext
from collabkit.plans.plan import NOW_LIMIT, Plan, PlanAction, Slot, Status
from collabkit.plans.progress import CLOSED, is_overdue
from collabkit.services.results import Picture
from collabkit.ui.plan.living import answerable, answers, life_of
from collabkit.ui.plan.reading import Times
from collabkit.ui.plan.state import ActionState, IdeaGroup
from collabkit.ui.results.details import idea_states
from collabkit.ui.results.state import IdeaState


def action_states(
    actions: Sequence[PlanAction],
    pack: Pack,
    today: date,
    to_answer: Sequence[Item] = (),
    times: Times | None = None,
) -> tuple[ActionState, ...]:
    """Return the actions of one list in words.

    ``to_answer`` are the statements that each can answer, ``times`` how the plan stands to earlier
    ones.
    """
    carried = times.carried if times else {}
    last_id = times.last_id if times else ""
    statements = {item.id: item.statement for item in pack.items}
    return tuple(
        ActionState(
            action=action,
            place=place,
            count=len(actions),
            kind=kind_name(action.kind),
            kind_meaning=kind_meaning(action.kind),
            facts=_facts(action),
            life=life_of(action, today),
            first_step=_first_step(action),
            overdue=_overdue(action, today),
            missing=_missing(action),
            origin=statements.get(action.item_id or "", ""),
            answers=answers(action, pack),
            carried=carried.get(action.id, ""),
            last_id=last_id if action.id in carried else "",
            answerable=answerable(action, to_answer),
        )
        for place, action in enumerate(actions, 1)
    )


def left_sentence(picture: Picture) -> str:
    """Return which statements a room has parked for another time; empty if there are none."""
    parked = picture.votes.parked if picture.votes is not None else ()
    if not parked:
        return ""
    statements = [_("“{words}”").format(words=picture.pack.item(i).statement) for i in parked]
    return ngettext(
        "One statement is parked for another time: {statements}",
        "{number} statements are parked for another time: {statements}",
        len(parked),
    ).format(number=in_words(len(parked)).capitalize(), statements=" ".join(statements))


def now_sentence(plan: Plan) -> str:
    """Return how many actions are chosen for now, and how to make room where there is none."""
    chosen = len(plan.now)
    waits = any(action.is_open for action in plan.parked)
    if not chosen and waits:
        return _("Nothing is chosen for now. Take up to three of the parked actions.")
    if not chosen:
        return _("Nothing is chosen for now. Add the next action below.")
    counted = _("{number} of three chosen.").format(number=in_words(chosen).capitalize())
    closed = sum(action.status in CLOSED for action in plan.now)
    if chosen == NOW_LIMIT and closed and waits:
        return _("{counted} Put aside what is behind you, and there is room for the next.").format(
            counted=counted
        )
    return counted


def idea_groups(picture: Picture, plan: Plan) -> tuple[IdeaGroup, ...]:
    """Return the suggestions of the results, in talking order, each of them once.

    First come those for the statements to act on first, then what else the outcome suggests.
    """
    groups = _of_findings(picture, plan)
    there = {idea.idea_id for group in groups for idea in group.ideas}
    further: dict[str, list[Idea]] = {}
    for idea in told_ideas(picture):
        if idea.idea_id not in there:
            there.add(idea.idea_id)
            further.setdefault(idea.item_id, []).append(idea)
    items = {item.id: item for item in picture.pack.items}
    return groups + tuple(
        IdeaGroup(
            item_id,
            items[item_id].title if item_id in items else "",
            items[item_id].statement if item_id in items else _("For everything together"),
            tuple(_idea_state(idea, plan) for idea in ideas),
        )
        for item_id, ideas in further.items()
    )


def told_ideas(picture: Picture) -> tuple[Idea, ...]:
    """Return what the outcome suggests beside the statements to act on first."""
    if not picture.results.respondents:
        return ()
    return tuple(
        idea
        for part in picture.told.parts
        for block in part.blocks
        if isinstance(block, Ideas)
        for idea in block.entries
    )


def _of_findings(picture: Picture, plan: Plan) -> tuple[IdeaGroup, ...]:
    items = [
        picture.pack.item(finding.item_id)
        for finding in picture.results.findings
        if finding.kind is FindingKind.LOW
    ]
    groups = (
        IdeaGroup(item.id, item.title, item.statement, idea_states(picture, plan, item))
        for item in items
    )
    return tuple(group for group in groups if group.ideas)


def _idea_state(idea: Idea, plan: Plan) -> IdeaState:
    weight = kind_name(idea.kind)
    if idea.effort is not None:
        weight = _("{kind} · {effort}").format(kind=weight, effort=effort_name(idea.effort))
    return IdeaState(idea.item_id, idea.idea_id, idea.text, weight, plan.has_idea(idea.idea_id))


def marked(status: Status) -> str:
    """Return what is said when an action is done or dropped; nothing when it is open."""
    return {
        Status.DONE: _("Marked as done. Below it you can say what you learned."),
        Status.DROPPED: _("Dropped: that is a decision too. Below it you can say why."),
    }.get(status, "")


def added(slot: Slot) -> str:
    """Return where an action went that was just added."""
    if slot is Slot.NOW:
        return _("Added to what you do now.")
    return _("Added and parked: three actions are chosen for now already.")


def more_statements(number: int) -> str:
    """Return what the button says that shows the rest of the suggestions."""
    words = ngettext("Show one more statement", "Show {number} more statements", number)
    return words.format(number=in_words(number))


def _facts(action: PlanAction) -> str:
    facts = [kind_name(action.kind), action.owner.strip()]
    if action.due is not None:
        facts.append(_("by {day}").format(day=day(action.due)))
    return reduce(
        lambda first, second: _("{first} · {second}").format(first=first, second=second),
        filter(None, facts),
    )


def _first_step(action: PlanAction) -> str:
    step = action.first_step.strip()
    if not step or action.slot is not Slot.NOW or action.status in CLOSED:
        return ""
    return _("First step: {step}").format(step=step)


def _overdue(action: PlanAction, today: date) -> str:
    if action.due is None or not is_overdue(action, today):
        return ""
    days = (today - action.due).days
    return ngettext("Overdue since yesterday.", "Overdue by {days} days.", days).format(
        days=in_words(days)
    )


def _missing(action: PlanAction) -> str:
    if action.slot is not Slot.NOW or action.status in CLOSED:
        return ""
    gaps = (
        (action.owner.strip(), _("who does it")),
        (action.due, _("by when")),
        (action.first_step.strip(), _("the first step")),
    )
    missing = [words for value, words in gaps if not value]
    if not missing:
        return ""
    *others, last = missing
    listed = _("{others} and {last}").format(others=", ".join(others), last=last)
    return _("Still to say: {what}.").format(what=listed if others else last)
