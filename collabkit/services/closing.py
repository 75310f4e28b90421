"""Sheets that people have closed: nobody opens them again, so that the computer can go round."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collabkit.services import Services

_TOPIC = "closed:"
_YES = "yes"


def close_sheet(services: "Services", assessment_id: str, participant_id: str) -> None:
    """Close one person's sheet for good; raises as ``AssessmentService.settle`` does."""
    services.assessments.settle(assessment_id, f"{_TOPIC}{participant_id}", _YES)


def closed_sheets(services: "Services", assessment_id: str) -> frozenset[str]:
    """Return the ids of the participants whose sheets are closed."""
    settled = services.assessments.settled(assessment_id)
    return frozenset(topic.removeprefix(_TOPIC) for topic in settled if topic.startswith(_TOPIC))
