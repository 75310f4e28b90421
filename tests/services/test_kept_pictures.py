"""What a group has seen stays known across putting back an older state of the data."""

import hashlib
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from beginnings import TODAY, answer, start

from collabkit.assessments.assessment import Assessment
from collabkit.assessments.outcomes.no_more import why_no_more
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.assessments import NewPerson
from collabkit.services.closing import SHOWN, WITHDRAWN
from collabkit.services.putting_back import PutBack, put_back
from collabkit.services.recovery import Trouble, look, put_everything_back
from collabkit.services.safety import Reason
from collabkit.services.safety_words import warning_of
from collabkit.storage.contents import contents_of
from collabkit.storage.copies import copies_in
from collabkit.storage.table_seals import seal_tables

# Goes back to a copy, and dies as soon as that has taken the place of the data.
DYING = """
import os, pathlib, sys
from datetime import date
import collabkit.files
from collabkit.paths import DataFolder
from collabkit.services.putting_back import put_back

folder = DataFolder(pathlib.Path(sys.argv[1]))
replace = collabkit.files._replace

def and_die(temporary, target):
    replace(temporary, target)
    if target.name == folder.database.name:
        os._exit(9)

collabkit.files._replace = and_die
put_back(folder, pathlib.Path(sys.argv[2]), date(2026, 11, 22))
"""


def group(services: Services) -> Assessment:
    names = [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in range(1, 8)]
    return start(services, people=names, minimum=5)


def all_answered(folder: DataFolder) -> tuple[Services, Assessment]:
    """Open the data with a group of whom everybody has answered, and nobody was shown."""
    services = open_services(folder)
    assessment = group(services)
    answer(services, assessment, *services.assessments.participants(assessment.id))
    return services, assessment


def counts_as_shown(folder: DataFolder, assessment: Assessment) -> bool:
    services = open_services(folder)
    try:
        return SHOWN in services.store.settled.of_assessment(assessment.id)
    finally:
        services.close()


def told(services: Services, assessment: Assessment) -> int:
    """Return how many answers to statements there are in the picture."""
    return len([r for r in services.results.picture(assessment.id).responses if r.answer])


def copy_now(services: Services) -> Path:
    return services.store.safety.make_copy(Reason.ASKED).path


def going_back(folder: DataFolder, services: Services, copy: Path) -> tuple[PutBack, Services]:
    services.close()
    return put_back(folder, copy, TODAY), open_services(folder)


def test_erasing_after_going_back_still_warns(folder: DataFolder) -> None:
    """The copy was made before seven were shown; six of them are never shown beside that."""
    services, assessment = all_answered(folder)
    people = services.assessments.participants(assessment.id)
    copy = copy_now(services)
    assert told(services, assessment) == 28
    _done, services = going_back(folder, services, copy)
    assert SHOWN in services.store.settled.of_assessment(assessment.id)
    decision = services.erasing.person(assessment.id, people[0].id, TODAY)
    assert decision.cautions
    services.erasing.erase(decision, TODAY)
    assert told(services, assessment) == 0
    services.close()


def test_a_copy_without_the_last_sheet_shows_nothing(folder: DataFolder) -> None:
    """Six of the seven that were shown would tell what the seventh said."""
    services = open_services(folder)
    assessment = group(services)
    people = services.assessments.participants(assessment.id)
    answer(services, assessment, *people[:6])
    copy = copy_now(services)
    answer(services, assessment, people[6])
    assert told(services, assessment) == 28
    done, services = going_back(folder, services, copy)
    assert told(services, assessment) == 0
    assert done.kept is not None
    _done, services = going_back(folder, services, done.kept.path)
    assert told(services, assessment) == 28, "what was given up comes back as it was"
    services.close()


def test_killed_as_the_copy_takes_its_place_the_marks_are_there(folder: DataFolder) -> None:
    """They come with the file, not after it."""
    services = open_services(folder)
    assessment = group(services)
    people = services.assessments.participants(assessment.id)
    answer(services, assessment, *people[:6])
    copy = copy_now(services)
    answer(services, assessment, people[6])
    assert told(services, assessment) == 28
    services.close()
    done = subprocess.run([sys.executable, "-c", DYING, folder.root, copy], check=False)
    assert done.returncode == 9
    services = open_services(folder)
    assert len(services.assessments.participants(assessment.id)) == 7
    assert services.store.notices == ()
    assert told(services, assessment) == 0, "six beside seven would tell what the seventh said"
    services.close()


def test_a_questionnaire_that_cannot_be_read_counts_as_shown(folder: DataFolder) -> None:
    """It hinders nobody from going back, and another release may know how to show it."""
    services, assessment = all_answered(folder)
    copy = copy_now(services)
    services.close()
    with closing(sqlite3.connect(copy)) as connection, connection:
        source = b"of a later day"
        digest = hashlib.sha256(source).hexdigest()
        connection.execute("UPDATE pack_version SET source = ?, digest = ?", (source, digest))
        connection.execute("UPDATE assessment SET pack_digest = ?", (digest,))
        seal_tables(connection)
    folder.database.write_bytes(b"\0" * 5000)
    put_back(folder, copy, TODAY)
    assert counts_as_shown(folder, assessment)


def test_what_puts_back_less_than_everything_counts_pictures_as_shown(folder: DataFolder) -> None:
    """What is missing may have been that they were shown."""
    services, assessment = all_answered(folder)
    services.close()
    open_services(folder).close()
    services = open_services(folder)
    told(services, assessment)
    services.close()
    folder.database.write_bytes(folder.database.read_bytes()[:9000])
    copies_in(folder)[0].path.unlink()
    for path in folder.changes.iterdir():
        path.unlink()
    findings = look(folder, Trouble.DAMAGED, TODAY)
    assert findings.best is not None
    assert not findings.best.state.is_complete
    put_everything_back(folder, findings)
    assert counts_as_shown(folder, assessment)


def test_somebody_erased_comes_back_without_being_shown(folder: DataFolder) -> None:
    """The picture with them would differ from the one without them by their answers."""
    services, assessment = all_answered(folder)
    people = services.assessments.participants(assessment.id)
    told(services, assessment)
    copy = copy_now(services)
    decision = services.erasing.person(assessment.id, people[0].id, TODAY)
    services.erasing.erase(decision, TODAY, with_copies=False)
    before = told(services, assessment)
    _done, services = going_back(folder, services, copy)
    assert told(services, assessment) == before
    assert WITHDRAWN in services.store.settled.of_assessment(assessment.id)
    services.close()


def test_where_the_data_cannot_be_read_every_picture_counts_as_shown(folder: DataFolder) -> None:
    """Nobody knows any more whether it was."""
    services, assessment = all_answered(folder)
    copy = copy_now(services)
    services.close()
    folder.database.write_bytes(b"\0" * 5000)
    put_back(folder, copy, TODAY)
    assert counts_as_shown(folder, assessment)


def test_an_assessment_that_was_erased_meanwhile_counts_as_shown(folder: DataFolder) -> None:
    """Its marks went with it."""
    services, assessment = all_answered(folder)
    copy = copy_now(services)
    decision = services.erasing.assessment(assessment.id, TODAY)
    services.erasing.erase(decision, TODAY, with_copies=False)
    _done, services = going_back(folder, services, copy)
    assert services.store.settled.of_assessment(assessment.id).get(SHOWN)
    services.close()


def test_results_and_files_say_why_nothing_is_shown_any_more(
    folder: DataFolder, tmp_path: Path
) -> None:
    """Six people have answered, which nobody calls nobody."""
    services, assessment = all_answered(folder)
    people = services.assessments.participants(assessment.id)
    told(services, assessment)
    services.erasing.erase(services.erasing.person(assessment.id, people[0].id, TODAY), TODAY)
    picture = services.results.picture(assessment.id)
    why = why_no_more(picture.settled, picture.results.respondents, 5)
    assert why.startswith("Six people have answered. Nothing is shown any more, because")
    for ending in ("html", "pdf", "docx"):
        file = tmp_path / f"report.{ending}"
        services.exports.export(assessment.id, file, TODAY, with_notes=False)
    written = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "Nobody has answered yet" not in written
    assert "Six people have answered. Nothing is shown any more" in written
    services.close()


def test_it_holds_where_everything_is_locked(folder: DataFolder) -> None:
    """The marks are read and written by whoever has the passphrase."""
    pytest.importorskip("sqlcipher3")
    from collabkit.services.locking import new_code, switch_on

    open_services(folder).close()
    folder = switch_on(folder, "four words that fit", new_code(), work=8)
    services, assessment = all_answered(folder)
    copy = copy_now(services)
    assert told(services, assessment) == 28
    _done, services = going_back(folder, services, copy)
    assert SHOWN in services.store.settled.of_assessment(assessment.id)
    services.close()


def shown_and_erased(services: Services) -> tuple[Assessment, Path]:
    """Show a group's picture, and erase one of seven; return a copy from before both too."""
    assessment = group(services)
    answer(services, assessment, *services.assessments.participants(assessment.id))
    copy = copy_now(services)
    kept = copy.parent.parent.parent / "stick.db"
    kept.write_bytes(copy.read_bytes())
    assert services.results.picture(assessment.id).results.respondents == 7
    erase_first(services, assessment)
    return assessment, kept


def erase_first(services: Services, assessment: Assessment) -> None:
    person = services.assessments.participants(assessment.id)[0]
    services.erasing.erase(services.erasing.person(assessment.id, person.id, TODAY), TODAY)


def test_receipts_stay_and_what_is_here_again_is_told(folder: DataFolder) -> None:
    """Somebody has to be able to show that it was erased, and to see that it has to go again."""
    services = open_services(folder)
    assessment, copy = shown_and_erased(services)
    receipts = services.erasing.receipts()
    done, services = going_back(folder, services, copy)
    assert "had been erased is here again" in done.again
    assert services.erasing.receipts()[1:] == receipts
    assert services.retention.erased_again() == done.again
    again, services = going_back(folder, services, copy)
    assert "is here again" in again.again, "also the second time"
    assert again.before is not None
    assert warning_of(again.before, contents_of(copy))
    erase_first(services, assessment)
    assert services.retention.erased_again() == ""
    services.close()


def test_a_copy_that_knows_of_the_erasing_says_nothing(folder: DataFolder) -> None:
    """Nothing erased is in it."""
    services = open_services(folder)
    _assessment, _copy = shown_and_erased(services)
    copy = copy_now(services)
    done, services = going_back(folder, services, copy)
    assert done.again == ""
    assert len(services.erasing.receipts()) == 1
    services.close()


def test_until_when_it_is_kept_stays_known(folder: DataFolder) -> None:
    """People were told so."""
    services = open_services(folder)
    assessment = group(services)
    copy = copy_now(services)
    services.retention.keep_until(assessment.id, date(2029, 11, 1), TODAY)
    _done, services = going_back(folder, services, copy)
    assert services.retention.until(assessment.id) == date(2029, 11, 1)
    services.close()


def test_one_person_who_came_back_is_no_picture(folder: DataFolder) -> None:
    """Not “one person is in this picture”, and no themes without a score: why there is none."""
    services = open_services(folder)
    assessment, copy = shown_and_erased(services)
    _done, services = going_back(folder, services, copy)
    picture = services.results.picture(assessment.id)
    assert picture.results.respondents < 5
    assert "Seven people have answered. Nothing is shown any more" in picture.who_is_left
    services.close()
