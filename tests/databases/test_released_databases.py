"""Files of every released schema open in this release, with everything in them."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import make_schema_1 as schema_1
import make_schema_2 as schema_2
import make_schema_3 as schema_3
import make_schema_4 as schema_4
import pytest

from collabkit.paths import DataFolder
from collabkit.room.record import meeting_from_json
from collabkit.storage import Removed, Store
from collabkit.storage.creation import create_database
from collabkit.storage.identity import SCHEMA_VERSION, version_of

DATABASES = sorted(Path(__file__).parent.glob("schema-*.db"))


@pytest.fixture(params=DATABASES, ids=lambda path: path.stem)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    folder = DataFolder(tmp_path / "data")
    folder.root.mkdir()
    shutil.copyfile(request.param, folder.database)
    with Store.open(folder) as opened:
        assert version_of(folder.database) == SCHEMA_VERSION
        yield opened


def test_there_is_a_file_of_every_schema() -> None:
    """Whoever raises the schema version adds a file of it."""
    assert [version_of(path) for path in DATABASES] == list(range(1, SCHEMA_VERSION + 1))


def test_the_tables_are_those_of_a_new_file(store: Store, tmp_path: Path) -> None:
    """Brought up to date, an old file cannot be told from a new one."""

    def tables(path: Path) -> list[tuple[str, str]]:
        with closing(sqlite3.connect(path)) as connection:
            rows = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name")
            return [(name, "".join((sql or "").split())) for name, sql in rows]

    create_database(tmp_path / "new.db")
    assert tables(tmp_path / "data" / "collabkit.db") == tables(tmp_path / "new.db")


def holds_schema_2(store: Store) -> bool:
    return schema_2.CONTRACTED in store.lists.charities()


def holds_schema_3(store: Store) -> bool:
    return bool(store.sessions.lines())


def holds_schema_4(store: Store) -> bool:
    return bool(store.networks.lines())


def test_the_charities_are_there(store: Store) -> None:
    """Also what people would rather not say, and what lies in the bin."""
    added = (schema_2.CONTRACTED,) if holds_schema_2(store) else ()
    assert store.lists.charities() == (schema_1.RETICENT, *added, schema_1.CHARITY)
    assert store.charities.removed() == (Removed(schema_1.REMOVED, date(2026, 8, 1)),)


def test_the_pack_is_there(store: Store) -> None:
    """The wording that was answered, byte for byte."""
    assert store.packs.source(schema_1.DIGEST) == schema_1.PACK


def test_the_assessments_are_there(store: Store) -> None:
    """With their statements, people and the order in which they were touched."""
    added = (schema_2.TABLE,) if holds_schema_2(store) else ()
    if holds_schema_3(store):
        added = (schema_3.ASSESSMENT, *added)
    if holds_schema_4(store):
        added = (schema_4.ASSESSMENT, *added)
    assert store.assessments.all() == (*added, schema_1.AWAY_DAY, schema_1.ALONE)
    assert store.participants.of_assessment(schema_1.AWAY_DAY.id) == schema_1.PEOPLE


def test_the_summaries_count_as_they_did(store: Store) -> None:
    """Statements of schema 1 all have to be answered, on every sheet."""
    summaries = {s.assessment.id: s for s in store.lists.summaries()}
    away_day = summaries[schema_1.AWAY_DAY.id]
    assert (away_day.answered, away_day.asked, away_day.total) == (4, 3, 15)
    if holds_schema_2(store):
        table = summaries[schema_2.TABLE.id]
        assert (table.answered, table.asked, table.total) == (1, 2, 3)


def test_the_responses_are_there(store: Store) -> None:
    """Every answer, note, flag and confidence."""
    assert store.responses.of_assessment(schema_1.AWAY_DAY.id) == schema_1.RESPONSES


def test_the_plan_is_there(store: Store) -> None:
    """Every field of every action."""
    assert store.plans.load(schema_1.AWAY_DAY.id) == schema_1.PLAN


def test_what_came_with_schema_2_is_there_or_empty(store: Store) -> None:
    """Parties, who speaks for and about whom, what is settled and what is left out."""
    assert store.parties.of_assessment(schema_1.AWAY_DAY.id) == ()
    assert store.settled.of_assessment(schema_1.AWAY_DAY.id) == {}
    if holds_schema_2(store):
        table = schema_2.TABLE.id
        assert store.parties.of_assessment(table) == (schema_2.OWN, schema_2.LEAD)
        assert store.participants.of_assessment(table) == (schema_2.ABOUT_OWN, schema_2.ABOUT_LEAD)
        assert store.settled.of_assessment(table) == schema_2.SETTLED
        assert store.participants.left_out(table) == {
            schema_2.ABOUT_OWN.id: frozenset(),
            schema_2.ABOUT_LEAD.id: frozenset({"INV-1"}),
        }
        assert store.responses.of_assessment(table) == schema_2.RESPONSES


def test_what_came_with_schema_3_is_there_or_empty(store: Store) -> None:
    """Sessions, templates, what is put away; and the record is one that this release can read."""
    if not holds_schema_3(store):
        assert store.sessions.lines() == store.sessions.lines(templates=True) == ()
        return
    assert store.sessions.get(schema_3.UNDER_WAY.id) == schema_3.UNDER_WAY
    assert store.sessions.of_assessment(schema_3.ASSESSMENT.id) == schema_3.UNDER_WAY
    assert meeting_from_json(schema_3.UNDER_WAY.state.record) == schema_3.MEETING
    assert store.settled.of_assessment(schema_3.ASSESSMENT.id) == schema_3.SETTLED
    assert [line.id for line in store.sessions.lines()] == [schema_3.UNDER_WAY.id]
    assert store.sessions.get(schema_3.TEMPLATE.id) == schema_3.TEMPLATE
    assert [line.id for line in store.sessions.lines(templates=True)] == [schema_3.TEMPLATE.id]
    (gone,) = store.sessions.put_away()
    assert (gone.id, gone.removed) == (schema_3.REMOVED.id, date(2026, 11, 21))


def test_what_came_with_schema_4_is_there_or_empty(store: Store) -> None:
    """Sheets from elsewhere, what became of actions, and networks."""
    assert store.arrivals.of_assessment(schema_1.AWAY_DAY.id) == ()
    if not holds_schema_4(store):
        assert store.networks.lines() == ()
        return
    occasion = schema_4.ASSESSMENT.id
    assert store.arrivals.of_assessment(occasion) == (schema_4.ARRIVAL,)
    assert store.responses.of_assessment(occasion) == (schema_4.RESPONSE,)
    assert store.settled.of_assessment(occasion) == dict(schema_4.SHEET.settled)
    assert store.plans.load(occasion) == schema_4.PLAN
    assert [line.network for line in store.networks.lines()] == [schema_4.NETWORK]
    assert store.networks.groups(schema_4.NETWORK.id) == (schema_4.GROUP,)
