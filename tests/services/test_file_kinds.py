"""What a file is that somebody sent, and where it belongs here."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from beginnings import TODAY, close_all, say, start
from elsewhere_desk import BOARD, DAY, board, dump, handing_out, sheet
from workshop_days import prepared

from collabkit.assessments.assessment import Response
from collabkit.assessments.pack import Respondent
from collabkit.assets import resource
from collabkit.exchange.answers.answer_file import answer_bytes
from collabkit.exchange.answers.handed_out import HandedOut
from collabkit.exchange.answers.invitation import invitation_bytes
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.assessments import NewPerson
from collabkit.services.bundles import Wanted
from collabkit.services.file_kinds import look_at
from collabkit.services.found_files import (
    AnswersFound,
    BundleFound,
    GroupFileFound,
    InvitationFound,
    NothingFound,
    QuestionnaireFound,
    SessionFound,
    TableFound,
)


@pytest.fixture
def inviting(tmp_path: Path) -> Iterator[Services]:
    """The computer on which the assessment is."""
    opened = open_services(DataFolder(tmp_path / "inviting"))
    yield opened
    opened.close()


def invitation(folder: Path, handed: HandedOut) -> Path:
    path = folder / f"sheet {handed.sheet}.collabkit-ask"
    path.write_bytes(invitation_bytes(handed))
    return path


def one_invitation(folder: Path, inviting: Services, **other: Any) -> Path:
    (handed,) = handing_out(inviting).sheets(board(inviting).id, today=DAY, **other)
    return invitation(folder, handed)


def look(services: Services, path: Path) -> Any:
    """Look at a file; looking changes nothing."""
    before = dump(services), path.read_bytes()
    found = look_at(services, path)
    assert (dump(services), path.read_bytes()) == before
    return found


def written(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def test_an_invitation_says_who_asks_what_and_what_happens(
    services: Services, inviting: Services, tmp_path: Path
) -> None:
    """With the sentences of its forms: how long, from how many on, and who reads the comments."""
    found = look(services, one_invitation(tmp_path, inviting))
    assert isinstance(found, InvitationFound)
    assert (found.title, found.pack_title) == ("June", "Board conditions check")
    assert "four statements" in found.how_long
    assert "once five people have answered" in " ".join(found.who_sees)
    assert "in your own words may be shown" in " ".join(found.who_sees)
    assert (found.here, found.made_for, found.given_back) == ("", "", None)


def test_an_invitation_that_was_begun_is_known_again(
    services: Services, inviting: Services, tmp_path: Path
) -> None:
    """With how far it is, and when the answers were saved; in the bin it stays."""
    path = one_invitation(tmp_path, inviting)
    there = services.invited.open_invitation(path, TODAY)
    (person,) = services.assessments.participants(there.id)
    say(services, there, Response(person.id, "BRD-1", "4"))
    found = look(services, path)
    assert (found.here, found.answered, found.of) == (there.id, 1, 4)
    services.assessments.finish(there.id, TODAY)
    services.assessments.remove(there.id)
    found = look(services, path)
    assert (found.here, found.given_back) == (there.id, TODAY)
    assert [removed.record.id for removed in services.assessments.removed()] == [there.id]


def test_an_invitation_of_this_very_computer_says_so(inviting: Services, tmp_path: Path) -> None:
    """Whoever sends it looks at it first."""
    assessment = board(inviting)
    shared = handing_out(inviting).shared_sheet(assessment.id, today=DAY)
    found = look(inviting, invitation(tmp_path, shared))
    assert (found.made_for, found.is_shared) == (assessment.id, True)


def test_answers_are_led_to_their_assessment(services: Services, tmp_path: Path) -> None:
    """Whether as a file or as a filled form; nothing of what they say is told."""
    assessment = board(services)
    path = written(tmp_path, "back.collabkit-answers", answer_bytes(sheet(assessment)))
    found = look(services, path)
    assert found == AnswersFound(path, assessment.id, found.charity, "June")
    services.assessments.remove(assessment.id)
    assert look(services, path).is_put_away
    other = replace(sheet(assessment), assessment="another")
    elsewhere = written(tmp_path, "x.json", answer_bytes(other))
    assert look(services, elsewhere) == AnswersFound(elsewhere)


def test_answers_that_were_given_here_are_known(
    services: Services, inviting: Services, tmp_path: Path
) -> None:
    """They belong to whoever asked for them, not to this computer."""
    there = services.invited.open_invitation(one_invitation(tmp_path, inviting), TODAY)
    (person,) = services.assessments.participants(there.id)
    say(services, there, Response(person.id, "BRD-1", "4"))
    path = tmp_path / "mine.collabkit-answers"
    services.invited.give_back(there.id, path, with_notes=False, role=Respondent.TRUSTEE)
    found = look(services, path)
    assert (found.assessment_id, found.given_by, found.title) == ("", there.id, "June")
    there_found = look(inviting, path)
    assert there_found.assessment_id == services.invited.invitation(there.id).assessment


def test_a_bundle_says_whose_it_is(services: Services, inviting: Services, tmp_path: Path) -> None:
    """And when it was saved."""
    assessment = start(inviting)
    path = tmp_path / "all.collabkit"
    inviting.bundles.write(Wanted(assessment.charity_id), path, TODAY)
    charity = inviting.charities.get(assessment.charity_id).name
    assert look(services, path) == BundleFound(path, charity, TODAY)


def test_a_locked_file_is_only_known_to_be_locked(services: Services, tmp_path: Path) -> None:
    """Whatever it is called."""
    path = written(tmp_path, "x.bin", b"age-encryption.org/v1\n-> scrypt and more")
    assert look(services, path) == BundleFound(path, is_locked=True)


def test_a_session_says_whose_it_is(services: Services, tmp_path: Path) -> None:
    """And what it is called; it is not taken over by that."""
    session = prepared(services)
    path = tmp_path / "away-day.json"
    services.workshops.save_file(session.id, path)
    title = session.meeting.preparation.title
    expected = SessionFound(path, session.charity.name, title, session.pack.title)
    assert look(services, path) == expected


def test_what_a_group_sends_says_its_month(services: Services, tmp_path: Path) -> None:
    """And no name."""
    people = [NewPerson(f"Person {place}", Respondent.TRUSTEE) for place in range(5)]
    assessment = start(services, "board-check", minimum=5, people=people)
    for person in services.assessments.participants(assessment.id):
        say(services, assessment, *(Response(person.id, item_id, "4") for item_id in BOARD))
    close_all(services, assessment)
    services.assessments.finish(assessment.id, TODAY)
    path = tmp_path / "ours.collabkit-group"
    preview = services.group_files.preview(assessment.charity_id, today=TODAY)
    services.group_files.write(preview, path)
    assert look(services, path) == GroupFileFound(path, TODAY.replace(day=1))


def test_questionnaires_are_told_with_and_without_faults(
    services: Services, tmp_path: Path
) -> None:
    """A text file and a spreadsheet; what has to be put right is told where they are checked."""
    example = resource("templates", "partner-meetings.toml")
    title = services.own_packs.check(example).pack.title  # type: ignore[union-attr]
    assert look(services, example) == QuestionnaireFound(example, title, is_spreadsheet=False)
    table = tmp_path / "mine.xlsx"
    services.own_packs.save_template(table)
    assert look(services, table).is_spreadsheet
    bad = written(tmp_path, "x.toml", "nothing")
    assert look(services, bad) == QuestionnaireFound(bad, "", is_spreadsheet=False)


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.jpg", b"\xff\xd8\xff\xe0", "picture"),
        ("a.eml", b"From: somebody\nSubject: x", "e-mail"),
        ("a.zip", b"PK\x03\x04" + bytes(60), "packed folder"),
        ("empty", b"", "empty"),
        ("a.bin", b"\x00\x01\x02", "no file that collabkit can open"),
        ("a.json", b'{"collabkit": "something new"}', "does not know"),
        ("a.json", b'{"collabkit": "invitation", "version": 99}', "newer version"),
        ("a.json", b'{"collabkit": "group file"}', "group to save it"),
        ("a.json", b'{"collabkit": "session file"}', "This session cannot be opened"),
        ("a.json", b"{" * 5_000, "cannot be taken"),
        ("a.pdf", b"%PDF-1.7 and nothing", "was not taken"),
        ("a.collabkit", b"PK\x03\x04collabkit.json", "its end is missing"),
    ],
)
def test_anything_else_is_told_with_what_to_do(
    services: Services, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    """Foreign, damaged, newer, empty: a sentence, and nothing is changed."""
    found = look(services, written(tmp_path, name, data))
    assert isinstance(found, NothingFound)
    assert said in found.reason


def test_a_table_cannot_say_where_it_belongs(services: Services, tmp_path: Path) -> None:
    """So people are led to the assessment."""
    path = written(tmp_path, "answers.csv", "respondent,role,item,answer\n")
    assert look(services, path) == TableFound(path)


def test_a_file_that_is_not_there_is_told(services: Services, tmp_path: Path) -> None:
    """As is a folder."""
    for path, said in ((tmp_path / "gone.json", "could not be opened"), (tmp_path, "is a folder")):
        found = look_at(services, path)
        assert isinstance(found, NothingFound)
        assert said in found.reason


def test_a_safety_copy_is_known_and_leads_to_settings(services: Services, tmp_path: Path) -> None:
    """A database of another program is not taken for one."""
    services.charities.add("Sample Charity")
    copy = services.safety.make(TODAY)
    found = look(services, copy.path)
    assert isinstance(found, NothingFound)
    assert "is a safety copy" in found.reason
    assert "See the safety copies" in found.reason
    other = tmp_path / "music.db"
    other.write_bytes(b"SQLite format 3\0" + bytes(4080))
    assert "of another program" in look(services, other).reason


def test_the_open_data_is_not_opened_again(services: Services) -> None:
    """Somebody has found the file in the folder that Settings shows."""
    found = look_at(services, services.folder.database)
    assert isinstance(found, NothingFound)
    assert "open already" in found.reason
