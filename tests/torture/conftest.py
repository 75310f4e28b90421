"""What the proof needs: a tier, a seed, a count, and the tools that not every machine has.

A test asks for `tier`, `tally` and `rng`:

    with tally("kill -9 of the storage process") as count:
        for _ in range(part.share(tier.count(share=20, change=200, nightly=2000, release=10_000))):
            count.tried()
            ...
            count.survived()

`SEED=… TIER=… pytest tests/torture/…` tries again what failed.
"""

import os
import random
import secrets
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from tallies import Count, counting, forget, in_words, results, totals
from tiers import TIER, Tier

Tally = Callable[[str], AbstractContextManager[Count]]
SmallDisk = Callable[[int], Path]


def pytest_configure(config: pytest.Config) -> None:
    # Set once, before the other processes start: all of them have the same. What `make test` and
    # every change try is the same each time; what is tried at night is new each night.
    if not os.environ.get("SEED"):
        luck = secrets.token_hex(4) if TIER.name in ("nightly", "release") else "1"
        os.environ["SEED"] = luck


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--afresh", action="store_true", help="forget the results of earlier runs of this tier"
    )


def pytest_sessionstart(session: pytest.Session) -> None:
    if session.config.getoption("--afresh", False) and not hasattr(session.config, "workerinput"):
        forget(TIER.name)


def pytest_report_header() -> str:
    return f"torture: tier {TIER.name}, seed {os.environ['SEED']}"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    found = totals(results(TIER.name))
    if not found:
        return
    terminalreporter.section(f"torture: tier {TIER.name}, seed {os.environ['SEED']}")
    width = max(map(len, found))
    for name, total in found.items():
        line = f"{name:{width}} {total.survived:>7,} of {total.tried:>7,} {total.seconds:>7.1f} s"
        terminalreporter.line(f"{line}  {in_words(total.notes)}".rstrip())
        for failure in total.failures:
            terminalreporter.line(f"  {failure}")


@pytest.fixture
def tier() -> Tier:
    """How hard to try."""
    return TIER


@pytest.fixture
def seed(request: pytest.FixtureRequest) -> str:
    """What this test's luck is made from; printed with the failure."""
    text = f"{os.environ['SEED']}"
    print(f"seed {text}, tier {TIER.name}, {request.node.nodeid}")
    return text


@pytest.fixture
def rng(request: pytest.FixtureRequest, seed: str) -> random.Random:
    """This test's luck: the same for the same seed and name."""
    return random.Random(f"{seed} {request.node.nodeid}")


@pytest.fixture
def tally(request: pytest.FixtureRequest, seed: str) -> Tally:
    """Count for one row: `with tally("row") as count`."""
    return lambda row: counting(row, TIER.name, request.node.nodeid, seed)


def _works(*command: str) -> bool:
    try:
        return subprocess.run(command, capture_output=True, timeout=30).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


@pytest.fixture(scope="session")
def strace() -> str:
    """Tells which calls a process makes."""
    if not _works("strace", "-f", "-o", os.devnull, "true"):
        pytest.skip("needs strace, and the right to use it")
    return "strace"


@pytest.fixture(scope="session")
def compiler() -> str:
    """Translates C."""
    found = shutil.which("cc") or shutil.which("gcc")
    if found is None:
        pytest.skip("needs a C compiler")
    return found


@pytest.fixture(scope="session")
def unshared() -> tuple[str, ...]:
    """The beginning of a command that runs without any network at all."""
    for command in (("unshare", "-n"), ("unshare", "-r", "-n")):
        if _works(*command, "true"):
            return command
    pytest.skip("needs a network namespace of its own (unshare)")


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    """Make real disks of few bytes: `small_disk(300_000)` is the folder of a new one."""
    mounted: list[Path] = []

    def mount(size: int) -> Path:
        place = tmp_path / f"disk-{len(mounted)}"
        place.mkdir()
        if not _works("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place)):
            pytest.skip("needs the right to mount a small disk in memory (root)")
        mounted.append(place)
        return place

    yield mount
    for place in reversed(mounted):
        subprocess.run(["umount", "-l", place], check=True)


@pytest.fixture
def memory_path(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where files are made quickly; on the disk if there is no such memory."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    place = memory / f"collabkit-torture-{secrets.token_hex(6)}"
    place.mkdir()
    yield place
    shutil.rmtree(place, ignore_errors=True)
