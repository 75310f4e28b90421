"""A commit was reported as failed, and is in the file all the same; the log has it too."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from storage_samples import file_with_answers

from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.connection import connect, make_safe
from collabkit.storage.history import History
from collabkit.storage.second_copy.segments import segment_paths
from collabkit.storage.second_copy.standing import last_in_log


@pytest.fixture
def folder(tmp_path_factory: pytest.TempPathFactory) -> DataFolder:
    return file_with_answers(tmp_path_factory.mktemp("in-doubt"))


@pytest.fixture
def connection(folder: DataFolder) -> Iterator[sqlite3.Connection]:
    with closing(connect(folder.database)) as connection:
        make_safe(connection)
        yield connection


def change_name(connection: sqlite3.Connection, history: History, name: str, end: str) -> None:
    """Do as the writer does, until the transaction has ended one way or the other."""
    history.watch()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE charity SET name = ?", (name,))
    history.before_commit()
    connection.execute(end)
    history.taken_back()  # whatever came of it, an error was reported


def test_what_is_in_the_file_goes_into_the_log(
    folder: DataFolder, connection: sqlite3.Connection
) -> None:
    """With the next change, and before it: nobody has been told that it is saved."""
    history = History(folder, connection)
    before = history.mark.number
    change_name(connection, history, "In doubt", "COMMIT")
    history.settle()
    assert history.is_where_it_was()
    assert history.mark.number == before + 1
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE charity SET name = 'The next'")
    change = history.before_commit()
    connection.execute("COMMIT")
    assert change is not None
    history.after_commit(change)
    history.close()
    assert segment_paths(folder)
    assert last_in_log(folder) == before + 2
    connection.close()
    with Store.open(folder) as store:
        assert store.notices == ()
        assert [charity.name for charity in store.lists.charities()] == ["The next"]


def test_what_was_taken_back_leaves_no_trace(
    folder: DataFolder, connection: sqlite3.Connection
) -> None:
    """The usual case of a commit that fails."""
    history = History(folder, connection)
    before = history.mark
    change_name(connection, history, "Taken back", "ROLLBACK")
    history.settle()
    assert history.is_where_it_was()
    assert history.mark == before


def test_an_erasing_in_doubt_begins_the_log_anew(
    folder: DataFolder, connection: sqlite3.Connection
) -> None:
    """What was erased is in the log, which is therefore outdated."""
    history = History(folder, connection)
    history.watch()
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE charity SET name = 'Erased'")
    history.before_erasing_commit()
    connection.execute("COMMIT")
    history.taken_back()
    history.settle()
    assert history.is_where_it_was()
    assert history.needs_copy
    assert history.outdated() == segment_paths(folder)
