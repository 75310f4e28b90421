"""Time and memory that one step of a process takes."""

import re
import resource
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

MOST_SECONDS = 2.0
MOST_MEGABYTES = 256

_STATUS = Path("/proc/self/status")
_FRESH_PEAK = Path("/proc/self/clear_refs")


@dataclass
class Taken:
    """What a step took, its children included: seconds of a processor, and the peak of memory."""

    seconds: float = 0.0
    megabytes: int = 0

    @property
    def is_within_limits(self) -> bool:
        return self.seconds <= MOST_SECONDS and self.megabytes <= MOST_MEGABYTES


@contextmanager
def measured() -> Iterator[Taken]:
    """Measure the block. Linux tells the peak of a step; elsewhere it is that of the process."""
    taken, began = Taken(), _seconds()
    if _FRESH_PEAK.exists():
        _FRESH_PEAK.write_text("5")  # from now on the peak is a new one
    try:
        yield taken
    finally:
        taken.seconds = round(_seconds() - began, 3)
        taken.megabytes = _peak()


def _seconds() -> float:
    return time.process_time() + sum(resource.getrusage(resource.RUSAGE_CHILDREN)[:2])


def _peak() -> int:
    if _STATUS.exists():
        found = re.search(r"VmHWM:\s*(\d+)", _STATUS.read_text())
        if found:
            return int(found[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
