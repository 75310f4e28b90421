"""What a file from a stranger costs: a little memory, and not a byte of what is here."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from bundle_samples import GROUP, Members, id_of, listed, members, sample_bytes
from hostile_bundles import HOSTILE, LOCKED, PASSPHRASE, zipped

from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.bundles import (
    BundleError,
    PassphraseNeededError,
    Standing,
    WrongPassphraseError,
)

MOST_MEMORY = 256 * 1024  # kilobytes


@pytest.fixture
def services(tmp_path: Path) -> Iterator[Services]:
    opened = open_services(DataFolder(tmp_path / "data"))
    opened.charities.add("Sample Charity")
    yield opened
    opened.close()


def stuffed() -> bytes:
    """Return a bundle with as much text as can be, in letters that need most memory."""
    parts: Members = members()
    told = json.loads(parts[GROUP])
    sheet = {**told["sheets"][0], "arrival": None}
    notes = [f"💐{'x' * 3_800}{hashlib.sha256(bytes([n])).hexdigest()}" for n in range(120)]
    said = [{"item": "POW-2", "answer": "1", "note": note} for note in notes]
    told["sheets"] = [{**sheet, "id": id_of(200 + n), "responses": said} for n in range(10)]
    data = json.dumps(told, ensure_ascii=False).encode()
    parts |= {f"assessments/{number:04}.json": data for number in range(4, 10)}
    return zipped(list(listed(parts).items()))


READING = f"""
import sys
from pathlib import Path
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.bundles import BundleError
services = open_services(DataFolder(Path(sys.argv[1])), read_only=True)
for path in sorted(Path(sys.argv[2]).iterdir()):
    try:
        services.bundles.preview(path, {PASSPHRASE!r})
    except BundleError as error:
        print(error.what)
services.close()
# Not what getrusage says, which begins with the size of whoever has started this.
status = Path("/proc/self/status").read_text()
print(status.split("VmHWM:")[1].split()[0])
"""


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted in kilobytes there")
def test_a_file_from_a_stranger_needs_little_memory(services: Services, tmp_path: Path) -> None:
    """The worst that was found, one after the other in a process of their own."""
    before = services.folder.database.read_bytes()
    worst = [name for name in HOSTILE if "million" in name or "unpack" in name or "depth" in name]
    files = [HOSTILE[name]()[0] for name in worst]
    files.append(stuffed())
    strangers = tmp_path / "strangers"
    strangers.mkdir()
    for number, data in enumerate(files):
        (strangers / f"{number:03}.collabkit").write_bytes(data)
    done = subprocess.run(
        [sys.executable, "-c", READING, str(services.folder.root), str(strangers)],
        capture_output=True,
        text=True,
    )
    *refusals, memory = done.stdout.splitlines()
    assert len(refusals) == len(files), done.stderr
    assert refusals[-1] == "something stands in it twice"  # found when everything was read
    assert int(memory) < MOST_MEMORY
    assert services.folder.database.read_bytes() == before


@pytest.mark.parametrize("name", ["minimum 0", "cut off by one byte", "locked for a key", "newer"])
def test_a_refused_file_changes_nothing_here(services: Services, tmp_path: Path, name: str) -> None:
    """Neither the database nor the file, and no copy is made."""
    data, said = HOSTILE[name]()
    path = tmp_path / "x.collabkit"
    path.write_bytes(data)
    before = services.folder.database.read_bytes()
    with pytest.raises(BundleError, match="nothing was changed") as refusal:
        services.bundles.preview(path, PASSPHRASE)
    assert said in str(refusal.value)
    assert services.folder.database.read_bytes() == before
    assert path.read_bytes() == data
    assert not services.folder.backups.exists()


def test_a_locked_file_wants_its_passphrase(services: Services, tmp_path: Path) -> None:
    """And then is like any other; one that is not locked wants none."""
    path = tmp_path / "locked.collabkit"
    path.write_bytes(LOCKED)
    assert services.bundles.is_locked(path)
    with pytest.raises(PassphraseNeededError, match="give the passphrase"):
        services.bundles.preview(path)
    with pytest.raises(WrongPassphraseError):
        services.bundles.preview(path, "velvet otter")
    preview = services.bundles.preview(path, PASSPHRASE)
    path.write_bytes(sample_bytes())
    assert not services.bundles.is_locked(path)
    assert services.bundles.preview(path) == preview
    assert {one.standing for one in preview.assessments} == {Standing.NEW}
