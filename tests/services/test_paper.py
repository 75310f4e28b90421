"""Plans for A4 and for US Letter."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pikepdf
import pytest

from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.exports import Paper
from collabkit.services.sample import fill_sample

TODAY = date(2026, 11, 22)


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    services = open_services(DataFolder(tmp_path / "data"))
    yield services
    services.close()


def boxes(path: Path) -> set[tuple[int, ...]]:
    with pikepdf.open(path) as pdf:
        return {tuple(round(float(edge)) for edge in page.MediaBox) for page in pdf.pages}


@pytest.mark.parametrize("pack_id", ["five-themes", "barriers"])
def test_a_plan_is_written_for_the_paper_that_is_asked_for(
    services: Services, tmp_path: Path, pack_id: str
) -> None:
    """A4 unless somebody says otherwise."""
    assessment_id = fill_sample(services, pack_id, TODAY)
    usual, letter = tmp_path / "usual.pdf", tmp_path / "letter.pdf"
    services.exports.export_plan(assessment_id, usual, TODAY, with_notes=True)
    done = services.exports.export_plan(
        assessment_id, letter, TODAY, with_notes=True, paper=Paper.LETTER
    )
    assert boxes(usual) == {(0, 0, 595, 842)}
    assert boxes(letter) == {(0, 0, 612, 792)}
    with pikepdf.open(letter) as pdf:
        assert len(pdf.pages) == done.pages
