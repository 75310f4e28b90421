"""What storage answers with, beside the records themselves."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from collabkit.assessments.assessment import Assessment
from collabkit.plans.plan import PlanAction

Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Saved:
    """A change is on the disk. ``seq`` rises with every one, across sessions; clocks may jump."""

    seq: int


@dataclass(frozen=True, slots=True)
class Removed(Generic[Record]):
    """A record that lies in the bin, and the day it was put there."""

    record: Record
    on: date


@dataclass(frozen=True, slots=True)
class SessionState:
    """What changes about a session in the room, as lists show it, and its whole record as text.

    ``voted`` is how many of its ``statements`` have a vote that the room has seen, ``actions`` how
    many were adopted.
    """

    title: str
    phase: str
    statements: int
    voted: int
    actions: int
    held_on: date | None
    changed: date
    record: str


@dataclass(frozen=True, slots=True)
class StoredSession:
    """A session as it is kept; ``assessment_id`` from the beginning on.

    ``charity_id`` is ``None`` for a template. ``pack_id`` and ``pack_version`` are those of the
    pinned pack, whatever they are when a session is added.
    """

    id: str
    charity_id: str | None
    assessment_id: str | None
    pack_digest: str
    is_volunteer_run: bool
    is_practice: bool
    is_template: bool
    state: SessionState
    pack_id: str = ""
    pack_version: str = ""


@dataclass(frozen=True, slots=True)
class SessionLine:
    """One session as a list shows it. ``charity_name`` is empty for a template."""

    id: str
    assessment_id: str | None
    title: str
    charity_name: str
    is_sample: bool
    pack_title: str
    is_practice: bool
    is_template: bool
    phase: str
    statements: int
    voted: int
    actions: int
    held_on: date | None
    changed: date
    removed: date | None
    seq: int


@dataclass(frozen=True, slots=True)
class SessionProgress:
    """How far the session is in which an assessment is answered; as in ``SessionState``."""

    session_id: str
    phase: str
    statements: int
    voted: int


@dataclass(frozen=True, slots=True)
class Summary:
    """One assessment as a list shows it.

    ``asked`` is how many statements a person has to answer, and ``left_out`` how many fewer answers
    there are to give than all people together would have: not every sheet asks the same.
    ``answered`` counts the answers of all participants to these statements; *don't know* and *does
    not apply* are answers. ``flagged`` counts what they have flagged, and ``actions`` is how many
    its plan has. ``seq`` is that of the latest change to the assessment, its answers or its plan.
    ``pack_title`` is the name of the questionnaire as it was at the start. ``session`` is there
    if it is answered in the room: then nobody has a sheet. ``begun`` counts the sheets with an
    answer, ``finished`` those that were closed by whoever filled them in, and ``has_parties`` tells
    that they speak for organisations.
    """

    assessment: Assessment
    charity_name: str
    is_sample: bool
    participants: int
    answered: int
    asked: int
    flagged: int
    actions: int
    seq: int
    pack_title: str
    left_out: int = 0
    session: SessionProgress | None = None
    begun: int = 0
    finished: int = 0
    has_parties: bool = False

    @property
    def total(self) -> int:
        """How many answers there are to give by all people together."""
        return self.asked * max(1, self.participants) - self.left_out


@dataclass(frozen=True, slots=True)
class DueAction:
    """An open action whose day has come, to be done or looked at again, and where it belongs.

    Of what became of it, only ``review`` is read.
    """

    action: PlanAction
    assessment_id: str
    assessment_title: str
    charity_name: str
    pack_title: str


@dataclass(frozen=True, slots=True)
class Network:
    """Groups that are looked at side by side; ``minimum`` is how many groups are ever shown."""

    id: str
    name: str
    minimum: int
    made: date


@dataclass(frozen=True, slots=True)
class NetworkLine:
    """One network as a list shows it."""

    network: Network
    groups: int


@dataclass(frozen=True, slots=True)
class StoredGroup:
    """What one group sent to a network, as it was sent; the same ``key`` is the same group."""

    key: str
    received: date
    text: str
