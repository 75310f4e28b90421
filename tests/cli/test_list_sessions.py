"""``collabkit list`` tells a session in the room from what is answered on sheets."""

import json
from datetime import date
from pathlib import Path

import pytest

from collabkit.cli.commands import run_command
from collabkit.paths import DataFolder
from collabkit.room import steps, votes
from collabkit.room.preparation import Preparation
from collabkit.services import open_services
from collabkit.services.packs import builtin_pack

TODAY = date(2026, 11, 22)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder with a session in which the room has voted once of twice."""
    services = open_services(DataFolder(tmp_path / "data"))
    pack = builtin_pack("five-themes")
    charity = services.charities.add("Sample Charity")
    preparation = Preparation("Away-day", ("POW-1", "EMP-1"), people=8)
    session = services.workshops.prepare(charity.id, pack, preparation, TODAY)
    meeting = votes.open_vote(steps.begin(session.meeting, TODAY))
    meeting = votes.count_hands(meeting, {"4": 8})
    meeting = votes.reveal(votes.close_vote(meeting, pack.forms[0]))
    services.workshops.keep(session.id, meeting, TODAY)
    services.close()
    return tmp_path / "data"


def test_people_read_how_far_the_room_is(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nobody has a sheet, so nothing is said about answers."""
    assert run_command(["list", "--data-dir", str(folder)]) == 0
    text = capsys.readouterr().out
    assert "Sample Charity · Away-day" in text
    assert "1 of 2 statements voted on in the room" in text


def test_programs_read_which_session_it_is(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beside the fields that every assessment has."""
    assert run_command(["list", "--json", "--data-dir", str(folder)]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["answered"], row["of"]) == (1, 2)
    assert row["session"] != row["id"]


def test_its_plan_can_be_exported(folder: Path, tmp_path: Path) -> None:
    """From the command line too."""
    services = open_services(DataFolder(folder))
    (summary,) = services.assessments.summaries()
    services.close()
    target = tmp_path / "plan.pdf"
    words = ["export", summary.assessment.id, "--to", str(target), "--data-dir", str(folder)]
    assert run_command(words) == 0
    assert target.read_bytes().startswith(b"%PDF")
