"""Records for the tests of storage; clearly made up."""

import hashlib
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from uuid import uuid4

from collabkit.assessments.assessment import Assessment, Participant, Response, Selection
from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.copies import copies_in

PACK = b'id = "sample"\n'
PACK_DIGEST = hashlib.sha256(PACK).hexdigest()
ASKED = ("POW-1", "POW-2", "EMP-1")
NOTE = "A note that people rely on"


def new_charity(name: str = "Sample Charity") -> Charity:
    return Charity(str(uuid4()), name)


def new_assessment(charity: Charity, asked: Sequence[str] = ASKED) -> Assessment:
    return Assessment(
        id=str(uuid4()),
        charity_id=charity.id,
        title="Away-day",
        pack_id="sample",
        pack_version="1",
        pack_digest=PACK_DIGEST,
        selection=Selection.CORE,
        asked=tuple(asked),
        minimum=5,
        started=date(2026, 6, 3),
    )


def new_participant(assessment: Assessment, pseudonym: str = "Person 1") -> Participant:
    return Participant(str(uuid4()), assessment.id, pseudonym, Respondent.TRUSTEE)


def keep_pack(store: Store) -> None:
    store.packs.keep(PACK, digest=PACK_DIGEST, pack_id="sample", version="1", title="Sample")


def start_assessment(
    store: Store, asked: Sequence[str] = ASKED, people: int = 1
) -> tuple[Assessment, tuple[Participant, ...]]:
    """Put a charity with one assessment into the file."""
    charity = new_charity()
    store.charities.add(charity)
    keep_pack(store)
    assessment = new_assessment(charity, asked)
    participants = tuple(new_participant(assessment, f"Person {n + 1}") for n in range(people))
    store.assessments.add(assessment, participants)
    return assessment, participants


def file_with_answers(root: Path, note: str = NOTE) -> DataFolder:
    """Make a closed file with one noted answer."""
    folder = DataFolder(root)
    with Store.open(folder) as store:
        _assessment, (person,) = start_assessment(store)
        store.responses.save(Response(person.id, "POW-1", "4", note))
    return folder


def latest_copy(folder: DataFolder) -> Path:
    """The newest safety copy."""
    return copies_in(folder)[0].path


def state_of(path: Path) -> tuple[str, int]:
    """What must not change when a file is refused: its bytes and its time."""
    return hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns
