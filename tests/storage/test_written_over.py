"""Another file was written over the open one; nothing more is called saved."""

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from storage_samples import start_assessment

from collabkit.assessments.assessment import Response
from collabkit.errors import CollabkitError
from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.copies import Reason, copies_in
from collabkit.storage.problems import DamagedFileError, OlderFileError, WrittenOverError


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path)


@pytest.fixture
def store(folder: DataFolder) -> Iterator[Store]:
    store = Store.open(folder)
    yield store
    with contextlib.suppress(CollabkitError):
        store.close()


def put_back_what_was(folder: DataFolder, data: bytes) -> None:
    """Write into the same file, as programs do that keep folders alike."""
    with folder.database.open("r+b") as file:
        file.truncate()
        file.write(data)


def answer(store: Store, participant: str, level: str) -> None:
    store.responses.save(Response(participant, "POW-1", level)).result()


def test_an_older_file_takes_no_more_answers(store: Store, folder: DataFolder) -> None:
    """Otherwise the next “Saved” would hide that the one before it is gone."""
    me = start_assessment(store)[1][0].id
    older = folder.database.read_bytes()
    answer(store, me, "3")
    put_back_what_was(folder, older)
    with pytest.raises(WrittenOverError, match="can be put back"):
        answer(store, me, "4")
    assert store.is_written_over
    assert store.damage_met == 1


def test_that_it_was_written_over_stays_known(store: Store, folder: DataFolder) -> None:
    """Whatever else is found about the file afterwards, that is what has to be told."""
    me = start_assessment(store)[1][0].id
    older = folder.database.read_bytes()
    answer(store, me, "3")
    put_back_what_was(folder, older)
    with pytest.raises(WrittenOverError):
        answer(store, me, "4")
    put_back_what_was(folder, b"not a database at all " * 1_000)
    with pytest.raises(DamagedFileError):
        store.lists.charities()
    assert store.damage_met == 2
    assert store.is_written_over


def test_no_copy_is_made_of_it_and_the_next_start_tells(store: Store, folder: DataFolder) -> None:
    """A copy would have the number of what was lost."""
    me = start_assessment(store)[1][0].id
    older = folder.database.read_bytes()
    answer(store, me, "3")
    before = copies_in(folder)
    put_back_what_was(folder, older)
    with pytest.raises(WrittenOverError):
        store.safety.make_copy(Reason.ASKED)
    with pytest.raises(CollabkitError):
        store.close()
    assert copies_in(folder) == before
    with pytest.raises(OlderFileError):
        Store.open(folder)


def test_a_file_with_another_history_takes_none_either(
    store: Store, folder: DataFolder, tmp_path: Path
) -> None:
    """It is newer than ours, but not what became of ours."""
    start_assessment(store)
    other = DataFolder(tmp_path / "other")
    theirs = Store.open(other)
    for _time in range(2):
        start_assessment(theirs)
    put_back_what_was(folder, other.database.read_bytes())
    theirs.close()
    with pytest.raises(WrittenOverError):
        start_assessment(store)
