"""A web page before it is written: its head, and its chapters in the order of reading."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import chain
from typing import TypeAlias

from collabkit.assessments.outcomes.blocks import Part, Place
from collabkit.reports.contents.parts import (
    Fact,
    FindingsPart,
    MethodPart,
    PlanPart,
    ShapePart,
    ThemePart,
)


class Kind(StrEnum):
    """What a chapter is drawn by: the name of its template."""

    SHAPE = "shape"
    FINDINGS = "findings"
    NOW = "now"
    PARKED = "parked"
    THEME = "theme"
    PART = "part"
    METHOD = "method"


Content: TypeAlias = ShapePart | FindingsPart | PlanPart | ThemePart | Part | MethodPart


@dataclass(frozen=True, slots=True)
class Chapter:
    """One heading of the second level with everything below it; ``key`` is its id in the page."""

    key: str
    title: str
    kind: Kind
    content: Content
    on_new_page: bool = False  # on paper


@dataclass(frozen=True, slots=True)
class Page:
    """The whole page."""

    title: str  # of the file
    heading: str
    subject: str  # whose it is; with ``day`` at the foot
    day: str
    made_on: date
    label: str  # at the head of everything: "Practice"
    sample: str  # says that nothing here is real
    lead: str
    facts: tuple[Fact, ...]
    chapters: tuple[Chapter, ...]
    has_cover: bool  # the head and the list of contents have a sheet of paper to themselves


def part_chapters(parts: Iterable[Part], prefix: str) -> list[Chapter]:
    """Return a chapter for each part that belongs on paper.

    ``prefix`` tells the ids apart from those of other parts; no two parts of one document need
    have different keys.
    """
    shown = [part for part in parts if part.place is not Place.SCREEN]
    return [
        Chapter(f"{prefix}-{number}", part.title, Kind.PART, part)
        for number, part in enumerate(shown, start=1)
    ]


def on_sheets(groups: Sequence[Sequence[Chapter]]) -> tuple[Chapter, ...]:
    """Return the chapters of all groups, each group to begin on a new sheet of paper."""
    return tuple(
        chain.from_iterable(
            (replace(group[0], on_new_page=True), *group[1:]) for group in groups if group
        )
    )
