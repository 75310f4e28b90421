"""Starts twenty processes on one folder in the same moment, round after round.

Run by ``test_many_starts``: ``many_starts.py FOLDER ROUNDS SEED``. Prints a line of JSON for each
round.
"""

import json
import os
import random
import shutil
import sys
from collections import Counter
from pathlib import Path

import recorded_work as work
from deeds import World, prepare
from opening_again import look

from collabkit.paths import DataFolder
from collabkit.storage import AlreadyOpenError, Store

STARTS = 20


def start(folder: DataFolder, gate: int, telling: int, end: int) -> None:
    """Wait at the gate, open, say what came of it, and stay until the end."""
    os.read(gate, 1)  # nothing ever comes: it ends when the gate opens
    try:
        store = Store.open(folder)
    except AlreadyOpenError as error:
        os.write(telling, b"already open" if str(error).endswith(".") else b"no sentence")
        return
    os.write(telling, b"writer")
    os.close(telling)
    os.read(end, 1)
    store.close()


def at_once(folder: DataFolder) -> Counter[str]:
    """Let all start at once, and return what they said."""
    gate, opens = os.pipe()
    end, ends = os.pipe()
    answers, children = [], []
    for _start in range(STARTS):
        reading, telling = os.pipe()
        child = os.fork()
        if child == 0:
            for descriptor in (opens, ends, reading):
                os.close(descriptor)
            try:
                start(folder, gate, telling, end)
            except BaseException as error:
                os.write(telling, repr(error).encode())
            finally:
                os._exit(0)
        os.close(telling)
        answers.append(reading)
        children.append(child)
    os.close(opens)
    said: Counter[str] = Counter()
    for reading in answers:
        with os.fdopen(reading) as answer:
            said[answer.read()] += 1
    os.close(ends)
    for child in children:
        os.waitpid(child, 0)
    for descriptor in (gate, end):
        os.close(descriptor)
    return said


def nothing(_folder: DataFolder, outside: Path) -> None:
    """Leave everything to the first who comes."""
    outside.mkdir(parents=True)


BEGINNINGS = {
    "a new folder": nothing,
    "a file": work.lived,
    "a stopped writer": work.stopped,
    "an older file": work.old(4),
}


def fault(name: str, folder: DataFolder, said: Counter[str]) -> str:
    """Say what is wrong after a round, if anything."""
    if said != {"writer": 1, "already open": STARTS - 1}:
        return f"{dict(said)}"
    if name in ("a file", "a stopped writer"):
        at_most = work.BEFORE if name == "a file" else work.MOST
        return look(folder, World(), at_least=work.BEFORE, at_most=at_most).verdict.reason
    Store.open(folder).close()
    return ""


def main() -> None:
    root, rounds, rng = Path(sys.argv[1]), int(sys.argv[2]), random.Random(sys.argv[3])
    with Store.open(DataFolder(root / "so that everything is imported")) as store:
        prepare(store)
    for number in range(rounds):
        name = rng.choice([*BEGINNINGS]) if number >= len(BEGINNINGS) else [*BEGINNINGS][number]
        place = root / "place"
        folder = DataFolder(place / "data")
        BEGINNINGS[name](folder, place / "outside")
        said = at_once(folder)
        print(json.dumps({"name": name, "wrong": fault(name, folder, said)}), flush=True)
        shutil.rmtree(place)


if __name__ == "__main__":
    main()
