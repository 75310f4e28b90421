"""Files of every released schema open in this release, with everything in them."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import make_schema_1 as schema_1
import pytest

from collabkit.paths import DataFolder
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


def test_the_charities_are_there(store: Store) -> None:
    """Also what people would rather not say, and what lies in the bin."""
    assert store.lists.charities() == (schema_1.RETICENT, schema_1.CHARITY)
    assert store.charities.removed() == (Removed(schema_1.REMOVED, date(2026, 8, 1)),)


def test_the_pack_is_there(store: Store) -> None:
    """The wording that was answered, byte for byte."""
    assert store.packs.source(schema_1.DIGEST) == schema_1.PACK


def test_the_assessments_are_there(store: Store) -> None:
    """With their statements, people and the order in which they were touched."""
    assert store.assessments.all() == (schema_1.AWAY_DAY, schema_1.ALONE)
    assert store.participants.of_assessment(schema_1.AWAY_DAY.id) == schema_1.PEOPLE


def test_the_responses_are_there(store: Store) -> None:
    """Every answer, note, flag and confidence."""
    assert store.responses.of_assessment(schema_1.AWAY_DAY.id) == schema_1.RESPONSES


def test_the_plan_is_there(store: Store) -> None:
    """Every field of every action."""
    assert store.plans.load(schema_1.AWAY_DAY.id) == schema_1.PLAN
