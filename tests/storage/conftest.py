from collections.abc import Iterator
from pathlib import Path

import pytest
from storage_samples import file_with_answers

from collabkit.paths import DataFolder
from collabkit.storage import Store


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def answered(folder: DataFolder) -> DataFolder:
    """A folder with answers, a copy and a log."""
    return file_with_answers(folder.root)


@pytest.fixture
def store(folder: DataFolder) -> Iterator[Store]:
    with Store.open(folder) as opened:
        yield opened
