"""``make bench``: measure everything in one run, print a table, write ``build/bench.json``."""

import os
import platform
import sys
import tempfile
from pathlib import Path

from benchmarks.figures import Figure, write_json
from benchmarks.process import ROOT


def main() -> None:
    """Measure and report; a missed target is reported, not an error."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from benchmarks import measures

    print(f"Python {platform.python_version()}, {platform.system()}, {os.cpu_count()} cores")
    print(
        f"{'what':<46}{'measured':>12}{'bare limit':>12}{'held':>10}  {'quartiles':<16}"
        f"{'target':>10}"
    )
    figures: list[Figure] = []
    for measure in measures.ALL:
        with tempfile.TemporaryDirectory(prefix="collabkit-bench-") as folder:
            for figure in measure(Path(folder)):
                figures.append(figure)
                print(figure.line(), flush=True)
    target = ROOT / "build" / "bench.json"
    write_json(figures, target)
    print(f"written to {target.relative_to(ROOT)}")
    sys.exit(0)


if __name__ == "__main__":
    main()
