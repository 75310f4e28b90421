"""Sheets that are closed: nobody opens them again, so that the computer can go round.

A person closes a sheet; a picture that was shown closes those that it was drawn from, as one answer
changed afterwards would be seen in the next picture.
"""

from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from collabkit.assessments.outcomes.topics import CLOSED
from collabkit.assessments.outcomes.topics import WITHDRAWN as WITHDRAWN

if TYPE_CHECKING:
    from collabkit.services import Services

# The topic with the ids of those in the picture that was shown, a line each, and a blank line
# between those of one picture and those who came into the next.
SHOWN = "shown"
_YES = "yes"


def close_sheet(services: "Services", assessment_id: str, participant_id: str) -> None:
    """Close one person's sheet for good; raises as ``AssessmentService.settle`` does."""
    services.assessments.settle(assessment_id, *closing_of(participant_id))


def closing_of(participant_id: str) -> tuple[str, str]:
    """Return the topic and the value with which a sheet is settled to be closed."""
    return f"{CLOSED}{participant_id}", _YES


def closed_sheets(services: "Services", assessment_id: str) -> frozenset[str]:
    """Return the ids of the participants whose sheets are closed."""
    settled = services.assessments.settled(assessment_id)
    return finished_in(settled) | shown_in(settled)


def finished_in(settled: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of the participants who have closed their sheets themselves."""
    return frozenset(topic.removeprefix(CLOSED) for topic in settled if topic.startswith(CLOSED))


def shown_in(settled: Mapping[str, str]) -> frozenset[str]:
    """Return the ids of the participants who are in the picture that was shown."""
    return frozenset().union(*batches_in(settled))


def batches_in(settled: Mapping[str, str]) -> tuple[frozenset[str], ...]:
    """Return the same by when they came into it: a group of ids for each new picture."""
    batches = settled.get(SHOWN, "").split("\n\n")
    return tuple(frozenset(batch.splitlines()) for batch in batches if batch)


def batches_told_apart(settled: Mapping[str, str]) -> tuple[frozenset[str], ...]:
    """Return the same for views that tell people apart, by their roles for example.

    None where somebody in the picture was erased: beside what such views have shown before, they
    would uncover whose answers have gone.
    """
    return () if settled.get(WITHDRAWN) else batches_in(settled)


def withdrawn_in(settled: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """Return by id of the sheet the statements on which its answers have left the picture."""
    lines = (line.split() for line in settled.get(WITHDRAWN, "").splitlines())
    return {sheet: frozenset(items) for sheet, *items in filter(None, lines)}


def withdrawing(settled: Mapping[str, str], leaving: Mapping[str, Collection[str]]) -> str:
    """Return the value of ``WITHDRAWN`` once the answers that are ``leaving`` have left too."""
    gone = withdrawn_in(settled)
    sheets = {*gone, *leaving}
    return _lines({s: gone.get(s, frozenset()).union(leaving.get(s, ())) for s in sheets})


def still_withdrawn(settled: Mapping[str, str], sheets: Collection[str]) -> str:
    """Return the value of ``WITHDRAWN`` with nobody in it but ``sheets``."""
    gone = withdrawn_in(settled)
    return _lines({sheet: items for sheet, items in gone.items() if sheet in sheets})


def _lines(withdrawn: Mapping[str, Collection[str]]) -> str:
    sheets = sorted(sheet for sheet, items in withdrawn.items() if items)
    return "\n".join(" ".join((sheet, *sorted(withdrawn[sheet]))) for sheet in sheets)


def still_shown(settled: Mapping[str, str], sheets: Collection[str]) -> str:
    """Return the value of ``SHOWN`` with nobody in it but ``sheets``."""
    batches = (sorted(batch & frozenset(sheets)) for batch in batches_in(settled))
    return "\n\n".join("\n".join(batch) for batch in batches if batch)


def with_batch(settled: Mapping[str, str], people: Collection[str]) -> str:
    """Return the value of ``SHOWN`` for a picture into which ``people`` have come as well."""
    batch = "\n".join(sorted(people))
    return "\n\n".join(filter(None, (settled.get(SHOWN, ""), batch)))
