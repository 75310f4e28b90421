"""The results page in a program that has not shown it before: modules, page and picture.

``python -m benchmarks.first_results FOLDER`` shows the latest group's results and prints
``{"drawn": milliseconds}``.
"""

import json
import sys
import time
from pathlib import Path

from benchmarks.measured_window import measured_window

_SETTLING = 1.5  # seconds, as when a person has looked at Home


def main() -> None:
    """Open the program, wait as a person would, and take the time of the first visit."""
    with measured_window(Path(sys.argv[1])) as (window, services):
        group = next(s for s in services.assessments.summaries() if s.participants > 1)
        until = time.monotonic() + _SETTLING
        while time.monotonic() < until:
            window.settle()
            time.sleep(0.01)
        start = time.perf_counter()
        window.program.window.navigator.go("results", assessment_id=group.assessment.id)
        window.program.window.repaint()
        drawn = (time.perf_counter() - start) * 1e3
    print(json.dumps({"drawn": drawn}), flush=True)


if __name__ == "__main__":
    main()
