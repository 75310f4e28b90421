"""Reports of faults say where in the program it was, and nothing else."""

import getpass
import subprocess
import sys
import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import cast

import pytest

from collabkit.crash_reports.crashes import CrashWatch, fault_from
from collabkit.crash_reports.kept import MOST_REPORTS, KeptReports
from collabkit.crash_reports.places import is_note, kind_name, kinds_of, note_of, place
from collabkit.crash_reports.report import MOST_BYTES, Fault, text_of
from collabkit.dates import day
from collabkit.logs import log_bug, start_log

CANARY = "Zeisig-Treasurer-4711"
NOW = datetime(2026, 11, 22, 17, 40, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("log_of_its_own")


class Clock:
    """A minute goes by with every look."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now


def fault(number: int = 1) -> Fault:
    return Fault("an error", ("ValueError",), (f"collabkit.dates:{number} day",))


def all_bytes(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())


def fail_with_canaries(folder: Path) -> None:
    """Fail in code of ours, in a thread, with the canary in everything that a fault can carry."""
    script = folder / f"{CANARY}.py"
    script.parent.mkdir(parents=True)
    script.write_text(
        "def go(day, held):\n"
        "    try:\n"
        f"        raise OSError(2, {CANARY!r}, '/home/{CANARY}/secret')\n"
        "    except OSError as error:\n"
        "        try:\n"
        "            day(held)\n"
        "        except AttributeError as other:\n"
        f"            other.add_note({CANARY!r})\n"
        f"            raise KeyError({CANARY!r}) from other\n",
        encoding="utf-8",
    )
    names: dict[str, object] = {}
    # The name of the file has to be the canary's; an import would put it among the modules.
    exec(compile(script.read_text(encoding="utf-8"), str(script), "exec"), names)  # noqa: S102  our own words

    def work() -> None:
        held = CANARY
        try:
            names["go"](cast(object, day), cast(date, held))  # type: ignore[operator]
        except KeyError as error:
            log_bug(type(error), error.__traceback__, error)

    thread = threading.Thread(target=work, name=CANARY)
    thread.start()
    thread.join()


def test_nothing_that_anybody_wrote_is_in_log_or_report(tmp_path: Path) -> None:
    """Canaries in texts, notes, variables, paths, file and thread names: none is found."""
    data = tmp_path / "data"
    data.mkdir()
    start_log(data / "collabkit.log")
    fail_with_canaries(tmp_path / CANARY)
    (report,) = KeptReports(data).all()
    text = report.text()
    assert "KeyError < AttributeError < FileNotFoundError" in text
    assert "collabkit.dates:" in text
    assert "Thread: another" in text
    found = all_bytes(data)
    assert len(found) > 500
    for secret in (
        CANARY,
        CANARY.lower(),
        str(tmp_path),
        "Users",
        "/home/",
        f"/{getpass.getuser()}",
    ):
        assert secret.encode() not in found, secret


def test_the_report_says_which_versions_and_what_the_log_told(tmp_path: Path) -> None:
    """It is what somebody needs who wants to mend it."""
    line = "2026-11-22 17:39:00,123 ERROR ValueError at collabkit.dates:12 day < other code"
    text = text_of(fault(), NOW, 3, f"{line}\n2026-11-22 17:39:00,123 ERROR {CANARY} said so\n")
    assert line in text
    assert CANARY not in text
    assert "Python 3" in text
    assert "Times, at least: 3" in text
    assert "collabkit.dates:1 day" in text


@pytest.mark.parametrize(
    "line",
    [
        f"2026-11-22 17:39:00,123 ERROR ValueError at collabkit.dates:12 day {CANARY}",
        f"2026-11-22 17:39:00,123 ERROR ValueError at {CANARY}",
        f"2026-11-22 17:39:00,123 ERROR {CANARY}.Error at Python",
        f"{CANARY}",
        "2026-11-22 17:39:00,123 ERROR Zeisig at Python",
        "2026-11-22 17:39:00,123 ERROR ValueError at Zeisig",
        "2026-11-22 17:39:00,123 ERROR ValueError at collabkit.Zeisig:1 day",
        "2026-11-22 17:39:00,123 ERROR ValueError at " + "Zeisig" * 5_000,
    ],
)
def test_a_log_that_somebody_wrote_into_adds_nothing(line: str) -> None:
    """Only lines of our own form are taken over."""
    assert CANARY[:6] not in text_of(fault(), NOW, 1, line)


def test_every_note_of_ours_is_known_as_one() -> None:
    """What was written into the log is taken over, whatever kind it was."""
    for kind in (
        "ValueError",
        kind_name(OSError),
        "sqlite3.OperationalError",
        "another kind of error",
    ):
        for places in (
            (),
            ("other code", "Python", "…"),
            ("collabkit.ui.window:5 <lambda>", "lxml"),
        ):
            assert is_note(note_of(kind, places))


def test_a_place_of_ours_has_its_line_and_all_else_a_bare_name() -> None:
    """Whatever folder the program lies in."""
    import collabkit

    home = Path(collabkit.__file__).parent
    assert place(str(home / "dates.py"), 7, "day") == "collabkit.dates:7 day"
    assert place(f"/home/{CANARY}/collabkit/dates.py", 7, "day") == "collabkit.dates:7 day"
    assert place(f"/home/{CANARY}/collabkit/{CANARY}.py", 7, "day") == "other code"
    assert (
        place(f"C:\\Users\\{CANARY}\\collabkit\\ui\\window.py", 7, "x") == "collabkit.ui.window:7 x"
    )
    assert place(f"/home/{CANARY}/site-packages/sqlalchemy/x.py", 7, "x") == "sqlalchemy"
    assert place(f"/home/{CANARY}/site-packages/{CANARY}/x.py", 7, "x") == "other code"
    assert place(str(home / "dates.py"), 7, f"{CANARY} day") == "collabkit.dates:7"
    assert place(threading.__file__, 7, "run") == "Python"


def test_a_kind_that_somebody_made_up_has_no_name() -> None:
    """A class can be called anything; only kinds of known rooms are named."""
    assert kind_name(type(CANARY, (Exception,), {"__module__": "collabkit.x"})).startswith(
        "another"
    )
    assert kind_name(type("Plain", (Exception,), {"__module__": CANARY})).startswith("another")
    assert kind_name(ValueError) == "ValueError"


def test_errors_that_lead_to_each_other_end() -> None:
    """A ring of causes is walked once."""
    first, second = ValueError(), KeyError()
    first.__cause__, second.__cause__ = second, first
    assert kinds_of(first) == ("ValueError", "KeyError")


def test_a_runaway_recursion_makes_a_short_report(tmp_path: Path) -> None:
    """A thousand places are told by their beginning and their end."""
    places = tuple(f"collabkit.dates:{line} day" for line in range(100_000))
    kept = KeptReports(tmp_path, Clock()).keep(Fault("an error", ("RecursionError",), places))
    assert kept is not None
    assert kept.path.stat().st_size <= MOST_BYTES


def test_the_newest_five_are_kept(tmp_path: Path) -> None:
    """Older ones go, and nothing else in the folder does."""
    reports = KeptReports(tmp_path, Clock())
    for number in range(9):
        assert reports.keep(fault(number)) is not None
    (reports.folder / "mine.txt").write_text("left alone")
    kept = reports.all()
    assert len(kept) == MOST_REPORTS
    assert [report.code for report in kept] == [fault(n).code for n in (8, 7, 6, 5, 4)]
    assert len(list(reports.folder.iterdir())) == MOST_REPORTS + 1


def test_the_same_fault_takes_one_place_and_is_counted(tmp_path: Path) -> None:
    """A fault with every key press does not push the others out."""
    reports = KeptReports(tmp_path, Clock())
    reports.keep(fault(1))
    for _time in range(7):
        reports.keep(fault(2))
    assert [report.times for report in reports.all()] == [7, 1]


def test_a_fault_in_every_picture_is_written_once(tmp_path: Path) -> None:
    """The disk is not kept busy; after a pause it is counted again."""
    reports = KeptReports(tmp_path, lambda: NOW)
    first = reports.keep(fault())
    assert [reports.keep(fault()) for _picture in range(3)] == [first] * 3
    assert KeptReports(tmp_path, lambda: NOW + timedelta(minutes=1)).keep(fault()) != first


def test_reports_are_for_one_persons_eyes(tmp_path: Path) -> None:
    """Folder and file, whatever the umask."""
    kept = KeptReports(tmp_path, Clock()).keep(fault())
    assert kept is not None
    assert kept.path.stat().st_mode & 0o077 == 0
    assert kept.path.parent.stat().st_mode & 0o077 == 0


def test_a_folder_that_has_gone_is_not_made_anew(tmp_path: Path) -> None:
    """Nor is a fault made of it."""
    gone = tmp_path / "gone"
    assert KeptReports(gone, Clock()).keep(fault()) is None
    CrashWatch(gone).start()
    assert not CrashWatch(gone).take_last()
    assert not gone.exists()


def test_a_report_that_is_damaged_or_strange_can_be_listed_and_removed(tmp_path: Path) -> None:
    """Names that are not ours are passed over; bytes that are no text are shown as they can be."""
    reports = KeptReports(tmp_path, Clock())
    kept = reports.keep(fault())
    assert kept is not None
    kept.path.write_bytes(b"\xff\xfe" * 30_000)
    (reports.folder / "fault-20269999T999999-00000000-1.txt").write_text("no day")
    (only,) = reports.all()
    assert len(only.text()) <= MOST_BYTES
    only.remove()
    only.remove()
    assert reports.all() == ()


_CHILD = """
import sys
from pathlib import Path
from collabkit.crash_reports.crashes import CrashWatch
watch = CrashWatch(Path(sys.argv[1]))
watch.start()
if sys.argv[2] == "falls":
    import ctypes
    ctypes.string_at(0)
watch.stop()
"""


def run_child(data: Path, how: str) -> None:
    script = data.parent / f"{CANARY}.py"
    script.write_text(_CHILD, encoding="utf-8")
    subprocess.run([sys.executable, script, data, how], check=False, capture_output=True)


def test_a_real_crash_is_reported_at_the_next_start_without_paths(tmp_path: Path) -> None:
    """The process dies of a bad address; what Python noted becomes a report, and goes."""
    data = tmp_path / "data"
    data.mkdir()
    run_child(data, "falls")
    assert CANARY.encode() in all_bytes(data)  # so that the test can fail
    assert CrashWatch(data).take_last()
    (report,) = KeptReports(data).all()
    assert "collabkit ended at once" in report.text()
    assert any(word in report.text() for word in ("Segmentation fault", "access violation"))
    assert CANARY.encode() not in all_bytes(data)
    assert not CrashWatch(data).take_last()


def test_a_good_end_leaves_nothing(tmp_path: Path) -> None:
    """Neither a file nor a folder, and no report at the next start."""
    data = tmp_path / "data"
    data.mkdir()
    run_child(data, "ends")
    assert list(data.iterdir()) == []
    assert not CrashWatch(data).take_last()


@pytest.mark.skipif(sys.platform == "win32", reason="there is no such limit there")
def test_a_crash_leaves_no_picture_of_the_memory(tmp_path: Path) -> None:
    """A core file would hold every answer that was on the screen."""
    code = (
        "import resource, sys; from pathlib import Path\n"
        "from collabkit.crash_reports.crashes import CrashWatch\n"
        "CrashWatch(Path(sys.argv[1])).start()\n"
        "print(resource.getrlimit(resource.RLIMIT_CORE)[0])"
    )
    words = [sys.executable, "-c", code, str(tmp_path)]
    done = subprocess.run(words, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"


def test_only_known_words_of_a_crash_are_taken_over() -> None:
    """What stands behind the words of Python may hold anything."""
    raw = (
        f"Fatal Python error: {CANARY}\n\nCurrent thread 0x1 [{CANARY}] (most recent call first):\n"
        f'  File "/home/{CANARY}/collabkit/dates.py", line 5 in day\n'
        f'  File "/home/{CANARY}/x.py", line 5 in {CANARY}\n'
    )
    made = fault_from(raw)
    assert made is not None
    assert made.places == ("collabkit.dates:5 day", "other code")
    assert CANARY not in text_of(made, NOW, 1)
    assert fault_from("") is None
