"""Reading beside a running window: no lock, no change, no surprise."""

import random
import shutil
import sqlite3
import string
from contextlib import closing
from pathlib import Path

import pytest
from storage_samples import file_with_answers, new_charity, start_assessment, state_of

from collabkit.assessments.assessment import Response
from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import OlderFileError, Store
from collabkit.storage.second_copy.segments import segment_paths


def files_in(folder: DataFolder) -> dict[str, tuple[str, int]]:
    return {p.name: state_of(p) for p in folder.root.rglob("*") if p.is_file()}


def test_a_reader_sees_what_the_window_saves(store: Store, folder: DataFolder) -> None:
    """Also what is saved after the reader was opened."""
    assessment, (person,) = start_assessment(store)
    with Store.open(folder, read_only=True) as reader:
        assert reader.responses.of_assessment(assessment.id) == ()
        response = Response(person.id, "POW-1", "4")
        store.responses.save(response).result()
        assert reader.responses.of_assessment(assessment.id) == (response,)


def test_a_reader_leaves_no_trace(folder: DataFolder) -> None:
    """No file appears, changes or goes, not even a copy at closing."""
    file_with_answers(folder.root)
    shutil.rmtree(folder.backups)
    before = files_in(folder)
    with Store.open(folder, read_only=True) as reader:
        reader.lists.summaries()
    assert files_in(folder) == before


def test_a_reader_cannot_write(folder: DataFolder) -> None:
    """Both kinds of writing say why they do nothing."""
    file_with_answers(folder.root)
    with Store.open(folder, read_only=True) as reader:
        with pytest.raises(EnvironmentProblemError, match="for reading only"):
            reader.charities.add(new_charity())
        error = reader.responses.save(Response("nobody", "POW-1", "4")).exception()
        assert isinstance(error, EnvironmentProblemError)


def test_two_readers_and_a_window(store: Store, folder: DataFolder) -> None:
    """Readers do not shut each other out, nor the window."""
    with (
        Store.open(folder, read_only=True) as first,
        Store.open(folder, read_only=True) as second,
    ):
        charity = new_charity()
        store.charities.add(charity)
        assert first.lists.charities() == second.lists.charities() == (charity,)


def test_nothing_to_read_is_a_sentence(folder: DataFolder) -> None:
    """A reader never makes a file or a folder."""
    with pytest.raises(EnvironmentProblemError, match="does not exist"):
        Store.open(folder, read_only=True)
    assert not folder.root.exists()


def stopped_in_the_middle(source: DataFolder, target: DataFolder) -> None:
    """Copy a file as a power cut leaves it in the middle of a change, journal and all."""
    shutil.copytree(source.root, target.root)
    source_file = source.database
    with closing(sqlite3.connect(source_file, isolation_level=None)) as connection:
        connection.execute("PRAGMA cache_size = 1")
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE response SET note = ?", ("half a change " * 10_000,))
        for name in ("collabkit.db", "collabkit.db-journal"):
            shutil.copy(source.root / name, target.root / name)
        connection.execute("ROLLBACK")


def test_half_a_change_is_taken_back_by_the_window(tmp_path: Path) -> None:
    """After a power cut the window finds the file as it was before the change."""
    source, cut = DataFolder(tmp_path / "source"), DataFolder(tmp_path / "cut")
    file_with_answers(source.root, "the earlier note")
    stopped_in_the_middle(source, cut)
    assert b"half a change" in cut.database.read_bytes()
    with Store.open(cut) as store:
        (assessment,) = store.assessments.all()
        (response,) = store.responses.of_assessment(assessment.id)
    assert response.note == "the earlier note"
    assert not (cut.root / "collabkit.db-journal").exists()


def test_half_a_change_is_explained_to_a_reader(tmp_path: Path) -> None:
    """A reader may not mend anything; it says who can, and leaves all as it is."""
    source, cut = DataFolder(tmp_path / "source"), DataFolder(tmp_path / "cut")
    file_with_answers(source.root)
    stopped_in_the_middle(source, cut)
    before = files_in(cut)
    with pytest.raises(EnvironmentProblemError, match="open the window"):
        Store.open(cut, read_only=True)
    assert files_in(cut) == before


@pytest.mark.parametrize("sort", ["long", "torn behind it"])
def test_an_older_file_is_not_read_whatever_the_log_ends_with(
    folder: DataFolder, sort: str
) -> None:
    """One change may be longer than what is mostly read of the end of the log."""
    with Store.open(folder) as store:
        _assessment, (person,) = start_assessment(store)
    older = folder.database.read_bytes()
    with Store.open(folder) as store:
        note = "".join(random.Random(1).choices(string.printable, k=400_000))
        store.responses.save(Response(person.id, "POW-1", "4", note)).result()
        left = shutil.copytree(folder.root, folder.root.with_name("left"))
    left_folder = DataFolder(Path(left))
    left_folder.database.write_bytes(older)
    if sort != "long":
        path = segment_paths(left_folder)[-1]
        path.write_bytes(path.read_bytes().rstrip(b"\0") + b"4 0123")
    with pytest.raises(OlderFileError):
        Store.open(left_folder, read_only=True)
