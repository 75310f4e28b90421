"""What can still be read in a damaged file is offered last, said plainly, and gives nobody away."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from beginnings import TODAY, answer, start

from collabkit.assessments.assessment import Assessment, Response
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.assessments import NewPerson
from collabkit.services.recovery import Findings, Trouble, look, take_rest
from collabkit.services.recovery_words import act, heading, nothing_left, promise, rest_words

NOTE = "what the board said about sharing a minibus"


def told(services: Services, assessment: Assessment) -> int:
    return len([r for r in services.results.picture(assessment.id).responses if r.answer])


def by_people(services: Services) -> dict[int, Assessment]:
    """Return the assessments by how many take part."""
    return {
        len(services.assessments.participants(each.assessment.id)): each.assessment
        for each in services.assessments.summaries()
    }


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A group's answers and one person's own; no copy and no log of them is left."""
    folder = DataFolder(tmp_path / "home")
    services = open_services(folder)
    names = [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in range(1, 8)]
    group = start(services, people=names, minimum=5)
    answer(services, group, *services.assessments.participants(group.id))
    assert told(services, group) == 28
    own = start(services, minimum=1)
    (person,) = services.assessments.participants(own.id)
    for item_id in own.asked[:3]:
        services.store.responses.save(Response(person.id, item_id, "4", NOTE)).result()
    services.close()
    return folder


def lose_the_rest(folder: DataFolder) -> None:
    shutil.rmtree(folder.backups)
    shutil.rmtree(folder.changes)


def change_a_note(folder: DataFolder) -> None:
    """Change one letter of an answer."""
    data = bytearray(folder.database.read_bytes())
    data[data.rfind(NOTE.encode())] ^= 1
    folder.database.write_bytes(data)


def found(folder: DataFolder) -> Findings:
    return look(folder, Trouble.DAMAGED, TODAY)


def test_it_is_offered_where_nothing_else_is_left(folder: DataFolder) -> None:
    """As long as a copy or the log leads anywhere, nobody hears of it."""
    change_a_note(folder)
    findings = found(folder)
    assert findings.best is not None
    assert findings.rest is None
    lose_the_rest(folder)
    findings = found(folder)
    assert findings.best is None
    assert findings.rest is not None
    assert findings.rest.answers == 30
    assert list(folder.root.rglob("*.part*")) == []


def test_the_words_say_what_it_is(folder: DataFolder) -> None:
    """How much there is, that some may be missing, and that the damaged file stays."""
    change_a_note(folder)
    lose_the_rest(folder)
    findings = found(folder)
    assert heading(findings) == "Part of your data can still be read"
    assert "2 charities, 2 assessments, 8 people, 30 answers and 2 notes" in promise(
        findings, TODAY
    )
    assert "Some of what you saved may be missing." in promise(findings, TODAY)
    assert "The damaged file is kept as well." in promise(findings, TODAY)
    assert act(findings) == "Take what can still be read"
    assert "cannot rely on it" not in " ".join(nothing_left(findings, folder))


def test_what_was_read_is_the_data_from_then_on(folder: DataFolder) -> None:
    """The damaged file is kept; the answer that was changed is not among the others."""
    change_a_note(folder)
    lose_the_rest(folder)
    damaged = folder.database.read_bytes()
    findings = found(folder)
    recovered = take_rest(folder, findings)
    assert recovered.kept is not None
    assert recovered.kept.read_bytes() == damaged
    assert "This could still be read: 2 charities, " in rest_words(recovered, findings)
    assert "The damaged file is kept in the folder “kept”" in rest_words(recovered, findings)
    services = open_services(folder)
    own = by_people(services)[1]
    assert [each.note for each in services.assessments.responses(own.id)] == [NOTE, NOTE]
    services.close()


def test_a_group_is_not_shown_with_somebody_missing(folder: DataFolder) -> None:
    """Beside the picture that was shown, the new one would tell what they said."""
    change_a_note(folder)
    lose_the_rest(folder)
    take_rest(folder, found(folder))
    services = open_services(folder)
    assert told(services, by_people(services)[7]) == 0
    assert told(services, by_people(services)[1]) == 2
    services.close()


def test_a_group_of_which_nothing_is_lost_is_shown_as_before(folder: DataFolder) -> None:
    """Only a number in the head was changed, by which no row is read."""
    data = bytearray(folder.database.read_bytes())
    data[36:40] = b"\0\0\1\0"  # of free pages
    folder.database.write_bytes(data)
    lose_the_rest(folder)
    take_rest(folder, found(folder))
    services = open_services(folder)
    shown = {told(services, each.assessment) for each in services.assessments.summaries()}
    assert shown == {28, 3}
    services.close()


FULL = """
import pathlib, resource, signal, sys
from datetime import date
from collabkit.paths import DataFolder
from collabkit.services.recovery import Trouble, look

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))
findings = look(DataFolder(pathlib.Path(sys.argv[1])), Trouble.DAMAGED, date(2026, 11, 22))
print(findings.rest, findings.hindrance)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no limit for the size of files there")
def test_a_full_disk_is_not_taken_for_nothing_to_read(folder: DataFolder) -> None:
    """Looking takes some room; whoever makes some can look once more."""
    change_a_note(folder)
    lose_the_rest(folder)
    command = [sys.executable, "-c", FULL, str(folder.root)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.startswith("None This could not be")
    assert "it may be full" in done.stdout
    assert list(folder.root.rglob("*.part*")) == []


def test_nothing_is_offered_where_nothing_can_be_read(folder: DataFolder) -> None:
    """The advice stays as it was."""
    data = folder.database.read_bytes()
    folder.database.write_bytes(data[:100] + bytes(len(data) - 100))
    lose_the_rest(folder)
    findings = found(folder)
    assert findings.rest is None
    assert heading(findings) == "Your data cannot be opened"
    assert act(findings) == ""
