"""The verified copy that is made at closing."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest
from storage_samples import (
    file_with_answers,
    latest_copy,
    new_charity,
    start_assessment,
    state_of,
)

from collabkit.assessments.assessment import Response
from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import DamagedFileError, Store
from collabkit.storage.backup import copy_database
from collabkit.storage.checks import check_file
from collabkit.storage.connection import connect


def test_the_copy_holds_everything(store: Store, folder: DataFolder, tmp_path: Path) -> None:
    """Put in the place of the file, the copy is the file."""
    assessment, (person,) = start_assessment(store)
    response = Response(person.id, "POW-1", "4", "a note")
    store.responses.save(response)
    store.close()
    other = DataFolder(tmp_path / "other")
    other.root.mkdir()
    other.database.write_bytes(latest_copy(folder).read_bytes())
    with Store.open(other) as again:
        assert again.assessments.all() == (assessment,)
        assert again.responses.of_assessment(assessment.id) == (response,)


def test_the_copy_is_alone(folder: DataFolder) -> None:
    """Nothing half is left beside it."""
    file_with_answers(folder.root)
    (only,) = folder.backups.iterdir()
    assert only == latest_copy(folder)


def test_a_session_without_changes_makes_no_copy(folder: DataFolder) -> None:
    """The copy of the last change stays as it is."""
    file_with_answers(folder.root)
    copy = latest_copy(folder)
    before = state_of(copy)
    with Store.open(folder) as store:
        store.lists.summaries()
    assert state_of(copy) == before
    assert list(folder.backups.iterdir()) == [copy]


def test_a_session_with_changes_makes_another_copy(folder: DataFolder) -> None:
    """The newest copy is never older than the last closing, and the one before stays."""
    file_with_answers(folder.root)
    first = latest_copy(folder)
    with Store.open(folder) as store:
        store.charities.add(new_charity("A late sample"))
    assert b"A late sample" in latest_copy(folder).read_bytes()
    check_file(first)


def test_a_copy_that_has_gone_is_made_again(folder: DataFolder) -> None:
    """Even if nothing was changed."""
    file_with_answers(folder.root)
    latest_copy(folder).unlink()
    Store.open(folder).close()
    check_file(latest_copy(folder))


def test_a_copy_that_cannot_be_made_is_a_sentence(store: Store, folder: DataFolder) -> None:
    """The answers are saved, the lock is free, and the person knows about the copy."""
    charity = new_charity()
    store.charities.add(charity)
    folder.backups.write_text("a file where the folder should be")
    with pytest.raises(EnvironmentProblemError, match="safety copy could not be made"):
        store.close()
    folder.backups.unlink()
    with Store.open(folder) as again:
        assert again.lists.charities() == (charity,)


def test_what_goes_bad_while_the_program_runs_is_told_at_closing(folder: DataFolder) -> None:
    """The good copy stays, the lock is free, and the sentence names the file, not the copy."""
    file_with_answers(folder.root)
    good = state_of(latest_copy(folder))
    store = Store.open(folder)
    store.charities.add(new_charity("A sample that gives a reason for a copy"))
    with closing(sqlite3.connect(folder.database)) as other:
        other.execute("UPDATE response SET note = 'x'")
        other.commit()
    with pytest.raises(DamagedFileError) as caught:
        store.close()
    assert f"“{folder.database}”" in str(caught.value)
    assert state_of(latest_copy(folder)) == good
    with pytest.raises(DamagedFileError):
        Store.open(folder)


def test_a_good_copy_is_not_replaced_by_a_damaged_one(folder: DataFolder) -> None:
    """What goes bad while the program runs does not reach the copy."""
    file_with_answers(folder.root, "a note to rely on")
    good = state_of(latest_copy(folder))
    data = folder.database.read_bytes()
    folder.database.write_bytes(data.replace(b"a note to rely on", b"a note to bely on"))
    connection = connect(folder.database)
    with pytest.raises(DamagedFileError):
        copy_database(connection, latest_copy(folder))
    connection.close()
    assert state_of(latest_copy(folder)) == good
    assert list(folder.backups.iterdir()) == [latest_copy(folder)]


def test_a_closed_store_is_closed_for_every_thread(folder: DataFolder) -> None:
    """The system gives the number of the thread that has ended to the next one that is begun."""
    with Store.open(folder) as store:
        new_charity(store)
    for _each in range(20):
        with ThreadPoolExecutor(1) as another, pytest.raises(RuntimeError, match="shutdown"):
            another.submit(store.safety.changes_since_copy).result()
