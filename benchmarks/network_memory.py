"""The memory that it takes to open a network and keep its picture.

``python -m benchmarks.network_memory FOLDER`` prints ``{"most": megabytes, "kept": megabytes}``:
the most that the process ever had, and how much Python's own objects have grown by in the end.
"""

import gc
import json
import sys
import tracemalloc
from pathlib import Path

from benchmarks.network_groups import open_network


def main() -> None:
    """Open the network that lies in the folder."""
    with open_network(Path(sys.argv[1])) as (networks, network_id):
        picture = networks.picture(network_id)
        status = Path("/proc/self/status").read_text().splitlines()
        most = next(int(line.split()[1]) for line in status if line.startswith("VmHWM")) / 1024
        del picture
        gc.collect()
        tracemalloc.start()
        picture = networks.picture(network_id)
        gc.collect()
        kept = tracemalloc.get_traced_memory()[0] / 1e6
        assert picture.number
    print(json.dumps({"most": most, "kept": kept}), flush=True)


if __name__ == "__main__":
    main()
