"""What the facilitator guide says of an away-day is what the program does."""

from pathlib import Path

import pytest

from collabkit.reports.pdf.style import A4
from collabkit.reports.room_pack import clock
from collabkit.reports.room_pack.papers import room_papers
from collabkit.room.agenda import agenda_of
from collabkit.room.choices import is_for_the_room
from collabkit.room.preparation import (
    MOST_TO_DISCUSS,
    USUAL_STATEMENTS,
    Preparation,
    Times,
)
from collabkit.room.suggesting import suggested_statements
from collabkit.services.packs import builtin_pack, builtin_packs

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "docs" / "facilitator-guide.md"
SCREENS = [ROOT / "collabkit" / room for room in ("ui", "room")]


def guide() -> str:
    return " ".join(GUIDE.read_text(encoding="utf-8").split())


def test_the_usual_day_has_the_times_of_the_guide() -> None:
    """Twelve statements, from ten o'clock, with the times that a new session has."""
    pack = builtin_pack("five-themes")
    times = Times(begins=10 * 60)
    agenda = agenda_of(Preparation("Away-day", suggested_statements(pack, 12), times=times), pack)
    for stretch in clock.stretches(agenda):
        assert f"| {clock.told(times, stretch.starts)} | {stretch.minutes} |" in guide()
    assert f"| {clock.told(times, agenda.total)} | | End |" in guide()


@pytest.mark.parametrize("paper", [each.name for each in room_papers(A4)])
def test_the_guide_names_every_paper_of_the_room_pack(paper: str) -> None:
    """By its number and its name."""
    name = "3a, 3b, 3c Ballot" if "Ballot" in paper else paper.removesuffix(" A3")
    assert f"| {name} |" in guide()


def test_the_guide_names_the_questionnaires_that_fit_a_room() -> None:
    """All of them, and counts them."""
    titles = [pack.title for pack in builtin_packs() if is_for_the_room(pack)]
    assert len(titles) == 3
    assert "Three questionnaires fit a room" in guide()
    assert [title for title in titles if title.lower() not in guide().lower()] == []


@pytest.mark.parametrize(
    "button",
    [
        "Practise (ten minutes)", "Let the pretend people answer", "Prepare a session",
        "Print the room pack", "Rehearse", "Key in sheets", "Seal these sheets",
        "Save as a file for another laptop", "Open a session from another laptop",
        "Start the session", "Show a number on each screen", "Open the room window",
        "People in the room who answer", "Begin", "Open the vote", "Close the vote",
        "Show the answers", "Talk in pairs", "Decide", "Move on", "Park it for another time",
        "Make an action", "Call this vote off", "Vote again", "Add an action", "Adopt: do it now",
        "Adopt: park it for later", "End the statements now", "Save the report as PDF",
        "Save the minutes as PDF", "The plan", "The results", "The report and the minutes",
        "Prepare another one like it",
    ],
)  # fmt: skip
def test_the_guide_calls_buttons_as_the_screens_do(button: str) -> None:
    """What it tells to choose is there, word for word."""
    sources = (path for folder in SCREENS for path in folder.rglob("*.py"))
    screens = "".join(path.read_text(encoding="utf-8") for path in sources)
    assert f"**{button}" in guide()
    assert f'_("{button}' in screens


def test_the_guide_owns_up_to_who_reads_the_paper() -> None:
    """Slips and sheets are keyed in by somebody who sees them."""
    assert "Whoever keys in slips or sheets reads them, without names" in guide()
    assert "Nobody sees an answer before" not in guide()


def test_the_guide_has_as_many_statements_as_the_program() -> None:
    """The same numbers as while a session is prepared."""
    assert USUAL_STATEMENTS == (10, 15)
    assert guide().lower().count("ten to fifteen") == 2
    assert MOST_TO_DISCUSS == 12
    assert "twelve can be talked about" in guide()
