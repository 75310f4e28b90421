"""Every sample that comes with the program can be filled in and told."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from collabkit.assets import resource
from collabkit.errors import InvalidInputError
from collabkit.services import Services
from collabkit.services.closing import closed_sheets
from collabkit.services.sample import ensure_sample, fill_sample

TODAY = date(2026, 11, 22)
SAMPLES = sorted(p for p in resource("sample").glob("*.toml") if p.stem != "sample-charity")


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_a_sample_is_filled_in_as_its_file_says(services: Services, path: Path) -> None:
    """Every sheet, answer and note, what is settled and who takes part; and it can be told."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assessment = services.assessments.get(fill_sample(services, path.stem, TODAY))
    assert (assessment.pack_id, assessment.title) == (path.stem, data["title"])
    assert (assessment.minimum, assessment.finished) == (data["minimum"], TODAY)
    assert services.charities.get(assessment.charity_id).is_sample
    parties = services.assessments.parties(assessment.id)
    assert [p.name for p in parties] == [p["name"] for p in data.get("party", [])]
    answered = services.results.picture(assessment.id, TODAY).answered
    for sheet, entry in zip(answered.sheets, data["sheet"], strict=True):
        assert sheet.name == entry["name"]
        assert entry.get("answers", {}).items() <= sheet.answers.items()
        assert entry.get("notes", {}).items() <= sheet.notes.items()
    assert data.get("settled", {}).keys() <= answered.settled.keys()
    assert services.results.picture(assessment.id, TODAY).told.parts or path.stem == "five-themes"


def test_everybody_in_a_sample_of_a_group_has_finished(services: Services) -> None:
    """Nobody can open a confidential sheet again; an organisation's agreed view stays open."""
    for pack_id, is_group in (("board-check", True), ("power-inventory", False)):
        assessment_id = fill_sample(services, pack_id, TODAY)
        people = {person.id for person in services.assessments.participants(assessment_id)}
        assert closed_sheets(services, assessment_id) == (people if is_group else frozenset())


def test_a_sample_is_filled_in_once_and_beside_the_others(services: Services) -> None:
    """All belong to the one sample charity."""
    five_themes = ensure_sample(services, TODAY)
    bid = fill_sample(services, "bid-check", TODAY)
    assert fill_sample(services, "bid-check", TODAY) == bid
    assert ensure_sample(services, TODAY) == five_themes
    assert fill_sample(services, "five-themes", TODAY) == five_themes
    assert {s.assessment.id for s in services.assessments.summaries()} == {five_themes, bid}
    assert len(services.charities.all()) == 1


def test_a_pack_without_a_sample_has_a_sentence(services: Services) -> None:
    """So has one that does not exist."""
    with pytest.raises(InvalidInputError, match="no questionnaire called"):
        fill_sample(services, "seven-themes", TODAY)
    assert services.assessments.summaries() == ()
