"""What a group offers and needs, if it wants its name to be passed on.

Matches are made by the columns' own rule; here its organisations come from tallies. Nothing else
that a group sent is ever told with its name.
"""

from collabkit.assessments.outcomes.columns.matching import Organisation
from collabkit.network.counting import Counting
from collabkit.network.group import Answers, GroupContact
from collabkit.network.standing import NEEDS, OFFERS


def organisation_of(
    key: str, contact: GroupContact, answers: Answers, counting: Counting
) -> Organisation:
    """Return what a group offers and needs; ``counting`` counts its questionnaire."""
    soon: str = counting.counted.pack.outcome.settings["soon"]
    areas = counting.counted.areas
    found: dict[str, set[str]] = {OFFERS: set(), NEEDS: set(), soon: set()}
    for table in answers.tables:
        for statement, raw in zip(table.head.statements, table.raw_rows(), strict=True):
            for place in counting.standing(statement).stands(raw) or ():
                if place in found:
                    found[place].add(areas.get(statement, statement))
    return Organisation(
        id=key,
        name=_label(contact),
        offers=frozenset(found[OFFERS]),
        needs=frozenset(found[NEEDS]),
        may_be_named=frozenset(answers.may_be_named),
        soon=frozenset(found[soon]),
    )


def contact_in(label: str) -> GroupContact:
    """Return the name and the details of a group from what a match calls it."""
    name, _line, details = label.partition("\n")
    return GroupContact(name, details)


def _label(contact: GroupContact) -> str:
    """Return what matches call a group: they know a group by its name alone, which two may share.

    Matches are put in order by it, so what people read as the name comes first.
    """
    return f"{contact.name}\n{contact.details}"
