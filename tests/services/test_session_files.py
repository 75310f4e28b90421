"""A session goes to another computer in one file, and goes on there."""

import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from workshop_days import (
    PREPARED,
    STATEMENTS,
    TODAY,
    adopted,
    adopting_now,
    by_hands,
    drafted,
    form,
    on,
    prepared,
)

from collabkit.assessments.charity import RunBy
from collabkit.assessments.tally import tally_answers
from collabkit.errors import DataRefusedError, EnvironmentProblemError, InvalidInputError
from collabkit.paths import DataFolder
from collabkit.room.meeting import convene
from collabkit.services import Services, open_services
from collabkit.services.packs import builtin_file


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "away-day.json"


@pytest.fixture
def other(tmp_path: Path) -> Services:
    """The other computer."""
    return open_services(DataFolder(tmp_path / "other"))


def test_a_session_goes_on_elsewhere(services: Services, other: Services, file: Path) -> None:
    """What has happened, the questionnaire in its words, and the charity with what matters."""
    session = prepared(services, RunBy.VOLUNTEERS)
    meeting = by_hands(session.meeting, {"1": 4, "5": 4})
    services.workshops.keep(session.id, meeting, TODAY)
    services.workshops.save_file(session.id, file)
    taken = other.workshops.open_file(file, TODAY)
    assert taken.meeting == meeting
    assert taken.pack == session.pack
    assert replace(taken.charity, id=session.charity.id) == session.charity
    assert taken.charity.id != session.charity.id
    (summary,) = other.assessments.summaries()
    assert summary.assessment.id == taken.assessment_id
    assert other.results.picture(summary.assessment.id, TODAY).results.respondents == 8
    other.close()


def test_adopted_actions_come_along(services: Services, other: Services, file: Path) -> None:
    """The plan is there at once, and the session is finished there too."""
    session = prepared(services)
    meeting = on(adopted(adopting_now(services, session), drafted(1)))
    services.workshops.keep(session.id, meeting, TODAY)
    services.workshops.save_file(session.id, file)
    taken = other.workshops.open_file(file, TODAY)
    assert taken.assessment_id is not None
    (action,) = other.plans.load(taken.assessment_id).actions
    assert (action.text, action.owner) == ("Sample action 1", "Treasurer")
    assert other.assessments.get(taken.assessment_id).finished == TODAY
    other.close()


def test_an_own_questionnaire_comes_along(
    services: Services, other: Services, file: Path, tmp_path: Path
) -> None:
    """Word for word with the session, without being put among the other's questionnaires."""
    five_themes = builtin_file("five-themes")
    assert five_themes is not None
    text = five_themes.read_text(encoding="utf-8")
    own = tmp_path / "ours.toml"
    own.write_text(text.replace('id = "five-themes"', 'id = "ours"', 1), encoding="utf-8")
    services.folder.packs.mkdir()
    (services.folder.packs / "ours.toml").write_bytes(own.read_bytes())
    pack = services.packs.read("ours")
    charity = services.charities.add("Sample Kitchen")
    session = services.workshops.prepare(charity.id, pack, PREPARED, TODAY)
    services.workshops.save_file(session.id, file)
    taken = other.workshops.open_file(file, TODAY)
    assert taken.pack == pack
    assert other.packs.own_files() == {}
    other.close()


def test_a_session_that_is_here_already_is_found(services: Services, file: Path) -> None:
    """Opening a file twice, or on the computer it came from, makes no second one."""
    session = prepared(services)
    meeting = adopted(adopting_now(services, session), drafted(1))
    services.workshops.keep(session.id, meeting, TODAY)
    services.workshops.save_file(session.id, file)
    assert services.workshops.open_file(file, TODAY).id == session.id
    assert len(services.workshops.cards()) == 1


def test_a_session_found_again_may_have_another_name(other: Services, file: Path) -> None:
    """The number that it got when it was taken over does not make it another one."""
    first = prepared(other)
    other.workshops.save_file(first.id, file)
    other.workshops.keep(first.id, on(first.meeting), TODAY)
    taken = other.workshops.open_file(file, TODAY)
    assert taken.id != first.id
    assert taken.meeting.preparation.title == "Away-day (2)"
    assert other.workshops.open_file(file, TODAY).id == taken.id
    other.close()


def test_what_has_gone_on_here_is_not_overwritten(services: Services, file: Path) -> None:
    """The file's session stands beside it under a name with a number; its plan is its own."""
    session = prepared(services)
    meeting = adopted(adopting_now(services, session), drafted(1))
    services.workshops.keep(session.id, meeting, TODAY)
    services.workshops.save_file(session.id, file)
    services.workshops.keep(session.id, on(meeting), TODAY)
    taken = services.workshops.open_file(file, TODAY)
    assert taken.id != session.id
    assert taken.charity == session.charity
    assert services.workshops.get(session.id).meeting == on(meeting)
    for session_id in (session.id, taken.id):
        assessment_id = services.workshops.get(session_id).assessment_id
        assert assessment_id is not None
        assert len(services.plans.load(assessment_id).actions) == 1
    titles = [summary.assessment.title for summary in services.assessments.summaries()]
    assert sorted(titles) == ["Away-day", "Away-day (2)"]


def test_a_name_that_just_fits_gets_its_number_too(services: Services, file: Path) -> None:
    """It is cut for it."""
    session = prepared(services, title="x" * 120)
    services.workshops.save_file(session.id, file)
    services.workshops.keep(session.id, on(session.meeting), TODAY)
    title = services.workshops.open_file(file, TODAY).meeting.preparation.title
    assert len(title) == 120
    assert title.endswith("… (2)")


def test_a_template_can_be_given_away(services: Services, other: Services, file: Path) -> None:
    """There it is a template too, once."""
    template = services.workshops.save_as_template(prepared(services).id, "For boards", TODAY)
    services.workshops.save_file(template.id, file)
    taken = other.workshops.open_file(file, TODAY)
    assert other.workshops.open_file(file, TODAY).id == taken.id
    assert taken.meeting == convene(replace(PREPARED, title="For boards"))
    assert [card.id for card in other.workshops.templates()] == [taken.id]
    assert other.charities.all() == ()
    other.close()


def test_a_session_keeps_its_words(services: Services, other: Services, file: Path) -> None:
    """The room goes on voting on the statements it began with, whatever the charity says there."""
    session = prepared(services, RunBy.VOLUNTEERS)
    services.workshops.keep(session.id, on(session.meeting), TODAY)
    services.workshops.save_file(session.id, file)
    there = other.charities.add(session.charity.name, run_by=RunBy.STAFF)
    taken = other.workshops.open_file(file, TODAY)
    assert taken.charity == there
    assert taken.pack == session.pack
    assert taken.assessment_id is not None
    assert other.results.picture(taken.assessment_id, TODAY).pack == session.pack
    other.close()


def test_practice_stays_here(services: Services, file: Path) -> None:
    """Opened elsewhere it would be a session like any other."""
    session = services.workshops.practise(TODAY)
    with pytest.raises(InvalidInputError, match="for practising, so it stays"):
        services.workshops.save_file(session.id, file)
    assert not file.exists()


def test_sealed_sheets_stay_here(services: Services, other: Services, file: Path) -> None:
    """Not one count is in the file, and it is said that they have to be keyed in again."""
    session = prepared(services)
    counts = {"1": 31, "4": 59, "5": 47}
    answers = [code for code, number in counts.items() for _ in range(number)]
    sheets = {item_id: tally_answers(item_id, form(), answers) for item_id in ("POW-1", "EMP-1")}
    assert services.workshops.save_file(session.id, file) == ""
    services.workshops.seal(session.id, sheets, 137, TODAY)
    assert services.workshops.save_file(session.id, file) == (
        "137 sheets are sealed; they stay on this laptop. Key them in again on the other one."
    )
    told = json.loads(file.read_bytes())["session"]
    assert (told.pop("sealed"), told.pop("sheets")) == ({}, 0)
    assert not any(str(number) in json.dumps(told["turns"]) for number in counts.values())
    for number in counts.values():
        assert f": {number}".encode() not in file.read_bytes()
    taken = other.workshops.open_file(file, TODAY)
    assert other.workshops.seal(taken.id, sheets, 137, TODAY).meeting.sheets == 137
    assert services.workshops.open_file(file, TODAY).id == session.id
    assert services.workshops.get(session.id).meeting.sheets == 137
    other.close()


def test_sheets_that_have_been_shown_come_along(
    services: Services, other: Services, file: Path
) -> None:
    """They are part of a vote that the room has seen; the others can be keyed in again."""
    session = prepared(services)
    sheets = {item_id: tally_answers(item_id, form(), "1234555") for item_id in STATEMENTS[:2]}
    meeting = services.workshops.seal(session.id, sheets, 7, TODAY).meeting
    meeting = by_hands(meeting, {"1": 1})
    services.workshops.keep(session.id, meeting, TODAY)
    assert services.workshops.save_file(session.id, file).startswith("Seven sheets are sealed;")
    taken = other.workshops.open_file(file, TODAY).meeting
    assert taken.turns == meeting.turns
    assert (taken.sealed, taken.sheets, taken.present) == ({}, 0, 8)
    other.close()


def test_words_from_strangers_are_tidied(services: Services, other: Services, file: Path) -> None:
    """As if they had been typed here: a name and a title are one line."""
    session = prepared(services)
    services.workshops.save_file(session.id, file)
    told = json.loads(file.read_bytes())
    told["charity"]["name"] = "\n  Sample\tKitchen \n\n of  the north"
    told["session"]["preparation"]["title"] = "Away-\nday,\t\tJune "
    file.write_text(json.dumps(told), encoding="utf-8")
    taken = other.workshops.open_file(file, TODAY)
    assert taken.charity.name == "Sample Kitchen of the north"
    assert taken.meeting.preparation.title == "Away- day, June"
    assert [card.title for card in other.workshops.cards()] == ["Away- day, June"]
    assert other.workshops.open_file(file, TODAY).id == taken.id
    there = other.charities.add("Sample Mill")
    told["charity"]["name"] = " sample \n mill"
    file.write_text(json.dumps(told), encoding="utf-8")
    assert other.workshops.open_file(file, TODAY).charity == there
    other.close()


def test_a_session_that_cannot_be_kept_leaves_nothing_behind(
    services: Services, other: Services, file: Path
) -> None:
    """Neither its charity nor its questionnaire, here because no session can be added."""
    session = prepared(services)
    services.workshops.save_file(session.id, file)
    with closing(sqlite3.connect(other.folder.database)) as connection, connection:
        connection.execute(
            "CREATE TRIGGER full BEFORE INSERT ON session BEGIN SELECT RAISE(ABORT, 'full'); END"
        )
    with pytest.raises(Exception, match="full"):
        other.workshops.open_file(file, TODAY)
    assert other.charities.all() == ()
    with pytest.raises(KeyError):
        other.store.packs.source(session.pack.digest)
    other.close()


def test_a_file_that_is_refused_changes_nothing(services: Services, file: Path) -> None:
    """Neither a charity nor a questionnaire is left over."""
    file.write_bytes(b'{"collabkit":"session file"')
    with pytest.raises(DataRefusedError):
        services.workshops.open_file(file, TODAY)
    assert services.charities.all() == ()
    assert services.workshops.cards() == ()


def test_a_file_that_cannot_be_written_harms_nothing(services: Services, tmp_path: Path) -> None:
    """The folder is not there; or the file is one of the program's own."""
    session = prepared(services)
    with pytest.raises(EnvironmentProblemError):
        services.workshops.save_file(session.id, tmp_path / "nowhere" / "x.json")
    with pytest.raises(InvalidInputError, match="belongs to collabkit itself"):
        services.workshops.save_file(session.id, services.folder.database)
    assert services.workshops.get(session.id) == session
