"""Looking whether everything that is kept is as it was written."""

from datetime import date
from pathlib import Path

from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.file_check import check_everything

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
