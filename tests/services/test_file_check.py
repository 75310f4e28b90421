"""Looking whether everything that is kept is as it was written."""

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.copying_beside import copy_beside
from collabkit.services.file_check import check_everything
from collabkit.storage.problems import DamagedFileError

TODAY = date.today()


def test_a_copy_that_goes_meanwhile_is_no_damage(tmp_path: Path) -> None:
    """An open window lets go of copies that have had their time."""
    folder = DataFolder(tmp_path)
    services = open_services(folder)
    try:
        services.charities.add("Sample Charity")
        for _time in range(3):
            services.safety.make(TODAY)
        oldest = services.safety.copies(TODAY)[-1]
        looking = check_everything(folder, TODAY, full=True)
        found = [next(looking) for _name in ("data", "log of changes", "the newest copy")]
        oldest.path.unlink()
        found += looking
    finally:
        services.close()
    assert all(each.is_sound for each in found)
    assert "had its time" in found[-1].told


def test_a_file_that_does_not_say_where_it_stands_is_damaged(tmp_path: Path) -> None:
    """And nothing worse: everything else is looked at, and no copy of it is made."""
    folder = DataFolder(tmp_path)
    services = open_services(folder)
    services.charities.add("Sample Charity")
    services.close()
    with closing(sqlite3.connect(folder.database)) as connection, connection:
        connection.execute("DELETE FROM change_mark")
    data, log, copy = check_everything(folder, TODAY, full=True)
    assert (data.is_sound, log.is_sound, copy.is_sound) == (False, False, True)
    assert "cannot be compared" in log.told
    with pytest.raises(DamagedFileError):
        copy_beside(folder, TODAY)
