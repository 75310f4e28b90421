"""What is settled about a whole assessment: kept, changed, sealed, taken back."""

import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from storage_samples import start_assessment

from collabkit.paths import DataFolder
from collabkit.storage import DamagedFileError, Store


def test_what_is_settled_is_there_when_the_file_is_opened_again(
    store: Store, folder: DataFolder
) -> None:
    """The latest word for each topic."""
    assessment, _people = start_assessment(store)
    store.settled.keep(assessment.id, "decision", "go")
    store.settled.keep(assessment.id, "decision", "leave it, ŵ\nfor now")
    store.settled.keep(assessment.id, "mode", "alone")
    store.close()
    with Store.open(folder) as again:
        kept = again.settled.of_assessment(assessment.id)
    assert kept == {"decision": "leave it, ŵ\nfor now", "mode": "alone"}


def test_an_empty_value_takes_it_back(store: Store) -> None:
    """Of that assessment alone."""
    assessment, _people = start_assessment(store)
    other, _people = start_assessment(store)
    for each in (assessment, other):
        store.settled.keep(each.id, "mode", "alone")
    store.settled.keep(assessment.id, "mode", "")
    assert store.settled.of_assessment(assessment.id) == {}
    assert store.settled.of_assessment(other.id) == {"mode": "alone"}


def test_one_topic_can_be_read_for_all_assessments(store: Store) -> None:
    """Those without it have nothing there."""
    one, _people = start_assessment(store)
    two, _people = start_assessment(store)
    store.settled.keep(one.id, "wording", "sample")
    store.settled.keep(two.id, "mode", "alone")
    assert store.settled.by_assessment("wording") == {one.id: "sample", two.id: ""}


def test_settling_touches_the_assessment(store: Store) -> None:
    """It comes to the top of the list; an unknown one is a key error."""
    first, _people = start_assessment(store)
    start_assessment(store)
    store.settled.keep(first.id, "mode", "alone")
    assert store.lists.summaries()[0].assessment == first
    with pytest.raises(KeyError):
        store.settled.keep("nobody", "mode", "alone")


def test_what_follows_from_it_is_kept_with_it_or_not_at_all(store: Store) -> None:
    """A fault in one part leaves everything as it was."""
    assessment, (person,) = start_assessment(store)
    store.settled.keep(assessment.id, "mode", "alone", left_out=[(person.id, "POW-2")])
    assert store.participants.left_out(assessment.id) == {person.id: frozenset({"POW-2"})}
    with pytest.raises(Exception, match="FOREIGN KEY"):
        store.settled.keep(assessment.id, "mode", "partners", left_out=[("nobody", "POW-1")])
    assert store.settled.of_assessment(assessment.id) == {"mode": "alone"}
    assert store.participants.left_out(assessment.id) == {person.id: frozenset({"POW-2"})}
    store.settled.keep(assessment.id, "mode", "partners", left_out=[])
    assert store.participants.left_out(assessment.id) == {person.id: frozenset()}


def test_a_changed_decision_is_noticed(store: Store, folder: DataFolder) -> None:
    """Its words are sealed like those of an answer."""
    assessment, _people = start_assessment(store)
    store.settled.keep(assessment.id, "decision", "go")
    store.close()
    with closing(sqlite3.connect(folder.database)) as connection, connection:
        connection.execute("UPDATE settled SET value = 'no'")
    with pytest.raises(DamagedFileError):
        Store.open(folder)


def test_reading_it_needs_no_sqlalchemy() -> None:
    """Home shows a statement in its words before SQLAlchemy is there."""
    code = "import sys, collabkit.storage.settled; print('sqlalchemy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
