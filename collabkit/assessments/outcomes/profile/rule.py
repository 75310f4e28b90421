"""A profile, and what its pack asks for beyond means and findings.

From-to pairs become talking points, a board gets an agenda, several organisations compare how they
see their partnership. Each of these is worked out by a module of its own, loaded when a pack asks
for it; a pack that asks for none is told by its means and findings alone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.pack import Pack

_ROOMS = {
    "talking_point_below": "talking_points",
    "agenda": "agenda",
    "organisations": "partnership",
}


@dataclass(frozen=True, slots=True)
class Extra:
    """What one module has worked out; ``room`` is its name among the outcomes."""

    room: str
    outcome: Any


@dataclass(frozen=True, slots=True)
class Profile:
    """What the pack asks for beyond means and findings, in the order in which it is told."""

    extras: tuple[Extra, ...]


def work_out(answered: Answered) -> Profile:
    """Work out everything that the settings of the pack ask for."""
    return Profile(
        tuple(Extra(room, load(room, "rule").work_out(answered)) for room in _rooms(answered.pack))
    )


def as_json(answered: Answered, outcome: Profile) -> dict[str, Any]:
    """Return what was worked out as plain data; nothing where the pack asks for nothing."""
    data: dict[str, Any] = {}
    for extra in outcome.extras:
        data |= load(extra.room, "rule").as_json(answered, extra.outcome)
    return data


def load(room: str, module: str) -> Any:
    """Return the module ``rule`` or ``parts`` for one extra."""
    return import_module(f"collabkit.assessments.outcomes.{room}.{module}")


def _rooms(pack: Pack) -> Iterator[str]:
    return (room for setting, room in _ROOMS.items() if setting in pack.outcome.settings)
