"""A file that is not the one that was here last, and what is given up by going back."""

import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from storage_samples import file_with_answers, new_charity
from test_keeping_in_step import kill_after_adding

from collabkit.paths import DataFolder
from collabkit.storage import DamagedFileError, ForeignFileError, NewerFileError, OlderFileError
from collabkit.storage.copies import Reason, copies_in
from collabkit.storage.recoverable import find_recoverable, present_state
from collabkit.storage.recovery import recover, restore
from collabkit.storage.seals import seal
from collabkit.storage.second_copy.lines import Change, line_of, payload_of
from collabkit.storage.second_copy.segments import read_segment, segment_paths
from collabkit.storage.store import Store


@pytest.fixture
def here(folder: DataFolder) -> DataFolder:
    """A folder whose log holds more than its newest copy."""
    file_with_answers(folder.root)
    kill_after_adding(folder, "A sample that only the log has")
    return folder


@pytest.fixture
def elsewhere(here: DataFolder, tmp_path: Path) -> DataFolder:
    """The same on another computer, from before the log and the file here went on."""
    copy = DataFolder(tmp_path / "elsewhere")
    copy.root.mkdir()
    shutil.copyfile(copies_in(here)[-1].path, copy.database)
    return copy


def names(folder: DataFolder) -> set[str]:
    with Store.open(folder) as store:
        return {charity.name for charity in store.lists.charities()}


def kept(folder: DataFolder, words: str) -> bool:
    """Tell whether some copy holds ``words``."""
    return any(words.encode() in copy.path.read_bytes() for copy in copies_in(folder))


def put(folder: DataFolder, other: DataFolder) -> None:
    shutil.copyfile(other.database, folder.database)


def test_a_file_from_elsewhere_with_as_many_changes_is_told_apart(
    here: DataFolder, elsewhere: DataFolder
) -> None:
    """Not the number of changes decides, but which changes they were."""
    kill_after_adding(elsewhere, "A sample from elsewhere")
    put(here, elsewhere)
    with pytest.raises(OlderFileError):
        Store.open(here)
    best, *_others = find_recoverable(here)
    assert best.base != here.database
    assert best.is_complete
    recover(here, best)
    assert "A sample that only the log has" in names(here)


def test_who_goes_on_with_such_a_file_keeps_what_was_here(
    here: DataFolder, elsewhere: DataFolder
) -> None:
    """As a safety copy, to be put back at any time."""
    kill_after_adding(elsewhere, "A sample from elsewhere")
    put(here, elsewhere)
    present = present_state(here)
    assert present is not None
    recover(here, present)
    assert "A sample from elsewhere" in names(here)
    assert kept(here, "A sample that only the log has")


def test_a_file_from_elsewhere_that_is_further_on_gives_up_nothing(
    here: DataFolder, elsewhere: DataFolder
) -> None:
    """It opens; what was here before is kept, and the person is told once."""
    for number in range(4):
        kill_after_adding(elsewhere, f"Sample {number} from elsewhere")
    put(here, elsewhere)
    with Store.open(here) as store:
        assert any("not the one that was here last" in notice for notice in store.notices)
    assert kept(here, "A sample that only the log has")
    with Store.open(here) as store:
        assert store.notices == ()


def test_what_was_here_is_kept_where_there_was_no_copy_yet(
    tmp_path: Path, elsewhere: DataFolder
) -> None:
    """A new program that was never closed; otherwise the file could not be opened again, ever."""
    here = DataFolder(tmp_path / "new")
    kill_after_adding(here, "A sample that only the log has")
    assert not here.backups.exists()
    put(here, elsewhere)
    assert "A sample that only the log has" not in names(here)
    assert kept(here, "A sample that only the log has")


def test_a_log_that_does_not_fit_keeps_nobody_from_a_sound_file(
    here: DataFolder, elsewhere: DataFolder
) -> None:
    """What it leads to cannot be put together, so it is no copy either."""
    before = copies_in(here)
    end = read_segment(segment_paths(here)[-1])
    row = ("+", "settled", ("nobody's", "mode", "team", seal(("nobody's", "mode", "team"))))
    payload = payload_of([row], datetime(2026, 11, 22, tzinfo=UTC))
    with end.path.open("r+b") as log:
        log.seek(end.length)
        log.write(line_of(Change(end.last.after(payload), payload)))
    with Store.open(elsewhere) as store:
        for number in range(4):
            store.charities.add(new_charity(f"Sample {number} from elsewhere"))
    put(here, elsewhere)
    assert "Sample 3 from elsewhere" in names(here)
    assert set(before) <= set(copies_in(here))


@pytest.mark.parametrize("damage", ["head", "first line", "cut short"])
def test_a_log_that_is_hurt_is_not_told_as_another_file(here: DataFolder, damage: str) -> None:
    """The file is as it was; only what lies beside it is not."""
    for number in range(3):
        kill_after_adding(here, f"Sample {number}")
    path = segment_paths(here)[-1]
    data = path.read_bytes()
    lines = data.rstrip(b"\0").splitlines(keepends=True)
    places = {"head": 10, "first line": len(lines[0]) + 60}
    if damage == "cut short":
        path.write_bytes(b"".join(lines[:-2]))
    else:
        place = places[damage]
        path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
    before = copies_in(here)
    with Store.open(here) as store:
        (notice,) = store.notices
        assert "log of changes" in notice
        assert "not the one that was here last" not in notice
        assert "nothing was lost" in notice or damage == "cut short"
    made = [copy.reason for copy in copies_in(here) if copy not in before]
    assert made.count(Reason.BEFORE_RESTORE) == (damage == "cut short")
    with Store.open(here) as store:
        assert store.notices == ()


def test_an_older_file_beside_a_log_that_is_hurt_is_still_older(here: DataFolder) -> None:
    """The log names where the file stands, and goes on behind it."""
    kill_after_adding(here, "Sample 0")
    older = here.database.read_bytes()
    kill_after_adding(here, "A later sample")
    here.database.write_bytes(older)
    path = segment_paths(here)[-1]
    data = path.read_bytes()
    place = data.index(b"\n") + 60
    path.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
    with pytest.raises(OlderFileError):
        Store.open(here)


def test_being_stopped_between_file_and_log_is_nothing_to_tell(here: DataFolder) -> None:
    """The file is one change further, and known to come behind the log."""
    path = segment_paths(here)[-1]
    data = path.read_bytes().rstrip(b"\0").rstrip(b"\n")
    path.write_bytes(data[: data.rfind(b"\n") + 1])
    with Store.open(here) as store:
        assert store.notices == ()
    assert "A sample that only the log has" in names(here)


@pytest.mark.parametrize("column", ["number", "chain_before", "afresh", "chain"])
def test_a_changed_mark_is_damage(here: DataFolder, column: str) -> None:
    """Otherwise the log of another file might be believed, or the only one removed."""
    logs = [path.read_bytes() for path in segment_paths(here)]
    value = "number + 64" if column in ("number", "afresh") else "zeroblob(16)"
    with closing(sqlite3.connect(here.database)) as connection:
        connection.execute(f"UPDATE change_mark SET {column} = {value}")
        connection.commit()
    with pytest.raises(DamagedFileError):
        Store.open(here)
    assert [path.read_bytes() for path in segment_paths(here)] == logs
    recover(here, find_recoverable(here)[0])
    assert "A sample that only the log has" in names(here)


@pytest.mark.parametrize("present", ["gone", "damaged", "sound"])
def test_going_back_gives_up_nothing(here: DataFolder, present: str) -> None:
    """Whatever only the log has becomes a safety copy first."""
    if present == "gone":
        here.database.unlink()
    elif present == "damaged":
        data = bytearray(here.database.read_bytes())
        data[5000:9000] = bytes(4000)
        here.database.write_bytes(data)
    restore(here, copies_in(here)[-1].path)
    assert "A sample that only the log has" not in names(here)
    newest = next(copy for copy in copies_in(here) if copy.reason is Reason.BEFORE_RESTORE)
    assert b"A sample that only the log has" in newest.path.read_bytes()
    restore(here, newest.path)
    assert "A sample that only the log has" in names(here)


def test_two_copies_of_one_moment_both_stay(here: DataFolder) -> None:
    """Of the same change, in the same second, for the same reason."""
    with Store.open(here) as store:
        paths = {store.safety.make_copy(Reason.ASKED).path for _time in range(3)}
    assert len(paths) == 3
    assert all(path.exists() for path in paths)


def test_a_copy_that_cannot_be_used_is_told_as_what_it_is(here: DataFolder) -> None:
    """Newer or another program's is not damaged."""
    before = here.database.read_bytes()
    copy = here.root / "a copy.db"
    data = bytearray(before)
    data[60:64] = (99).to_bytes(4, "big")
    copy.write_bytes(data)
    with pytest.raises(NewerFileError):
        restore(here, copy)
    copy.write_bytes(b"SQLite format 3\0" + bytes(200))
    with pytest.raises(ForeignFileError):
        restore(here, copy)
    assert here.database.read_bytes() == before


def test_a_log_file_that_was_cut_off_while_being_made_costs_nothing(here: DataFolder) -> None:
    """The older one goes on, and stays as long as a copy before it may be needed."""
    with Store.open(here) as store:
        store.charities.add(new_charity("A sample before"))
    segment_paths(here)[-1].write_bytes(b"")
    for number in range(3):
        with Store.open(here) as store:
            store.charities.add(new_charity(f"Sample {number}"))
    newest, second, _third, *_older = copies_in(here)
    for path in (here.database, newest.path, second.path):
        path.write_bytes(b"damaged")
    best = find_recoverable(here)[0]
    recover(here, best)
    assert {"A sample before", "Sample 0", "Sample 1", "Sample 2"} <= names(here)
