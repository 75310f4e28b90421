"""Everything that is in a bundle, as frozen records."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from collabkit.assessments.arrival import Arrival
from collabkit.assessments.assessment import Assessment, Participant, Party, Response
from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import Pack
from collabkit.plans.plan import Plan
from collabkit.room.meeting import Meeting


@dataclass(frozen=True, slots=True)
class BundledSession:
    """A session in the room; ``meeting`` without an open vote and without sealed sheets.

    ``changed`` is the day on which it was touched last.
    """

    id: str
    pack_digest: str
    is_volunteer_run: bool
    changed: date
    meeting: Meeting = field(repr=False)


@dataclass(frozen=True, slots=True)
class BundledAssessment:
    """One assessment with all that belongs to it.

    ``optional`` are statements that need not be answered; ``left_out`` those that are not asked on
    a sheet, by participant, for whom there are any. ``responses`` come sheet by sheet, on each the
    latest change last; none is blank. ``session`` is there if it is answered in the room.
    """

    assessment: Assessment
    optional: frozenset[str]
    parties: tuple[Party, ...]
    participants: tuple[Participant, ...]
    left_out: Mapping[str, frozenset[str]]
    responses: tuple[Response, ...] = field(repr=False)
    arrivals: tuple[Arrival, ...]
    settled: Mapping[str, str] = field(repr=False)
    plan: Plan = field(repr=False)
    session: BundledSession | None = None


@dataclass(frozen=True, slots=True)
class PackFile:
    """The very bytes of a questionnaire that assessments have pinned, and what is in them."""

    pack: Pack = field(repr=False)
    source: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Bundle:
    """What is in one file.

    ``is_charity`` tells a whole charity from a single assessment. ``assessments`` and ``waiting``,
    the sessions that have not begun, are in the order in which they were touched, the latest last.
    ``packs`` are by digest: exactly those that the others pin.
    """

    made_on: date
    is_charity: bool
    with_notes: bool
    charity: Charity
    assessments: tuple[BundledAssessment, ...]
    waiting: tuple[BundledSession, ...]
    packs: Mapping[str, PackFile]
