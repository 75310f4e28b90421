"""``collabkit export``: every kind of file, told by its name."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.cli.commands import run_command
from collabkit.errors import CollabkitError
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.assessments import NewPerson
from collabkit.services.closing import close_sheet
from collabkit.services.erasing_in_hand import InHand, take_in_hand
from collabkit.services.packs import builtin_pack
from collabkit.services.sample import ensure_sample


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str, str]:
    """A folder with the sample charity, the id of its assessment and its own."""
    folder = DataFolder(tmp_path_factory.mktemp("export") / "data")
    services = open_services(folder)
    assessment_id = ensure_sample(services, date.today())
    charity_id = services.assessments.get(assessment_id).charity_id
    services.close()
    return folder.root, assessment_id, charity_id


def export(data: tuple[Path, str, str], path: Path, *options: str, what: int = 1) -> int:
    return run_command(
        ["--data-dir", str(data[0]), "export", str(data[what]), "--to", str(path), *options]
    )


def test_what_is_said_only_once_is_said_here(
    data: tuple[Path, str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The window would not hear of it any more; for a bundle nothing is written here."""
    take_in_hand(DataFolder(data[0]), InHand((), (), (), "Sample Name", True, 0, 0))
    assert export(data, tmp_path / "all.collabkit") == 0
    assert "erased" not in capsys.readouterr().err
    assert export(data, tmp_path / "report.csv") == 0
    assert "Nothing was erased" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("report.pdf", b"%PDF-"),
        ("report.HTML", b"<!DOCTYPE html>"),
        ("report.htm", b"<!DOCTYPE html>"),
        ("report.docx", b"PK"),
        ("report.xlsx", b"PK"),
        ("report.csv", b"\xef\xbb\xbf"),
        ("plan.ics", b"BEGIN:VCALENDAR"),
        ("report.json", b"{"),
        ("everything.collabkit", b"PK"),
    ],
)
def test_the_name_tells_the_kind(
    data: tuple[Path, str, str], tmp_path: Path, name: str, begins: bytes
) -> None:
    assert export(data, tmp_path / name) == 0
    assert (tmp_path / name).read_bytes().startswith(begins)


@pytest.mark.parametrize("ending", ["pdf", "html", "docx", "xlsx", "csv"])
@pytest.mark.parametrize("option", ["--summary", "--plan"])
def test_less_than_everything(
    data: tuple[Path, str, str], tmp_path: Path, ending: str, option: str
) -> None:
    """A summary and the plan alone are smaller than the whole."""
    assert export(data, tmp_path / f"whole.{ending}") == 0
    assert export(data, tmp_path / f"part.{ending}", option) == 0
    sizes = [(tmp_path / f"{name}.{ending}").stat().st_size for name in ("part", "whole")]
    assert 0 < sizes[0] < sizes[1]


def test_a_locked_file(
    data: tuple[Path, str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Only the passphrase opens it, and what happens if it is forgotten is said."""
    (tmp_path / "pass.txt").write_text("four plain sample words\n", encoding="utf-8")
    path = tmp_path / "all.collabkit"
    assert export(data, path, "--passphrase-file", str(tmp_path / "pass.txt"), what=2) == 0
    assert path.read_bytes().startswith(b"age-encryption.org/")
    told = capsys.readouterr()
    assert "four plain sample words" not in told.out + told.err
    assert "passphrase" in told.err
    assert "Please set a passphrase" not in told.out
    assert "Without its passphrase nobody can read the file." in told.out


@pytest.mark.parametrize(
    ("name", "options", "told"),
    [
        ("report.odt", (), "one of these"),
        ("report", (), "one of these"),
        ("report.json", ("--summary",), "everything"),
        ("plan.ics", ("--summary",), "days of the plan"),
        ("report.pdf", ("--passphrase-file", "x"), ".collabkit"),
        ("all.collabkit", ("--summary",), "holds everything"),
        ("report.pdf", ("--contact", "A", "B"), "--scrubbed"),
        ("group.collabkit-group", ("--scrubbed",), "sample charity"),
        ("group.pdf", ("--scrubbed",), ".collabkit-group"),
        ("all.collabkit", ("--scrubbed", "--passphrase-file", "x"), ".collabkit-group"),
        ("a.collabkit-group", ("--scrubbed", "--with-notes"), "Notes never go"),
    ],
)
def test_what_does_not_go_together(
    data: tuple[Path, str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    name: str,
    options: tuple[str, ...],
    told: str,
) -> None:
    """A sentence says so, and no file is written."""
    assert export(data, tmp_path / name, *options) == 2
    assert told in capsys.readouterr().err
    assert not (tmp_path / name).exists()


def test_what_is_not_here(
    data: tuple[Path, str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """An unknown id, and a computer without any data."""
    for folder in (data[0], tmp_path / "nothing"):
        words = ["--data-dir", str(folder), "export", "unknown", "--to", str(tmp_path / "a.pdf")]
        assert run_command(words) == 2
        assert "unknown" in capsys.readouterr().err


def test_a_charity_goes_into_no_document(
    data: tuple[Path, str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is here, so it is not said that it is not."""
    assert export(data, tmp_path / "report.pdf", what=2) == 2
    assert "a .collabkit file only" in capsys.readouterr().err


def test_an_older_file_stays_if_the_new_one_cannot_be_made(
    data: tuple[Path, str, str], tmp_path: Path
) -> None:
    """The program's own files are never written over."""
    before = (data[0] / "collabkit.db").read_bytes()
    assert export(data, data[0] / "collabkit.db", "--plan") == 2
    assert (data[0] / "collabkit.db").read_bytes() == before
    assert tmp_path.exists()


def test_charities_are_listed(
    data: tuple[Path, str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """With the ids that export takes, for people and for programs."""
    assert run_command(["--data-dir", str(data[0]), "list", "--charities"]) == 0
    assert f"{data[2]}  Sample Charity" in capsys.readouterr().out
    assert run_command(["--data-dir", str(data[0]), "list", "--charities", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == [{"id": data[2], "name": "Sample Charity"}]


def start_group(services: Services) -> str:
    """Start an assessment of a group; return its id."""
    charity = services.charities.add("Sample Charity")
    people = [NewPerson(f"Person {n}", Respondent.TRUSTEE) for n in range(6)]
    return services.assessments.start(
        charity.id,
        builtin_pack("five-themes"),
        selection=Selection.CORE,
        minimum=5,
        title="Sample",
        today=date.today(),
        people=people,
    ).id


def let_answer(services: Services, assessment_id: str, first: int, last: int, code: str) -> None:
    """Let people answer one statement and close their sheets."""
    pack = services.assessments.pack_of(services.assessments.get(assessment_id))
    problems: list[CollabkitError | None] = []
    for person in services.assessments.participants(assessment_id)[first:last]:
        services.responses.record(pack, Response(person.id, "POW-1", code), problems.append)
        services.responses.flush()
        close_sheet(services, assessment_id, person.id)
    assert problems == [None] * (last - first)


def counts_in(path: Path) -> dict[str, int] | None:
    items = json.loads(path.read_text(encoding="utf-8"))["results"]["items"]
    found: dict[str, int] | None = next(i for i in items if i["id"] == "POW-1")["counts"]
    return found


def test_two_exports_never_differ_by_one_person(tmp_path: Path) -> None:
    """What was exported counts as shown, so whoever answers later waits for others."""
    folder, path = DataFolder(tmp_path / "data"), tmp_path / "results.json"
    services = open_services(folder)
    assessment_id = start_group(services)
    let_answer(services, assessment_id, 0, 5, "4")
    services.close()
    data = (folder.root, assessment_id, "")
    assert export(data, path) == 0
    before = counts_in(path)
    services = open_services(folder)
    let_answer(services, assessment_id, 5, 6, "1")
    services.close()
    assert export(data, path) == 0
    assert counts_in(path) == before == {"1": 0, "2": 0, "3": 0, "4": 5, "5": 0}


def test_beside_a_window_only_what_was_shown_is_exported(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As it cannot be kept there whose answers go out."""
    folder, path = DataFolder(tmp_path / "data"), tmp_path / "results.json"
    services = open_services(folder)
    assessment_id = start_group(services)
    let_answer(services, assessment_id, 0, 5, "4")
    data = (folder.root, assessment_id, "")
    assert export(data, path) == 2
    assert "have not been shown yet" in capsys.readouterr().err
    assert not path.exists()
    services.results.picture(assessment_id)
    assert export(data, path) == 0
    services.close()
    assert counts_in(path) == {"1": 0, "2": 0, "3": 0, "4": 5, "5": 0}


@pytest.mark.parametrize("name", ["report.pdf", "everything.collabkit"])
def test_gone_data_is_told_and_nothing_is_made_anew(
    data: tuple[Path, str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    """An id is not said to be unknown when the file that knew it has gone."""
    gone = tmp_path / "gone"
    shutil.copytree(data[0], gone)
    (gone / "collabkit.db").unlink()
    before = sorted(gone.rglob("*"))
    assert export((gone, *data[1:]), tmp_path / name) == 1
    assert "Open the window of collabkit, which puts everything back." in capsys.readouterr().err
    assert sorted(gone.rglob("*")) == before
    assert not (tmp_path / name).exists()
