"""Small occasions for the tests of what a picture is laid beside."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from typing import Any, TypeVar

from measured_packs import item, pack, results

from collabkit.assessments.assessment import Selection
from collabkit.assessments.beside.occasion import Likeness, Occasion
from collabkit.assessments.outcomes.blocks import Part
from collabkit.assessments.pack import Outcome, OutcomeKind, Pack

THREE_THEMES = pack(*(item(f"{code}-{n}") for code in "ABC" for n in range(1, 5)))
BEFORE, AFTER = date(2025, 11, 20), date(2026, 11, 22)
_Kind = TypeVar("_Kind")


def occasion(
    of: Pack,
    answers: Mapping[str, Iterable[str] | str],
    day: date = AFTER,
    *,
    people: Likeness = Likeness.SAME,
    selection: Selection = Selection.ALL,
    label: str = "",
    **other: Any,
) -> Occasion:
    """Return ``answers`` by statement, as they were measured on ``day``."""
    measured = results(of, answers, selection=selection, **other)
    return Occasion(label or f"{day:%B %Y}", day, of, measured, selection, people)


def level(number: str, people: int = 5) -> str:
    """Return the same level, chosen by so many people."""
    return " ".join([number] * people)


def everywhere(of: Pack, number: str, people: int = 5) -> dict[str, str]:
    """Return the same level for each statement."""
    return {item.id: level(number, people) for item in of.items}


def of_kind(of: Pack, kind: OutcomeKind) -> Pack:
    """Return the same pack with another outcome."""
    return replace(of, outcome=Outcome(kind))


def reworded(of: Pack, *ids: str) -> Pack:
    """Return the same pack with other words for some of its statements."""
    return replace(
        of,
        sections=tuple(
            replace(
                section,
                items=tuple(
                    replace(item, statement="Other words.") if item.id in ids else item
                    for item in section.items
                ),
            )
            for section in of.sections
        ),
    )


def blocks(parts: Iterable[Part], kind: type[_Kind]) -> list[_Kind]:
    """Return all blocks of one kind in their order."""
    return [block for part in parts for block in part.blocks if isinstance(block, kind)]
