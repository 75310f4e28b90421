"""How a group or network sees each area, and in which order areas are worth talking about (OPP)."""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.columns.order import COLUMNS, areas_in
from collabkit.assessments.results import ItemResult

PERCENT_FROM = 20  # answers; below that a share is only told in counts, whatever a pack says


class Mark(StrEnum):
    """What most say of an area; the first that applies."""

    COMMON = "already common"
    QUICK_WIN = "quick win for most"
    WANTED = "wanted by most"


@dataclass(frozen=True, slots=True)
class Counted:
    """One area: ``n`` answers in the four categories, *don't know* left out of it."""

    item_id: str
    n: int
    soon: int
    later: int
    not_wanted: int
    done: int
    dont_know: int
    mark: Mark | None = None

    @property
    def wanted(self) -> int:
        """How many want it, soon or later."""
        return self.soon + self.later


def percent(part: int, n: int) -> int | None:
    """Return the share of ``n`` answers in whole percent, halves up; ``None`` for too few."""
    return (200 * part + n) // (2 * n) if n >= PERCENT_FROM else None


def count_areas(answered: Answered) -> tuple[Counted, ...]:
    """Return every area that may be shown, the most wanted first.

    They are in order of the share that wants them, then of the quick wins, then of the pack.
    """
    settings = answered.pack.outcome.settings
    found = []
    for item in areas_in(answered):
        result = answered.results.item(item.id)
        if result.n and result.counts is not None:
            soon, later, not_wanted, done = (_chosen(result, settings[key]) for key in COLUMNS)
            area = Counted(
                item_id=item.id,
                n=result.n,
                soon=soon,
                later=later,
                not_wanted=not_wanted,
                done=done,
                dont_know=result.dont_know or 0,
            )
            found.append(replace(area, mark=_mark(area, settings["most_above"])))
    found.sort(key=lambda area: (-Fraction(area.wanted, area.n), -area.soon))
    return tuple(found)


def _chosen(result: ItemResult, code: str) -> int:
    """Return how many chose an answer, which a pack may have among the ways out."""
    counts = result.counts or {}
    return counts[code] if code in counts else result.way_out(code) or 0


def _mark(area: Counted, most_above: Fraction) -> Mark | None:
    parts = ((Mark.COMMON, area.done), (Mark.QUICK_WIN, area.soon), (Mark.WANTED, area.wanted))
    return next((mark for mark, part in parts if Fraction(part, area.n) > most_above), None)
