"""What is measured. Each function gets an empty folder and returns its figures."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from threading import Event

from benchmarks import figures, network_measures, room_measures, safety_measures
from benchmarks.figures import Figure
from benchmarks.filling import fill_group, fill_many
from benchmarks.measured_window import measured_window
from benchmarks.process import run_module

_PAIRS = 15
_TODAY = date(2026, 11, 22)
_PROGRAM = "benchmarks.started_program"
_FIRST_RESULTS = "benchmarks.first_results"
_FIRST_RUNS = 7
_BARE_WINDOW = "benchmarks.bare.window"


def starting(folder: Path) -> Iterator[Figure]:
    """From the start of the process to the first painted window, and the memory it takes."""
    pairs = []
    for number in range(_PAIRS + 1):
        program, bare = run_module(_PROGRAM, str(folder), "painted"), run_module(_BARE_WINDOW)
        if number:  # the first round warms the disk's memory
            pairs.append((program, bare))
    yield figures.against_limit(
        "start to first painted window", "ms", _column(pairs, "painted", "painted"), 1.35
    )


def usable(folder: Path) -> Iterator[Figure]:
    """From the start of the process until Home is drawn with 200 assessments in the file."""
    fill_many(folder, 200)
    pairs = []
    for number in range(_PAIRS + 1):
        program, bare = run_module(_PROGRAM, str(folder), "usable"), run_module(_BARE_WINDOW)
        if number:
            pairs.append((program, bare))
    yield figures.against_limit(
        "start to usable with 200 assessments", "ms", _column(pairs, "usable", "painted"), 2.7
    )
    yield figures.against_limit(
        "resident memory when everything is loaded", "MB", _column(pairs, "rss", "rss"), 2.0
    )


def saving(folder: Path) -> Iterator[Figure]:
    """One answer from the service to the disk and into the log, against one raw commit."""
    from benchmarks.bare.commit import RawCommits
    from collabkit.assessments.assessment import Response, Selection
    from collabkit.assessments.pack import Respondent
    from collabkit.paths import DataFolder
    from collabkit.services import open_services
    from collabkit.services.packs import builtin_pack

    fill_many(folder, 200)
    services = open_services(DataFolder(folder))
    pack = builtin_pack("five-themes")
    charity = services.charities.add("Sample Saving")
    sitting = services.assessments.start_alone(
        charity.id, pack, Selection.ALL, Respondent.TRUSTEE, "Saving", _TODAY
    )
    raw = RawCommits(folder)
    count = 0

    def ours() -> float:
        nonlocal count
        count += 1
        saved = Event()
        response = Response(
            sitting.participant.id,
            sitting.assessment.asked[count % 45],
            str(count % 5 + 1),
            note=f"note {count}",
        )
        start = time.perf_counter()
        services.responses.record(pack, response, lambda _problem: saved.set())
        saved.wait()
        return (time.perf_counter() - start) * 1e3

    pairs = figures.alternate(400, ours, lambda: raw.commit_one(count))
    raw.close()
    services.close()
    yield figures.against_limit("one answer to durable, twice", "ms", pairs, 2.0)


def moving(folder: Path) -> Iterator[Figure]:
    """From the key press to the next statement drawn."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from collabkit.assessments.assessment import Selection
    from collabkit.assessments.pack import Respondent
    from collabkit.services.packs import builtin_pack

    with measured_window(folder) as (window, services):
        pack = builtin_pack("five-themes")
        charity = services.charities.add("Sample Charity")
        sitting = services.assessments.start_alone(
            charity.id, pack, Selection.ALL, Respondent.TRUSTEE, "Moving", _TODAY
        )
        window.program.window.navigator.go("questionnaire", assessment_id=sitting.assessment.id)
        window.settle()
        times = []
        for number in range(80):
            key = Qt.Key.Key_PageDown if number % 40 < 20 else Qt.Key.Key_PageUp
            start = time.perf_counter()
            QTest.keyClick(window.focused(), key)
            window.program.window.repaint()
            times.append((time.perf_counter() - start) * 1e3)
            window.settle()
    yield figures.absolute("key press to next statement drawn", "ms", times[4:], 16)


def results_page(folder: Path) -> Iterator[Figure]:
    """The results page of 15 people and 45 statements, from the click to the picture."""
    with measured_window(folder) as (window, services):
        assessment_id = fill_group(services, 15)
        times = []
        for _round in range(12):
            window.program.window.navigator.go("home")
            window.settle()
            start = time.perf_counter()
            window.program.window.navigator.go("results", assessment_id=assessment_id)
            window.program.window.repaint()
            times.append((time.perf_counter() - start) * 1e3)
            window.settle()
    yield figures.absolute("results of 15 people and 45 statements", "ms", times[1:], 100)
    first = [run_module(_FIRST_RESULTS, str(folder))["drawn"] for _run in range(_FIRST_RUNS)]
    yield figures.absolute("the same, the first time in the program", "ms", first, 100)


def plan_pdf(folder: Path) -> Iterator[Figure]:
    """The sample's plan, per page, against plain ReportLab pages with the same typeface."""
    from benchmarks.bare import plain_pdf
    from collabkit.paths import DataFolder
    from collabkit.services import open_services
    from collabkit.services.sample import ensure_sample

    services = open_services(DataFolder(folder / "data"))
    assessment_id = ensure_sample(services, _TODAY)
    target = folder / "plan.pdf"
    pages = services.exports.export_plan(assessment_id, target, _TODAY, with_notes=True).pages

    def ours() -> float:
        return (
            _timed(lambda: services.exports.plan_pdf(assessment_id, _TODAY, with_notes=True))
            / pages
        )

    def plain() -> float:
        return _timed(plain_pdf.build) / plain_pdf.PAGES

    pairs = figures.alternate(_PAIRS, ours, plain)
    services.close()
    yield figures.against_limit(f"plan PDF, a page (of {pages})", "ms", pairs, 3.0)


ALL: tuple[Callable[[Path], Iterator[Figure]], ...] = (
    starting,
    usable,
    saving,
    moving,
    results_page,
    plan_pdf,
    *safety_measures.ALL,
    *room_measures.ALL,
    *network_measures.ALL,
)


def _column(
    pairs: list[tuple[dict[str, float], dict[str, float]]], ours: str, bare: str
) -> list[tuple[float, float]]:
    return [(program[ours], limit[bare]) for program, limit in pairs]


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3
