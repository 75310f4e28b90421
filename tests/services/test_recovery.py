"""What can be put back when the data cannot be opened, and how it is said."""

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import date, datetime
from pathlib import Path

import pytest

from collabkit.assessments.assessment import Response, Selection
from collabkit.assessments.pack import Respondent
from collabkit.errors import DataRefusedError, EnvironmentProblemError
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.helper_words import state_for_helper
from collabkit.services.packs import builtin_packs
from collabkit.services.recovery import (
    Findings,
    Offer,
    Recovered,
    Trouble,
    go_back_to,
    go_on_with_present,
    look,
    put_everything_back,
    start_afresh,
    trouble_of,
)
from collabkit.services.recovery_words import (
    act,
    begun_words,
    heading,
    nothing_left,
    promise,
    put_back_words,
    rest_words,
    until,
    went_back_words,
    went_on_words,
    what_happened,
)
from collabkit.services.safety import Contents
from collabkit.services.safety_words import counted, why
from collabkit.storage import AlreadyOpenError, MigrationFailedError
from collabkit.storage.contents import contents_of
from collabkit.storage.copies import Reason, copies_in
from collabkit.storage.recoverable import Recoverable
from collabkit.storage.second_copy.lines import Mark

TODAY = date(2026, 11, 24)
MADE = datetime(2026, 11, 24, 21, 14)
HELD = Contents(1, 3, 12, 212, 4)


def answer(services: Services, *places: int) -> None:
    """Answer some statements of the one assessment."""
    sitting = services.assessments.sitting(services.assessments.summaries()[0].assessment.id)
    for place in places:
        response = Response(sitting.participant.id, sitting.assessment.asked[place], "3")
        services.responses.record(sitting.pack, response, lambda _problem: None)
    services.responses.flush()


@pytest.fixture
def folder(tmp_path: Path) -> DataFolder:
    """What a power cut leaves: a copy with two answers, and three more in the log."""
    first = DataFolder(tmp_path / "before")
    services = open_services(first)
    charity = services.charities.add("Sample Charity")
    services.assessments.start_alone(
        charity.id, builtin_packs()[0], Selection.CORE, Respondent.TRUSTEE, "Away-day", TODAY
    )
    answer(services, 0, 1)
    services.close()
    services = open_services(first)
    answer(services, 2, 3, 4)
    cut = DataFolder(Path(shutil.copytree(first.root, tmp_path / "data")))
    services.close()
    return cut


def cut_off(folder: DataFolder) -> bytes:
    """Take away the second half of the file; return what is left."""
    data = folder.database.read_bytes()
    folder.database.write_bytes(data[: len(data) // 2 + 100])
    return folder.database.read_bytes()


def put_older_file(folder: DataFolder) -> None:
    """Put the copy in the place of the file."""
    shutil.copyfile(copies_in(folder)[0].path, folder.database)


def refused(folder: DataFolder) -> Trouble | None:
    """Return why the data cannot be opened."""
    with pytest.raises(DataRefusedError) as caught:
        open_services(folder)
    return trouble_of(caught.value)


def leftovers(folder: DataFolder) -> list[Path]:
    return list(folder.root.rglob("*.part"))


@contextmanager
def little_room(size: int) -> Iterator[None]:
    """Let no file become longer than ``size`` bytes, as on a disk that is full."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_looking_finds_everything_and_changes_nothing(folder: DataFolder) -> None:
    """The answers after the copy are counted too, and no file is left or touched."""
    damaged = cut_off(folder)
    assert refused(folder) is Trouble.DAMAGED
    findings = look(folder, Trouble.DAMAGED, TODAY)
    assert findings.best is not None
    assert findings.best.state.is_complete
    assert findings.best.contents is not None
    assert findings.best.contents.answers == 5
    assert len(findings.copies) == 1
    assert folder.database.read_bytes() == damaged
    assert leftovers(folder) == []
    assert not folder.kept.exists()


def test_everything_is_put_back_and_the_damaged_file_is_kept(folder: DataFolder) -> None:
    """And afterwards the data opens as on any other day."""
    damaged = cut_off(folder)
    recovered = put_everything_back(folder, look(folder, Trouble.DAMAGED, TODAY))
    assert recovered.contents.answers == 5
    assert recovered.kept is not None
    assert recovered.kept.read_bytes() == damaged
    open_services(folder).close()


def test_nothing_is_done_on_a_folder_that_is_otherwise_by_now(folder: DataFolder) -> None:
    """Another window was quicker: what was saved since must not be taken back."""
    cut_off(folder)
    findings = look(folder, Trouble.DAMAGED, TODAY)
    put_everything_back(folder, look(folder, Trouble.DAMAGED, TODAY))
    services = open_services(folder)
    answer(services, 5)
    services.close()
    for verb in (put_everything_back, start_afresh):
        with pytest.raises(EnvironmentProblemError, match="has changed in the folder"):
            verb(folder, findings)
    assert contents_of(folder.database).answers == 6


def given_up(folder: DataFolder) -> Path:
    """The copy of what was let go of."""
    return next(each.path for each in copies_in(folder) if each.reason is Reason.BEFORE_RESTORE)


def test_going_on_with_an_older_file_keeps_what_is_given_up(folder: DataFolder) -> None:
    """As a copy; and nothing calls the file older any more."""
    put_older_file(folder)
    assert refused(folder) is Trouble.OLDER
    findings = look(folder, Trouble.OLDER, TODAY)
    assert findings.behind == 3
    assert act(findings) == "Put the 3 missing answers back"
    recovered = go_on_with_present(folder, findings)
    assert recovered.contents.answers == 2
    assert contents_of(given_up(folder)).answers == 5
    services = open_services(folder)
    answer(services, 4)
    services.close()
    assert contents_of(folder.database).answers == 3


def test_going_back_to_a_copy_keeps_what_is_given_up(folder: DataFolder) -> None:
    """The log would be let go of in time."""
    cut_off(folder)
    findings = look(folder, Trouble.DAMAGED, TODAY)
    recovered = go_back_to(folder, findings, findings.copies[0].path)
    assert recovered.contents.answers == 2
    assert contents_of(given_up(folder)).answers == 5
    open_services(folder).close()


def test_starting_afresh_leaves_the_copies(folder: DataFolder) -> None:
    """An empty file that opens, and whatever was there lies beside it."""
    folder.database.unlink()
    assert refused(folder) is Trouble.MISSING
    findings = look(folder, Trouble.MISSING, TODAY)
    assert start_afresh(folder, findings).contents == Contents()
    open_services(folder).close()
    assert contents_of(findings.copies[0].path).answers == 2


def test_without_room_it_says_so_and_a_second_try_works(folder: DataFolder) -> None:
    """What could be put back is still known; nothing is changed until there is room."""
    damaged = cut_off(folder)
    with little_room(20_000):
        findings = look(folder, Trouble.DAMAGED, TODAY)
        assert findings.best is not None
        assert findings.best.contents is None
        assert findings.best.state.is_complete
        assert findings.hindrance
        with pytest.raises(EnvironmentProblemError):
            put_everything_back(folder, findings)
        with pytest.raises(EnvironmentProblemError):
            start_afresh(folder, findings)
    assert folder.database.read_bytes() == damaged
    assert leftovers(folder) == []
    assert not folder.kept.exists() or list(folder.kept.iterdir()) == []
    assert put_everything_back(folder, findings).contents.answers == 5


def test_it_does_nothing_while_a_window_is_open(folder: DataFolder) -> None:
    """Whoever has the folder open has the last word."""
    cut_off(folder)
    findings = look(folder, Trouble.DAMAGED, TODAY)
    put_everything_back(folder, findings)
    services = open_services(folder)
    try:
        with pytest.raises((AlreadyOpenError, EnvironmentProblemError)):
            put_everything_back(folder, look(folder, Trouble.DAMAGED, TODAY))
    finally:
        services.close()


def test_a_newer_file_is_not_even_looked_at(folder: DataFolder) -> None:
    """Its bytes and its time stay."""
    with closing(sqlite3.connect(folder.database)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '0099'")
        connection.commit()
        connection.execute("PRAGMA user_version = 99")
    os.utime(folder.database, (1, 1))
    assert refused(folder) is Trouble.NEWER
    assert look(folder, Trouble.NEWER, TODAY) == Findings(Trouble.NEWER)
    assert folder.database.stat().st_mtime == 1


def test_a_failed_migration_is_somebody_elses_trouble(tmp_path: Path) -> None:
    """The older program can still open it: nothing is to be put back."""
    assert trouble_of(MigrationFailedError(tmp_path)) is None


def _findings(trouble: Trouble, missing: int | None, latest: datetime | None = MADE) -> Findings:
    state = Recoverable(None, (), Mark(7, bytes(16)), latest, missing)
    return Findings(trouble, Offer(state, HELD))


def test_the_promise_says_how_far_it_reaches_and_what_is_in_it() -> None:
    """Whole, in part, and where nobody knows."""
    whole = _findings(Trouble.DAMAGED, 0)
    assert heading(whole) == "Your answers are safe"
    assert promise(whole, TODAY) == (
        f"Everything that was saved up to 21:14 today can be put back: {counted(HELD)}. "
        "Nothing is missing."
    )
    part = _findings(Trouble.DAMAGED, 12)
    assert heading(part) == "Most of your answers are safe"
    assert "saved up to 21:14:00 today" in promise(part, TODAY)  # the others followed soon
    assert " 12 changes that were saved after that are missing; " in promise(part, TODAY)
    assert "One change that was saved after that is missing." in promise(
        _findings(Trouble.DAMAGED, 1), TODAY
    )
    assert "if anything was, is missing" in promise(_findings(Trouble.DAMAGED, None), TODAY)
    assert act(part) == "Put this back"


def test_times_are_said_as_people_say_them() -> None:
    """Today and yesterday by name."""
    assert until(MADE, TODAY) == "21:14 today"
    assert until(MADE, date(2026, 11, 25)) == "21:14 yesterday"
    assert until(MADE, date(2027, 1, 3)) == "21:14 on 24 November 2026"


@pytest.mark.parametrize("trouble", list(Trouble))
def test_every_trouble_is_told_in_sentences(trouble: Trouble) -> None:
    """None of them speaks of anything technical, with or without something to put back."""
    for findings in (_findings(trouble, 0), Findings(trouble)):
        told = f"{heading(findings)} {what_happened(findings)}"
        assert told.endswith(".")
        assert not any(word in told for word in ("SQL", "database", "None", "{"))


def test_what_lies_in_the_place_of_the_data_is_told_apart(folder: DataFolder) -> None:
    """Nothing, a folder, a damaged beginning and another program's file are different evenings."""
    data = folder.database.read_bytes()
    for found, trouble in (
        (bytes(100) + data[100:], Trouble.BEGINNING),
        (b"", Trouble.EMPTIED),
        (b"another program wrote this " * 40, Trouble.FOREIGN),
    ):
        folder.database.write_bytes(found)
        assert refused(folder) is trouble
    folder.database.unlink()
    folder.database.mkdir()
    assert refused(folder) is Trouble.FOLDER


def test_answers_are_only_counted_where_nothing_else_is_missing(folder: DataFolder) -> None:
    """One answer with the place where somebody stopped is two changes, but one answer."""
    first = folder.database.read_bytes()
    services = open_services(folder)
    (summary,) = services.assessments.summaries()
    item_id = summary.assessment.asked[5]
    answer(services, 5)
    services.assessments.mark_place(summary.assessment.id, item_id)
    services.close()
    with_answer = folder.database.read_bytes()
    folder.database.write_bytes(first)
    findings = look(folder, Trouble.OLDER, TODAY)
    assert findings.behind == 2
    assert act(findings) == "Put the missing answer back"
    folder.database.write_bytes(with_answer)
    services = open_services(folder)
    services.charities.add("Sample Kitchen")
    services.close()
    folder.database.write_bytes(first)
    assert act(look(folder, Trouble.OLDER, TODAY)) == "Put everything back"


def test_damaged_copies_are_not_called_missing(folder: DataFolder) -> None:
    """They are listed on the same page."""
    cut_off(folder)
    for path in (*folder.backups.glob("*.db"), *folder.changes.glob("*.log")):
        path.write_bytes(b"damaged")
    findings = look(folder, Trouble.DAMAGED, TODAY)
    assert findings.best is None
    told = nothing_left(findings, folder)[0]
    assert told.startswith("There is one safety copy in the folder, but it is damaged as well. ")
    assert "The log of changes is there, but" in told
    shutil.rmtree(folder.backups)
    shutil.rmtree(folder.changes)
    told = nothing_left(look(folder, Trouble.DAMAGED, TODAY), folder)[0]
    assert told.startswith("There is no safety copy in the folder. There is no log of changes eith")


def test_a_helper_sees_how_each_file_stands_and_nobodys_words(folder: DataFolder) -> None:
    """Copies and files of the log, sound or not."""
    (copy,) = folder.backups.glob("*.db")
    oldest, *_newer = sorted(folder.changes.glob("*.log"))
    oldest.write_bytes(b"damaged")
    told = "\n".join(state_for_helper(folder, TODAY))
    assert f"backups/{copy.name}: sound, up to change " in told
    assert f"changes/{oldest.name}: not usable" in told
    assert ".log: sound, from change " in told
    copy.write_bytes(copy.read_bytes()[:9000])
    folder.database.unlink()
    told = "\n".join(state_for_helper(folder, TODAY))
    assert f"backups/{copy.name}: not usable" in told
    assert "collabkit.db: not there" in told
    assert "Sample" not in told


def test_what_was_put_back_is_only_called_everything_if_it_is() -> None:
    """And the folder of the damaged file is named only where there is one."""
    kept = Path("data/kept/collabkit-1-put-aside.db")
    contents = Contents(1, 1, 1, 5)
    whole = put_back_words(Recovered(contents, kept), _findings(Trouble.DAMAGED, 0))
    assert whole.startswith(f"Everything was put back: {counted(contents)}.")
    assert "“kept”" in whole
    part = put_back_words(Recovered(contents, None), _findings(Trouble.DAMAGED, 3))
    assert part == f"Put back: {counted(contents)}."


def test_nobody_is_told_to_remove_what_may_be_the_only_one() -> None:
    """What was put aside can go once nothing is missing, and not before; a folder is no file."""
    recovered = Recovered(Contents(1, 1, 1, 5), Path("data/kept/collabkit-1-put-aside.db"))
    assert "You can remove it" in put_back_words(recovered, _findings(Trouble.DAMAGED, 0))
    for missing in (3, None):
        assert "Do not remove it" in put_back_words(recovered, _findings(Trouble.DAMAGED, missing))
    for words in (rest_words, begun_words):
        assert "Do not remove it" in words(recovered, Findings(Trouble.DAMAGED))
    told = put_back_words(recovered, _findings(Trouble.FOLDER, None))
    assert told.endswith("The folder that was in its place is kept in “kept” beside your data.")
    assert "You can remove it" in put_back_words(recovered, _findings(Trouble.EMPTIED, None))


def test_what_was_given_up_is_named_as_the_list_names_it() -> None:
    """It need not be the newest: a copy may be made straight afterwards."""
    recovered = Recovered(Contents(1, 1, 1, 5), Path("data/kept/collabkit-1-put-aside.db"))
    for words in (went_on_words, went_back_words):
        told = words(recovered, _findings(Trouble.OLDER, 0))
        assert f"“{why(Reason.BEFORE_RESTORE)}”" in told
        assert "newest" not in told
    # The older file itself was put aside before it came back: that helps nobody.
    assert "kept in the folder" not in went_on_words(recovered, _findings(Trouble.OLDER, 0))
