"""How ``schema-1.db`` was made: invented sample data, written by the release that had schema 1.

Run once, from the root of the checkout, before schema 1 was released:

    python tests/databases/make_schema_1.py

Not to be run again afterwards: the file stands for the files that people have, and every later
release must be able to open it. The next schema gets a script and a file of its own.
"""

import hashlib
import shutil
import tempfile
from datetime import date
from pathlib import Path

from collabkit.assessments.assessment import (
    Assessment,
    Confidence,
    Participant,
    Response,
    Selection,
)
from collabkit.assessments.charity import Charity, IncomeBand, PartnershipRole, RunBy
from collabkit.assessments.pack import ActionKind, Respondent
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan, PlanAction, Slot, Status
from collabkit.storage import Store

TARGET = Path(__file__).with_name("schema-1.db")

PACK = b'id = "sample"\nversion = "1"\ntitle = "Sample pack"\n'
DIGEST = hashlib.sha256(PACK).hexdigest()

CHARITY = Charity(
    id="00000000-0000-4000-8000-000000000001",
    name="Sample Charity",
    income_band=IncomeBand.SMALL,
    run_by=RunBy.VOLUNTEERS,
    usual_role=PartnershipRole.PEER,
    is_sample=True,
)
RETICENT = Charity(id="00000000-0000-4000-8000-000000000002", name="Another Sample Charity")
REMOVED = Charity(id="00000000-0000-4000-8000-000000000003", name="Removed Sample Charity")

AWAY_DAY = Assessment(
    id="00000000-0000-4000-8000-000000000011",
    charity_id=CHARITY.id,
    title="Sample away-day",
    pack_id="sample",
    pack_version="1",
    pack_digest=DIGEST,
    selection=Selection.OWN_CHOICE,
    asked=("POW-1", "EMP-2", "HON-3"),
    minimum=3,
    started=date(2026, 6, 3),
    finished=date(2026, 6, 4),
    place="HON-3",
)
ALONE = Assessment(
    id="00000000-0000-4000-8000-000000000012",
    charity_id=RETICENT.id,
    title="Sample of one",
    pack_id="sample",
    pack_version="1",
    pack_digest=DIGEST,
    selection=Selection.CORE,
    asked=("POW-1",),
    minimum=1,
    started=date(2026, 7, 1),
)
PEOPLE = tuple(
    Participant(
        id=f"00000000-0000-4000-8000-00000000002{n}",
        assessment_id=AWAY_DAY.id,
        pseudonym=f"Sample person {n}",
        role=role,
    )
    for n, role in enumerate(Respondent, 1)
)
RESPONSES = (
    Response(PEOPLE[0].id, "POW-1", "4", "A sample note with ŵ, ‘quotes’ and\na second line"),
    Response(PEOPLE[0].id, "EMP-2", "dk", flagged=True),
    Response(PEOPLE[1].id, "POW-1", "2", confidence=Confidence.GUESS),
    Response(PEOPLE[1].id, "HON-3", "na", evidence="Sample minutes"),
    Response(PEOPLE[2].id, "EMP-2", note="Only a sample note so far"),
)
PLAN = Plan(
    AWAY_DAY.id,
    (
        PlanAction(
            id="00000000-0000-4000-8000-000000000031",
            text="A sample action",
            kind=ActionKind.QUICK_WIN,
            slot=Slot.NOW,
            idea_id="POW-1a",
            item_id="POW-1",
            why="A sample reason",
            owner="a sample trustee",
            first_step="A sample first step",
            due=date(2026, 9, 30),
            status=Status.UNDER_WAY,
            how_we_will_know="A sample sign",
        ),
        PlanAction(
            id="00000000-0000-4000-8000-000000000032",
            text="A parked sample action",
            kind=ActionKind.INFLUENCE,
        ),
    ),
)


def fill(store: Store) -> None:
    for charity in (CHARITY, RETICENT, REMOVED):
        store.charities.add(charity)
    store.charities.remove(REMOVED.id, date(2026, 8, 1))
    store.packs.keep(PACK, digest=DIGEST, pack_id="sample", version="1", title="Sample pack")
    store.assessments.add(AWAY_DAY, PEOPLE)
    store.assessments.add(ALONE)
    for response in RESPONSES:
        store.responses.save(response)
    store.plans.save(PLAN)


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = DataFolder(Path(temporary))
        with Store.open(folder) as store:
            fill(store)
        shutil.copyfile(folder.database, TARGET)


if __name__ == "__main__":
    main()
