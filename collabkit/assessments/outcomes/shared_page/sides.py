"""The sides of a first talk, each with what it has marked and written."""

from collections.abc import Iterable
from dataclasses import dataclass

from collabkit.assessments.assessment import Party
from collabkit.assessments.outcomes.answered import Answered, Sheet
from collabkit.assessments.pack import Item
from collabkit.i18n import _


@dataclass(frozen=True, slots=True)
class Side:
    """One side with its sheets; ``has_spoken`` if anything stands on them."""

    party: Party
    sheets: tuple[Sheet, ...]
    has_spoken: bool


def sides_of(answered: Answered) -> tuple[Side, ...]:
    """Return the sides; a sheet that names none speaks for the charity's own."""
    name = answered.charity.name if answered.charity else _("Our side")
    parties = answered.parties or (Party("us", "", name, is_own=True),)
    own = next((party for party in parties if party.is_own), parties[0])
    ids = {party.id for party in parties}
    by_party: dict[str, list[Sheet]] = {party.id: [] for party in parties}
    for sheet in answered.sheets:
        by_party[sheet.party if sheet.party in ids and sheet.party else own.id].append(sheet)
    return tuple(
        Side(
            party,
            tuple(by_party[party.id]),
            has_spoken=any(sheet.answers or sheet.notes for sheet in by_party[party.id]),
        )
        for party in parties
    )


def most_cautious(marks: Iterable[str | None], caution: tuple[str, ...]) -> str | None:
    """Return the earliest mark in the order of caution, or ``None`` without any."""
    given = set(marks)
    return next((mark for mark in caution if mark in given), None)


def mark_of(item: Item, sheets: Iterable[Sheet], caution: tuple[str, ...]) -> str | None:
    """Return one side's mark: the most cautious on its sheets."""
    return most_cautious((sheet.answers.get(item.id) for sheet in sheets), caution)
