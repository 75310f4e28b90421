"""Start a program as a process of its own and hear from it when something has happened."""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parent.parent
_marks: dict[str, float] = {}


def mark(name: str) -> None:
    """In the started program: note the milliseconds since it was spawned."""
    _marks[name] = (time.monotonic_ns() - int(os.environ["BENCH_SPAWNED"])) / 1e6


def report_and_leave(name: str) -> NoReturn:
    """In the started program: note the last mark, print everything and end at once."""
    mark(name)
    status = Path("/proc/self/status")
    if status.exists():
        line = next(x for x in status.read_text().splitlines() if x.startswith("VmRSS"))
        _marks["rss"] = int(line.split()[1]) / 1024
    print(json.dumps(_marks), flush=True)
    os._exit(0)


def run_module(module: str, *arguments: str) -> dict[str, float]:
    """Run ``python -m module`` offscreen and return what it reported.

    Raises ``RuntimeError`` with its last words if it reported nothing.
    """
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["QT_QPA_PLATFORM"] = "offscreen"
    environment["BENCH_SPAWNED"] = str(time.monotonic_ns())
    done = subprocess.run(
        [sys.executable, "-m", module, *arguments],
        capture_output=True,
        text=True,
        cwd=ROOT,
        env=environment,
        check=False,
    )
    if not done.stdout.strip():
        raise RuntimeError(f"{module} reported nothing: {done.stderr[-800:]}")
    reported: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return reported
