"""How far apart a group is on one statement.

The rules look at how many people stand where, not at a deviation: with five people who answer at
random, the usual measures see agreement nearly every second time, *all on two neighbouring
levels* one time in twenty-five.
"""

from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise

from collabkit.assessments.pack import AnswerForm
from collabkit.assessments.results import Spread
from collabkit.assessments.tally import Tally

RWG_FROM = 7  # counted answers; below that the index says too little
_UNIFORM_VARIANCE = 2  # of five levels chosen at random: (5 * 5 - 1) / 12


def spread_of(tally: Tally, form: AnswerForm, minimum: int) -> Spread:
    """Return the first label that applies to the counted answers of one statement.

    ``minimum`` is the smallest group whose answers may be shown; 1 is one person's own assessment.
    """
    n = tally.n
    if n == 1 and minimum == 1:
        return Spread.SINGLE
    if n < minimum or tally.hidden:
        return Spread.TOO_FEW
    low, high = low_and_high(tally.counts, form)
    if min(low, high) >= split_size(n):
        return Spread.SPLIT
    near = neighbouring(tally.counts, form)
    if near == n:
        return Spread.TOGETHER
    if near * 5 >= n * 4:
        return Spread.MOSTLY_TOGETHER
    return Spread.SPREAD


def split_size(n: int) -> int:
    """Return how many people at each end make a split: a fifth rounded up, but at least two."""
    return max(2, -(-n // 5))


def is_ordered(form: AnswerForm) -> bool:
    """Tell whether the answers are steps on a scale and not mere categories."""
    return bool(form.options) and all(option.value is not None for option in form.options)


def end_width(form: AnswerForm) -> int:
    """Return how many levels at each end are low or high.

    Two of five steps, one of three or four; categories have no ends.
    """
    return len(form.options) * 2 // 5 if is_ordered(form) else 0


def low_and_high(counts: Mapping[str, int], form: AnswerForm) -> tuple[int, int]:
    """Return how many answers lie at the low and at the high end."""
    row = _row(counts, form)
    width = end_width(form)
    return sum(row[:width]), sum(row[len(row) - width :])


def neighbouring(counts: Mapping[str, int], form: AnswerForm) -> int:
    """Return the most answers on two neighbouring levels; on one answer if they are categories."""
    row = _row(counts, form)
    if is_ordered(form):
        return max((a + b for a, b in pairwise(row)), default=0)
    return max(row, default=0)


def rwg(tally: Tally, form: AnswerForm, minimum: int) -> Fraction | None:
    """Return the agreement index rwg = max(0, 1 - s²/2), from 0 to 1, s² the sample variance.

    ``None`` below seven counted answers, below ``minimum``, and for forms without five steps
    (James, Demaree and Wolf 1984, with the uniform distribution as the picture of no agreement).
    """
    n = tally.n
    few = n < max(RWG_FROM, minimum) or tally.hidden
    if len(form.options) != 5 or not is_ordered(form) or few:
        return None
    row = _row(tally.counts, form)
    mean = Fraction(sum(step * count for step, count in enumerate(row)), n)
    squares = sum((step - mean) ** 2 * count for step, count in enumerate(row))
    return max(Fraction(0), 1 - Fraction(squares) / (n - 1) / _UNIFORM_VARIANCE)


def _row(counts: Mapping[str, int], form: AnswerForm) -> list[int]:
    return [counts.get(option.code, 0) for option in form.options]
