"""Suggested actions as things that can be put into the plan."""

from collabkit.assessments.charity import Charity
from collabkit.assessments.outcomes.blocks import Idea
from collabkit.assessments.pack import Item
from collabkit.assessments.suggestions import suggested_actions


def ideas_for(item: Item, charity: Charity | None) -> tuple[Idea, ...]:
    """Return the actions for one statement that suit ``charity``, the easiest first."""
    actions = suggested_actions(
        item,
        income_band=charity.income_band if charity else None,
        run_by=charity.run_by if charity else None,
    )
    return tuple(
        Idea(action.id, item.id, action.text, action.kind, action.effort) for action in actions
    )
