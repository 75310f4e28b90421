"""What tests of screens share."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from house import House


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """A program folder of its own, without any work in it yet; files are saved beside it."""
    house = House(tmp_path / "data")
    yield house
    house.services.close()
