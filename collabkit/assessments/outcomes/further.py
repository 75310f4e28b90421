"""Statements, and what is asked further about them under their own mark ``about``."""

from collections.abc import Collection

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.pack import Item, Pack


def main_items(answered: Answered) -> tuple[Item, ...]:
    """Return the statements that were asked for their own sake, in pack order."""
    return tuple(
        item
        for item in answered.pack.items
        if "about" not in item.marks and item.id in answered.asked
    )


def further_item(pack: Pack, item_id: str, codes: Collection[str]) -> Item | None:
    """Return the first further question about a statement that has all of ``codes`` as answers."""
    for item in pack.items:
        if item.marks.get("about") == item_id:
            options = {option.code for option in pack.form_of(item).options}
            if options.issuperset(codes):
                return item
    return None
