"""What a mean suggests.

A band is decided on the mean as people see it, so that a shown 2.5 is never called lower than 2.5.
The limits are a rule of thumb that has not been tested with charities; a pack may bring its own.
"""

from dataclasses import dataclass
from fractions import Fraction

from collabkit.assessments.pack import AnswerForm
from collabkit.assessments.results import Band
from collabkit.assessments.rounding import shown


@dataclass(frozen=True, slots=True)
class BandLimits:
    """The lowest mean, from 1 to 5, of each band above *act first*."""

    build: Fraction = Fraction(5, 2)
    keep_going: Fraction = Fraction(7, 2)
    share_it: Fraction = Fraction(9, 2)


def band_of(mean: Fraction, limits: BandLimits) -> Band:
    """Return the band of an exact mean on a scale of five steps."""
    seen = Fraction(shown(mean))
    if seen < limits.build:
        return Band.ACT_FIRST
    if seen < limits.keep_going:
        return Band.BUILD
    if seen < limits.share_it:
        return Band.KEEP_GOING
    return Band.SHARE_IT


def has_bands(form: AnswerForm) -> bool:
    """Tell whether the answers are numbered from 1 to 5, which is what the bands are made for."""
    return [option.value for option in form.options] == [1, 2, 3, 4, 5]
