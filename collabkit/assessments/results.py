"""Results as frozen data: what screens, paper and exports are all drawn from.

``measure`` computes them. Nothing here is rounded; ``shown`` in ``rounding`` rounds at the end.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from collabkit.assessments.pack import DONT_KNOW, NOT_APPLICABLE


class Spread(StrEnum):
    """How far apart a group is on one statement."""

    SINGLE = "single"
    TOO_FEW = "too few"
    SPLIT = "split"
    TOGETHER = "together"
    MOSTLY_TOGETHER = "mostly together"
    SPREAD = "spread"


class Band(StrEnum):
    """What a mean suggests. A split statement says *talk first* instead."""

    ACT_FIRST = "act first"
    BUILD = "build"
    KEEP_GOING = "keep going"
    SHARE_IT = "share it"
    TALK_FIRST = "talk first"


class FindingKind(StrEnum):
    """Something worth talking about, in talking order."""

    SPLIT = "split"
    TALKING_POINT = "talking point"  # a from-to pair; only in packs that ask for them
    LOW = "low"
    NOT_VISIBLE = "not visible"
    STRENGTH = "strength"


@dataclass(frozen=True, slots=True)
class ItemResult:
    """One statement. ``counts``, ``mean`` and ``band`` are ``None`` below the minimum group.

    ``further`` counts the answers beside *don't know* and *does not apply* that are no levels
    either, such as *too early to say*. It is empty where the form has none, and hidden as the
    other two are.
    """

    item_id: str
    asked: bool
    n: int
    counts: Mapping[str, int] | None
    dont_know: int | None
    not_applicable: int | None
    mean: Fraction | None
    spread: Spread
    band: Band | None
    further: Mapping[str, int] | None = field(default_factory=lambda: MappingProxyType({}))

    def way_out(self, code: str) -> int | None:
        """Return how many chose the way out ``code``; ``None`` where that is hidden."""
        if code == DONT_KNOW:
            return self.dont_know
        if code == NOT_APPLICABLE:
            return self.not_applicable
        return None if self.further is None else self.further.get(code)


@dataclass(frozen=True, slots=True)
class SectionResult:
    """One section or theme; ``score`` is the exact mean of its item means, or ``None``."""

    code: str
    applicable: int
    answered: int
    score: Fraction | None
    band: Band | None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to talk about."""

    kind: FindingKind
    item_id: str


@dataclass(frozen=True, slots=True)
class Results:
    """Everything that one assessment shows. There is no overall score."""

    pack_id: str
    pack_version: str
    minimum: int
    respondents: int
    items: tuple[ItemResult, ...]
    sections: tuple[SectionResult, ...]
    findings: tuple[Finding, ...]

    def item(self, item_id: str) -> ItemResult:
        """Return the result of one statement; raises ``KeyError`` for an unknown id."""
        for item in self.items:
            if item.item_id == item_id:
                return item
        raise KeyError(item_id)

    def section(self, code: str) -> SectionResult:
        """Return the result of one section; raises ``KeyError`` for an unknown code."""
        for section in self.sections:
            if section.code == code:
                return section
        raise KeyError(code)
