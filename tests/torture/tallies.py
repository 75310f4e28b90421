"""Counting what was tried and what survived, and where the counts are kept.

Each test leaves a small file of its own in `build/torture/TIER`, so that several processes can
count at once, and several tests can make up one row.
"""

import hashlib
import json
import platform
import sqlite3
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from datetime import date
from functools import cache
from os import cpu_count
from pathlib import Path

from proof_rows import BY_NAME

ROOT = Path(__file__).parents[2]
RESULTS = ROOT / "build" / "torture"


class LostError(AssertionError):
    """Something did not survive."""


@dataclass
class Count:
    """What one test counts for its row."""

    row: str
    attempts: int = 0
    survivors: int = 0
    notes: Counter[str] = field(default_factory=Counter)

    def tried(self, number: int = 1) -> None:
        """So many more were tried."""
        self.attempts += number

    def survived(self, number: int = 1) -> None:
        """So many more of them survived."""
        self.survivors += number

    def note(self, what: str, number: int = 1) -> None:
        """Add to a number that says what the trying was worth, such as "hot journals"."""
        self.notes[what] += number


@dataclass(frozen=True)
class Machine:
    """On what, and with what, it was tried."""

    cores: int
    system: str
    python: str
    sqlite: str


@dataclass(frozen=True)
class Result:
    """What one test leaves behind."""

    row: str
    tier: str
    test: str
    seed: str
    tried: int
    survived: int
    notes: dict[str, int]
    seconds: float
    failure: str
    day: str
    commit: str
    changed: bool
    machine: Machine


@contextmanager
def counting(row: str, tier: str, test: str, seed: str) -> Iterator[Count]:
    """Count for `row` in the block; fail if nothing was tried or not all survived."""
    if row not in BY_NAME:
        raise ValueError(f"{row} is not among the rows of proof_rows.py")
    count, began, failure = Count(row), time.monotonic(), ""
    try:
        yield count
        _require(count)
    except Exception as error:  # not what is skipped
        failure = f"{type(error).__name__}: {error}"[:500]
        error.add_note(f"{row}: seed {seed}, tier {tier}")
        raise
    finally:
        commit, changed = _commit()
        result = Result(
            row, tier, test, seed, count.attempts, count.survivors, dict(count.notes),
            round(time.monotonic() - began, 2), failure, date.today().isoformat(),
            commit, changed, _machine(),
        )  # fmt: skip
        if failure or count.attempts:
            _keep(result)


def _require(count: Count) -> None:
    if not count.attempts:
        raise LostError("nothing was tried")
    if count.survivors != count.attempts:
        lost = count.attempts - count.survivors
        raise LostError(f"{lost} of {count.attempts} did not survive")


def results(tier: str) -> list[Result]:
    """Every result that is there of one tier."""
    found = []
    for path in sorted((RESULTS / tier).glob("*.json")):
        told = json.loads(path.read_text("utf-8"))
        found.append(Result(**told | {"machine": Machine(**told["machine"])}))
    return found


def forget(tier: str) -> None:
    """Remove the results of earlier runs of one tier."""
    for path in (RESULTS / tier).glob("*.json"):
        path.unlink(missing_ok=True)


@dataclass(frozen=True)
class Total:
    """What all tests of one row come to."""

    row: str
    tried: int
    survived: int
    notes: dict[str, int]
    seconds: float
    failures: tuple[str, ...]


def totals(found: list[Result]) -> dict[str, Total]:
    """Add up the results by row, in the order of the table."""
    by_row: dict[str, Total] = {}
    for name in BY_NAME:
        mine = [result for result in found if result.row == name]
        if mine:
            notes: Counter[str] = Counter()
            for result in mine:
                notes.update(result.notes)
            by_row[name] = Total(
                name,
                sum(result.tried for result in mine),
                sum(result.survived for result in mine),
                dict(notes),
                sum(result.seconds for result in mine),
                tuple(f"{r.test}: {r.failure}" for r in mine if r.failure),
            )
    return by_row


def in_words(notes: dict[str, int]) -> str:
    """The notes of a row in a line, such as "731 hot journals"."""
    return ", ".join(f"{number:,} {what}" for what, number in sorted(notes.items()))


def _keep(result: Result) -> None:
    folder = RESULTS / result.tier
    folder.mkdir(parents=True, exist_ok=True)
    name = hashlib.sha256(f"{result.test} {result.row}".encode()).hexdigest()[:16]
    (folder / f"{name}.json").write_text(json.dumps(asdict(result), indent=1), "utf-8")


@cache
def _commit() -> tuple[str, bool]:
    try:
        commit = _git("rev-parse", "--short=12", "HEAD")
        return commit, bool(_git("status", "--porcelain", "--", "collabkit", "tests/torture"))
    except (OSError, subprocess.CalledProcessError):  # an unpacked archive
        return "unknown", True


def _git(*arguments: str) -> str:
    done = subprocess.run(
        ["git", "--no-optional-locks", *arguments],
        cwd=ROOT, capture_output=True, text=True, check=True,
    )  # fmt: skip
    return done.stdout.strip()


@cache
def _machine() -> Machine:
    return Machine(
        cpu_count() or 1,
        platform.system(),
        platform.python_version(),
        sqlite3.sqlite_version,
    )
