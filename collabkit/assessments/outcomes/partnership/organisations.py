"""What each organisation of a partnership answered, as far as it may be shown.

An organisation is shown only if every one of them has enough people, and a statement only if every
one has enough answers to it: otherwise what is hidden could be worked out from the whole.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from collabkit.assessments.assessment import Party, Selection
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.measure import measure
from collabkit.assessments.outcomes.answered import Answered, Sheet
from collabkit.assessments.outcomes.small_groups import people_needed
from collabkit.assessments.results import Results
from collabkit.assessments.tally import Tally, tally_all

_Tallies = Mapping[str, Tally]


class WhyNot(StrEnum):
    """Why the organisations of a partnership are not laid beside each other."""

    ALONE = "one person alone"
    NO_ORGANISATIONS = "no organisations"
    ONLY_ONE = "only one organisation"
    TOO_FEW = "too few people"


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation whose results may be shown, and how many of its people answered."""

    party: Party
    people: int
    results: Results


@dataclass(frozen=True, slots=True)
class Organisations:
    """The organisations of a partnership in their order; none in ``shown`` if there is a reason.

    ``comparable`` are the statements to which every organisation has enough answers. ``short`` are
    organisations that have begun, each with the number of people still needed; ``silent`` are
    those of which nobody has answered, so that the rest is compared without them.
    """

    needed: int
    shown: tuple[Organisation, ...] = ()
    comparable: frozenset[str] = frozenset()
    why_not: WhyNot | None = None
    short: tuple[tuple[Party, int], ...] = ()
    silent: tuple[Party, ...] = ()


def compare(answered: Answered) -> Organisations:
    """Return what may be shown about each organisation.

    People for whom no organisation is known count as one more group that has to be large enough.
    """
    needed = people_needed(answered)
    filled_in = [sheet for sheet in answered.sheets if _answers(answered, [sheet])]
    groups = {
        party: [sheet for sheet in filled_in if sheet.party == party.id]
        for party in answered.parties
    }
    known = {party.id for party in answered.parties}
    others = [sheet for sheet in filled_in if sheet.party not in known]
    begun = {party: sheets for party, sheets in groups.items() if sheets}
    silent = tuple(party for party in groups if party not in begun)
    short = tuple(
        (party, needed - len(sheets)) for party, sheets in begun.items() if len(sheets) < needed
    )
    if answered.minimum == OWN_ASSESSMENT and len(filled_in) <= 1:
        return Organisations(needed, why_not=WhyNot.ALONE, silent=silent)
    if not begun:
        return Organisations(needed, why_not=WhyNot.NO_ORGANISATIONS, silent=silent)
    if len(begun) == 1:
        return Organisations(needed, why_not=WhyNot.ONLY_ONE, silent=silent, short=short)
    if short or 0 < len(others) < needed:
        return Organisations(needed, why_not=WhyNot.TOO_FEW, silent=silent, short=short)
    tallies = {party: _tally(answered, sheets) for party, sheets in begun.items()}
    comparable = _comparable(answered, [*tallies.values(), _tally(answered, others)], needed)
    return Organisations(
        needed,
        shown=tuple(
            Organisation(
                party,
                len(sheets),
                _measure(answered, tallies[party], comparable, needed, len(sheets)),
            )
            for party, sheets in begun.items()
        ),
        comparable=comparable,
        silent=silent,
    )


def _answers(answered: Answered, sheets: Iterable[Sheet]) -> list[tuple[str, str]]:
    return [
        (item_id, code)
        for sheet in sheets
        for item_id, code in sheet.answers.items()
        if item_id in answered.asked
    ]


def _tally(answered: Answered, sheets: Iterable[Sheet]) -> _Tallies:
    return tally_all(answered.pack, _answers(answered, sheets))


def _comparable(answered: Answered, groups: Sequence[_Tallies], needed: int) -> frozenset[str]:
    return frozenset(
        item_id
        for item_id in answered.asked
        if all(_is_enough(group.get(item_id), needed) for group in groups)
    )


def _is_enough(tally: Tally | None, needed: int) -> bool:
    """Tell whether a group has enough answers to a statement, or said nothing about it at all.

    That a whole group chose none of the levels is shown once there are enough of them.
    """
    if tally is None:
        return True
    return tally.n >= needed or (tally.n == 0 and tally.people >= needed)


def _measure(
    answered: Answered,
    tallies: _Tallies,
    comparable: frozenset[str],
    needed: int,
    people: int,
) -> Results:
    everything = all(item.id in answered.asked for item in answered.pack.items)
    return measure(
        answered.pack,
        {item_id: tally for item_id, tally in tallies.items() if item_id in comparable},
        asked=answered.asked,
        minimum=needed,
        respondents=people,
        selection=Selection.ALL if everything else Selection.OWN_CHOICE,
    )
