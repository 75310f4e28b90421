"""How ``schema-5.db`` was made: invented sample data, written by the release that had schema 5.

Run once, from the root of the checkout, before schema 5 was released:

    python tests/databases/make_schema_5.py

Not to be run again afterwards; see ``make_schema_1``. All that schema 4 could hold is in this file
too, so that a later release is tested with both.
"""

import shutil
import tempfile
from datetime import date
from pathlib import Path

import make_schema_4 as schema_4
from sqlalchemy import Connection, insert

from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.schema import erasure

TARGET = Path(__file__).with_name("schema-5.db")

ERASED = (1, date(2026, 11, 22), "person", 7)


def note_erasure(connection: Connection) -> None:
    number, day, kind, rows = ERASED
    connection.execute(insert(erasure).values(number=number, day=day, kind=kind, rows=rows))


def fill(store: Store) -> None:
    schema_4.fill(store)
    store.safety.erase(note_erasure)


def main() -> None:
    with tempfile.TemporaryDirectory() as temporary:
        folder = DataFolder(Path(temporary))
        with Store.open(folder) as store:
            fill(store)
        shutil.copyfile(folder.database, TARGET)


if __name__ == "__main__":
    main()
