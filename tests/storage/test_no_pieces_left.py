"""What is erased leaves no pieces in the file, although SQLite's own deleting leaves some."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Connection
from storage_samples import start_assessment

from collabkit.assessments.assessment import Participant, Response
from collabkit.assessments.pack import Respondent
from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.copies import Reason, copies_in
from collabkit.storage.copying_beside import keep_copy_beside
from collabkit.storage.problems import NotYetForgottenError
from collabkit.storage.responses import write_response

_ITEMS = 20
_GROWING = (0, 40, 150)  # words of the longest note
_TRIES = 100
_CANARY = "CANARY"
_DELETE = "DELETE FROM response WHERE participant_id IN (?, ?)"


@pytest.fixture
def people(store: Store) -> list[Participant]:
    """Six people, of whom the first two will be erased."""
    assessment, _people = start_assessment(store)
    people = [  # always of the same names, so that each run parts the same pages
        Participant(f"person-{number}", assessment.id, f"Person {number}", Respondent.TRUSTEE)
        for number in range(6)
    ]
    for person in people:
        store.participants.add(person)
    return people


def write_anew(store: Store, people: list[Participant], rng: random.Random) -> None:
    """Let notes grow in any order, so that SQLite parts pages and moves what is on them."""
    notes = [(person, f"S-{item}") for person in people for item in range(_ITEMS)]

    def write(connection: Connection) -> None:
        for most in _GROWING:
            rng.shuffle(notes)
            for person, item in notes:
                word = _CANARY if person in people[:2] else "others"
                response = Response(person.id, item, "4", f"{word} " * rng.randint(0, most))
                write_response(connection, response, store._writer.next_seq())

    store._writer.write(write)


def pieces(path: Path) -> int:
    return path.read_bytes().count(_CANARY.encode())


def left_by_sqlite(file: Path, place: Path, going: tuple[str, str]) -> int:
    """How many pieces stay if no more is done than to delete, overwriting what is deleted."""
    shutil.copyfile(file, place)
    with closing(sqlite3.connect(place, isolation_level=None)) as connection:
        connection.execute("PRAGMA secure_delete = ON").fetchall()
        connection.execute(_DELETE, going)
    return pieces(place)


@pytest.fixture
def going(
    store: Store, folder: DataFolder, people: list[Participant], tmp_path: Path
) -> tuple[str, str]:
    """Whom to erase, from a file in which SQLite leaves pieces of them."""
    going = (people[0].id, people[1].id)
    for seed in range(_TRIES):
        write_anew(store, people, random.Random(seed))
        if left_by_sqlite(folder.database, tmp_path / "deleted.db", going):
            return going
    pytest.skip(f"SQLite {sqlite3.sqlite_version} leaves no pieces here")


def erase(store: Store, going: tuple[str, str]) -> None:
    store.safety.erase(lambda connection: connection.exec_driver_sql(_DELETE, going).close())


def test_nothing_of_what_was_erased_is_between_the_rows_that_stay(
    store: Store, folder: DataFolder, going: tuple[str, str]
) -> None:
    """Neither in the file nor in the copy that is made then."""
    erase(store, going)
    assert pieces(folder.database) == 0
    assert pieces(copies_in(folder)[0].path) == 0
    assert b"others" in folder.database.read_bytes()


def test_a_file_that_could_not_be_built_anew_is_before_the_next_copy(
    store: Store, folder: DataFolder, going: tuple[str, str]
) -> None:
    """As when somebody else reads just then: a copy with pieces in it would end all trying."""
    allow_to_build_anew(store, is_allowed=False)
    with pytest.raises(NotYetForgottenError):
        erase(store, going)
    assert pieces(folder.database) > 0
    with pytest.raises(EnvironmentProblemError):
        store.safety.make_copy(Reason.ASKED)
    with pytest.raises(EnvironmentProblemError, match="Something was erased"):
        keep_copy_beside(folder)
    assert copies_in(folder) == ()
    allow_to_build_anew(store, is_allowed=True)
    store.close()
    assert pieces(folder.database) == 0
    assert [pieces(copy.path) for copy in copies_in(folder)] == [0]


def allow_to_build_anew(store: Store, *, is_allowed: bool) -> None:
    def answer(action: int, *_about: object) -> int:
        is_building = action == sqlite3.SQLITE_ATTACH  # which is how it begins
        return sqlite3.SQLITE_DENY if is_building and not is_allowed else sqlite3.SQLITE_OK

    store._writer.keep(lambda database: database._driver.set_authorizer(answer))
