"""What is in a file can be counted, whatever release wrote it."""

from dataclasses import replace
from pathlib import Path

import pytest

from collabkit.errors import DataRefusedError
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.storage.contents import Contents, contents_of

_DATABASES = Path(__file__).parents[1] / "databases"


@pytest.mark.parametrize("version", [1, 2, 3, 4])
def test_every_released_schema_can_be_counted(version: int) -> None:
    """A copy may be older than the program; it is counted as it is."""
    contents = contents_of(_DATABASES / f"schema-{version}.db")
    assert contents.answers + contents.sample_answers > 0
    assert contents.charities > 0
    assert (contents.sessions > 0) == (version >= 3)


def test_what_is_put_away_does_not_count(tmp_path: Path) -> None:
    """People compare with what they see."""
    folder = DataFolder(tmp_path / "data")
    with_services = open_services(folder)
    charity = with_services.charities.add("Sample Charity")
    with_services.charities.add("Sample Kitchen")
    with_services.charities.remove(charity.id)
    with_services.close()
    assert contents_of(folder.database) == replace(Contents(), charities=1)


def test_a_file_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    """It is told in a sentence, and nothing is made or changed."""
    path = tmp_path / "other.db"
    path.write_bytes(b"not a database")
    with pytest.raises(DataRefusedError):
        contents_of(path)
    assert path.read_bytes() == b"not a database"
