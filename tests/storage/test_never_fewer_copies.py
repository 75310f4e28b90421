"""Three sound copies stay, however many damaged ones lie between them."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from storage_samples import file_with_answers, latest_copy

from collabkit.paths import DataFolder
from collabkit.storage.copies import Reason, copies_in, copy_path
from collabkit.storage.pruning import is_sound, prune

_LONG_AGO = datetime(2026, 1, 1, 9)
_ON_THAT_DAY = 4  # copies, of which the last is damaged
_LATER = 12  # copies, each of a day of its own
_SOUND = (1, 2, 3, 10, 16)  # the numbers of those that are not damaged


@pytest.fixture
def copies(tmp_path: Path) -> DataFolder:
    """Sound copies of a day long ago, and damaged ones of many days with two sound among them."""
    folder = file_with_answers(tmp_path / "data")
    path = latest_copy(folder)
    sound = path.read_bytes()
    path.unlink()
    moments = [_LONG_AGO + timedelta(hours=hour) for hour in range(_ON_THAT_DAY)]
    moments += [_LONG_AGO + timedelta(days=30 + day) for day in range(_LATER)]
    for number, made in enumerate(moments, 1):
        place = copy_path(folder, number, made, Reason.CLOSING)
        place.write_bytes(sound if number in _SOUND else sound[:-1])
    return folder


def test_three_sound_copies_stay(copies: DataFolder) -> None:
    """Damaged ones are newer than the second and the third of them, and take nobody's place."""
    prune(copies)
    sound = [copy.number for copy in copies_in(copies) if is_sound(copy.path)]
    assert sound[:3] == [16, 10, 3]


def test_where_none_is_damaged_the_rule_lets_them_go(copies: DataFolder) -> None:
    """The control: of the day long ago only the last copy stays then."""
    whole = latest_copy(copies).read_bytes()
    for copy in copies_in(copies):
        copy.path.write_bytes(whole)
    prune(copies)
    assert {copy.number for copy in copies_in(copies)} & {1, 2, 3, 4} == {4}
