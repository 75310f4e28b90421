"""Numbers of the power inventory as people see them."""

from fractions import Fraction

from collabkit.assessments.outcomes.holdings.cells import Cell
from collabkit.assessments.outcomes.holdings.ratings import Rating
from collabkit.assessments.rounding import shown
from collabkit.i18n import _


def signed(number: Fraction) -> str:
    """Return a number with one decimal and its sign: “+1.8”, “−0.5”, “0.0”."""
    return with_sign(str(shown(number)), number)


def exact(number: Fraction) -> str:
    """Return a number with its sign and without rounding: “+2”, “−0.5”, “+4/3”."""
    plain = str(shown(number)) if number.denominator in (2, 5, 10) else str(number)
    return with_sign(plain, number)


def with_sign(plain: str, number: Fraction) -> str:
    """Return the text of ``number`` with a plus before it, or a true minus sign."""
    if plain.startswith("-"):
        return "−" + plain[1:]
    return "+" + plain if number > 0 and plain.strip("0.") else plain


def cell_text(held: Cell | Rating | None) -> str:
    """Return what stands in a table for a cell, or for one rater's view of it."""
    if held is None or held.value is None:
        return _("not known")
    if isinstance(held, Cell):
        weight_known, idle = held.weight_known, held.counts_not_here
    else:
        weight_known, idle = held.weight is not None, held.weight == 0
    if not weight_known:
        return _("{number} (weight not known)").format(number=signed(held.value))
    if idle:
        return _("{number} (does not count here)").format(number=signed(held.value))
    return signed(held.value)
