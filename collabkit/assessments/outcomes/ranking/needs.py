"""Which needs help with what was chosen, and which steps serve the needs that were ticked."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from collabkit.assessments.pack import ActionKind

_KINDS = tuple(ActionKind)


@dataclass(frozen=True, slots=True)
class OfferedNeed:
    """A need, and which of the chosen statements it helps with."""

    need_id: str
    helps_with: tuple[str, ...]


def offered_needs(
    needs: Sequence[Mapping[str, Any]], chosen: Sequence[str]
) -> tuple[OfferedNeed, ...]:
    """Return the needs that help with something chosen; those that help with more come first."""
    offered = [
        OfferedNeed(need["id"], tuple(item for item in chosen if item in need["helps_with"]))
        for need in needs
    ]
    offered = [need for need in offered if need.helps_with]
    offered.sort(key=lambda need: -len(need.helps_with))  # stable: pack order among equals
    return tuple(offered)


def steps_for(
    steps: Sequence[Mapping[str, Any]], ticked: Collection[str]
) -> tuple[Mapping[str, Any], ...]:
    """Return the steps for any of the ticked needs: quick wins, longer term, then influence."""
    found = [step for step in steps if any(need in ticked for need in step["for_needs"])]
    found.sort(key=lambda step: _KINDS.index(step["kind"]))
    return tuple(found)
