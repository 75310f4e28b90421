"""The room pack in a folder: all papers, or none."""

from datetime import date
from pathlib import Path

import pikepdf
import pytest

from collabkit.assessments.charity import RunBy
from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.room.preparation import Preparation
from collabkit.services import Services
from collabkit.services.exports import Paper
from collabkit.services.packs import builtin_pack

TODAY = date(2026, 6, 1)
NAMES = [
    "0 What to print.pdf",
    "1 Facilitator script.pdf",
    "2 Agenda.pdf",
    "3a Ballot 14 point.pdf",
    "3b Ballot 18 point.pdf",
    "3c Ballot 22 point.pdf",
    "4 Slips.pdf",
    "5 Table cards.pdf",
    "6 Tally sheet A3.pdf",
    "7 Results by hand.pdf",
]


@pytest.fixture
def target(tmp_path: Path) -> Path:
    folder = tmp_path / "for the day"
    folder.mkdir()
    return folder


def prepare(services: Services, run_by: RunBy | None = None, statements: int = 2) -> str:
    """A small session that was just prepared."""
    charity = services.charities.add("Sample Charity", run_by=run_by)
    pack = builtin_pack("five-themes")
    chosen = [item.id for item in pack.items if item.volunteer_run and item.volunteer_run.statement]
    preparation = Preparation("Away-day", tuple(chosen[:statements]))
    return services.workshops.prepare(charity.id, pack, preparation, TODAY).id


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_every_paper_is_written_in_the_order_in_which_it_is_needed(
    services: Services, target: Path
) -> None:
    """Named plainly, numbered, opened again and counted."""
    done = services.room_packs.export(prepare(services), target, Paper.A4)
    assert [each.path.name for each in done] == names_in(target) == NAMES
    for each in done:
        with pikepdf.open(each.path) as pdf:
            assert len(pdf.pages) == each.pages


def test_letter_has_a_sheet_of_its_own_for_the_tally(services: Services, target: Path) -> None:
    """All others are Letter."""
    services.room_packs.export(prepare(services), target, Paper.LETTER)
    with pikepdf.open(target / "6 Tally sheet Tabloid.pdf") as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].MediaBox] == [0, 0, 1224, 792]
    with pikepdf.open(target / "2 Agenda.pdf") as pdf:
        assert [round(float(edge)) for edge in pdf.pages[0].MediaBox] == [0, 0, 612, 792]


def test_somebody_who_waits_is_told_how_far_it_is(services: Services, target: Path) -> None:
    """One step a paper, up to the last."""
    steps: list[tuple[int, int]] = []
    services.room_packs.export(
        prepare(services), target, Paper.A4, lambda done, total: steps.append((done, total))
    )
    assert steps == [(number, len(NAMES)) for number in range(1, len(NAMES) + 1)]


def test_a_group_that_volunteers_run_reads_its_own_words(services: Services, target: Path) -> None:
    """The words that were pinned when the session was prepared."""
    session_id = prepare(services, RunBy.VOLUNTEERS, statements=1)
    (item_id,) = services.workshops.get(session_id).meeting.preparation.statements
    item = builtin_pack("five-themes").item(item_id)
    assert item.volunteer_run
    services.room_packs.export(session_id, target, Paper.A4)
    with pikepdf.open(target / "1 Facilitator script.pdf") as pdf, pdf.open_outline() as outline:
        titles = [entry.title for entry in outline.root]
    assert item.volunteer_run.statement in titles
    assert item.statement not in titles


def test_older_papers_are_replaced(services: Services, target: Path) -> None:
    """By whole ones; what else lies in the folder stays."""
    (target / NAMES[2]).write_bytes(b"old")
    (target / "mine.txt").write_text("mine", encoding="utf-8")
    services.room_packs.export(prepare(services), target, Paper.A4)
    assert (target / NAMES[2]).read_bytes().startswith(b"%PDF")
    assert names_in(target) == [*NAMES, "mine.txt"]


def test_if_one_paper_cannot_be_written_none_is(services: Services, target: Path) -> None:
    """A folder has the name of the last one; the older papers are as they were."""
    (target / NAMES[-1]).mkdir()
    (target / NAMES[1]).write_bytes(b"old")
    with pytest.raises(EnvironmentProblemError, match="could not be written") as told:
        services.room_packs.export(prepare(services), target, Paper.A4)
    assert NAMES[-1] in str(told.value)
    assert names_in(target) == [NAMES[1], NAMES[-1]]
    assert (target / NAMES[1]).read_bytes() == b"old"


def test_a_full_disk_leaves_everything_as_it_was(services: Services, target: Path) -> None:
    """No file of this process may grow beyond what the script needs: nothing half is left."""
    resource = pytest.importorskip("resource", reason="a limit of Unix")
    session_id = prepare(services)
    (target / NAMES[0]).write_bytes(b"old")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, hard))
    try:
        with pytest.raises(EnvironmentProblemError, match="not enough room"):
            services.room_packs.export(session_id, target, Paper.A4)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert names_in(target) == [NAMES[0]]
    assert (target / NAMES[0]).read_bytes() == b"old"


def test_a_folder_that_has_gone_is_named(services: Services, tmp_path: Path) -> None:
    """A stick that was pulled out."""
    with pytest.raises(EnvironmentProblemError, match="The folder “stick” is not there"):
        services.room_packs.export(prepare(services), tmp_path / "stick", Paper.A4)


def test_nothing_is_written_among_the_files_of_the_program(services: Services) -> None:
    """Its folder is for answers alone."""
    session_id = prepare(services)
    before = names_in(services.folder.root)
    with pytest.raises(InvalidInputError, match="belongs to collabkit itself"):
        services.room_packs.export(session_id, services.folder.root, Paper.A4)
    assert names_in(services.folder.root) == before


def test_an_unknown_session_is_a_mistake_of_ours(services: Services, target: Path) -> None:
    """And nothing is written."""
    with pytest.raises(KeyError):
        services.room_packs.export("nobody", target, Paper.A4)
    assert names_in(target) == []
