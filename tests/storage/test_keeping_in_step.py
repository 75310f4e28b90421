"""The database and its second copy: told as saved only in both, and what follows if not."""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from storage_samples import new_charity, start_assessment

from collabkit.assessments.assessment import Response
from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import OlderFileError, Store, history
from collabkit.storage.copies import Reason, copies_in
from collabkit.storage.marks import Place, place_of
from collabkit.storage.problems import WrittenOverError
from collabkit.storage.second_copy.segments import read_segment, segment_paths
from collabkit.storage.second_copy.standing import Step, standing


def place_in(folder: DataFolder) -> Place:
    with closing(sqlite3.connect(folder.database)) as connection:
        return place_of(connection)


def logged(folder: DataFolder) -> bytes:
    return b"".join(path.read_bytes() for path in segment_paths(folder))


def test_every_change_is_in_both(store: Store, folder: DataFolder) -> None:
    """As soon as it is told as saved."""
    _assessment, (person,) = start_assessment(store)
    for number in range(5):
        store.responses.save(Response(person.id, "S-1", "4", f"note {number}")).result()
        assert standing(folder, place_in(folder)).step is Step.IN_STEP
        assert f"note {number}".encode() in logged(folder)


def test_a_transaction_that_is_taken_back_is_not_in_the_log(
    store: Store, folder: DataFolder
) -> None:
    """Nor does it come in with the next."""
    store.charities.add(new_charity("The first sample"))
    twice = new_charity("A sample that comes twice")
    with pytest.raises(sqlite3.IntegrityError):
        store._writer.write(lambda c: _add_twice(c, twice))
    store.charities.add(new_charity("The last sample"))
    assert b"comes twice" not in logged(folder)
    assert b"The last sample" in logged(folder)


def _add_twice(connection: object, charity: object) -> None:
    from collabkit.storage.charities import insert_charity

    for _time in range(2):
        try:
            insert_charity(charity, connection)  # type: ignore[arg-type]
        except Exception as error:
            raise error.__cause__ or error from None


def test_nothing_is_written_where_nothing_changes(store: Store, folder: DataFolder) -> None:
    """Reading, and writing that finds nothing to write, makes no change."""
    store.charities.add(new_charity())
    before = place_in(folder)
    store.lists.summaries()
    store._writer.write(lambda _connection: None)
    assert place_in(folder) == before


def test_a_log_goes_on_in_its_file(folder: DataFolder) -> None:
    """After a kill too, which leaves room behind the last line."""
    with Store.open(folder) as store:
        store.charities.add(new_charity("The first sample"))
    copy = copies_in(folder)[0]
    for name in ("The second sample", "The third sample"):
        kill_after_adding(folder, name)
        assert segment_paths(folder)[-1].read_bytes().endswith(b"\0")
    with Store.open(folder) as store:
        store.charities.add(new_charity("The last sample"))
        assert standing(folder, place_in(folder)).step is Step.IN_STEP
        assert copies_in(folder) == (copy,)
        assert read_segment(segment_paths(folder)[-1]).base.number == 1


def kill_after_adding(folder: DataFolder, name: str) -> None:
    program = """
import os, signal, sys
from pathlib import Path
from uuid import uuid4
from collabkit.assessments.charity import Charity
from collabkit.paths import DataFolder
from collabkit.storage import Store
store = Store.open(DataFolder(Path(sys.argv[1])))
store.charities.add(Charity(str(uuid4()), sys.argv[2]))
os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", program, str(folder.root), name], check=False)


@pytest.mark.parametrize("damage", ["gone", "last line", "head", "torn"])
def test_a_log_that_cannot_go_on_begins_anew(folder: DataFolder, damage: str) -> None:
    """A verified copy is made first; nothing is lost, and nobody is troubled."""
    with Store.open(folder) as store:
        store.charities.add(new_charity("The first sample"))
    kill_after_adding(folder, "The second sample")
    path = segment_paths(folder)[-1]
    data = path.read_bytes().rstrip(b"\0")
    if damage == "gone":
        path.unlink()
    else:
        last = data.rstrip(b"\n").rfind(b"\n") + 1
        ending = {"last line": b"garbage\n", "torn": data[last:-5]}
        path.write_bytes(b"junk" if damage == "head" else data[:last] + ending[damage])
    with Store.open(folder) as store:
        store.charities.add(new_charity("The last sample"))
        assert standing(folder, place_in(folder)).step is Step.IN_STEP
        assert copies_in(folder)[0].reason is Reason.NEW_LOG
        assert len(store.lists.charities()) == 3


def test_a_file_that_is_older_than_its_log_is_refused(folder: DataFolder) -> None:
    """It was put in the place of the right one, or the disk has lost something."""
    with Store.open(folder) as store:
        store.charities.add(new_charity("The first sample"))
    older = folder.database.read_bytes()
    kill_after_adding(folder, "The second sample")
    kill_after_adding(folder, "The third sample")
    folder.database.write_bytes(older)
    with pytest.raises(OlderFileError) as caught:
        Store.open(folder)
    assert caught.value.missing == 2
    assert folder.database.read_bytes() == older


def test_a_full_disk_undoes_the_whole_change(folder: DataFolder) -> None:
    """Room in the log is taken before anything is saved: both or neither."""
    program = """
import resource, sys
from pathlib import Path
from uuid import uuid4
from collabkit.assessments.charity import Charity
from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import Store
import signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = DataFolder(Path(sys.argv[1]))
store = Store.open(folder)
store.charities.add(Charity(str(uuid4()), "The first sample"))
long = "".join(uuid4().hex for _each in range(60))  # the log is full after a few hundred changes
most = folder.database.stat().st_size + 400_000
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    for number in range(10_000):
        last = number
        store.charities.change(Charity(store.lists.charities()[0].id, f"{number} {long}"))
except EnvironmentProblemError as error:
    print(error)
print(store.lists.charities()[0].name == f"{last - 1} {long}")
"""
    run = subprocess.run(
        [sys.executable, "-c", program, str(folder.root)],
        capture_output=True,
        text=True,
        check=False,
    )
    sentence, is_undone = run.stdout.splitlines()[:2]
    assert "What was saved before is safe" in sentence
    assert is_undone == "True"
    with closing(sqlite3.connect(folder.database)) as connection:
        assert standing(folder, place_of(connection)).step is Step.IN_STEP


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be put aside there")
def test_a_line_that_could_not_be_written_comes_with_the_next(
    store: Store, folder: DataFolder, tmp_path: Path
) -> None:
    """The person is told; trying once more mends it."""
    store.charities.add(new_charity("The first sample"))
    kept_by = store._writer._database._history
    assert kept_by is not None
    descriptor = kept_by._log._descriptor  # type: ignore[union-attr]
    kept = os.dup(descriptor)  # type: ignore[arg-type]
    readable = os.open(segment_paths(folder)[0], os.O_RDONLY)
    os.dup2(readable, descriptor)  # type: ignore[arg-type]  # the disk does not take it
    with pytest.raises(EnvironmentProblemError):
        store.charities.add(new_charity("The second sample"))
    os.dup2(kept, descriptor)  # type: ignore[arg-type]
    os.close(kept)
    os.close(readable)
    store.charities.add(new_charity("The third sample"))
    assert standing(folder, place_in(folder)).step is Step.IN_STEP
    assert b"The second sample" in logged(folder)


def test_what_is_erased_leaves_the_log(store: Store, folder: DataFolder) -> None:
    """Neither the log nor the file has it; what was not erased is in a new copy."""
    _assessment, (person,) = start_assessment(store)
    store.responses.save(Response(person.id, "S-1", "4", "CANARY")).result()
    store.responses.save(Response(person.id, "S-2", "4", "A note that stays")).result()
    assert b"CANARY" in logged(folder)
    store.safety.erase(
        lambda c: c.exec_driver_sql("DELETE FROM response WHERE item_id = 'S-1'").close()
    )
    assert b"CANARY" not in logged(folder) + folder.database.read_bytes()
    copy = copies_in(folder)[0]
    assert copy.reason is Reason.AFTER_ERASING
    assert b"CANARY" not in copy.path.read_bytes()
    assert b"A note that stays" in copy.path.read_bytes()
    store.responses.save(Response(person.id, "S-2", "3", "A later note")).result()
    assert standing(folder, place_in(folder)).step is Step.IN_STEP


def test_no_pieces_of_what_was_erased_stay_between_rows(store: Store, folder: DataFolder) -> None:
    """SQLite leaves some when it parts a page, whatever ``secure_delete`` says."""
    rng = random.Random(2)
    people = [start_assessment(store)[1][0] for _person in range(8)]
    notes = [(person, item) for person in people for item in range(20)]
    for length in (0, 60, 300, 900):
        rng.shuffle(notes)
        for person, item in notes:
            text = f"CANARY {person.id} {'x' * length}"
            store.responses.save(Response(person.id, f"S-{item}", "4", text))
    store.flush()
    store.safety.erase(lambda c: c.exec_driver_sql("DELETE FROM response").close())
    for path in (folder.database, copies_in(folder)[0].path):
        assert b"CANARY" not in path.read_bytes()


def test_erasing_that_was_stopped_is_finished_at_the_next_start(
    store: Store, folder: DataFolder, tmp_path: Path
) -> None:
    """The file says which files of the log hold what was erased."""
    store.charities.add(new_charity("CANARY"))
    (path,) = segment_paths(folder)
    held = path.read_bytes()
    store.safety.erase(lambda c: c.exec_driver_sql("DELETE FROM charity").close())
    store.close()
    path.write_bytes(held)  # as if it had been stopped before this was removed
    Store.open(folder).close()
    assert not path.exists()


def test_old_files_of_the_log_go_with_the_copies(folder: DataFolder) -> None:
    """Three copies can be followed by what came after them; what is older is not needed."""
    for number in range(6):
        with Store.open(folder) as store:
            store.charities.add(new_charity(f"Sample {number}"))
    third = copies_in(folder)[2].number
    assert int(segment_paths(folder)[0].stem) == third


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be taken away there")
@pytest.mark.parametrize("is_in_use", [True, False])
@pytest.mark.parametrize("taken", ["folder", "renamed", "emptied", "file", "cut short"])
def test_a_log_that_is_taken_away_begins_anew(
    folder: DataFolder, taken: str, is_in_use: bool
) -> None:
    """With the next change, behind a verified copy; nothing is saved into a file nobody finds."""
    with Store.open(folder) as store:
        store.charities.add(new_charity("The first sample"))
    with Store.open(folder) as store:
        if is_in_use:
            store.charities.add(new_charity("Another sample"))
        path = segment_paths(folder)[-1]
        if taken == "renamed":
            folder.changes.rename(folder.root / "renamed")
        elif taken == "file":
            path.unlink()
        elif taken == "cut short":
            os.truncate(path, 20)
        else:
            shutil.rmtree(folder.changes)
            if taken == "emptied":
                folder.changes.mkdir()
        store.charities.add(new_charity("The last sample"))
        assert b"The last sample" in logged(folder)
        assert standing(folder, place_in(folder)).step is Step.IN_STEP
        assert copies_in(folder)[0].reason is Reason.NEW_LOG
    Store.open(folder).close()


def test_the_log_goes_on_only_where_the_file_is(
    store: Store, folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A stick that came back as another disk: the file is open on the one before."""
    store.charities.add(new_charity("The first sample"))
    before = logged(folder)
    monkeypatch.setattr(history, "_device_of", lambda _folder: -1)
    with pytest.raises(WrittenOverError):
        store.charities.add(new_charity("The last sample"))
    assert logged(folder) == before
    monkeypatch.undo()
    store.charities.add(new_charity("The last sample"))


def test_only_the_present_file_of_the_log_has_room(folder: DataFolder) -> None:
    """By that it is known for the last one, whatever was taken away; closed or not."""
    for number in range(3):
        with Store.open(folder) as store:
            store.charities.add(new_charity(f"Sample {number}"))
            rooms = [read_segment(path).has_room for path in segment_paths(folder)]
            assert rooms == [*[False] * (len(rooms) - 1), True]
        *older, last = map(read_segment, segment_paths(folder))
        assert last.has_room
        assert not any(segment.has_room for segment in older)
        assert all(segment.is_whole for segment in older)
