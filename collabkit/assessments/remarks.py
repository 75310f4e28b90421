"""What people wrote beside their answers, shown so that nobody is given away."""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from collabkit.assessments.assessment import Response
from collabkit.assessments.results import ItemResult

REMARKS_FROM = 5  # people, whatever smaller group was agreed on for the counts


@dataclass(frozen=True, slots=True)
class Remarks:
    """Notes and evidence on one statement; without role, time or order for a group."""

    notes: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()


def remarks_on(result: ItemResult, responses: Iterable[Response], minimum: int) -> Remarks:
    """Return what was written about the statement of ``result``.

    ``responses`` are those that a picture of the whole assessment is drawn from: later remarks that
    wait are not in it. A group's remarks come in no one's order, and only if five people or more
    answered (see *Small groups* in the measurement rules).
    """
    is_group = minimum > 1
    if is_group and (result.counts is None or result.n < REMARKS_FROM):
        return Remarks()
    said = [response for response in responses if response.item_id == result.item_id]
    return Remarks(
        notes=mixed(result.item_id, (response.note for response in said)),
        evidence=mixed(result.item_id, (response.evidence for response in said)),
    )


def mixed(item_id: str, texts: Iterable[str]) -> tuple[str, ...]:
    """Return the texts in an order that has nothing to do with people, yet is always the same."""

    def key(text: str) -> bytes:
        return hashlib.sha256(f"{item_id}\n{text}".encode(errors="replace")).digest()

    return tuple(sorted((text.strip() for text in texts if text.strip()), key=key))
