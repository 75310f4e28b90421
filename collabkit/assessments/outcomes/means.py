"""The exact mean of numbers."""

from collections.abc import Iterable
from fractions import Fraction


def mean_of(values: Iterable[Fraction]) -> Fraction | None:
    """Return the exact mean, or ``None`` of nothing."""
    numbers = list(values)
    return sum(numbers, Fraction(0)) / len(numbers) if numbers else None
