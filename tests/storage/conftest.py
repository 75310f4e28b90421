from collections.abc import Iterator
from pathlib import Path

import pytest

from collabkit.paths import DataFolder
from collabkit.storage import Store


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    return DataFolder(tmp_path / "data")


@pytest.fixture
def store(folder: DataFolder) -> Iterator[Store]:
    with Store.open(folder) as opened:
        yield opened
