"""The memory that it takes to look at files of groups and take them into a network.

``python -m benchmarks.network_looking FOLDER`` looks at the files in the folder and prints
``{"looked": megabytes, "taken": megabytes}``: the most that the process ever had until then.
"""

import json
import sys
import tempfile
from datetime import date
from pathlib import Path

from benchmarks.network_groups import open_network

_TODAY = date(2026, 11, 22)


def main() -> None:
    """Look at the files in the folder, then take them."""
    from collabkit.services.networks import group_files_in

    with (
        tempfile.TemporaryDirectory(prefix="collabkit-bench-") as folder,
        open_network(Path(folder)) as (networks, network_id),
    ):
        preview = networks.preview(network_id, group_files_in(Path(sys.argv[1])))
        looked = _most()
        assert networks.take(preview, _TODAY)
    print(json.dumps({"looked": looked, "taken": _most()}), flush=True)


def _most() -> float:
    status = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024


if __name__ == "__main__":
    main()
