"""A small bundle with something of everything, and ways to change what is in its members."""

import hashlib
import io
import json
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

from sessions import meeting, pack, source

from collabkit.assessments.arrival import Arrival, Route
from collabkit.assessments.assessment import (
    Assessment,
    Confidence,
    Participant,
    Party,
    Response,
    Selection,
)
from collabkit.assessments.charity import Charity, IncomeBand, PartnershipRole, RunBy
from collabkit.assessments.outcomes.topics import FOLLOWS
from collabkit.assessments.pack import ActionKind, Respondent
from collabkit.assessments.packs.reader import parse_pack
from collabkit.exchange.bundles.bundle_file import bundle_bytes
from collabkit.exchange.bundles.container import MANIFEST, packed
from collabkit.exchange.bundles.contents import (
    Bundle,
    BundledAssessment,
    BundledSession,
    PackFile,
)
from collabkit.plans.plan import Plan, PlanAction, ProgressNote, Slot, Status
from collabkit.room.meeting import Meeting, convene

PACKS = Path(__file__).parent.parent / "fixtures" / "packs"
DAY = date(2026, 11, 22)
# In the sample: two organisations, a group of three people, a session in the room.
SIDES, GROUP, ROOM = (f"assessments/{number:04}.json" for number in (1, 2, 3))
Members = dict[str, bytes]


def id_of(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


@cache
def pack_file(name: str) -> PackFile:
    data = (PACKS / f"{name}.toml").read_bytes()
    return PackFile(parse_pack(data, f"{name}.toml"), data)


CHARITY = Charity(
    id_of(1),
    "Sample Charity",
    IncomeBand.SMALL,
    RunBy.STAFF,
    PartnershipRole.PEER,
    has_contracts=False,
)


def assessment(number: int, name: str = "described", **changes: Any) -> Assessment:
    asked = pack_file(name).pack
    started = Assessment(
        id=id_of(number),
        charity_id=CHARITY.id,
        title=f"Sample occasion {number}",
        pack_id=asked.id,
        pack_version=asked.version,
        pack_digest=asked.digest,
        selection=Selection.ALL,
        asked=tuple(item.id for item in asked.items),
        minimum=3,
        started=DAY,
        finished=DAY,
        place="POW-9" if name == "described" else None,
    )
    return replace(started, **changes)


def group() -> BundledAssessment:
    """Three people, notes with odd signs, a plan with a past, a sheet from elsewhere."""
    people = tuple(
        Participant(id_of(20 + n), id_of(10), f"Person {n}", Respondent.TRUSTEE) for n in (1, 2, 3)
    )
    one, two, three = (person.id for person in people)
    return BundledAssessment(
        assessment=assessment(10),
        optional=frozenset({"POW-9"}),
        parties=(),
        participants=people,
        left_out={three: frozenset({"POW-9"})},
        responses=(
            Response(one, "POW-9", "4", "Ŵythnos “odd”\n=1+1\t💐", "Minutes", Confidence.GUESS),
            Response(one, "POW-2", "dk", flagged=True),
            Response(two, "POW-2", None, "Only a note"),
            Response(three, "POW-2", "1"),
        ),
        arrivals=(Arrival(three, Route.PAPER, "K7Q2", "a fingerprint", DAY),),
        settled={
            FOLLOWS: id_of(11),
            "shown": f"{one}\n{three}",
            f"closed:{one}": "yes",
            "wording": "volunteer-run",
        },
        plan=Plan(
            id_of(10),
            (
                PlanAction(
                    id=id_of(30),
                    text="List the five decisions that matter most.",
                    kind=ActionKind.QUICK_WIN,
                    slot=Slot.NOW,
                    idea_id="POW-2-A1",
                    item_id="POW-2",
                    why="Partners feel shut out",
                    owner="Treasurer",
                    first_step="Ring the neighbours",
                    due=DAY,
                    status=Status.DROPPED,
                    how_we_will_know="A list",
                    also=("POW-9",),
                    review=DAY,
                    dropped_because="Another matter came first",
                    learned="Ask earlier\nnext time",
                    carried_from=id_of(31),
                    progress=(ProgressNote(DAY, "First call"), ProgressNote(DAY, "Second call")),
                ),
                PlanAction(id_of(32), "Park this", ActionKind.INFLUENCE),
            ),
        ),
    )


def sides() -> BundledAssessment:
    """Two organisations whose answers are free words."""
    parties = (
        Party(id_of(40), id_of(11), "Sample Charity", is_own=True, is_lead=True),
        Party(id_of(41), id_of(11), "Sample Partner", size=IncomeBand.LARGE),
    )
    people = tuple(
        Participant(id_of(50 + n), id_of(11), party.name, Respondent.STAFF, party.id)
        for n, party in enumerate(parties)
    )
    return BundledAssessment(
        assessment=assessment(11, "first-conversation", minimum=1, finished=None),
        optional=frozenset(),
        parties=parties,
        participants=people,
        left_out={},
        responses=(
            Response(people[0].id, "WHY-6", "yes", "A note beside"),
            Response(people[1].id, "FIT-5", "stop", "Take money from gambling"),
        ),
        arrivals=(),
        settled={"joint:FIT-5": "differ"},
        plan=Plan(id_of(11), (PlanAction(id_of(31), "Meet again", ActionKind.LONGER_TERM),)),
    )


def in_the_room() -> BundledAssessment:
    """A session that has begun."""
    held = session(60, meeting())
    minimum = held.meeting.preparation.minimum
    return BundledAssessment(
        assessment=replace(
            assessment(12),
            pack_id=pack().id,
            pack_version=pack().version,
            pack_digest=pack().digest,
            selection=Selection.OWN_CHOICE,
            asked=held.meeting.preparation.statements,
            minimum=minimum,
            finished=None,
            place=None,
        ),
        optional=frozenset(),
        parties=(),
        participants=(),
        left_out={},
        responses=(),
        arrivals=(),
        settled={},
        plan=Plan(id_of(12)),
        session=held,
    )


def session(number: int, at: Meeting) -> BundledSession:
    actions = tuple(
        replace(action, id=id_of(100 * number + n)) for n, action in enumerate(at.actions)
    )
    return BundledSession(id_of(number), pack().digest, True, DAY, replace(at, actions=actions))


@cache
def sample_bundle() -> Bundle:
    """A charity with three assessments, a session that has not begun, and all their packs."""
    files = (
        pack_file("described"),
        pack_file("first-conversation"),
        PackFile(pack(), source()),
    )
    return Bundle(
        made_on=DAY,
        is_charity=True,
        with_notes=True,
        charity=CHARITY,
        assessments=(sides(), group(), in_the_room()),
        waiting=(session(61, convene(meeting().preparation)),),
        packs={file.pack.digest: file for file in files},
    )


@cache
def sample_bytes() -> bytes:
    return bundle_bytes(sample_bundle())


def members() -> Members:
    """The members of the sample as they are packed, in their order."""
    with zipfile.ZipFile(io.BytesIO(sample_bytes())) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def listed(parts: Mapping[str, bytes]) -> Members:
    """The same members with a manifest that lists them as they are."""
    told = json.loads(parts[MANIFEST])
    told["members"] = {
        name: hashlib.sha256(data).hexdigest()
        for name, data in sorted(parts.items())
        if name != MANIFEST
    }
    return {**parts, MANIFEST: json.dumps(told).encode()}


def changed(member: str, change: Callable[[Any], object]) -> bytes:
    """A bundle in which one member was changed as JSON, with the right digest."""
    parts = members()
    told = json.loads(parts[member])
    change(told)
    parts[member] = json.dumps(told).encode()
    return packed(listed(parts) if member != MANIFEST else parts)


def written(member: str, data: bytes) -> bytes:
    """A bundle in which one member has other bytes, with the right digest."""
    parts = members() | {member: data}
    return packed(listed(parts) if member != MANIFEST else parts)
