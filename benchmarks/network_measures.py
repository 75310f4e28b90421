"""What is measured of a network: 500 groups with eleven questionnaires each."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from benchmarks import figures, network_screen
from benchmarks.figures import Figure
from benchmarks.process import run_module

_GROUPS = 500
_OPENINGS = 5
_IN_ONE_GO = 50  # files
_MEMORY = "benchmarks.network_memory"
_LOOKING = "benchmarks.network_looking"
_FEW = 2  # runs; nothing in them is left to chance
_TODAY = date(2026, 11, 22)


def taking(folder: Path) -> Iterator[Figure]:
    """Files from a folder, looked at and taken: at least fifty a second."""
    from benchmarks.network_groups import open_network, write_files

    paths = write_files(folder / "files", _GROUPS)
    with open_network(folder / "data") as (networks, network_id):
        times = []
        for start in range(0, _GROUPS, _IN_ONE_GO):
            begun = time.perf_counter()
            preview = networks.preview(network_id, paths[start : start + _IN_ONE_GO])
            assert networks.take(preview, _TODAY) == _IN_ONE_GO
            times.append((time.perf_counter() - begun) * 1e3 / _IN_ONE_GO)
    yield figures.absolute("one group's file looked at and taken", "ms", times, 20)


def looking(folder: Path) -> Iterator[Figure]:
    """Opening a network from the database, then every view of it for the first time."""
    from benchmarks.network_groups import fill_network, open_network
    from collabkit.network import views
    from collabkit.network.filters import ALL

    fill_network(folder, _GROUPS)
    opening, seeing = [], []
    for _opening in range(_OPENINGS):
        with open_network(folder) as (networks, network_id):
            start = time.perf_counter()
            picture = networks.picture(network_id)
            opening.append((time.perf_counter() - start) * 1e3)
        shown = (ALL, picture.filters[1], picture.filters[-1])
        looks: list[Callable[[], object]] = [
            *(partial(views.overview_parts, picture, chosen) for chosen in shown),
            *(
                partial(views.pack_parts, picture, pack.pack.id, chosen)
                for pack in picture.packs
                for chosen in shown
            ),
            partial(views.barrier_parts, picture),
            partial(views.match_parts, picture),
        ]
        seeing.append(max(map(_timed, looks)))
    yield figures.absolute("opening a network of 500 groups", "ms", opening, 2_000)
    yield figures.absolute("the slowest view of it, the first time", "ms", seeing, 100)


def memory(folder: Path) -> Iterator[Figure]:
    """The most memory that opening takes, with 500 groups more than with ten."""
    from benchmarks.network_groups import fill_network

    few, many = 10, _GROUPS
    for number in (few, many):
        fill_network(folder / str(number), number)
    grown = [
        (_most(folder / str(many)) - _most(folder / str(few))) / (many - few) * 10
        for _run in range(_OPENINGS)
    ]
    yield figures.absolute("memory for ten groups more, at its most", "MB", grown, 1)


def memory_of_files(folder: Path) -> Iterator[Figure]:
    """The most memory until files were looked at: ordinary ones, and as large as they may be."""
    from benchmarks.network_groups import write_files, write_large_files

    write_files(folder / "ordinary", _GROUPS)
    write_large_files(folder / "large", _GROUPS)
    for kind in ("ordinary", "large"):
        most = [run_module(_LOOKING, str(folder / kind))["looked"] for _run in range(_FEW)]
        yield figures.absolute(f"memory to look at {_GROUPS} {kind} files", "MB", most, 256)


ALL = (taking, looking, network_screen.seeing, memory, memory_of_files)


def _most(folder: Path) -> float:
    return run_module(_MEMORY, str(folder))["most"]


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return (time.perf_counter() - start) * 1e3
