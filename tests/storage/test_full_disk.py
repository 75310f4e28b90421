"""A disk that is full, or a file that has gone: a sentence, and nothing lost."""

import json
import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from storage_samples import file_with_answers, start_assessment

from collabkit.assessments.assessment import Response
from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import Store

POSIX = pytest.mark.skipif(os.name == "nt", reason="needs limits on file sizes")

# The limit on the size of files stands in for the size of the disk.
FILL = """
import json, pathlib, resource, signal, sys
from collabkit.assessments.assessment import Response
from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import Store

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
folder = DataFolder(pathlib.Path(sys.argv[1]))
store = Store.open(folder)
(assessment,) = store.assessments.all()
(person,) = store.participants.of_assessment(assessment.id)
_soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
size = folder.database.stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40_000, hard))
saved, n = [], 0
while True:
    response = Response(person.id, f"S-{n}", "4", f"note {n} " * 200)
    error = store.responses.save(response).exception()
    if error:
        break
    saved.append(response.item_id)
    n += 1
readable = [r.item_id for r in store.responses.of_assessment(assessment.id)]
resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))
retried = store.responses.save(response).exception()
store.close()
print(json.dumps({
    "saved": saved, "readable": readable, "error": str(error), "failed": response.item_id,
    "explained": isinstance(error, EnvironmentProblemError), "retried": str(retried),
}))
"""

NO_ROOM = """
import pathlib, resource, signal, sys
from collabkit.errors import EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.storage import Store

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
_soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, hard))
try:
    Store.open(DataFolder(pathlib.Path(sys.argv[1])))
except EnvironmentProblemError as error:
    print(error)
"""


def run(code: str, folder: DataFolder) -> str:
    return subprocess.run(
        [sys.executable, "-c", code, folder.root], capture_output=True, text=True, check=True
    ).stdout


@POSIX
def test_a_full_disk_is_explained_and_the_answer_can_be_saved_again(folder: DataFolder) -> None:
    """Earlier answers stay readable; with room again, the same answer is saved."""
    file_with_answers(folder.root)
    told = json.loads(run(FILL, folder))
    assert told["explained"], told["error"]
    assert "What was saved before is safe" in told["error"]
    assert len(told["saved"]) > 3
    assert told["readable"] == ["POW-1", *told["saved"]]
    assert told["retried"] == "None"
    with Store.open(folder) as store:
        (assessment,) = store.assessments.all()
        kept = [r.item_id for r in store.responses.of_assessment(assessment.id)]
    assert kept == ["POW-1", *told["saved"], told["failed"]]


def test_a_full_database_keeps_the_earlier_answer(store: Store) -> None:
    """A longer note that no longer fits leaves the one before it."""
    assessment, (person,) = start_assessment(store)
    before = Response(person.id, "POW-1", "4", "a note")
    store.responses.save(before).result()
    limit = store._writer.read(lambda c: c.exec_driver_sql("PRAGMA max_page_count = 1").scalar())
    assert limit is not None
    longer = Response(person.id, "POW-1", "4", "a longer note " * 10_000)
    error = store.responses.save(longer).exception()
    assert isinstance(error, EnvironmentProblemError)
    assert "disk is full" in str(error)
    assert store.responses.of_assessment(assessment.id) == (before,)
    store._writer.read(lambda c: c.exec_driver_sql("PRAGMA max_page_count = 100000").scalar())
    store.responses.save(longer).result()
    assert store.responses.of_assessment(assessment.id) == (longer,)


@POSIX
def test_a_new_file_that_does_not_fit_leaves_nothing(folder: DataFolder) -> None:
    """No half database that the next start would take for a damaged one."""
    assert run(NO_ROOM, folder).strip().endswith(".")
    assert {path.name for path in folder.root.iterdir()} == {"collabkit.lock"}


def test_a_file_in_use_is_explained(store: Store, folder: DataFolder) -> None:
    """Another program that holds the file is named as the reason, and saving works afterwards."""
    _assessment, (person,) = start_assessment(store)
    store._writer.read(lambda c: c.exec_driver_sql("PRAGMA busy_timeout = 50").close())
    response = Response(person.id, "POW-1", "4")
    with closing(sqlite3.connect(folder.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        error = store.responses.save(response).exception()
        other.execute("ROLLBACK")
    assert isinstance(error, EnvironmentProblemError)
    assert "Another program" in str(error)
    assert store.responses.save(response).exception() is None


@POSIX
def test_a_file_that_was_taken_away_is_noticed(store: Store, folder: DataFolder) -> None:
    """Saving into a deleted file would look like success; it is refused with a sentence."""
    _assessment, (person,) = start_assessment(store)
    folder.database.rename(folder.root / "moved.db")
    error = store.responses.save(Response(person.id, "POW-1", "4")).exception()
    (folder.root / "moved.db").rename(folder.database)
    assert isinstance(error, EnvironmentProblemError)
    assert "moved" in str(error)
    assert store.responses.save(Response(person.id, "POW-1", "4")).exception() is None
