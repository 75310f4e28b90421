"""From an answered assessment to its outcome, its parts for eyes and its JSON for programs.

Every kind of outcome has a room of its own: its module ``rule`` has ``work_out`` and ``as_json``,
its module ``parts`` the words. They are found by kind here, and loaded when they are needed.
"""

from dataclasses import dataclass
from importlib import import_module
from typing import Any

from collabkit.assessments.outcomes.answered import Answered
from collabkit.assessments.outcomes.blocks import Part
from collabkit.assessments.pack import OutcomeKind

_ROOMS = {
    OutcomeKind.PROFILE: "profile",
    OutcomeKind.DECISION: "decision",
    OutcomeKind.HOLDINGS: "holdings",
    OutcomeKind.RANKING: "ranking",
    OutcomeKind.COLUMNS: "columns",
    OutcomeKind.MIRROR: "mirror",
    OutcomeKind.OPEN_ACTIONS: "open_actions",
    OutcomeKind.SHARED_PAGE: "shared_page",
}


@dataclass(frozen=True, slots=True)
class Told:
    """An outcome in parts for people and as plain data for programs."""

    parts: tuple[Part, ...]
    data: dict[str, Any]


def tell(answered: Answered) -> Told:
    """Work out what the answers add up to, by the rules of the pack's outcome.

    A profile has parts only where its pack asks for more than means and findings.
    """
    room = f"collabkit.assessments.outcomes.{_ROOMS[answered.pack.outcome.kind]}"
    rule, words = import_module(f"{room}.rule"), import_module(f"{room}.parts")
    outcome = rule.work_out(answered)
    return Told(words.parts(answered, outcome), rule.as_json(answered, outcome))
