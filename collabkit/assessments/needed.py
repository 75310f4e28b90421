"""Which statements count when it is told how many there are and how many are answered."""

from collections.abc import Collection

from collabkit.assessments.outcomes.mirror.roles import role_item
from collabkit.assessments.pack import Pack


def needed_among(pack: Pack, asked: Collection[str]) -> tuple[str, ...]:
    """Return the statements among ``asked`` that have to be answered, in pack order.

    The others need not be: what asks further about another statement, what has nothing to choose
    because it is room for words, and a partner's role, which is no statement about the charity.
    """
    role = role_item(pack)
    return tuple(
        item.id
        for item in pack.items
        if item.id in asked
        and item.id != role
        and "about" not in item.marks
        and pack.form_of(item).options
    )
