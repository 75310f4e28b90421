"""Opens files that go wrong at random, in a process of its own.

``fuzz_child.py WAY,WAY SEED COUNT SECONDS`` ends, for each way, after COUNT files or SECONDS,
whichever comes first. Prints way and number of each file before it is opened, so that whoever
started this knows at which one it ended, and at last a line of JSON with what came of all.
``fuzz_child.py WAY SEED NUMBER file`` prints the bytes of one of them instead.
"""

import json
import resource
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from random import Random

from importers import WAYS, Bench, Way
from measured import measured

from collabkit.errors import CollabkitError

_PATIENCE = 60  # seconds, after which a file hangs
_ADDRESSES = 3 << 30  # bytes, so that a test never eats the machine
_WARMING_UP = 3  # files that load libraries; what that takes is not theirs


def file_of(way: Way, name: str, seed: str, number: int, seeds: dict[str, bytes]) -> bytes:
    """The file with this number; the first ones are those that others are made from."""
    random = Random(f"{name} {seed} {number}")
    return way.mutate(random, seeds[random.choice(sorted(seeds))])


@dataclass
class Told:
    """What came of all files."""

    tried: int = 0
    taken: int = 0
    refused: int = 0
    seconds: float = 0.0
    megabytes: int = 0
    troubles: list[tuple[str, int, str]] = field(default_factory=list)


def main() -> None:
    """Open files and print what came of it."""
    names, seed, count, seconds = sys.argv[1:]
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
    with tempfile.TemporaryDirectory(prefix="collabkit-torture-") as folder:
        bench = Bench(Path(folder))
        told = Told()
        for name in names.split(","):
            seeds = dict(WAYS[name].seeds(bench))
            if seconds == "file":
                sys.stdout.buffer.write(file_of(WAYS[name], name, seed, int(count), seeds))
                return
            _warm_up(bench, WAYS[name], seeds)
            _open_all(bench, name, seed, int(count), float(seconds), seeds, told)
        bench.close()
        print(json.dumps(asdict(told)))


def _warm_up(bench: Bench, way: Way, seeds: dict[str, bytes]) -> None:
    for data in list(seeds.values())[:_WARMING_UP]:
        with suppress(CollabkitError):
            way.open(bench, data)


def _open_all(
    bench: Bench,
    name: str,
    seed: str,
    count: int,
    seconds: float,
    seeds: dict[str, bytes],
    told: Told,
) -> None:
    until, before = time.monotonic() + seconds, bench.state()
    for number in range(count):
        if time.monotonic() > until:
            break
        print(name, number, flush=True)
        data = file_of(WAYS[name], name, seed, number, seeds)
        signal.alarm(_PATIENCE)
        with measured() as used:
            trouble = "".join(_open(bench, WAYS[name], data, told))
        signal.alarm(0)
        told.tried += 1
        told.seconds = max(told.seconds, used.seconds)
        told.megabytes = max(told.megabytes, used.megabytes)
        if not used.is_within_limits:
            trouble += f"took {used.seconds} s and {used.megabytes} MB "
        if bench.state() != before:
            trouble += "changed the database "
            before = bench.state()
        if trouble:
            told.troubles.append((name, number, trouble))


def _open(bench: Bench, way: Way, data: bytes, told: Told) -> Iterator[str]:
    try:
        if way.open(bench, data):
            told.taken += 1
        else:
            told.refused += 1
    except CollabkitError as error:
        told.refused += 1
        if not str(error).strip() or "Traceback" in str(error):
            yield f"no sentence: {error!r} "
    except Exception:
        yield traceback.format_exc()[-1_500:]


if __name__ == "__main__":
    main()
