"""Two occasions beside each other as frozen data, and from where on a difference is a change.

Differences are worked out exactly and tested as people see them, rounded to one decimal: 1.0 or
more is a change of a statement; of a theme 0.5 or more, and from 0.3 on it may be one (measurement
rules, *Change between two occasions*). The limits are a rule of thumb.
"""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from collabkit.assessments.beside.alike import NoScore
from collabkit.assessments.beside.occasion import Likeness, Occasion
from collabkit.assessments.pack import OutcomeKind
from collabkit.assessments.results import Spread
from collabkit.assessments.rounding import shown

STATEMENT_FROM = Decimal("1.0")
THEME_FROM = Decimal("0.5")
THEME_MAY_BE_FROM = Decimal("0.3")


class Change(StrEnum):
    """What a difference means."""

    HIGHER = "clearly higher"
    MAY_BE_HIGHER = "may be higher"
    NONE = "no clear change"
    MAY_BE_LOWER = "may be lower"
    LOWER = "clearly lower"


class Manner(StrEnum):
    """How two occasions are laid beside each other."""

    CHANGE = "change"  # with words for what has changed
    BESIDE = "beside"  # a new picture: both as they are, without such words
    COUNTS = "counts"  # answers that are no numbers: both counts
    IN_TURN = "in turn"  # nothing to compare: people look at one after the other
    NOTHING = "nothing"  # neither may be held against the other


class WhyNothing(StrEnum):
    """Why neither occasion may be held against the other."""

    ONE_PERSON = "one person and a group"
    HIDDEN = "too few people"
    COUNTED_OTHERWISE = "organisations count alike on one occasion alone"


class WhyNot(StrEnum):
    """Why one statement is not compared."""

    OTHER_WORDS = "other words"
    ONLY_BEFORE = "only asked before"
    ONLY_AFTER = "only asked after"
    TOO_FEW = "too few answers"


@dataclass(frozen=True, slots=True)
class ThemeBeside:
    """One theme on both occasions.

    ``change`` is there only if it may be told. Where themes are compared but this one cannot be,
    ``why_not`` says so and there are no scores; otherwise a missing score is a gap of the picture
    itself. ``statements`` are those that the scores rest on if ``is_narrower`` than each picture.
    """

    code: str
    before: Fraction | None
    after: Fraction | None
    change: Change | None = None
    why_not: NoScore | None = None
    statements: int = 0
    is_narrower: bool = False


@dataclass(frozen=True, slots=True)
class StatementBeside:
    """One statement with its mean and spread on both occasions; ``change`` if it may be told."""

    item_id: str
    before: Fraction
    after: Fraction
    spread_before: Spread
    spread_after: Spread
    change: Change | None

    @property
    def difference(self) -> Decimal:
        """The mean after minus the mean before, as people see it."""
        return shown(self.after - self.before)

    @property
    def is_newly_split(self) -> bool:
        """Whether people are split now and were not before."""
        return self.spread_after is Spread.SPLIT and self.spread_before is not Spread.SPLIT

    @property
    def is_no_longer_split(self) -> bool:
        """Whether people were split before and are not now."""
        return self.spread_before is Spread.SPLIT and self.spread_after is not Spread.SPLIT


@dataclass(frozen=True, slots=True)
class NotCompared:
    """A statement that is not compared, and why."""

    item_id: str
    why: WhyNot


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two occasions beside each other; themes and statements in pack order.

    ``counted`` are the statements whose counts stand beside each other, where answers are no
    numbers.
    """

    before: Occasion
    after: Occasion
    people: Likeness
    manner: Manner
    why_nothing: WhyNothing | None = None
    themes: tuple[ThemeBeside, ...] = ()
    statements: tuple[StatementBeside, ...] = ()
    counted: tuple[str, ...] = ()
    not_compared: tuple[NotCompared, ...] = ()


def theme_change(before: Fraction, after: Fraction) -> Change:
    """Return what the difference of two exact scores from 1 to 5 means."""
    difference = shown(after - before)
    if abs(difference) >= THEME_FROM:
        return Change.HIGHER if difference > 0 else Change.LOWER
    if abs(difference) >= THEME_MAY_BE_FROM:
        return Change.MAY_BE_HIGHER if difference > 0 else Change.MAY_BE_LOWER
    return Change.NONE


def statement_change(before: Fraction, after: Fraction) -> Change:
    """Return what the difference of two exact means of one statement means."""
    difference = shown(after - before)
    if abs(difference) >= STATEMENT_FROM:
        return Change.HIGHER if difference > 0 else Change.LOWER
    return Change.NONE


def in_talking_order(comparison: Comparison) -> tuple[StatementBeside, ...]:
    """Return the statements that stand out, in the order in which to talk about them.

    First those that divide people now and did not before; then what has become clearly worse, the
    largest difference first; then what has become clearly better; last what divides people no
    longer. Of barriers higher is worse. Ties stay in pack order.
    """
    is_ranking = comparison.after.pack.outcome.kind is OutcomeKind.RANKING
    worse = Change.HIGHER if is_ranking else Change.LOWER
    groups: tuple[list[StatementBeside], ...] = ([], [], [], [])
    for one in comparison.statements:
        if one.change is None:
            continue
        if one.is_newly_split:
            groups[0].append(one)
        elif one.change is not Change.NONE:
            groups[1 if one.change is worse else 2].append(one)
        elif one.is_no_longer_split:
            groups[3].append(one)
    for group in groups:
        group.sort(key=lambda one: -abs(one.difference))
    return tuple(one for group in groups for one in group)
