"""One charity, one pack version, one occasion; and what people answered."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from collabkit.assessments.charity import IncomeBand
from collabkit.assessments.pack import Respondent


class Selection(StrEnum):
    """Which statements of the pack are asked."""

    CORE = "core"
    ALL = "all"
    OWN_CHOICE = "own choice"


class Confidence(StrEnum):
    """How sure a person is of an answer."""

    GUESS = "guess"
    FAIRLY_SURE = "fairly sure"
    COULD_SHOW_PROOF = "could show proof"


@dataclass(frozen=True, slots=True)
class Assessment:
    """An assessment, with the pack version it pins and the place where the person stopped."""

    id: str
    charity_id: str
    title: str
    pack_id: str
    pack_version: str
    pack_digest: str
    selection: Selection
    asked: tuple[str, ...]  # statement ids in pack order
    minimum: int  # 1 for one person's own assessment, otherwise 3 to 10
    started: date
    finished: date | None = None
    place: str | None = None  # statement id, or None before the first


@dataclass(frozen=True, slots=True)
class Party:
    """An organisation or side that takes part where several look at one relationship.

    ``size`` is only known if its people said so; it decides who speaks first among equals.
    """

    id: str
    assessment_id: str
    name: str
    is_own: bool = False  # the charity that keeps the assessment
    is_lead: bool = False
    size: IncomeBand | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """One sheet of an assessment: a person under a pseudonym, or an organisation with one voice.

    ``party_id`` is for whom the sheet speaks and ``about_id`` about whom, where there are parties.
    """

    id: str
    assessment_id: str
    pseudonym: str
    role: Respondent
    party_id: str | None = None
    about_id: str | None = None


@dataclass(frozen=True, slots=True)
class Response:
    """Everything one person has said about one statement.

    ``answer`` is an option code, ``dk``, ``na``, or ``None`` if only a note, evidence or a flag
    has been left so far.
    """

    participant_id: str
    item_id: str
    answer: str | None = None
    note: str = ""
    evidence: str = ""
    confidence: Confidence | None = None
    flagged: bool = False

    @property
    def is_blank(self) -> bool:
        """True if there is nothing to keep."""
        return not (self.answer or self.note or self.evidence or self.confidence or self.flagged)
