"""How ``schema-3.db`` was made: invented sample data, written by the release that had schema 3.

Run once, from the root of the checkout, before schema 3 was released:

    python tests/databases/make_schema_3.py

Not to be run again afterwards; see ``make_schema_1``. All that schema 2 could hold is in this file
too, so that a later release is tested with both.
"""

import shutil
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

import make_schema_1 as schema_1
import make_schema_2 as schema_2

from collabkit.assessments.assessment import Assessment, Selection
from collabkit.assessments.tally import Tally
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan
from collabkit.room.meeting import Decision, DraftAction, Meeting, Phase, Turn, Vote, convene
from collabkit.room.preparation import Audience, Preparation, Times
from collabkit.room.record import meeting_to_json
from collabkit.room.ways import Way
from collabkit.storage import SessionState, Store, StoredSession
from collabkit.storage.sessions import InTheRoom

TARGET = Path(__file__).with_name("schema-3.db")

PREPARATION = Preparation(
    title="Sample session",
    statements=("POW-1", "POW-2", "EMP-1"),
    people=7,
    minimum=5,
    ways=frozenset({Way.HANDS, Way.SHEETS}),
    audience=Audience.BOARD,
    promise="A sample promise with ŵ and\na second line",
    times=Times(available=90),
)
VOTE = Vote(
    Tally("POW-1", MappingProxyType({"1": 0, "2": 3, "3": 0, "4": 3, "5": 0}), 1),
    MappingProxyType({Way.HANDS: 2, Way.SHEETS: 5}),
    is_revealed=True,
)
MEETING = replace(
    convene(PREPARATION),
    turns=(
        Turn("POW-1", (VOTE,), "A sample note", Decision.ACTION),
        Turn("POW-2"),
        Turn("EMP-1"),
    ),
    phase=Phase.READ,
    place=1,
    sealed=MappingProxyType({"POW-2": MappingProxyType({"4": 5})}),
    sheets=5,
    actions=(
        DraftAction(
            "00000000-0000-4000-8000-000000000241", "POW-1", "A sample action", "Treasurer"
        ),
    ),
    held_on=date(2026, 11, 21),
)
ASSESSMENT = Assessment(
    id="00000000-0000-4000-8000-000000000211",
    charity_id=schema_2.CONTRACTED.id,
    title=PREPARATION.title,
    pack_id="sample",
    pack_version="1",
    pack_digest=schema_1.DIGEST,
    selection=Selection.OWN_CHOICE,
    asked=PREPARATION.statements,
    minimum=PREPARATION.minimum,
    started=date(2026, 11, 21),
)
SETTLED = {"wording": "volunteer-run"}


def state_of(meeting: Meeting) -> SessionState:
    return SessionState(
        title=meeting.preparation.title,
        phase=meeting.phase,
        statements=len(meeting.turns),
        voted=sum(turn.latest is not None for turn in meeting.turns),
        actions=0,
        held_on=meeting.held_on,
        changed=date(2026, 11, 21),
        record=meeting_to_json(meeting),
    )


UNDER_WAY = StoredSession(
    id="00000000-0000-4000-8000-000000000221",
    charity_id=schema_2.CONTRACTED.id,
    assessment_id=ASSESSMENT.id,
    pack_digest=schema_1.DIGEST,
    is_volunteer_run=True,
    is_practice=False,
    is_template=False,
    state=state_of(MEETING),
    pack_id="sample",
    pack_version="1",
)
TEMPLATE = StoredSession(
    id="00000000-0000-4000-8000-000000000222",
    charity_id=None,
    assessment_id=None,
    pack_digest=schema_1.DIGEST,
    is_volunteer_run=False,
    is_practice=False,
    is_template=True,
    state=state_of(convene(replace(PREPARATION, title="Sample template"))),
    pack_id="sample",
    pack_version="1",
)
REMOVED = replace(
    TEMPLATE,
    id="00000000-0000-4000-8000-000000000223",
    charity_id=schema_2.CONTRACTED.id,
    is_template=False,
    state=state_of(convene(replace(PREPARATION, title="Sample put away"))),
)


def room() -> InTheRoom:
    def begin(_session: StoredSession) -> Assessment:
        return ASSESSMENT

    def plan(_record: str, before: Plan) -> Plan:
        return before

    return InTheRoom(begin, plan, date(2026, 11, 21), is_over=False, settled=SETTLED)


def fill(store: Store) -> None:
    schema_2.fill(store)
    store.sessions.add(replace(UNDER_WAY, assessment_id=None), room())
    store.sessions.add(TEMPLATE)
    store.sessions.add(REMOVED)
    store.sessions.remove(REMOVED.id, date(2026, 11, 21))


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = DataFolder(Path(temporary))
        with Store.open(folder) as store:
            fill(store)
        shutil.copyfile(folder.database, TARGET)


if __name__ == "__main__":
    main()
