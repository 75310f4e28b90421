"""From a session that was kept to its papers, with the real database."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from collabkit.assessments.pack import Pack
from collabkit.errors import InvalidInputError
from collabkit.paths import DataFolder
from collabkit.room import adopting, steps, votes
from collabkit.room.meeting import DraftAction, Meeting, Phase
from collabkit.room.preparation import Preparation
from collabkit.room.refused import NotNowError
from collabkit.services import Services, open_services
from collabkit.services.exports import Paper
from collabkit.services.packs import builtin_pack
from collabkit.services.session_reports import SessionPaper

TODAY = date(2026, 11, 22)
IDS = ("POW-1", "EMP-1", "HON-1")


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = open_services(DataFolder(tmp_path / "data"))
    yield services
    services.close()


def held(services: Services) -> str:
    """Keep a short session from the first vote to its end, and return its id."""
    pack = builtin_pack("five-themes")
    charity = services.charities.add("Sample Charity")
    preparation = Preparation("Away-day", IDS, people=6)
    session = services.workshops.prepare(charity.id, pack, preparation, TODAY)
    meeting = voted(steps.begin(session.meeting, TODAY), pack)
    meeting = steps.go_on(steps.end_statements(meeting), pack.forms[0], TODAY)
    meeting = steps.go_on(meeting, pack.forms[0], TODAY)
    assert meeting.phase is Phase.ADOPT
    meeting = adopting.draft(meeting, DraftAction("a1", IDS[0], "Ask our partners.", owner="Chair"))
    meeting = adopting.show_fists(meeting, "a1", (0, 0, 0, 2, 2, 2))
    meeting = steps.go_on(adopting.adopt(meeting, "a1", now=True), pack.forms[0], TODAY)
    services.workshops.keep(session.id, meeting, TODAY)
    return session.id


def voted(meeting: Meeting, pack: Pack) -> Meeting:
    meeting = votes.open_vote(meeting)
    for code in ("1", "1", "2", "4", "5", "5"):
        meeting = votes.take_slip(meeting, code)
    form = pack.form_of(pack.item(meeting.turn.item_id))
    return votes.reveal(votes.close_vote(meeting, form))


@pytest.mark.parametrize("paper", list(Paper))
@pytest.mark.parametrize("kind", list(SessionPaper))
def test_both_papers_are_written_and_checked(
    services: Services, tmp_path: Path, kind: SessionPaper, paper: Paper
) -> None:
    """As soon as the session is on the disk, on A4 and on Letter."""
    path = tmp_path / "out.pdf"
    done = services.session_reports.export(held(services), path, TODAY, kind, paper)
    with pikepdf.open(path) as pdf:
        assert len(pdf.pages) == done.pages
        assert round(float(pdf.pages[0].MediaBox[2])) == (595 if paper is Paper.A4 else 612)
        assert str(pdf.docinfo.Title).startswith("Away-day: Sample Charity")
    assert (done.pages == 1) == (kind is SessionPaper.MINUTES)


def test_what_was_changed_in_the_plan_is_in_the_report(services: Services) -> None:
    """The report reads the plan of the session's assessment."""
    session_id = held(services)
    before = services.session_reports.session_pdf(session_id, TODAY)
    assessment_id = services.workshops.get(session_id).assessment_id
    assert assessment_id is not None
    plan = services.plans.load(assessment_id)
    services.plans.keep(plan.changed("a1", owner="The secretary"))
    assert services.session_reports.session_pdf(session_id, TODAY) != before


def test_a_session_that_has_not_begun_has_no_papers(services: Services, tmp_path: Path) -> None:
    """And an older file of that name stays as it was."""
    charity = services.charities.add("Sample Charity")
    session = services.workshops.prepare(
        charity.id, builtin_pack("five-themes"), Preparation("Away-day", IDS), TODAY
    )
    path = tmp_path / "older.pdf"
    path.write_bytes(b"older")
    with pytest.raises(NotNowError):
        services.session_reports.export(session.id, path, TODAY, SessionPaper.REPORT)
    assert path.read_bytes() == b"older"


def test_the_programs_own_files_are_never_written_over(services: Services) -> None:
    """The database is not a place for a report."""
    database = services.folder.database
    session_id = held(services)
    before = database.read_bytes()
    with pytest.raises(InvalidInputError, match="belongs to collabkit itself"):
        services.session_reports.export(session_id, database, TODAY, SessionPaper.MINUTES)
    assert database.read_bytes() == before


def test_an_unknown_session_is_a_key_error(services: Services) -> None:
    """As with everything that is asked for by id."""
    with pytest.raises(KeyError):
        services.session_reports.minutes_pdf("nobody", TODAY)


def test_a_practice_is_marked(services: Services, tmp_path: Path) -> None:
    """On every page of both papers."""
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext is not installed on this machine")
    session = services.workshops.practise(TODAY)
    services.workshops.keep(session.id, steps.begin(session.meeting, TODAY), TODAY)
    for kind in SessionPaper:
        path = tmp_path / f"{kind}.pdf"
        pages = services.session_reports.export(session.id, path, TODAY, kind).pages
        said = subprocess.run(
            ["pdftotext", str(path), "-"], capture_output=True, check=True, encoding="utf-8"
        ).stdout
        assert [page.count("Practice\n") >= 1 for page in said.split("\f")[:-1]] == [True] * pages
