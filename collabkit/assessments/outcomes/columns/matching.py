"""Who could help whom: offers and needs of several organisations brought together (OPP).

Nobody is named who has not agreed to it for that very area.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from collabkit.assessments.assessment import Party
from collabkit.assessments.outcomes.answered import Answered, Sheet
from collabkit.assessments.outcomes.columns.order import areas_in, place_of
from collabkit.assessments.outcomes.further import further_item


@dataclass(frozen=True, slots=True)
class Organisation:
    """What one organisation offers, needs, and where its name may be passed on: ids of areas."""

    id: str
    name: str
    offers: frozenset[str] = frozenset()
    needs: frozenset[str] = frozenset()
    may_be_named: frozenset[str] = frozenset()
    soon: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Match:
    """One organisation can offer what another needs; ``two_way`` if that also holds in return."""

    giver: str
    taker: str
    item_id: str
    two_way: bool
    both_soon: bool


@dataclass(frozen=True, slots=True)
class Unmatched:
    """An offer, or a need, for which nobody was found."""

    name: str
    item_id: str
    is_offer: bool


@dataclass(frozen=True, slots=True)
class Matching:
    """All matches in the order in which they are worth following up, and what is left over."""

    matches: tuple[Match, ...]
    unmatched: tuple[Unmatched, ...]


def match(organisations: Sequence[Organisation], areas: Sequence[str]) -> Matching:
    """Bring offers and needs together in ``areas``, which are in order of place and number.

    Both sides must allow their name to be passed on. Two-way matches come first (the taker is a
    match for the giver too, in any area), then those that both see as a quick win, then areas
    in their order, then names.
    """
    pairs = [
        (giver, taker, area)
        for area in areas
        for giver in _who(organisations, area, "offers")
        for taker in _who(organisations, area, "needs")
        if giver.id != taker.id
    ]
    ways = {(giver.id, taker.id) for giver, taker, _area in pairs}
    matches = [
        Match(
            giver.name,
            taker.name,
            area,
            two_way=(taker.id, giver.id) in ways,
            both_soon=area in giver.soon & taker.soon,
        )
        for giver, taker, area in pairs
    ]
    place = {area: number for number, area in enumerate(areas)}
    matches.sort(key=lambda m: (not m.two_way, not m.both_soon, place[m.item_id], m.giver, m.taker))
    given = {(giver.id, area) for giver, _taker, area in pairs}
    taken = {(taker.id, area) for _giver, taker, area in pairs}
    unmatched = [
        Unmatched(one.name, area, is_offer)
        for area in areas
        for is_offer in (True, False)
        for one in sorted(organisations, key=lambda one: one.name)
        if area in (one.offers if is_offer else one.needs) & one.may_be_named
        and (one.id, area) not in (given if is_offer else taken)
    ]
    return Matching(tuple(matches), tuple(unmatched))


def organisations_of(answered: Answered) -> tuple[Organisation, ...]:
    """Return what each organisation has said, on all of its sheets together.

    Empty if the pack does not match.
    """
    if "matching" not in answered.pack.outcome.settings:
        return ()
    sheets = {
        party: [sheet for sheet in answered.sheets if sheet.party == party.id]
        for party in answered.parties
    }
    return tuple(_organisation(answered, party, said) for party, said in sheets.items() if said)


def areas_of(answered: Answered) -> tuple[str, ...]:
    """Return the areas by place, then in pack order."""
    pack = answered.pack
    return tuple(i.id for i in sorted(areas_in(answered), key=lambda i: place_of(pack, i)))


def said_further(answered: Answered, sheet: Sheet, item_id: str, key: str) -> bool:
    """Tell whether a sheet says of an area what the setting ``key`` of *matching* stands for."""
    codes, answer = _further(answered, sheet, item_id, key)
    return answer in codes


def _further(
    answered: Answered, sheet: Sheet, item_id: str, key: str
) -> tuple[tuple[str, ...], str | None]:
    """Return the answers that a setting of *matching* stands for, and the one on a sheet."""
    setting = answered.pack.outcome.settings.get("matching", {}).get(key, ())
    codes = (setting,) if isinstance(setting, str) else tuple(setting)
    item = further_item(answered.pack, item_id, codes) if codes else None
    return codes, sheet.answers.get(item.id) if item else None


def _organisation(answered: Answered, party: Party, sheets: Sequence[Sheet]) -> Organisation:
    areas = areas_of(answered)
    soon = answered.pack.outcome.settings["soon"]

    def said(key: str) -> frozenset[str]:
        return frozenset(
            area
            for area in areas
            if any(said_further(answered, sheet, area, key) for sheet in sheets)
        )

    def said_by_all(key: str) -> frozenset[str]:
        """Return where one sheet says so and no other says anything else."""
        return frozenset(
            area
            for area in said(key)
            if all(
                answer is None or answer in codes
                for codes, answer in (_further(answered, sheet, area, key) for sheet in sheets)
            )
        )

    return Organisation(
        id=party.id,
        name=party.name,
        offers=said("offers"),
        needs=said("needs"),
        may_be_named=said_by_all("may_be_named"),
        soon=frozenset(
            area for area in areas if any(sheet.answers.get(area) == soon for sheet in sheets)
        ),
    )


def _who(
    organisations: Sequence[Organisation], area: str, what: Literal["offers", "needs"]
) -> list[Organisation]:
    """Return who offers or needs something in an area, and may be named there."""
    return [one for one in organisations if area in getattr(one, what) and area in one.may_be_named]
