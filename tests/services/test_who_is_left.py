"""Everywhere one sentence says who is left in a picture, and nothing tells who has left it."""

import io
import json
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from beginnings import TODAY, answer, start
from pypdf import PdfReader
from test_erasing_person import answered, erase

from collabkit.assessments.outcomes.no_more import who_is_left
from collabkit.assessments.outcomes.topics import CLOSED, WITHDRAWN
from collabkit.assessments.pack import Respondent
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.assessments import NewPerson
from collabkit.services.export_formats import Content
from collabkit.ui.results.overview import progress

SENTENCE = "Of 11 people who were in this picture, six still are. Answers of others are left out"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(DataFolder(tmp_path / "home"))
    yield opened
    opened.close()


def words_in(path: Path) -> str:
    """Return what a file says, with single gaps."""
    data = path.read_bytes()
    if path.suffix == ".pdf":
        text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(data)).pages)
    elif data.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            text = " ".join(
                re.sub(r"<[^>]+>", " ", parts.read(name).decode())
                for name in parts.namelist()
                if name.endswith(".xml")
            )
    else:
        text = re.sub(r"<[^>]+>", " ", data.decode("utf-8-sig"))
    return " ".join(text.split())


@pytest.mark.parametrize(
    "name", ["full.html", "full.docx", "full.pdf", "full.xlsx", "full.csv", "full.json"]
)
def test_every_report_says_it_as_the_page_does(home: Services, tmp_path: Path, name: str) -> None:
    """Neither the number of before nor a count by roles stands there any more."""
    assessment = answered(home, 12)
    path = tmp_path / name
    home.exports.export(assessment.id, path, TODAY)
    if name != "full.json":
        assert "12 people: 12 trustees" in words_in(path)
    assert "were in this picture" not in words_in(path)
    erase(home, assessment, 0)
    home.exports.export(assessment.id, path, TODAY)
    told = words_in(path)
    assert SENTENCE in told
    assert "12 people" not in told
    assert "trustees" not in told.split("Answers of others")[0].split("Of 11 people")[-1]
    assert "six trustees" not in told
    assert progress(home.results.picture(assessment.id)).startswith(SENTENCE)


@pytest.mark.parametrize("name", ["short.html", "short.docx", "short.pdf"])
def test_so_does_one_page(home: Services, tmp_path: Path, name: str) -> None:
    assessment = answered(home, 12)
    home.results.picture(assessment.id)
    erase(home, assessment, 0)
    home.exports.export(assessment.id, tmp_path / name, TODAY, content=Content.SUMMARY)
    told = words_in(tmp_path / name)
    if name == "short.pdf":
        assert len(PdfReader(tmp_path / name).pages) == 1
    assert "six still are" in told
    assert "Six people" not in told


def test_before_anybody_left_it_says_nothing(home: Services, tmp_path: Path) -> None:
    """As for the schema, there is a null."""
    assessment = answered(home, 7)
    assert home.results.picture(assessment.id).who_is_left == ""
    home.exports.export(assessment.id, tmp_path / "x.json", TODAY)
    found = json.loads((tmp_path / "x.json").read_text(encoding="utf-8"))
    assert found["assessment"]["who_is_left"] is None


def test_the_sentence_does_not_depend_on_what_the_person_said(tmp_path: Path) -> None:
    """Two boards that differ in one person's answers alone read the same when that one has gone."""
    said = []
    for place, roles in enumerate(([Respondent.TRUSTEE] * 12, [Respondent.STAFF] * 12)):
        services = open_services(DataFolder(tmp_path / str(place)))
        people = [NewPerson(f"Person {n}", role) for n, role in enumerate(roles)]
        assessment = start(services, people=people, minimum=5)
        there = services.assessments.participants(assessment.id)
        answer(services, assessment, *(there if place else reversed(there)))
        services.results.picture(assessment.id)
        erase(services, assessment, 0)
        said.append(services.results.picture(assessment.id).who_is_left)
        services.close()
    assert said[0] == said[1] != ""


def test_where_nobody_left_but_answers_did() -> None:
    """As when an older copy with other answers came back; no number falls below the truth."""
    settled = {WITHDRAWN: "one POW-1", f"{CLOSED}one": "yes"}
    told = who_is_left(settled, 7, 7, 5)
    assert told.startswith(
        "Seven people are in this picture, but not all of them with every answer."
    )
    assert who_is_left({}, 7, 7, 5) == ""
    assert "Nothing is shown any more" in who_is_left(settled, 0, 7, 5)
