"""Sheets that are closed: nobody opens them again, so that the computer can go round.

A person closes a sheet; a picture that was shown closes those that it was drawn from, as one answer
changed afterwards would be seen in the next picture.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.services import Services

SHOWN = "shown"  # the topic with the ids, a line each, of those in the picture that was shown
_TOPIC = "closed:"
_YES = "yes"


def close_sheet(services: "Services", assessment_id: str, participant_id: str) -> None:
    """Close one person's sheet for good; raises as ``AssessmentService.settle`` does."""
    services.assessments.settle(assessment_id, f"{_TOPIC}{participant_id}", _YES)


def closed_sheets(services: "Services", assessment_id: str) -> frozenset[str]:
    """Return the ids of the participants whose sheets are closed."""
    settled = services.assessments.settled(assessment_id)
    return finished_in(settled) | shown_in(settled)


def finished_in(settled: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of the participants who have closed their sheets themselves."""
    return frozenset(topic.removeprefix(_TOPIC) for topic in settled if topic.startswith(_TOPIC))


def shown_in(settled: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of the participants who are in the picture that was shown."""
    return frozenset(settled.get(SHOWN, "").splitlines())
