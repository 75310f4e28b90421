"""Which safety copies stay. Numbers decide, not clocks; nothing here touches a disk.

A computer whose clock jumps must not throw the wrong copies away. So copies are walked from the
highest number to the lowest, and copies in a row that were made on days with the same date are one
day to this rule, wherever the clock stood between them; weeks and months likewise.
"""

from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from operator import attrgetter

NEWEST = 3  # copies that stay whatever else holds
FULL_DAYS = 2  # days of which every copy stays: today and yesterday
DAYS = 7  # days, weeks and months of which the last copy stays
WEEKS = 4
MONTHS = 12
# A day of which every copy stays, or every one made before something that cannot be taken back,
# keeps so many of them, spread over what changed: a day may have any number of copies.
A_DAY = 20
MOST = NEWEST + DAYS * A_DAY + (DAYS - FULL_DAYS) + WEEKS + MONTHS  # copies that can ever stay


@dataclass(frozen=True, slots=True)
class CopyLabel:
    """What the rule knows of a copy.

    ``number`` rises from copy to copy; ``made`` is what the clock said, right or wrong. ``lasting``
    copies were made before a migration, a restore, an import or an erasing, so that a person who
    regrets it next week still finds them.
    """

    number: int
    made: datetime
    lasting: bool = False


def to_keep(copies: Collection[CopyLabel]) -> frozenset[CopyLabel]:
    """Return those of ``copies`` that stay: at most ``MOST``, always the three newest among them.

    Every copy of the two newest days stays, and each lasting one of the seven newest (at most
    twenty a day); the last copy of each of the seven newest days, four newest weeks and twelve
    newest months. Copies that are known to be damaged must not be among ``copies``: they would
    take a sound one's place.
    """
    newest_first = _newest_first(copies)
    days = _runs(newest_first, datetime.date)
    kept = set(newest_first[:NEWEST])
    kept.update(*(_spread(day) for day in days[:FULL_DAYS]))
    kept.update(*(_spread([day for day in run if day.lasting]) for run in days[FULL_DAYS:DAYS]))
    kept.update(day[0] for day in days[:DAYS])
    kept.update(week[0] for week in _runs(newest_first, _week)[:WEEKS])
    kept.update(month[0] for month in _runs(newest_first, _month)[:MONTHS])
    return frozenset(kept)


def gone_by(copies: Collection[CopyLabel], today: date) -> dict[CopyLabel, date]:
    """Return for each of ``copies`` the last day of the month in which it goes by itself.

    True if from now on at least one copy is made in each month and the clock goes right; who makes
    more loses it earlier or at the same time. In months without a new copy nothing goes. A copy
    that the rule no longer holds goes with the next copy, that is by the end of this month.
    """
    staying = to_keep(copies)
    ends = dict.fromkeys(copies, _end_of_month(today))
    number = max((copy.number for copy in staying), default=0)
    month = today
    # The rule itself is played forward: twelve more months let go of everything that is there now.
    while staying & ends.keys():
        month = _end_of_month(month) + timedelta(days=1)
        number += 1
        ends.update(dict.fromkeys(staying & ends.keys(), _end_of_month(month)))
        staying = to_keep((*staying, CopyLabel(number, datetime(month.year, month.month, 1))))
    return ends


def _newest_first(copies: Collection[CopyLabel]) -> list[CopyLabel]:
    # Two copies of one number (from before there were numbers): what the clock said must do.
    return sorted(copies, key=attrgetter("number", "made"), reverse=True)


def _runs(
    newest_first: Sequence[CopyLabel], label: Callable[[datetime], Hashable]
) -> list[list[CopyLabel]]:
    """Return the copies in a row whose clocks said the same, the newest row first."""
    return [list(run) for _label, run in groupby(newest_first, lambda copy: label(copy.made))]


def _spread(day: Sequence[CopyLabel]) -> list[CopyLabel]:
    """Return at most ``A_DAY`` of one day's copies, its first and last among them.

    While there are too many, one goes whose neighbours are closest in number, so that no long
    stretch of work is left without a copy; those that are not lasting go first.
    """
    kept = list(day)
    while len(kept) > A_DAY:
        inner = range(1, len(kept) - 1)
        gone = min(
            inner,
            key=lambda place: (
                kept[place].lasting,
                kept[place - 1].number - kept[place + 1].number,
                place,
            ),
        )
        del kept[gone]
    return kept


def _week(made: datetime) -> Hashable:
    return made.isocalendar()[:2]


def _month(made: datetime) -> Hashable:
    return (made.year, made.month)


def _end_of_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
