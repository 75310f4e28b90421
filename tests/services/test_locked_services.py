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
from collabkit.services.safety import look_into

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


@pytest.fixture
def with_sealed(tmp_path: Path) -> Iterator[Services]:
    """A charity in a sound copy, and in one that was damaged when everything was locked."""
    folder = DataFolder(tmp_path / "home")
    services = open_services(folder)
    services.charities.add("A canary")
    services.safety.make(TODAY)
    services.charities.add("Another canary")
    services.safety.make(TODAY)
    services.close()
    damaged = min(folder.backups.glob("*.db"))
    damaged.write_bytes(damaged.read_bytes()[:9_000])
    services = open_services(switch_on(folder, PASSPHRASE, new_code(), LITTLE))
    yield services
    services.close()


def test_a_sealed_copy_is_listed_and_can_be_removed(with_sealed: Services) -> None:
    """As other damaged copies, with its day; and what opens it goes with it."""
    safety = with_sealed.safety
    (sealed,) = safety.sealed(TODAY)
    assert sealed.path.suffix == ".sealed"
    assert sealed.number < safety.copies(TODAY)[0].number
    assert sealed.gone_by > TODAY
    looked = look_into(sealed.path, with_sealed.folder)
    assert "damaged already when everything was locked" in looked.problem
    key_file = sealed.path.with_name(sealed.path.name.removesuffix(".sealed") + ".lock.json")
    key_file.write_bytes(b"{}")
    safety.remove(sealed, TODAY)
    assert safety.sealed(TODAY) == ()
    assert not sealed.path.exists()
    assert not key_file.exists()


def test_a_sealed_copy_has_its_day_on_the_privacy_page(with_sealed: Services) -> None:
    """It goes by itself, is erased like the others, and what opens it is no copy of its own."""
    (sealed,) = with_sealed.safety.sealed(TODAY)
    kept = with_sealed.folder.kept
    kept.mkdir(exist_ok=True)
    (kept / "damaged.db").write_bytes(b"put aside")
    plain_name = sealed.path.name.removesuffix(".sealed")
    beside = sealed.path.with_name(f"{plain_name}.lock.json")
    key_files = (kept / "damaged.db.lock.json", beside)
    for path in key_files:
        path.write_bytes(b"{}")
    (charity, _other) = with_sealed.charities.all()
    decision = with_sealed.erasing.charity(charity.id, TODAY)
    held = {each.path: each.gone_by for each in decision.copies}
    assert held[sealed.path] == sealed.gone_by
    assert held[kept / "damaged.db"] is None
    assert not held.keys() & set(key_files)
    assert with_sealed.erasing.erase_copies(decision.copies) == ()
    assert not any(path.exists() for path in (*held, *key_files))
