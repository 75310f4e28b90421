"""Plans: choose actions, describe them, keep them."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from collabkit.assessments.pack import ActionIdea, ActionKind, Item
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.plans.plan import Plan, PlanAction, Slot
from collabkit.services.ids import new_id
from collabkit.services.outcome import WhenDone, tell_outcome
from collabkit.storage import DueAction, Store
from collabkit.typed_text import clean_line, clean_text

if TYPE_CHECKING:
    from collabkit.assessments.outcomes.blocks import Idea

__all__ = [
    "DueAction",
    "PlanService",
    "action_from_idea",
    "action_from_told",
    "is_likely",
    "own_action",
]

LONGEST_TEXT = 1_000
MOST_NOTES = 50  # on one action: about one a week for a year
_YEARS = range(2000, 2200)


class PlanService:
    """Verbs on plans. A plan is kept whole; undoing is keeping the one before.

    Control characters are taken out of its texts.
    """

    def __init__(self, store: Store) -> None:
        self._store = store

    def load(self, assessment_id: str) -> Plan:
        """Return the plan of an assessment; an empty one if there is none yet."""
        return self._store.plans.load(assessment_id)

    def keep(self, plan: Plan) -> None:
        """Put a plan on disk as it is; raises ``InvalidInputError`` for an action without words."""
        plan = _cleaned(plan)
        _check(plan)
        self._store.plans.save(plan)

    def keep_later(self, plan: Plan, when_done: WhenDone) -> None:
        """Put a plan on disk without waiting; plans that are handed in are kept in order.

        ``when_done`` is called on the writer's thread after the commit has returned, or with the
        error if it failed; the same plan can then be kept again. Raises as ``keep`` does.
        """
        plan = _cleaned(plan)
        _check(plan)
        tell_outcome(
            self._store.plans.save_later(plan),
            when_done,
            _("The plan could not be saved. What was saved before is safe. Please try again."),
        )

    def due(self, by: date) -> tuple[DueAction, ...]:
        """Return the open actions due on ``by`` or before, the earliest first."""
        return self._store.lists.due(by)


def _cleaned(plan: Plan) -> Plan:
    return replace(plan, actions=tuple(map(_cleaned_action, plan.actions)))


def _cleaned_action(action: PlanAction) -> PlanAction:
    progress = tuple(note for note in action.progress if note.text.strip())
    return replace(action, progress=progress).reworded(clean_text, clean_line)


def _check(plan: Plan) -> None:
    for action in plan.actions:
        if not action.text.strip():
            raise InvalidInputError(_("Please say in a few words what you will do."))
        if max(map(len, action.words)) > LONGEST_TEXT:
            raise InvalidInputError(
                _("Please keep each text below {most} characters.").format(most=LONGEST_TEXT)
            )
        days = (action.due, action.review, *(note.day for note in action.progress))
        if not all(each is None or is_likely(each) for each in days):
            raise InvalidInputError(
                _("A date of an action lies far away from today. Is the year right?")
            )
        if len(action.progress) > MOST_NOTES:
            raise InvalidInputError(
                _("An action can have {most} notes. Please take an old one away first.").format(
                    most=MOST_NOTES
                )
            )


def is_likely(day: date) -> bool:
    """Tell whether an action can have a day in that year: others are slips of the hand."""
    return day.year in _YEARS


def action_from_idea(idea: ActionIdea, item: Item, slot: Slot) -> PlanAction:
    """Make a plan action of a suggestion for a statement."""
    return PlanAction(
        id=new_id(),
        text=idea.text,
        kind=idea.kind,
        slot=slot,
        idea_id=idea.id,
        item_id=item.id,
        why=item.statement,
    )


def action_from_told(idea: "Idea", why: str, slot: Slot) -> PlanAction:
    """Make a plan action of something that an outcome suggests; ``why`` says for what reason."""
    return PlanAction(
        id=new_id(),
        text=idea.text,
        kind=idea.kind,
        slot=slot,
        idea_id=idea.idea_id,
        item_id=idea.item_id or None,
        why=why,
    )


def own_action(text: str, slot: Slot, kind: ActionKind = ActionKind.QUICK_WIN) -> PlanAction:
    """Make a plan action in people's own words; raises ``InvalidInputError`` without words."""
    text = clean_line(text).strip()
    if not text:
        raise InvalidInputError(_("Please say in a few words what you will do."))
    return PlanAction(id=new_id(), text=text, kind=kind, slot=slot)
