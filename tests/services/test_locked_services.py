"""What services keep and take out of locked data stays locked, wherever it goes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from beginnings import TODAY, start

from collabkit.assessments.assessment import Response
from collabkit.errors import DataRefusedError
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.file_check import check_everything
from collabkit.services.locking import new_code, switch_on, unlock
from collabkit.services.rescue import save_elsewhere

pytest.importorskip("sqlcipher3")

PASSPHRASE = "otter velvet compass rain"
LITTLE = 2  # 2 to this power: guessing would cost nothing, and neither do the tests
WORDS = "A canary that nobody else is to read"


@pytest.fixture
def locked(tmp_path: Path) -> Iterator[Services]:
    folder = DataFolder(tmp_path / "data")
    open_services(folder).close()
    services = open_services(switch_on(folder, PASSPHRASE, new_code(), LITTLE))
    yield services
    services.close()


def readable(root: Path) -> list[str]:
    """Files below ``root`` in which the words stand for all to read."""
    paths = (path for path in root.rglob("*") if path.is_file())
    return [path.name for path in paths if b"canary" in path.read_bytes()]


def personal(services: Services) -> tuple[str, str]:
    """Keep something for one person's eyes; return the assessment's id and the sheet's."""
    assessment = start(services, "power-inventory")
    sheet = assessment.id, services.assessments.participants(assessment.id)[0].id
    services.personal.keep(*sheet, "INV-P1", WORDS)
    return sheet


def test_personal_words_are_sealed(locked: Services) -> None:
    """They come back, and no file has them."""
    sheet = personal(locked)
    assert locked.personal.read(*sheet) == {"INV-P1": WORDS}
    assert readable(locked.folder.root) == []


def test_personal_words_of_one_are_not_those_of_another(locked: Services) -> None:
    """A file that was laid under another sheet's name is damaged, not somebody's words."""
    first, second = personal(locked), personal(locked)
    folder = locked.folder.personal
    (folder / f"{first[1]}.json").replace(folder / f"{second[1]}.json")
    with pytest.raises(DataRefusedError):
        locked.personal.read(*second)


def test_erasing_leaves_no_trace_and_counts_locked_copies(locked: Services) -> None:
    """Into a locked copy nobody looks, so it counts as one that holds what was erased."""
    assessment = start(locked)
    person = locked.assessments.participants(assessment.id)[0]
    saved = Response(person.id, assessment.asked[0], "4", WORDS)
    locked.store.responses.save(saved).result()
    locked.safety.make(TODAY)
    decision = locked.erasing.assessment(assessment.id, TODAY)
    assert {copy.path for copy in decision.copies} >= {locked.safety.copies(TODAY)[0].path}
    locked.erasing.erase(decision, TODAY)
    assert locked.assessments.summaries() == ()
    assert readable(locked.folder.root) == []


def test_what_is_saved_elsewhere_is_locked_too(locked: Services, tmp_path: Path) -> None:
    """A copy on a stick with its key file, and everything when the disk is in trouble."""
    sheet = personal(locked)
    locked.charities.add("A canary")
    out = tmp_path / "out"
    out.mkdir()
    locked.safety.save_elsewhere(locked.safety.make(TODAY), out / "stick.db")
    rescued = save_elsewhere(locked, out, (), TODAY)
    assert rescued.files == ()
    assert (out / "stick.db.lock.json").is_file()
    assert readable(out) == []
    everything = unlock(DataFolder(rescued.folder / "everything"), PASSPHRASE)
    services = open_services(everything)
    assert services.personal.read(*sheet) == {"INV-P1": WORDS}
    services.close()


def test_everything_can_be_checked(locked: Services) -> None:
    """Database, log and copies."""
    locked.charities.add("A canary")
    locked.safety.make(TODAY)
    found = list(check_everything(locked.folder, TODAY, full=True))
    assert len(found) >= 3
    assert all(checked.is_sound for checked in found)
