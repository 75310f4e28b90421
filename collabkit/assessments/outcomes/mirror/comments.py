"""What people wrote in their own words, shown so that nobody is given away."""

from collections.abc import Sequence
from dataclasses import dataclass

from collabkit.assessments.outcomes.answered import Answered, Sheet
from collabkit.assessments.outcomes.mirror.roles import role_item
from collabkit.assessments.remarks import REMARKS_FROM, mixed


@dataclass(frozen=True, slots=True)
class Comments:
    """What was written about one statement or question, in no one's order and without roles."""

    item_id: str
    texts: tuple[str, ...]


def comments(answered: Answered, sheets: Sequence[Sheet], needed: int) -> tuple[Comments, ...]:
    """Return what was written, by statement in pack order; only where it may be shown.

    From five people on (or ``needed``, if that is more): for a statement those who gave it a level,
    for an open question those who wrote on it. What somebody wrote about their role would say who
    they are.
    """
    least = max(REMARKS_FROM, needed)
    found = []
    for item in answered.pack.items:
        if item.id not in answered.asked or item.id == role_item(answered.pack):
            continue
        is_open = answered.pack.form_of(item).is_words_only
        texts = mixed(item.id, (sheet.notes.get(item.id, "") for sheet in sheets))
        people = len(texts) if is_open else answered.results.item(item.id).n
        if texts and people >= least:
            found.append(Comments(item.id, texts))
    return tuple(found)
