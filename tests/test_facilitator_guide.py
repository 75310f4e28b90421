"""What the facilitator guide says of an away-day is what the program does."""

from pathlib import Path

import pytest

from collabkit.reports.pdf.style import A4
from collabkit.reports.room_pack import clock
from collabkit.reports.room_pack.papers import room_papers
from collabkit.room.agenda import agenda_of
from collabkit.room.choices import is_for_the_room
from collabkit.room.preparation import Preparation, Times
from collabkit.room.suggesting import suggested_statements
from collabkit.services.packs import builtin_pack, builtin_packs

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "facilitator-guide.md"


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
