"""How ``schema-2.db`` was made: invented sample data, written by the release that had schema 2.

Run once, from the root of the checkout, before schema 2 was released:

    python tests/databases/make_schema_2.py

Not to be run again afterwards; see ``make_schema_1``. All that schema 1 could hold is in this file
too, so that a later release is tested with both.
"""

import shutil
import tempfile
from datetime import date
from pathlib import Path

import make_schema_1 as schema_1

from collabkit.assessments.assessment import (
    Assessment,
    Participant,
    Party,
    Response,
    Selection,
)
from collabkit.assessments.charity import Charity, IncomeBand
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.storage import Store

TARGET = Path(__file__).with_name("schema-2.db")

CONTRACTED = Charity(
    id="00000000-0000-4000-8000-000000000101",
    name="Contracted Sample Charity",
    has_contracts=True,
)
TABLE = Assessment(
    id="00000000-0000-4000-8000-000000000111",
    charity_id=CONTRACTED.id,
    title="Sample table of two",
    pack_id="sample",
    pack_version="1",
    pack_digest=schema_1.DIGEST,
    selection=Selection.ALL,
    asked=("INV-1a", "INV-1", "INV-1-why"),
    minimum=1,
    started=date(2026, 10, 5),
)
OPTIONAL = ("INV-1-why",)
OWN = Party("00000000-0000-4000-8000-000000000121", TABLE.id, "Sample Charity", is_own=True)
LEAD = Party(
    "00000000-0000-4000-8000-000000000122", TABLE.id, "Sample Lead", is_lead=True,
    size=IncomeBand.LARGE,
)  # fmt: skip
ABOUT_OWN = Participant(
    "00000000-0000-4000-8000-000000000131", TABLE.id, "Sample view of ourselves",
    Respondent.TRUSTEE, OWN.id, OWN.id,
)  # fmt: skip
ABOUT_LEAD = Participant(
    "00000000-0000-4000-8000-000000000132", TABLE.id, "Sample view of the lead",
    Respondent.PARTNER, OWN.id, LEAD.id,
)  # fmt: skip
LEFT_OUT = ((ABOUT_LEAD.id, "INV-1"),)
SETTLED = {"decision": "A sample decision with ŵ and\na second line", "mode": "partners"}
RESPONSES = (
    Response(ABOUT_OWN.id, "INV-1a", "more"),
    Response(ABOUT_OWN.id, "INV-1-why", note="A sample reason"),
)


def fill(store: Store) -> None:
    schema_1.fill(store)
    store.charities.add(CONTRACTED)
    store.assessments.add(
        TABLE,
        (ABOUT_OWN, ABOUT_LEAD),
        parties=(OWN, LEAD),
        optional=OPTIONAL,
        left_out=LEFT_OUT,
        settled=SETTLED,
    )
    for response in RESPONSES:
        store.responses.save(response)


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = DataFolder(Path(temporary))
        with Store.open(folder) as store:
            fill(store)
        shutil.copyfile(folder.database, TARGET)


if __name__ == "__main__":
    main()
