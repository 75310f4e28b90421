"""Nothing that goes out is written into the program's own folder, whatever it is called."""

from pathlib import Path

import pytest
from beginnings import TODAY, start

from collabkit.errors import InvalidInputError
from collabkit.paths import DataFolder
from collabkit.services import Services
from collabkit.services.own_files import check_can_hold, check_is_not_ours


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    root = tmp_path / "data"
    (root / "packs").mkdir(parents=True)
    return DataFolder(root)


@pytest.mark.parametrize(
    "name", ["collabkit.db", "collabkit.db-journal", "collabkit.db-wal", "plan.pdf", "packs/a.pdf"]
)
def test_no_name_in_the_folder_is_free(folder: DataFolder, name: str) -> None:
    """SQLite would take a file called like a journal for one."""
    with pytest.raises(InvalidInputError, match="belongs to collabkit itself"):
        check_is_not_ours(folder.root / name, folder)


def test_a_way_round_leads_there_too(folder: DataFolder, tmp_path: Path) -> None:
    """By dots or by a link it is the same folder."""
    (tmp_path / "link").symlink_to(folder.root)
    for path in (tmp_path / "link" / "plan.pdf", tmp_path / "other" / ".." / "data" / "plan.pdf"):
        with pytest.raises(InvalidInputError, match="belongs to collabkit itself"):
            check_is_not_ours(path, folder)
    with pytest.raises(InvalidInputError, match="belongs to collabkit itself"):
        check_can_hold(tmp_path / "link", folder)


def test_other_places_are_free(folder: DataFolder, tmp_path: Path) -> None:
    """Beside the folder, and with a name so long that no disk can hold it: others tell of that."""
    check_is_not_ours(tmp_path / "data.pdf", folder)
    check_is_not_ours(tmp_path / "plan.pdf", folder)
    check_is_not_ours(tmp_path / ("a" * 5_000) / "plan.pdf", folder)


def test_an_export_called_like_a_journal_writes_nothing(services: Services) -> None:
    """The folder is as it was before."""
    assessment = start(services)
    there = sorted(path.name for path in services.folder.root.iterdir())
    journal = services.folder.root / "collabkit.db-journal"
    with pytest.raises(InvalidInputError, match="belongs to collabkit itself"):
        services.exports.export_plan(assessment.id, journal, TODAY, with_notes=False)
    assert sorted(path.name for path in services.folder.root.iterdir()) == there
