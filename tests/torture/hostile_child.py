"""Opens the files of a folder, each through its door, and measures each.

``hostile_child.py FOLDER`` runs the program and nothing of the tests, so that the memory that is
measured is the program's. The files are called ``NUMBER.DOOR``. Prints the name of each before it
is opened, and at last a line of JSON: by name what was said, seconds, megabytes.
"""

import json
import resource
import signal
import sys
import tempfile
from pathlib import Path

from doors import DOORS, Bench
from measured import measured

from collabkit.errors import CollabkitError

_PATIENCE = 60  # seconds, after which a file hangs
_ADDRESSES = 3 << 30  # bytes


def main() -> None:
    """Open the files and print what came of them."""
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESSES, _ADDRESSES))
    told: dict[str, tuple[str, float, int]] = {}
    with tempfile.TemporaryDirectory(prefix="collabkit-torture-") as folder:
        bench = Bench(Path(folder))
        for door in DOORS.values():  # libraries are loaded before anything is measured
            said_of(bench, door, b"{}")
        before = bench.state()
        for path in sorted(Path(sys.argv[1]).iterdir()):
            print(path.name, flush=True)
            data = path.read_bytes()
            signal.alarm(_PATIENCE)
            with measured() as used:
                said = said_of(bench, DOORS[path.name.partition(".")[2]], data)
            signal.alarm(0)
            if bench.state() != before:
                said, before = "changed the database", bench.state()
            told[path.name] = said, used.seconds, used.megabytes
        bench.close()
    print(json.dumps(told))


def said_of(bench: Bench, door: object, data: bytes) -> str:
    """Return what becomes of a file."""
    assert callable(door)
    try:
        return "taken" if door(bench, data) else "refused"
    except CollabkitError as error:
        return "refused" if str(error).strip() else "no sentence"
    except Exception as error:
        return repr(error)


if __name__ == "__main__":
    main()
