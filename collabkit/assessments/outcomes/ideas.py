"""Suggested actions as things that can be put into the plan."""

from collections.abc import Iterable

from collabkit.assessments.charity import Charity
from collabkit.assessments.outcomes.blocks import Idea
from collabkit.assessments.pack import ActionIdea, Item
from collabkit.assessments.suggestions import suggested_actions


def ideas_for(item: Item, charity: Charity | None, *, put_under: str = "") -> tuple[Idea, ...]:
    """Return the actions for one statement that suit ``charity``, the easiest first.

    In the plan they stand under that statement, or under the one with the id ``put_under``.
    """
    actions = suggested_actions(
        item,
        income_band=charity.income_band if charity else None,
        run_by=charity.run_by if charity else None,
    )
    return as_ideas(actions, put_under or item.id)


def as_ideas(actions: Iterable[ActionIdea], item_id: str) -> tuple[Idea, ...]:
    """Return actions as they are, to be put into the plan under one statement."""
    return tuple(
        Idea(action.id, item_id, action.text, action.kind, action.effort) for action in actions
    )
