"""Services on a real file in a folder of the test's own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from collabkit.paths import DataFolder
from collabkit.services import Services, open_services


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(DataFolder(tmp_path / "data"))
    yield opened
    opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """The folder of ``home``, for tests that look into it."""
    return DataFolder(tmp_path / "home")


@pytest.fixture
def home(folder: DataFolder) -> Iterator[Services]:
    """Services on ``folder``; they may stand beside ``services``, as those on another computer."""
    opened = open_services(folder)
    yield opened
    opened.close()
