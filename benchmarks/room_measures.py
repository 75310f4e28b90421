"""What is measured of a session with a room. Each function gets an empty folder."""

import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from benchmarks import figures
from benchmarks.figures import Figure
from benchmarks.process import run_module

_DAY = "benchmarks.session_day"
_TWO_FRAMES = 33  # milliseconds
_FIRST_RUNS = 5
_PDFS = 5
_TODAY = date(2026, 11, 22)


def leading(folder: Path) -> Iterator[Figure]:
    """From the clicker to the projector (1920 by 1080), and a reveal of sixty dots among it."""
    told = run_module(_DAY, str(folder), "lead")
    room, both = ([v for k, v in told.items() if k.startswith(part)] for part in ("lead", "both"))
    yield figures.absolute("key press to changed room window", "ms", room[1:], _TWO_FRAMES)
    # Of six presses for a statement the fourth shows the dots.
    reveals = [told[f"lead {number}"] for number in range(3, len(room), 6)]
    yield figures.absolute("key press to sixty dots", "ms", reveals, _TWO_FRAMES)
    yield figures.absolute("the same until the console shows it too", "ms", both[1:], 100)


def going_on(folder: Path) -> Iterator[Figure]:
    """A session that was left is there again: console and room window, the first time."""
    run_module(_DAY, str(folder), "lead")
    first = [run_module(_DAY, str(folder), "resume")["resume"] for _run in range(_FIRST_RUNS)]
    yield figures.absolute("resuming a session, the first time", "ms", first, 1_000)


def keying(folder: Path) -> Iterator[Figure]:
    """An answer from a sheet; nothing is written before the last sheet."""
    told = run_module(_DAY, str(folder), "keying")
    yield figures.absolute("one answer keyed in from a sheet", "ms", [*told.values()], _TWO_FRAMES)


def session_pdf(folder: Path) -> Iterator[Figure]:
    """The report of the session, the same minute."""
    from collabkit.paths import DataFolder
    from collabkit.services import open_services

    run_module(_DAY, str(folder), "lead")
    services = open_services(DataFolder(folder))
    (card,) = services.workshops.cards()
    times = []
    for _pdf in range(_PDFS):
        start = time.perf_counter()
        services.session_reports.session_pdf(card.id, _TODAY)
        times.append((time.perf_counter() - start) * 1e3)
    services.close()
    yield figures.absolute("report of a session as PDF", "ms", times, 1_000)


ALL = (leading, going_on, keying, session_pdf)
