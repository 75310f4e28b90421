"""Where a group stands on one statement: the one thing that a network ever counts.

- In a profile a group stands in a band, as its own results say, *talk first* where it is split.
  Answers on another scale than 1 to 5 have no bands: there it stands at the level that is nearest
  to its mean as people see it; of two that are equally near, at the higher one.
- A charity that answers with one voice stands where it says. A charity whose people have answered
  stands at the level nearest to their mean, by the same rule, or at the category that more than
  half of them chose; half is not more than half. Without one it has no common answer. If too few
  chose a level and more than half of all took the same way out, it stands there.
- Where a group hides the answer, because too few gave one, it stands nowhere.

That a charity's people speak for it in this way is our own rule (charity-level packs in a network:
the unit is the charity); it has not been tested with charities.
"""

from collections.abc import Collection, Sequence
from fractions import Fraction
from operator import mul
from typing import Protocol

from collabkit.assessments.bands import BandLimits, band_of, has_bands
from collabkit.assessments.outcomes.ranking.order import Unit
from collabkit.assessments.pack import AnswerForm
from collabkit.assessments.results import Band
from collabkit.assessments.rounding import shown
from collabkit.assessments.spread import end_width, is_ordered, split_size
from collabkit.network.group import numbers_in, row_bytes

NO_COMMON_ANSWER = "no common answer"  # no code of a pack has a space
OFFERS, NEEDS = "can offer", "needs"
_COMBINATIONS_KEPT = 50_000  # of 5 to 15 people on five levels there are 15,000

_Numbers = tuple[int, ...]


class Standing(Protocol):
    """Tells from the tally of a group where it stands on the statements of one form."""

    def stands(self, raw: bytes) -> tuple[str, ...] | None:
        """Return at which places a group stands whose tally has these bytes.

        The bytes are a row of ``Table.raw_rows``. ``None`` if the group hides it.
        """
        ...


class Place:
    """A group stands at one place: a band, an answer, a way out, or at no common answer."""

    def __init__(self, form: AnswerForm, unit: Unit, limits: BandLimits) -> None:
        self._unit = unit
        self._limits = limits
        self._levels = tuple(option.code for option in form.options)
        self._ways_out = tuple(option.code for option in form.ways_out)
        self._values = tuple(_plain(option.value) for option in form.options)
        self._width = end_width(form)
        self._is_ordered = is_ordered(form)
        self._told = row_bytes(1 + len(form.options))  # of people, their ways out say nothing here
        self._has_bands = in_bands(form, unit)
        # Thousands of groups give the same few answers; a memory that is full begins anew.
        self._known: dict[bytes, tuple[str, ...] | None] = {}
        self._at: dict[tuple[Fraction | int, int], str] = {}

    def stands(self, raw: bytes) -> tuple[str, ...] | None:
        """Return the one place, as ``Standing`` says."""
        told = raw if self._unit is Unit.CHARITY else raw[: self._told]
        try:
            return self._known[told]
        except KeyError:
            if len(self._known) >= _COMBINATIONS_KEPT:
                self._known.clear()
            place = self._place(*numbers_in(told, len(self._levels)))
            found = self._known[told] = None if place is None else (place,)
            return found

    def _place(self, n: int, levels: _Numbers | None, ways_out: _Numbers | None) -> str | None:
        if levels is None or not n:
            return self._way_out(n, ways_out or ())
        if not self._is_ordered:
            most = max(levels)
            return self._levels[levels.index(most)] if most * 2 > n else NO_COMMON_ANSWER
        low, high = sum(levels[: self._width]), sum(levels[len(levels) - self._width :])
        if self._has_bands and min(low, high) >= split_size(n):
            return Band.TALK_FIRST
        total = sum(map(mul, self._values, levels))
        place = self._at.get((total, n))
        if place is None:
            place = self._at[total, n] = self._place_of(Fraction(total) / n)
        return place

    def _place_of(self, mean: Fraction) -> str:
        if self._has_bands:
            return band_of(mean, self._limits)
        seen = Fraction(shown(mean))
        nearest = min(
            zip(self._values, self._levels, strict=True),
            key=lambda level: (abs(level[0] - seen), -level[0]),
        )
        return nearest[1]

    def _way_out(self, n: int, ways_out: Sequence[int]) -> str | None:
        if self._unit is Unit.CHARITY:
            everybody = n + sum(ways_out)
            for code, number in zip(self._ways_out, ways_out, strict=False):
                if number * 2 > everybody:
                    return code
        return None


class Places:
    """Keeps what is known of one scale for all the forms that are answered on it."""

    def __init__(self) -> None:
        self._known: dict[object, Place] = {}

    def of(self, form: AnswerForm, unit: Unit, limits: BandLimits) -> Place:
        """Return the place for a form: the same for all that differ in nothing but words."""
        scale = (
            tuple((option.code, option.value) for option in form.options),
            tuple(option.code for option in form.ways_out),
            unit,
            limits,
        )
        if scale not in self._known:
            self._known[scale] = Place(form, unit, limits)
        return self._known[scale]


class Exchange:
    """A group stands at what it can offer, at what it needs, at both or at neither."""

    def __init__(self, form: AnswerForm, offers: Collection[str], needs: Collection[str]) -> None:
        self._levels = tuple(option.code for option in form.options)
        self._offers, self._needs = offers, needs

    def stands(self, raw: bytes) -> tuple[str, ...] | None:
        """Return what more than half of those say who said anything, as ``Standing`` says."""
        n, levels, _ways_out = numbers_in(raw, len(self._levels))
        if levels is None or not n:
            return None
        numbers = dict(zip(self._levels, levels, strict=True))
        return tuple(
            place
            for place, codes in ((OFFERS, self._offers), (NEEDS, self._needs))
            if 2 * sum(numbers[code] for code in codes) > n
        )


def in_bands(form: AnswerForm, unit: Unit) -> bool:
    """Tell whether groups stand in bands on the statements of a form."""
    return unit is Unit.PERSON and has_bands(form)


def _plain(value: Fraction | None) -> Fraction | int:
    """Return a value as a whole number where it is one: thousands of them are added up."""
    if value is None:
        return 0
    return value.numerator if value.denominator == 1 else value
