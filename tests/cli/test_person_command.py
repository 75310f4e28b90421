"""``collabkit person``: the file about one person, without showing anything of it."""

import json
from collections.abc import Iterator
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
from collabkit.services.packs import builtin_pack

SAID = "Said in confidence"


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(DataFolder(tmp_path / "data"))
    yield opened
    opened.close()


def board(services: Services, title: str, *names: str) -> str:
    """Start an assessment of a group; everybody writes a note."""
    charity = services.charities.all() or (services.charities.add("Sample Charity"),)
    assessment = services.assessments.start(
        charity[0].id,
        builtin_pack("five-themes"),
        selection=Selection.CORE,
        title=title,
        today=date(2026, 6, 14),
        minimum=5,
        people=[NewPerson(name, Respondent.TRUSTEE) for name in names],
    )
    pack = services.assessments.pack_of(assessment)
    problems: list[CollabkitError | None] = []
    for person in services.assessments.participants(assessment.id):
        said = Response(person.id, assessment.asked[0], "3", note=f"{SAID} by {person.pseudonym}")
        services.responses.record(pack, said, problems.append)
    services.responses.flush()
    assert not any(problems)
    return assessment.id


def person(folder: Path, who: str, path: Path, *options: str) -> int:
    return run_command(["--data-dir", str(folder), "person", who, "--to", str(path), *options])


@pytest.mark.parametrize("ending", ["html", "docx", "pdf", "json"])
def test_it_writes_the_file_and_shows_nothing_of_it(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str], ending: str
) -> None:
    """Also beside an open window, and whatever letters the name is typed in."""
    board(services, "Away-day", "Heron", "Otter")
    path = tmp_path / f"mine.{ending}"
    assert person(tmp_path / "data", "heron", path) == 0
    told = capsys.readouterr()
    assert str(path) in told.out
    assert "really this person who asked" in told.out
    assert SAID not in told.out + told.err
    assert path.stat().st_size > 200
    if ending == "json":
        found = json.loads(path.read_text(encoding="utf-8"))
        assert [r["note"] for r in found["responses"]] == [f"{SAID} by Heron"]


def test_a_name_on_several_sheets_is_asked_for_again(
    services: Services, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the codes; the code of a sheet or the assessment decides. One is put away."""
    first = board(services, "Spring", "Heron", "Otter")
    second = board(services, "Autumn", "Heron", "Wren")
    services.assessments.remove(second)
    path = tmp_path / "mine.json"
    assert person(tmp_path / "data", "Heron", path) == 2
    told = capsys.readouterr().err
    heron = services.assessments.participants(first)[0]
    assert f"{heron.id}: Sample Charity, Spring, in the assessment {first}" in told
    assert "Autumn" in told
    assert not path.exists()
    assert person(tmp_path / "data", heron.id, path) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["assessment"] == "Spring"
    assert person(tmp_path / "data", "Heron", path, "--assessment", second) == 0
    assert json.loads(path.read_text(encoding="utf-8"))["assessment"] == "Autumn"


@pytest.mark.parametrize(
    ("who", "name", "options", "told"),
    [
        ("Nobody", "mine.html", (), "no sheet here with the name or the code “Nobody”"),
        ("Her", "mine.html", (), "no sheet here"),
        ("Heron", "mine.xlsx", (), ".html, .docx, .pdf, .json"),
        ("Heron", "mine.html", ("--assessment", "unknown"), "no assessment “unknown”"),
    ],
)
def test_what_does_not_fit_is_a_sentence(
    services: Services,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    who: str,
    name: str,
    options: tuple[str, ...],
    told: str,
) -> None:
    """Nothing is written."""
    board(services, "Away-day", "Heron")
    assert person(tmp_path / "data", who, tmp_path / name, *options) == 2
    assert told in capsys.readouterr().err.replace('"', "“").replace("“unknown“", "“unknown”")
    assert not (tmp_path / name).exists()


def test_what_is_put_away_with_its_charity_is_held_too(services: Services, tmp_path: Path) -> None:
    """Putting away is not erasing."""
    board(services, "Away-day", "Heron")
    (charity,) = services.charities.all()
    services.charities.remove(charity.id)
    assert services.charities.all() == ()
    assert person(tmp_path / "data", "Heron", tmp_path / "mine.html") == 0


def test_without_any_data_nothing_is_made(tmp_path: Path) -> None:
    """Not even the folder."""
    assert person(tmp_path / "nothing", "Heron", tmp_path / "mine.html") == 2
    assert not (tmp_path / "nothing").exists()
