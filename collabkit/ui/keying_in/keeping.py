"""What is written down of a sheet of paper, and what takes it back. No Qt."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from collabkit.assessments.assessment import Participant
from collabkit.errors import InvalidInputError
from collabkit.services.returns import HeldSheet, ReturnService
from collabkit.ui.keying_in.draft import Draft


@dataclass(frozen=True, slots=True)
class Kept:
    """What became of one try to save: ``came`` is whoever is there now, or why nobody is.

    ``instead_of`` is the sheet that was replaced, if one was.
    """

    assessment_id: str
    draft: Draft
    came: Participant | InvalidInputError
    instead_of: HeldSheet | None = None


@dataclass(frozen=True, slots=True)
class Undo:
    """What can be taken back: that ``draft`` was thrown away, or saved in place of ``held``."""

    draft: Draft
    held: HeldSheet | None = None


def keep(
    returns: ReturnService,
    assessment_id: str,
    draft: Draft,
    today: date,
    *,
    another: bool,
    instead_of: HeldSheet | None,
) -> Kept:
    """Save a sheet; raises as ``key_in`` does, apart from what is told with its faults."""
    try:
        came = returns.key_in(
            assessment_id,
            today=today,
            role=draft.role,
            answers=_only(draft.answers),
            notes=_only(draft.notes),
            name=draft.name,
            party_id=draft.party,
            about_id=draft.about,
            sheet=draft.code,
            another=another,
            instead_of=instead_of,
        )
    except InvalidInputError as error:
        return Kept(assessment_id, draft, error)
    return Kept(assessment_id, draft, came, instead_of)


def take_back(returns: ReturnService, assessment_id: str, undo: Undo) -> tuple[str, Undo]:
    """Put back what was replaced; raises as ``put_back`` does."""
    if undo.held is not None:
        returns.put_back(undo.held)
    return assessment_id, undo


def _only(said: Mapping[str, str]) -> dict[str, str]:
    return {item_id: words for item_id, words in said.items() if words.strip()}
