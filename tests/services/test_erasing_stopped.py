"""A stop in the middle of erasing leaves nothing behind: the next start goes on, and says so."""

import sqlite3
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from beginnings import say, start

from collabkit.assessments.assessment import Assessment, Response
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.assessments import NewPerson
from collabkit.services.erasing_in_hand import InHand, in_hand_file, take_in_hand
from collabkit.storage.copies import Reason

DAY = date(2026, 11, 22)
CANARY = b"words of one person alone"

# Erases one person, or takes a name out, and dies at a step of it.
DYING = """
import os, pathlib, sys
from datetime import date
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.erasing import ErasingService

day, (folder, assessment_id, step, kind) = date(2026, 11, 22), sys.argv[1:]
services = open_services(DataFolder(pathlib.Path(folder)))
person = services.assessments.participants(assessment_id)[0]
charity_id = services.assessments.get(assessment_id).charity_id
if kind == "person":
    decision = services.erasing.person(assessment_id, person.id, day)
else:
    keys = [each.key for each in services.named.mentions(charity_id, "Sample Name")]
    decision = services.erasing.name(charity_id, "Sample Name", keys, day)
setattr(ErasingService, step, lambda *_arguments: os._exit(9))
services.erasing.erase(decision, day)
"""


def somebody_in(folder: DataFolder, kind: str = "person") -> tuple[Services, Assessment]:
    """Open an assessment with one note, private words and a copy of both."""
    services = open_services(folder)
    people = [NewPerson(name, Respondent.TRUSTEE) for name in ("One", "Another")]
    assessment = start(services, "power-inventory", people=people)
    person = services.assessments.participants(assessment.id)[0]
    note = f"Sample Name, {CANARY.decode()}"
    say(services, assessment, Response(person.id, assessment.asked[0], note=note))
    (prompt, *_more) = services.personal.prompts(assessment.id)
    if kind == "person":
        services.personal.keep(assessment.id, person.id, prompt.id, note)
    services.store.safety.make_copy(Reason.ASKED)
    return services, assessment


def stopped(folder: DataFolder, step: str, kind: str = "person") -> None:
    """Leave what a stop at ``step`` leaves."""
    services, assessment = somebody_in(folder, kind)
    services.close()
    command = [sys.executable, "-c", DYING, str(folder.root), assessment.id, step, kind]
    assert subprocess.run(command, check=False).returncode == 9


def files_with(folder: DataFolder, words: bytes) -> list[str]:
    files = [path for path in folder.root.rglob("*") if path.is_file()]
    return [path.name for path in files if words in path.read_bytes()]


def test_private_words_and_older_copies_go_at_the_next_start(folder: DataFolder) -> None:
    """They went with the rest when nobody had stopped it; somebody is told that they have gone."""
    stopped(folder, "_erase_the_rest")
    assert files_with(folder, CANARY)
    services = open_services(folder)
    assert not files_with(folder, CANARY)
    assert not in_hand_file(folder).exists()
    assert len(services.erasing.receipts()) == 1
    assert "stopped in the middle of erasing" in " ".join(services.store.notices)
    services.close()
    services = open_services(folder)
    assert services.store.notices == ()
    services.close()


def test_a_name_goes_from_the_copies_too(folder: DataFolder) -> None:
    """The name itself was written down, and is not afterwards."""
    stopped(folder, "_erase_the_rest", "name")
    assert files_with(folder, b"Sample Name")
    open_services(folder).close()
    assert not files_with(folder, b"Sample Name")


def test_stopped_before_anything_was_erased_it_says_so(folder: DataFolder) -> None:
    """Everything is there as before, and nothing of it is taken away later."""
    stopped(folder, "_erase")
    before = files_with(folder, CANARY)
    services = open_services(folder)
    assert services.erasing.receipts() == ()
    assert len(services.assessments.participants(services.assessments.summaries()[0].assessment.id))
    assert "Nothing was erased" in " ".join(services.store.notices)
    assert not in_hand_file(folder).exists()
    services.close()
    assert set(before) - {in_hand_file(folder).name} <= set(files_with(folder, CANARY))


LETTING_GO = """
import os, pathlib, sys
from collabkit.paths import DataFolder
from collabkit.services.erasing_in_hand import InHand, let_go, take_in_hand

def die(event, _arguments):
    if event == "os.remove":
        os._exit(9)

folder = DataFolder(pathlib.Path(sys.argv[1]))
take_in_hand(folder, InHand((), (), (), "Sample Name", True, 0, 0))
sys.addaudithook(die)
let_go(folder)
"""


def test_stopped_as_that_is_done_nobody_is_troubled(folder: DataFolder) -> None:
    """What was written down is not half removed, and nothing of it stays."""
    open_services(folder).close()
    command = [sys.executable, "-c", LETTING_GO, str(folder.root)]
    assert subprocess.run(command, check=False).returncode == 9
    services = open_services(folder)
    assert services.store.notices == ()
    services.close()
    assert list(folder.root.glob(".collabkit-*")) == []


class LastSyncFails:
    """SQLite's connection to a disk that fails when the next change is committed but for a sync."""

    def __init__(self, driver: sqlite3.Connection) -> None:
        self.driver = driver
        self.is_failing = True
        self.is_changing = False

    def __getattr__(self, name: str) -> object:
        return getattr(self.driver, name)

    def execute(self, statement: str, *values: tuple[str, ...]) -> sqlite3.Cursor:
        done = self.driver.execute(statement, *values)
        self.is_changing |= statement == "BEGIN IMMEDIATE"
        if statement == "COMMIT" and self.is_changing and self.is_failing:
            self.is_failing = False
            error = sqlite3.OperationalError("disk I/O error")
            error.sqlite_errorcode = sqlite3.SQLITE_IOERR
            raise error
        return done


def test_reported_as_failed_and_erased_all_the_same_it_goes_on(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Otherwise private words and older copies would stay, and nobody would know."""
    services, assessment = somebody_in(folder)
    person = services.assessments.participants(assessment.id)[0]
    decision = services.erasing.person(assessment.id, person.id, DAY)
    database = services.store._writer._database
    failing = LastSyncFails(database._driver)
    monkeypatch.setattr(database, "_driver", failing)
    done = services.erasing.erase(decision, DAY)
    assert not failing.is_failing
    monkeypatch.undo()
    assert done.remains == ()
    assert person not in services.assessments.participants(assessment.id)
    services.close()
    assert not files_with(folder, CANARY)
    assert not in_hand_file(folder).exists()


@pytest.mark.parametrize("kept", [b"", b"{}", b"[1]", b"\xff\x00", b'{"ids": 1}'])
def test_what_was_written_down_may_be_damaged(folder: DataFolder, kept: bytes) -> None:
    """Then nobody can tell what it was, and that is what is told."""
    open_services(folder).close()
    in_hand_file(folder).write_bytes(kept)
    services = open_services(folder)
    assert "Please look under Privacy" in " ".join(services.store.notices)
    assert not in_hand_file(folder).exists()
    services.close()


def test_where_everything_is_locked_it_is_sealed(tmp_path: Path) -> None:
    """A name that is to go must not lie there to be read."""
    pytest.importorskip("sqlcipher3")
    from collabkit.storage.locking.recovery_code import new_code
    from collabkit.storage.locking.switching import switch_on

    plain = DataFolder(tmp_path / "home")
    open_services(plain).close()
    locked = switch_on(plain, "otter velvet compass rain", new_code(), 2)
    take_in_hand(locked, InHand((), (), (), "Sample Name", True, 0, 0))
    assert b"Sample Name" not in in_hand_file(locked).read_bytes()
    services = open_services(locked)
    assert "Nothing was erased" in " ".join(services.store.notices)
    assert not in_hand_file(locked).exists()
    services.close()
