"""``collabkit check``, ``backup`` and ``restore``: sentences and exit statuses."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from collabkit.cli.commands import run_command
from collabkit.paths import DataFolder
from collabkit.services import open_services

RELEASED = Path(__file__).parents[1] / "databases"


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A folder with two copies: of one charity, and of two."""
    folder = DataFolder(tmp_path / "data")
    services = open_services(folder)
    services.charities.add("Sample Charity")
    services.safety.make(date.today())
    services.charities.add("Sample Kitchen")
    services.close()
    return folder.root


def run(data: Path, *words: str) -> int:
    return run_command(["--data-dir", str(data), *words])


def charities(data: Path) -> list[str]:
    services = open_services(DataFolder(data), read_only=True)
    try:
        return [charity.name for charity in services.charities.all()]
    finally:
        services.close()


def test_sound_data_checks_out_line_by_line(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Data, log and each copy have a line, and the exit status is 0."""
    assert run(data, "check", "--full") == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["ok"] * 4
    assert [line.split()[1] for line in lines[:2]] == ["data:", "log"]


def test_checking_changes_nothing(data: Path) -> None:
    """Neither a byte nor a time, also beside an open window."""
    services = open_services(DataFolder(data))
    before = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in data.rglob("*.db")}
    assert run(data, "check", "--full") == 0
    after = {path: (path.stat().st_mtime_ns, path.stat().st_size) for path in data.rglob("*.db")}
    services.close()
    assert after == before


def test_damage_is_named_and_the_status_says_so(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The copy that is damaged has its own line; the others are ok."""
    newest = max((data / "backups").iterdir())
    newest.write_bytes(newest.read_bytes()[:9000])
    assert run(data, "check") == 1
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["ok", "ok", "FAILED", "ok"]


def test_data_that_is_older_than_what_was_saved_is_noticed(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody has put an older file in its place: the log knows better."""
    older = data.joinpath("collabkit.db").read_bytes()
    services = open_services(DataFolder(data))
    services.charities.add("Sample Garden")
    services.close()
    data.joinpath("collabkit.db").write_bytes(older)
    assert run(data, "check") == 1
    assert "1 change is missing" in capsys.readouterr().out


def test_missing_data_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """There are copies, so it is not a new beginning."""
    data.joinpath("collabkit.db").unlink()
    assert run(data, "check") == 1
    assert "Open the window of collabkit" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["list", "backup", "restore"])
def test_gone_data_is_not_taken_for_a_new_beginning(
    data: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """The window puts everything back; also if only the log is left."""
    data.joinpath("collabkit.db").unlink()
    for copy in (data / "backups").iterdir():
        copy.unlink()
    assert run(data, command) == 1
    told = capsys.readouterr()
    assert "is missing" in told.err
    assert "Open the window of collabkit" in told.err
    assert told.out == ""


@pytest.mark.parametrize("kind", ["a broken head", "emptied", "a folder"])
def test_data_that_is_no_file_of_ours_leads_to_the_window(
    data: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody is told to move files about by hand."""
    database = data / "collabkit.db"
    found = database.read_bytes()
    if kind == "a folder":
        database.unlink()
        database.mkdir()
    else:
        database.write_bytes(bytes(100) + found[100:] if kind == "a broken head" else b"")
    assert run(data, "list") == 1
    told = capsys.readouterr().err
    assert "Open the window of collabkit" in told
    words = {"a broken head": "damaged at its beginning", "emptied": "is empty"}
    assert words.get(kind, "there is a folder") in told


def test_what_is_no_copy_is_not_put_back(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nor is anybody told to move it."""
    other = tmp_path / "words.txt"
    other.write_text("nothing of ours\n" * 20)
    assert run(data, "restore", str(other), "--yes") == 1
    told = capsys.readouterr().err
    assert "This file is no safety copy of collabkit" in told
    assert charities(data) == ["Sample Charity", "Sample Kitchen"]


def test_the_disk_without_room_is_named(
    data: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The stick is full, not the computer; nothing is left on it."""
    stick = tmp_path / "stick"
    stick.mkdir()
    there = shutil.disk_usage(tmp_path)
    full = there._replace(free=200_000)
    usage = {stick: full}
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage.get(Path(path), there))
    assert run(data, "backup", "--to", str(stick / "copy.db")) == 1
    told = capsys.readouterr().err
    assert f"not enough room on the disk that holds “{stick}”" in told
    assert "0.2 MB are free" in told
    assert list(stick.iterdir()) == []


def test_a_copy_is_made_and_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence says where it lies and what is in it."""
    services = open_services(DataFolder(data))  # a window may be open
    assert run(data, "backup") == 0
    services.close()
    assert "-asked.db" in capsys.readouterr().out


def test_a_copy_goes_to_a_stick(data: Path, tmp_path: Path) -> None:
    """It can be put back from there."""
    stick = tmp_path / "stick.db"
    assert run(data, "backup", "--to", str(stick)) == 0
    assert run(tmp_path / "there", "restore", str(stick), "--yes") == 0
    assert charities(tmp_path / "there") == ["Sample Charity", "Sample Kitchen"]


def test_no_folder_is_made_for_a_copy(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The stick may have been taken out: its empty place is not the stick."""
    assert run(data, "backup", "--to", str(tmp_path / "stick" / "copy.db")) == 1
    assert "“stick” is not there" in capsys.readouterr().err
    assert not (tmp_path / "stick").exists()


def test_a_copy_is_never_put_among_the_programs_own_files(data: Path) -> None:
    """Neither beside the data nor among its copies."""
    assert run(data, "backup", "--to", str(data / "copy.db")) == 2
    assert run(data, "backup", "--to", str(data / "backups" / "copy.db")) == 2


@pytest.mark.parametrize("there", ["another program's", "empty", "a folder"])
def test_only_an_earlier_copy_is_written_over(
    data: Path, tmp_path: Path, there: str, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nobody is asked here, so a wrong name must cost nothing; the same stick goes on working."""
    path = tmp_path / "accounts.txt"
    words = "two years of accounts" if there == "another program's" else ""
    if there == "a folder":
        path.mkdir()
    else:
        path.write_text(words)
    assert run(data, "backup", "--to", str(path)) == 2
    told = capsys.readouterr().err
    assert ("is a folder" if there == "a folder" else "which is no copy of collabkit") in told
    assert path.is_dir() or path.read_text() == words
    stick = tmp_path / "stick.db"
    assert [run(data, "backup", "--to", str(stick)) for _time in range(2)] == [0, 0]


def test_no_name_at_all_is_told_as_that(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Such as from a script whose variable is empty."""
    assert run(data, "backup", "--to", "") == 2
    assert "Please name the file" in capsys.readouterr().err


def test_an_older_file_is_not_copied_as_what_is_there_now(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It might take the place of a better copy on the stick."""
    older = data.joinpath("collabkit.db").read_bytes()
    services = open_services(DataFolder(data))
    services.charities.add("Sample Garden")
    services.close()
    stick = tmp_path / "stick.db"
    assert run(data, "backup", "--to", str(stick)) == 0
    better = stick.read_bytes()
    data.joinpath("collabkit.db").write_bytes(older)
    copies = sorted((data / "backups").iterdir())
    assert run(data, "backup", "--to", str(stick)) == 1
    assert run(data, "backup") == 1
    assert capsys.readouterr().err.count("is older than what was saved last") == 2
    assert stick.read_bytes() == better
    assert sorted((data / "backups").iterdir()) == copies


def with_something_only_in_the_log(data: Path) -> None:
    """Leave a damaged file, and a third charity that no copy has."""
    services = open_services(DataFolder(data))
    services.charities.add("Sample Garden")
    services.close(with_copy=False)
    database = data / "collabkit.db"
    database.write_bytes(database.read_bytes()[:9000])


def test_what_the_log_has_besides_is_told_before_a_copy_is_put_back(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The newest copy lacks something; nothing is counted in a damaged file."""
    with_something_only_in_the_log(data)
    assert run(data, "restore", "latest", "--dry-run") == 0
    out = capsys.readouterr().out
    assert "can be put back: 3 charities. Nothing is missing." in out
    assert "collabkit restore everything" in out
    assert ["Charities", "–", "2"] in [line.split() for line in out.splitlines()]


def test_everything_is_put_back_from_copies_and_log(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As the window does with one press; a second time there is nothing to do."""
    with_something_only_in_the_log(data)
    assert run(data, "restore", "everything", "--dry-run") == 0
    assert run(data, "restore", "everything") == 2  # nobody is there to agree
    assert run(data, "restore", "everything", "--yes") == 0
    assert "Everything was put back: 3 charities." in capsys.readouterr().out
    assert charities(data) == ["Sample Charity", "Sample Garden", "Sample Kitchen"]
    assert run(data, "restore", "everything", "--yes") == 0
    assert "Nothing is missing or damaged" in capsys.readouterr().out


def test_nobody_is_told_that_all_is_well_where_nothing_can_be_seen(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A folder without data, as after a slip of the pen, and data that cannot be read just now."""
    assert run(data / "nowhere", "restore", "everything", "--yes") == 1
    assert "nothing to read" in capsys.readouterr().err
    shutil.copyfile(RELEASED / "schema-4.db", data / "collabkit.db")
    for path in (*(data / "backups").iterdir(), *(data / "changes").iterdir()):
        path.unlink()
    assert run(data, "restore", "everything", "--yes") == 1
    told = capsys.readouterr()
    assert "cannot be read just yet" in told.err
    assert told.out == ""


def test_a_check_ends_with_what_can_be_put_back(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """And promises nothing where nothing can be: no copy speaks of the others."""
    with_something_only_in_the_log(data)
    assert run(data, "check") == 1
    assert "can be put back: 3 charities." in capsys.readouterr().out.splitlines()[-1]
    for path in (*(data / "backups").iterdir(), *(data / "changes").iterdir()):
        path.write_bytes(path.read_bytes()[:60])
    assert run(data, "check", "--full") == 1
    told = capsys.readouterr().out
    assert "may well be sound" not in told
    assert "Your answers are" not in told


def test_a_file_for_the_passphrase_that_is_not_there_is_told(
    data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Also where nothing is locked and nobody would have looked into it."""
    assert (
        run_command(["--unlock-file", str(tmp_path / "gone"), "--data-dir", str(data), "check"])
        == 2
    )
    assert "There is no file" in capsys.readouterr().err


def test_without_data_there_is_nothing_to_copy(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A sentence and status 1; nothing is made."""
    assert run(tmp_path / "nowhere", "backup") == 1
    assert "nothing to read" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()


def test_the_copies_are_listed(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With the numbers that name them."""
    assert run(data, "restore", "--list") == 0
    out = capsys.readouterr().out
    assert "  1  Today, " in out
    assert "  2  Today, " in out


def test_a_dry_run_compares_and_changes_nothing(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """What is here stands beside what is in the copy."""
    assert run(data, "restore", "2", "--dry-run") == 0
    out = capsys.readouterr().out
    assert ["Charities", "2", "1"] in [line.split() for line in out.splitlines()]
    assert charities(data) == ["Sample Charity", "Sample Kitchen"]


def test_a_copy_is_put_back(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sentence says what was put back and where that is which was there."""
    assert run(data, "restore", "2", "--yes") == 0
    assert "-before-restore.db" in capsys.readouterr().out
    assert charities(data) == ["Sample Charity"]


def test_without_a_terminal_nothing_is_put_back_unasked(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A script has to say --yes."""
    assert run(data, "restore", "2") == 2
    assert "--yes" in capsys.readouterr().err
    assert charities(data) == ["Sample Charity", "Sample Kitchen"]


def test_beside_an_open_window_nothing_is_put_back(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It says that the window is open, and that only one may write."""
    services = open_services(DataFolder(data))
    assert run(data, "restore", "2", "--yes") == 1
    services.close()
    assert "already open" in capsys.readouterr().err
    assert charities(data) == ["Sample Charity", "Sample Kitchen"]


def test_damaged_data_gives_way_to_the_latest_copy(data: Path) -> None:
    """The command line works where the window could not open."""
    data.joinpath("collabkit.db").write_bytes(b"damaged")
    assert run(data, "restore", "latest", "--yes") == 0
    assert charities(data) == ["Sample Charity", "Sample Kitchen"]


def test_a_copy_that_is_not_there_is_a_fault_of_the_words(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Status 2, and the way to the list."""
    assert run(data, "restore", "17", "--yes") == 2
    assert "--list" in capsys.readouterr().err
