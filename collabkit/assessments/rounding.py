"""The one rounding that people see: to one decimal, halves away from zero.

Means and differences stay exact fractions until here. Halves go up for means and, for negative
differences, away from zero, so that both directions are treated alike.
"""

from decimal import Decimal
from fractions import Fraction


def shown(number: Fraction) -> Decimal:
    """Return ``number`` as people see it, with exactly one decimal: ``str`` gives ``"3.6"``.

    Minus nought is never shown: -1/25 gives ``Decimal("0.0")``.
    """
    tenths = (abs(number) * 10 + Fraction(1, 2)).__floor__()
    return Decimal(-tenths if number < 0 else tenths).scaleb(-1)
