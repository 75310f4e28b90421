"""Safety copies: made, read through, carried elsewhere, gone back to."""

from datetime import date, datetime
from pathlib import Path

import pytest

from collabkit import files
from collabkit.errors import DataRefusedError, EnvironmentProblemError, InvalidInputError
from collabkit.files import sync_folder
from collabkit.paths import DataFolder
from collabkit.services import AlreadyOpenError, Services, open_services
from collabkit.services.copying_beside import copy_beside, copy_to
from collabkit.services.putting_back import find_copy, put_back
from collabkit.services.safety import Contents, Reason, look_into
from collabkit.services.safety_words import warning_of

TODAY = date.today()


def names(services: Services) -> list[str]:
    return [charity.name for charity in services.charities.all()]


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """A folder with a copy of “Sample Charity”, to which “Sample Kitchen” was added since."""
    folder = DataFolder(tmp_path / "here")
    services = open_services(folder)
    services.charities.add("Sample Charity")
    services.safety.make(TODAY)
    services.charities.add("Sample Kitchen")
    services.close()
    return folder


def older_copy(folder: DataFolder) -> Path:
    return find_copy(folder, "2", TODAY)


def test_a_copy_is_listed_with_when_and_why(services: Services) -> None:
    """The newest first, with its reason, its size and what is in it."""
    services.charities.add("Sample Charity")
    before = datetime.now().replace(microsecond=0)
    made = services.safety.make(TODAY)
    assert services.safety.copies(TODAY)[0] == made
    assert made.reason is Reason.ASKED
    assert before <= made.made <= datetime.now()
    assert made.size == made.path.stat().st_size
    assert look_into(made.path, services.folder).contents == Contents(charities=1)


def test_what_is_not_in_a_copy_yet_is_counted(services: Services) -> None:
    """A change counts until the next copy has it."""
    services.charities.add("Sample Charity")
    services.safety.make(TODAY)
    assert services.safety.changes_since_copy() == 0
    services.charities.add("Sample Kitchen")
    assert services.safety.changes_since_copy() == 1


def test_a_damaged_copy_is_found_by_reading_it(folder: DataFolder) -> None:
    """It says so in a sentence and tells no contents."""
    copy = older_copy(folder)
    data = bytearray(copy.read_bytes())
    data[len(data) // 2 :] = bytes(len(data) - len(data) // 2)
    copy.write_bytes(data)
    looked = look_into(copy, folder)
    assert not looked.is_sound
    assert looked.contents is None
    assert looked.problem.endswith(".")


def test_putting_back_brings_back_what_was_and_keeps_what_is(folder: DataFolder) -> None:
    """Nothing is lost either way: the file that was there is the newest copy."""
    done = put_back(folder, older_copy(folder), TODAY)
    assert (done.before, done.after) == (Contents(charities=2), Contents(charities=1))
    assert done.kept is not None
    assert done.kept.reason is Reason.BEFORE_RESTORE
    services = open_services(folder)
    assert names(services) == ["Sample Charity"]
    services.close()
    put_back(folder, done.kept.path, TODAY)
    services = open_services(folder)
    assert names(services) == ["Sample Charity", "Sample Kitchen"]
    services.close()


def test_what_is_saved_after_putting_back_is_newer_than_all(folder: DataFolder) -> None:
    """The number rises on, so that the next copy is not taken for an old one."""
    put_back(folder, older_copy(folder), TODAY)
    services = open_services(folder)
    services.charities.add("Sample Garden")
    made = services.safety.make(TODAY)
    assert services.safety.copies(TODAY)[0] == made
    services.close()


def test_nothing_is_put_back_while_the_data_is_open(folder: DataFolder) -> None:
    """It is refused in a sentence, and the open data goes on."""
    services = open_services(folder)
    with pytest.raises(AlreadyOpenError):
        put_back(folder, older_copy(folder), TODAY)
    assert names(services) == ["Sample Charity", "Sample Kitchen"]
    services.close()


def test_a_damaged_copy_is_not_put_back(folder: DataFolder) -> None:
    """The data stays as it is, to the byte."""
    copy = older_copy(folder)
    copy.write_bytes(copy.read_bytes()[:5000])
    before = folder.database.read_bytes()
    with pytest.raises(DataRefusedError):
        put_back(folder, copy, TODAY)
    assert folder.database.read_bytes() == before


def test_damaged_data_gives_way_to_a_copy(folder: DataFolder) -> None:
    """The damaged file is put aside, and what came of it says that nothing could be read."""
    folder.database.write_bytes(b"damaged")
    done = put_back(folder, older_copy(folder), TODAY)
    assert done.before is None
    assert done.kept is None
    assert [path.read_bytes() for path in folder.kept.iterdir()] == [b"damaged"]


def test_a_copy_on_a_stick_is_sound_and_can_be_put_back(folder: DataFolder, tmp_path: Path) -> None:
    """It is written whole, read through there, and taken by another computer."""
    services = open_services(folder)
    stick = tmp_path / "stick.db"
    services.safety.save_elsewhere(services.safety.copies(TODAY)[1], stick)
    services.close()
    assert look_into(stick, folder).contents == Contents(charities=1)
    there = DataFolder(tmp_path / "there")
    open_services(there).close()
    assert put_back(there, stick, TODAY).after == Contents(charities=1)


def test_no_copy_is_saved_among_the_programs_own_files(folder: DataFolder) -> None:
    """A name there could be one that means something."""
    services = open_services(folder)
    copy = services.safety.copies(TODAY)[0]
    with pytest.raises(InvalidInputError):
        services.safety.save_elsewhere(copy, folder.root / "copy.db")
    services.close()


def test_an_unsound_copy_takes_nobodys_place_on_a_stick(folder: DataFolder, tmp_path: Path) -> None:
    """What lay there before stays."""
    stick = tmp_path / "stick.db"
    stick.write_bytes(b"of last week")
    services = open_services(folder)
    copy = services.safety.copies(TODAY)[1]
    copy.path.write_bytes(copy.path.read_bytes()[:5000])
    with pytest.raises(DataRefusedError):
        services.safety.save_elsewhere(copy, stick)
    services.close()
    assert stick.read_bytes() == b"of last week"


def test_the_newest_copy_cannot_be_removed_but_others_can(folder: DataFolder) -> None:
    """The log of changes goes on behind the newest."""
    services = open_services(folder)
    newest, *others = services.safety.copies(TODAY)
    with pytest.raises(InvalidInputError):
        services.safety.remove(newest, TODAY)
    for copy in others:
        services.safety.remove(copy, TODAY)
    assert services.safety.copies(TODAY) == (newest,)
    services.close()


def test_a_copy_is_made_beside_an_open_window(folder: DataFolder, tmp_path: Path) -> None:
    """It holds what was saved by then, here and on a stick."""
    services = open_services(folder)
    services.charities.add("Sample Garden")
    here = copy_beside(folder, TODAY)
    copy_to(folder, tmp_path / "stick.db")
    services.close()
    assert look_into(here.path, folder).contents == Contents(charities=3)
    assert look_into(tmp_path / "stick.db", folder).contents == Contents(charities=3)


@pytest.mark.parametrize("times", [1, 2])
def test_a_copy_that_an_open_window_erases_is_made_once_more(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    """It held what was erased just then; if that happens again, a sentence says so."""
    left = [None] * times

    def erase_meanwhile(place: Path) -> None:
        sync_folder(place)
        if left:
            left.pop()
            max(place.glob("*-asked.db")).unlink()

    monkeypatch.setattr(files, "sync_folder", erase_meanwhile)
    if times == 1:
        assert copy_beside(folder, TODAY).path.exists()
        return
    with pytest.raises(EnvironmentProblemError, match="was removed as soon as it was made"):
        copy_beside(folder, TODAY)


def test_where_there_is_nothing_there_is_nothing_to_copy(tmp_path: Path) -> None:
    """A sentence, and no folder is made."""
    folder = DataFolder(tmp_path / "nowhere")
    with pytest.raises(EnvironmentProblemError):
        copy_beside(folder, TODAY)
    assert not folder.root.exists()


@pytest.mark.parametrize("wanted", ["3", "0", "collabkit-9.db", "", "../collabkit.db"])
def test_a_copy_that_is_not_there_is_refused(folder: DataFolder, wanted: str) -> None:
    """Whatever somebody types, nothing is guessed."""
    with pytest.raises(InvalidInputError):
        find_copy(folder, wanted, TODAY)


def test_a_copy_from_before_an_erasing_says_so(folder: DataFolder) -> None:
    """Otherwise what was erased for good would be back unnoticed."""
    services = open_services(folder)
    (kitchen,) = [each for each in services.charities.all() if each.name == "Sample Kitchen"]
    older = look_into(services.safety.copies(TODAY)[0].path, folder).contents
    assert older is not None
    assert warning_of(services.safety.here(), older) == ""
    erasing = services.erasing
    erasing.erase(erasing.charity(kitchen.id, TODAY), TODAY, with_copies=False)
    assert "erased for good" in warning_of(services.safety.here(), older)
    services.close()


def test_a_locked_copy_on_a_stick_comes_with_what_opens_it(
    folder: DataFolder, tmp_path: Path
) -> None:
    """Where nothing is locked, the copy asks for its own passphrase; here it can be put back."""
    pytest.importorskip("sqlcipher3")
    from collabkit.services.locking import new_code, switch_on

    unlocked = switch_on(folder, "four words that fit", new_code(), work=8)
    services = open_services(unlocked)
    assert services.safety.are_locked
    stick = tmp_path / "stick" / "copy.db"
    stick.parent.mkdir()
    services.safety.save_elsewhere(services.safety.make(TODAY), stick)
    services.close()
    assert len(list(stick.parent.iterdir())) == 2
    assert look_into(stick, unlocked).contents == Contents(charities=2)
    elsewhere = look_into(stick, DataFolder(tmp_path / "other"))
    assert elsewhere.is_locked
    assert "a passphrase of its own" in elsewhere.problem
    assert put_back(unlocked, stick, TODAY).after == Contents(charities=2)
