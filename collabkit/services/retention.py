"""How long an assessment is kept, and a word when that time is over. Nothing goes by itself.

Personal data are not kept longer than they are needed; how long that is nobody but the charity can
say (UK GDPR, article 5(1)(e); https://ico.org.uk/, "storage limitation"). Three years are only an
offer: long enough to ask twice more, a year apart each time, and to lay the pictures beside each
other.
"""

import re
from dataclasses import dataclass
from datetime import date

from collabkit.assessments.outcomes.topics import KEEP_UNTIL
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.services.erased_again import erased_again
from collabkit.storage import Store

OFFERED_YEARS = (1, 3, 6)
USUAL_YEARS = 3
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])", re.ASCII)


@dataclass(frozen=True, slots=True)
class TimeOver:
    """An assessment whose time is over; ``until`` is a day of the last month of it."""

    assessment_id: str
    title: str
    charity_name: str
    until: date


class RetentionService:
    """Reads and settles how long assessments are kept. Home asks it, so it loads nothing."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def until(self, assessment_id: str) -> date | None:
        """Return a day of the last month in which it is kept, or ``None`` if nobody said so."""
        return month_in(self._store.settled.of_assessment(assessment_id).get(KEEP_UNTIL, ""))

    def keep_until(self, assessment_id: str, month: date | None, today: date) -> None:
        """Settle the last month in which it is kept; ``None`` for no time at all.

        Raises ``InvalidInputError`` for a month that is over, and ``KeyError`` for an unknown id.
        """
        if month is not None and is_over(month, today):
            raise InvalidInputError(_("This month is over. Please choose a later one."))
        value = "" if month is None else as_kept(month)
        self._store.settled.keep(assessment_id, KEEP_UNTIL, value)

    def erased_again(self) -> str:
        """Return that something erased is here again, as an older state came back; or nothing."""
        return erased_again(self._store.erasures.receipts())

    def over(self, today: date) -> tuple[TimeOver, ...]:
        """Return the assessments whose time is over, the longest over first; none of the sample."""
        kept = self._store.settled.by_assessment(KEEP_UNTIL)
        if not any(kept.values()):
            return ()
        found = [
            TimeOver(summary.assessment.id, summary.assessment.title, summary.charity_name, until)
            for summary in self._store.lists.summaries()
            if not summary.is_sample
            and (until := month_in(kept.get(summary.assessment.id, ""))) is not None
            and is_over(until, today)
        ]
        return tuple(sorted(found, key=lambda each: (each.until, each.title)))


def years_kept(started: date, until: date) -> int:
    """Return for how many years something is kept that was started on one day; at least one.

    The nearest number, as the month may have been settled later than at the start.
    """
    months = (until.year - started.year) * 12 + until.month - started.month
    return max(1, (months + 6) // 12)


def in_years(today: date, years: int) -> date:
    """Return the first of the month so many years after ``today``."""
    return date(today.year + years, today.month, 1)


def is_over(month: date, today: date) -> bool:
    """Tell whether the month of one day is over on another."""
    return (month.year, month.month) < (today.year, today.month)


def as_kept(month: date) -> str:
    """Return a month as it is settled."""
    return f"{month:%Y-%m}"


def month_in(kept: str) -> date | None:
    """Return the first day of the month that is settled; ``None`` for what is no month."""
    found = _MONTH.fullmatch(kept)
    if found is None or int(found[1]) < 1:
        return None
    return date(int(found[1]), int(found[2]), 1)
