"""A whole journey, watched: nothing reaches out, and no word goes where it does not belong.

The journey is made once, in a process of its own with a home and a temporary folder of its own, and
without any network where the machine allows that.
"""

import json
import os
import shutil
import subprocess
import sys
import zipfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from journey_child import CANARIES, COMMANDS
from tiers import TIER

CHILD = Path(__file__).with_name("journey_child.py")
NETWORK, CANARY = "whole journey without a network", "canaries in answers"
# What holds people's words because it is for that, and readable only by the person whose it is.
_FOR_WORDS = {"collabkit.db", "backups", "changes", "personal"}
_PRINTS_NAMES = {"list"}  # this is what it is for
_MARK = "7391"  # in every one of the words


@dataclass(frozen=True)
class Journey:
    """What came of it."""

    folder: Path
    seen: dict[str, Any]
    out: str
    calls: list[str]


def _without_network() -> list[str]:
    for command in (["unshare", "-n"], ["unshare", "-r", "-n"]):
        with suppress(OSError):
            if subprocess.run([*command, "true"], capture_output=True).returncode == 0:
                return command
    return []


def _watched_by_strace(path: Path) -> list[str]:
    found = shutil.which("strace")
    if TIER.name == "share" or not found:
        return []
    calls = "trace=connect,sendto,sendmsg,bind"
    return [found, "-f", "--seccomp-bpf", "-qq", "-e", calls, "-o", str(path)]


@pytest.fixture(scope="module")
def journey(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    folder = tmp_path_factory.mktemp("journey")
    for name in ("home", "tmp"):
        (folder / name).mkdir()
    surroundings = {
        **{k: v for k, v in os.environ.items() if k != "DISPLAY" and not k.startswith("XDG_")},
        "HOME": str(folder / "home"),
        "TMPDIR": str(folder / "tmp"),
        "QT_QPA_PLATFORM": "offscreen",
    }
    trace = folder / "calls.txt"
    command = [*_without_network(), *_watched_by_strace(trace), sys.executable, str(CHILD)]
    done = subprocess.run(
        [*command, str(folder)], capture_output=True, text=True, env=surroundings, timeout=300
    )
    assert done.returncode == 0, done.stderr[-3_000:]
    return Journey(
        folder,
        json.loads((folder / "seen.json").read_text("utf-8")),
        done.stdout + done.stderr,
        trace.read_text("utf-8", "replace").splitlines() if trace.exists() else [],
    )


def with_a_word(root: Path) -> set[str]:
    """The files below a folder in whose bytes, whose members or whose name one of the words is."""
    found = set()
    for path in root.rglob("*"):
        name = str(path.relative_to(root))
        if _MARK in name or (path.is_file() and _holds(path)):
            found.add(name)
    return found


def _holds(path: Path) -> bool:
    data = path.read_bytes()
    parts = [data]
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(path) as archive:
        parts += [archive.read(name) for name in archive.namelist()]
    words = [word.encode(codec) for word in CANARIES.values() for codec in ("utf-8", "utf-16-le")]
    return any(word in part for part in parts for word in words)


def test_the_words_were_written(journey: Journey) -> None:
    """Each of them is where it belongs; otherwise looking elsewhere would prove nothing."""
    data = journey.folder / "data"
    kept = b"".join(
        path.read_bytes()
        for name in _FOR_WORDS
        for path in ([data / name] if (data / name).is_file() else (data / name).rglob("*"))
        if path.is_file()
    )
    never = {"passphrase", "bug", "party"}  # the first two are nowhere; no party was in it
    for what, word in CANARIES.items():
        assert (word.encode() in kept) == (what not in never), what


def test_nothing_is_reached_for(journey: Journey, tally) -> None:
    """Seen by Python's own audit, from inside a process that has no network at all."""
    with tally(NETWORK) as count:
        count.tried()
        assert journey.seen["reached"] == []
        count.survived()
        count.note("without any network", int(bool(_without_network())))


def test_no_call_of_any_library_reaches_out(journey: Journey, tally) -> None:
    """Seen by the system: Qt and other libraries do not ask Python."""
    if not journey.calls:
        pytest.skip("needs strace, and is not part of the ordinary tests")
    out = [line for line in journey.calls if "AF_INET" in line or "AF_NETLINK" in line]
    with tally(NETWORK) as count:
        count.tried()
        assert out == []
        count.survived()
        count.note("watched by strace")


def test_no_program_but_our_own_is_started(journey: Journey) -> None:
    """And what is handed to it is no word of anybody: other users can read it."""
    for words in journey.seen["started"]:
        assert words[1:2] == ["-I"]
        assert words[2].endswith("filled_apart.py")
        assert len(words) == 3


def test_no_word_is_in_any_other_file(journey: Journey, tally) -> None:
    """Not in the log, the settings, the reports of faults, nor in the name of a file."""
    holding = with_a_word(journey.folder / "data")
    with tally(CANARY) as count:
        count.tried()
        assert {Path(name).parts[0] for name in holding} <= _FOR_WORDS
        count.survived()
    assert (journey.folder / "data" / "collabkit.log").stat().st_size  # the bug is in it


def test_no_word_is_in_the_temporary_folder_or_at_home(journey: Journey, tally) -> None:
    """Neither left behind nor among the files that the desktop remembers as recent."""
    with tally(CANARY) as count:
        count.tried(2)
        for name in ("tmp", "home"):
            assert with_a_word(journey.folder / name) == set()
            count.survived()
    assert list((journey.folder / "tmp").iterdir()) == []


def test_no_word_is_in_a_title(journey: Journey, tally) -> None:
    """Task bars, lists of windows and shared screens show them."""
    with tally(CANARY) as count:
        count.tried()
        assert len(journey.seen["titles"]) > 8
        assert [title for title in journey.seen["titles"] if _MARK in title] == []
        count.survived()


def test_no_word_is_printed_that_nobody_asked_for(journey: Journey, tally) -> None:
    """By the window or by a command; a list of assessments is asked for."""
    said = journey.seen["said"]
    with tally(CANARY) as count:
        count.tried()
        assert _MARK not in journey.out
        count.survived()
        for words in COMMANDS:
            status, out, error = said["commands"][" ".join(words)]
            count.tried()
            assert status == "0", (words, out, error)
            assert _MARK not in error
            assert (_MARK in out) == (words[0] in _PRINTS_NAMES), words
            count.survived()
    assert all(_MARK not in note for note in said["window"])


def test_a_locked_file_holds_no_word(journey: Journey, tally) -> None:
    """And the names of files tell whose they are and of what, and nothing else."""
    with tally(CANARY) as count:
        count.tried()
        assert not _holds(journey.folder / "out" / "locked.collabkit")
        names = " ".join(path.name for path in (journey.folder / "out").iterdir())
        assert [what for what, word in CANARIES.items() if word in names] == ["charity", "title"]
        count.survived()
    assert _holds(journey.folder / "out" / "all.collabkit")


@pytest.mark.skipif(os.name == "nt", reason="Windows has other permissions")
def test_everything_that_was_kept_is_private(journey: Journey, tally) -> None:
    """Every file and folder of the program: for the person who uses it and nobody else."""
    data = journey.folder / "data"
    with tally(CANARY) as count:
        count.tried()
        open_to_others = [
            str(path.relative_to(data))
            for path in (data, *data.rglob("*"))
            if path.stat().st_mode & 0o077
        ]
        assert open_to_others == []
        count.survived()
