"""What one person answered, and what people wrote, one by one: for tables and other programs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from collabkit.assessments.assessment import Response
from collabkit.assessments.limits import OWN_ASSESSMENT
from collabkit.assessments.pack import OutcomeKind
from collabkit.assessments.remarks import remarks_on
from collabkit.reports.contents.described import Described


class Source(StrEnum):
    """Where something was written."""

    NOTE = "note"
    EVIDENCE = "evidence"
    ROOM = "noted in the room"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was written about a statement, by whomever."""

    item_id: str
    source: Source
    text: str


def own_responses(described: Described) -> Mapping[str, Response] | None:
    """Return one person's own responses by statement; ``None`` where they are not one's own."""
    minimum = max(described.assessment.minimum, described.results.minimum)
    if len(described.participants) != 1 or minimum != OWN_ASSESSMENT:
        return None
    return {response.item_id: response for response in described.responses}


def remarks_in(described: Described) -> Iterator[Remark]:
    """Yield what was written, by statement in pack order, as far as a plan on paper has it.

    Other outcomes than a profile tell themselves what may be read of it.
    """
    if not described.with_notes or described.pack.outcome.kind is not OutcomeKind.PROFILE:
        return
    results, room = described.results, described.room
    for result in results.items:
        if not result.asked:
            continue
        said = remarks_on(result, described.responses, results.minimum)
        for text in said.notes:
            yield Remark(result.item_id, Source.NOTE, text)
        for text in said.evidence:
            yield Remark(result.item_id, Source.EVIDENCE, text)
        if room is not None and (noted := room.notes.get(result.item_id)):
            yield Remark(result.item_id, Source.ROOM, noted)
