"""``collabkit export --paper``."""

from datetime import date
from pathlib import Path

import pikepdf
import pytest

from collabkit.cli import main
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.sample import ensure_sample


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    folder = tmp_path_factory.mktemp("paper")
    services = open_services(DataFolder(folder))
    assessment_id = ensure_sample(services, date(2026, 11, 22))
    services.close()
    return folder, assessment_id


@pytest.mark.parametrize(
    ("words", "width"), [((), 595), (("--paper", "a4"), 595), (("--paper", "letter"), 612)]
)
def test_the_paper_can_be_chosen(
    sample: tuple[Path, str], tmp_path: Path, words: tuple[str, ...], width: int
) -> None:
    """A4 if nothing is said."""
    folder, assessment_id = sample
    path = tmp_path / "plan.pdf"
    status = main(["export", assessment_id, "--to", str(path), "--data-dir", str(folder), *words])
    assert status == 0
    with pikepdf.open(path) as pdf:
        assert {round(float(page.MediaBox[2])) for page in pdf.pages} == {width}


def test_other_papers_are_refused(sample: tuple[Path, str], tmp_path: Path) -> None:
    """A word that is no paper ends with status two, and nothing is written."""
    _folder, assessment_id = sample
    path = tmp_path / "plan.pdf"
    with pytest.raises(SystemExit) as ended:
        main(["export", assessment_id, "--to", str(path), "--paper", "napkin"])
    assert ended.value.code == 2
    assert not path.exists()
