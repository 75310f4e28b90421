"""The safety copy is found, and can be put back by hand as Settings explains."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.copies import safety_copy


def test_there_is_no_copy_before_the_program_was_closed(tmp_path: Path) -> None:
    assert safety_copy(DataFolder(tmp_path / "data")) is None


def test_closing_after_a_change_makes_a_copy(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "data")
    services = open_services(folder)
    services.charities.add("Sample Charity")
    services.close()
    copy = safety_copy(folder)
    assert copy is not None
    assert copy.path.parent == folder.root / "backups"
    assert abs(datetime.now() - copy.made) < timedelta(minutes=1)


def test_the_copy_put_back_by_hand_holds_what_was_saved(tmp_path: Path) -> None:
    """Step by step as Settings explains it: even a half change beside a damaged file is no harm."""
    folder = DataFolder(tmp_path / "data")
    services = open_services(folder)
    services.charities.add("Sample Charity")
    services.close()
    folder.database.write_bytes(b"damaged")
    Path(f"{folder.database}-journal").write_bytes(b"half a change")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    for file in folder.root.glob("collabkit.db*"):
        shutil.move(file, elsewhere)
    shutil.copy(folder.root / "backups" / "collabkit.db", folder.root)
    services = open_services(folder)
    names = [charity.name for charity in services.charities.all()]
    services.close()
    assert names == ["Sample Charity"]
