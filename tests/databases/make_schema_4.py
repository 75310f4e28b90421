"""How ``schema-4.db`` was made: invented sample data, written by the release that had schema 4.

Run once, from the root of the checkout, before schema 4 was released:

    python tests/databases/make_schema_4.py

Not to be run again afterwards; see ``make_schema_1``. All that schema 3 could hold is in this file
too, so that a later release is tested with both.
"""

import shutil
import tempfile
from datetime import date
from pathlib import Path

import make_schema_1 as schema_1
import make_schema_2 as schema_2
import make_schema_3 as schema_3

from collabkit.assessments.arrival import Arrival, Route
from collabkit.assessments.assessment import Assessment, Participant, Response, Selection
from collabkit.assessments.pack import ActionKind, Respondent
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan, PlanAction, ProgressNote, Slot, Status
from collabkit.storage import Store
from collabkit.storage.arrivals import NewSheet
from collabkit.storage.facts import Network, StoredGroup

TARGET = Path(__file__).with_name("schema-4.db")

ASSESSMENT = Assessment(
    id="00000000-0000-4000-8000-000000000311",
    charity_id=schema_2.CONTRACTED.id,
    title="Sample occasion with sheets from elsewhere",
    pack_id="sample",
    pack_version="1",
    pack_digest=schema_1.DIGEST,
    selection=Selection.ALL,
    asked=("POW-1", "POW-2", "EMP-1"),
    minimum=5,
    started=date(2026, 11, 22),
)
PERSON = Participant(
    "00000000-0000-4000-8000-000000000321", ASSESSMENT.id, "Sheet 1", Respondent.TRUSTEE
)
ARRIVAL = Arrival(PERSON.id, Route.FORM, "K7Q2", "a sample fingerprint", date(2026, 11, 23))
RESPONSE = Response(PERSON.id, "POW-1", "4", "A sample note with ŵ")
SHEET = NewSheet(
    PERSON, (RESPONSE,), ARRIVAL, left_out=("EMP-1",), settled=((f"closed:{PERSON.id}", "yes"),)
)
PLAN = Plan(
    ASSESSMENT.id,
    (
        PlanAction(
            id="00000000-0000-4000-8000-000000000331",
            text="A sample action that was dropped",
            kind=ActionKind.LONGER_TERM,
            slot=Slot.NOW,
            status=Status.DROPPED,
            item_id="POW-1",
            also=("POW-2", "EMP-1"),
            review=date(2027, 2, 28),
            dropped_because="A sample reason",
            learned="A sample of what was learned\nin two lines",
            carried_from="00000000-0000-4000-8000-000000000131",
            progress=(
                ProgressNote(date(2026, 11, 24), "A first sample note"),
                ProgressNote(date(2026, 11, 25), "A second sample note"),
            ),
        ),
    ),
)
NETWORK = Network("00000000-0000-4000-8000-000000000341", "Sample network", 5, date(2026, 11, 22))
GROUP = StoredGroup("sample-group", date(2026, 11, 22), '{"collabkit": "a sample"}')


def fill(store: Store) -> None:
    schema_3.fill(store)
    store.assessments.add(ASSESSMENT)
    store.arrivals.take(ASSESSMENT.id, (SHEET,))
    store.plans.save(PLAN)
    store.networks.add(NETWORK)
    store.networks.take(NETWORK.id, (GROUP,))


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = DataFolder(Path(temporary))
        with Store.open(folder) as store:
            fill(store)
        shutil.copyfile(folder.database, TARGET)


if __name__ == "__main__":
    main()
