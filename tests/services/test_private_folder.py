"""Whatever is written into the data folder is for one person's eyes alone."""

import os
import stat
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from collabkit.crash_reports.kept import KeptReports
from collabkit.crash_reports.report import Fault
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.sample import ensure_sample
from collabkit.settings import Settings

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="there, folders hand on rights")
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def nobody_minds() -> Iterator[None]:
    """A computer on which every new file is everybody's."""
    before = os.umask(0)
    yield
    os.umask(before)


@pytest.mark.usefixtures("nobody_minds")
def test_no_file_and_no_folder_can_be_read_by_others(tmp_path: Path) -> None:
    """Database, copies, change log, own questionnaires, settings, lock and reports of faults."""
    folder = DataFolder(tmp_path / "data")
    services = open_services(folder)
    ensure_sample(services, date(2026, 11, 22))
    services.own_packs.install(ROOT / "tests/fixtures/packs/described.toml")
    Settings(folder.settings).set("theme", "dark")
    KeptReports(folder.root).keep(Fault("an error", ("ValueError",), ()))
    services.close()
    kept = [folder.root, *folder.root.rglob("*")]
    assert {path.suffix for path in kept} >= {".db", ".json", ".txt", ".toml"}
    open_to_others = {
        str(path.relative_to(tmp_path)): oct(stat.S_IMODE(path.stat().st_mode))
        for path in kept
        if path.stat().st_mode & 0o077
    }
    assert open_to_others == {}
