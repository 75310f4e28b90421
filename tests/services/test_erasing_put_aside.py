"""What was put aside is erased as safety copies are, listed with its day and named in the proof."""

import shutil
from datetime import datetime
from pathlib import Path

import pytest
from beginnings import TODAY, say, start
from test_erasing_person import CANARY, PROOF, answered, erase, files_with

from collabkit.assessments.assessment import Assessment, Response
from collabkit.assessments.pack import Respondent
from collabkit.crash_reports.kept import KeptReports
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.assessments import NewPerson
from collabkit.services.erasing import Decision, Kind
from collabkit.services.erasing_done_words import still_holding
from collabkit.storage.copies import Reason
from collabkit.storage.second_copy.segments import segment_paths

PASSPHRASE = "otter velvet compass rain"
NAME = "Theirs-Canary"


def pair(services: Services) -> Assessment:
    """Two people, of whom the second has written what stands nowhere else."""
    names = [NewPerson(name, Respondent.TRUSTEE) for name in ("Ours", NAME)]
    assessment = start(services, "power-inventory", people=names)
    person = services.assessments.participants(assessment.id)[1]
    said = (Response(person.id, i, note=CANARY, evidence=PROOF) for i in assessment.asked[:3])
    say(services, assessment, *said)
    (prompt, *_more) = services.personal.prompts(assessment.id)
    services.personal.keep(assessment.id, person.id, prompt.id, CANARY)
    return assessment


def put_locked_aside(folder: DataFolder) -> tuple[Path, Assessment]:
    """Lock everything, forget the passphrase and begin anew; return where the locked data lies."""
    pytest.importorskip("sqlcipher3")
    from collabkit.storage.locking.recovery_code import new_code
    from collabkit.storage.locking.setting_aside import set_locked_aside
    from collabkit.storage.locking.switching import switch_on

    services = open_services(folder)
    assessment = pair(services)
    services.store.safety.make_copy(Reason.ASKED)
    services.close()
    switch_on(folder, PASSPHRASE, new_code(), 2)
    return set_locked_aside(folder, datetime(2026, 5, 3, 9, 5)).root, assessment


def decide(services: Services, kind: Kind, assessment: Assessment) -> Decision:
    erasing = services.erasing
    match kind:
        case Kind.PERSON:
            person = services.assessments.participants(assessment.id)[1]
            return erasing.person(assessment.id, person.id, TODAY)
        case Kind.ASSESSMENT:
            return erasing.assessment(assessment.id, TODAY)
        case _charity:
            return erasing.charity(assessment.charity_id, TODAY)


@pytest.mark.parametrize("kind", [Kind.PERSON, Kind.ASSESSMENT, Kind.CHARITY])
def test_nothing_is_left_in_any_file_of_the_whole_folder(folder: DataFolder, kind: Kind) -> None:
    """Whatever was kept aside, wherever: every file is walked through, in UTF-8 and UTF-16."""
    locked, _older = put_locked_aside(folder)
    services = open_services(folder)
    assessment = pair(services)
    person = services.assessments.participants(assessment.id)[1]
    services.store.safety.make_copy(Reason.ASKED)
    services.close()
    data = folder.database.read_bytes()
    older = folder.kept / "collabkit-20260504T101112000000-put-aside.db"
    shutil.copy(folder.database, older)
    (folder.kept / f"{older.name}-journal").write_bytes(b"\xd9\xd5" + data[:9000])
    (folder.kept / f"{older.name}.lock.json").write_text("{}")
    (folder.kept / "torn.db").write_bytes(b"torn" + data)
    deep = folder.kept / "a folder that lay there" / "deep"
    deep.mkdir(parents=True)
    (deep / "notes.txt").write_text(f"{person.id} {CANARY}", encoding="utf-16")
    (folder.backups / f"{older.name}.sealed").write_bytes(data)
    KeptReports(folder.root).folder.mkdir()
    report = KeptReports(folder.root).folder / "fault-20261122T101112-0123abcd-1.txt"
    report.write_text(CANARY, encoding="utf-16-le")
    (folder.changes / ".collabkit-0123456789abcdef.part").write_bytes(data)
    shutil.copy(segment_paths(folder)[0], folder.changes / "000000000000.log.bak")
    (folder.kept / ".DS_Store").write_bytes(b"\0\0\0\1Bud1")

    services = open_services(folder)
    traces = (person.id, CANARY, CANARY[:24], PROOF, PROOF[:24])
    assert len(files_with(folder.root, *traces)) >= 8, "the canaries must have been there"
    decision = decide(services, kind, assessment)
    assert not any(copy.path.suffix == ".part" for copy in decision.copies)
    done = services.erasing.erase(decision, TODAY)
    assert files_with(folder.root, *traces) == []
    assert (done.proof.found, done.proof.unread, done.copies, done.remains) == ((), (), (), ())
    assert not locked.exists()
    told = " ".join(done.lines)
    assert [path.name for path in folder.kept.rglob("*") if path.is_file()] == [".DS_Store"]
    assert [path.suffix for path in folder.changes.iterdir()] == [".log"]
    for name in (older.name, "deep/notes.txt", "torn.db", locked.name, "000000000000.log.bak"):
        assert name in told
    services.close()
    assert files_with(folder.root, *traces) == []


def test_data_that_was_locked_and_put_aside_is_one_entry_that_may_hold_it(
    folder: DataFolder,
) -> None:
    """With the day on which it was put aside; it is said before, and the day is no file's time."""
    locked, _older = put_locked_aside(folder)
    services = open_services(folder)
    decision = decide(services, Kind.PERSON, pair(services))
    (held,) = decision.copies
    assert (held.path, held.is_read, held.gone_by) == (locked, False, None)
    assert held.made == datetime(2026, 5, 3, 9, 5)
    assert any("nobody can look into it" in line for line in decision.cautions)
    services.close()


def test_what_was_to_stay_is_told_and_goes_with_one_button(folder: DataFolder) -> None:
    """The proof does not say that nothing is left, and the same list is what is erased then."""
    locked, _older = put_locked_aside(folder)
    services = open_services(folder)
    decision = decide(services, Kind.PERSON, pair(services))
    done = services.erasing.erase(decision, TODAY, with_copies=False)
    assert locked in {copy.path for copy in done.copies}
    told = still_holding(done.copies)
    assert any("may still hold" in line and locked.name in line for line in told)
    assert done.proof.unread == ()
    assert services.erasing.erase_copies(done.copies) == ()
    assert not locked.exists()
    services.close()


def test_a_sound_file_put_aside_without_the_person_stays(
    home: Services, folder: DataFolder, tmp_path: Path
) -> None:
    """Only a damaged or locked one may hold what cannot be found in it."""
    other = DataFolder(tmp_path / "other")
    open_services(other).close()
    folder.kept.mkdir()
    shutil.copy(other.database, folder.kept / "sound.db")
    data = bytearray(other.database.read_bytes())
    data[-5000:-4000] = b"\x07" * 1000
    (folder.kept / "damaged.db").write_bytes(data)
    done = erase(home, answered(home, 6), 0)
    assert [path.name for path in folder.kept.iterdir()] == ["sound.db"]
    assert any("damaged.db" in line for line in done.lines)


def test_what_cannot_be_deleted_in_a_folder_is_told(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half of it gone is not all of it gone."""
    import os

    locked, _older = put_locked_aside(folder)
    services = open_services(folder)
    decision = decide(services, Kind.PERSON, pair(services))
    unlink = os.unlink

    def refuse(path: object, *args: object, **options: object) -> None:
        if str(path) == str(locked / "collabkit.db"):
            raise PermissionError(13, "held")
        unlink(path, *args, **options)  # type: ignore[arg-type]

    monkeypatch.setattr("os.unlink", refuse)
    done = services.erasing.erase(decision, TODAY)
    assert [copy.path for copy in done.copies] == [locked]
    assert any(str(locked) in line and "not all of it" in line for line in done.remains)
    services.close()


def test_what_nobody_can_look_into_is_never_called_searched(
    home: Services, folder: DataFolder
) -> None:
    """A file of the log under another name, an archive, and a database that another key opens."""
    pytest.importorskip("sqlcipher3")
    assessment = answered(home, 6)
    (segment,) = segment_paths(folder)
    head, _change, *_more = segment.read_bytes().split(b"\n")
    (folder.packs / "x").mkdir(parents=True)
    (folder.packs / "x" / "older.bak").write_bytes(head + b"\n1 00 zzzz\n")
    (folder.root / "all.zip").write_bytes(b"PK\x03\x04" + bytes(50))
    ciphered = bytearray(folder.database.read_bytes())
    ciphered[20] = 80
    ciphered[100:] = b"\x9e" * (len(ciphered) - 100)
    (folder.root / "theirs.db").write_bytes(ciphered)
    done = erase(home, assessment, 0)
    assert done.proof.unread == ("all.zip", str(Path("packs", "x", "older.bak")), "theirs.db")
    assert any("all.zip" in line and "locked, packed or damaged" in line for line in done.remains)


def test_a_folder_that_is_a_link_is_searched_too(
    home: Services, folder: DataFolder, tmp_path: Path
) -> None:
    """What was put aside may lie on another disk."""
    there = tmp_path / "other disk"
    there.mkdir()
    try:
        folder.packs.symlink_to(there, target_is_directory=True)
    except OSError:
        pytest.skip("this disk knows no links")
    assessment = answered(home, 6)
    person = home.assessments.participants(assessment.id)[0]
    (there / "mine.toml").write_text(person.id)
    assert erase(home, assessment, 0).proof.found == (str(Path("packs", "mine.toml")),)
