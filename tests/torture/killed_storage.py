"""Makes changes without end and is killed in the middle of them, again and again.

Run by ``test_kill_storage``: ``killed_storage.py FOLDER KILLS SEED``. Everything is imported once
and each round is a fork, so that a round takes milliseconds. Prints a line of JSON for each kill.
"""

import json
import os
import random
import signal
import sys
import time
from pathlib import Path

from deeds import World, do, prepare
from opening_again import hot_journal, look, tell_when_done

from collabkit.paths import DataFolder
from collabkit.storage import Store

_LIVES = 0.5  # seconds at most
_BLIND = 0.04  # seconds
_ANY, _NEARLY = 0.25, 0.25  # of the kills


def live(folder: DataFolder, number: int, rng: random.Random, telling: int) -> None:
    """Open, make some changes, close, and so on without end; say what was begun and what is done.

    Up to four changes are under way at a time, as when somebody types quickly.
    """
    while True:
        store = Store.open(folder)
        for _change in range(rng.randint(3, 40)):
            os.write(telling, b"b%d\n" % number)
            future = do(store, number)
            tell_when_done(future, telling, b"d%d\n" % number)
            number += 1
            if number % 4 == 0:
                future.result()
        store.close()


def wait_for_a_moment(folder: DataFolder, child: int, rng: random.Random) -> None:
    """Some of the moments are any; for most, a change has to be about to reach the file."""
    until = time.monotonic() + _LIVES
    time.sleep(rng.uniform(0, _BLIND))
    kind = rng.random()
    while kind > _ANY and time.monotonic() < until:
        while not hot_journal(folder) and time.monotonic() < until:
            pass
        if kind < _ANY + _NEARLY:
            return  # on a busy machine it is often over by now
        os.kill(child, signal.SIGSTOP)
        os.waitpid(child, os.WUNTRACED)
        if hot_journal(folder):
            return
        os.kill(child, signal.SIGCONT)


def kill_one(folder: DataFolder, number: int, rng: random.Random) -> tuple[int, int]:
    """Return how many changes were acknowledged and how many were begun when it was killed."""
    reading, writing = os.pipe()
    luck = rng.randrange(1 << 30)
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            live(folder, number, random.Random(luck), writing)
        finally:
            os._exit(1)
    os.close(writing)
    wait_for_a_moment(folder, child, rng)
    os.kill(child, signal.SIGKILL)
    _child, status = os.waitpid(child, 0)
    with os.fdopen(reading) as told:
        lines = [line.strip() for line in told.read().splitlines(keepends=True) if "\n" in line]
    if not os.WIFSIGNALED(status):
        raise RuntimeError("the child ended by itself")
    begun = [int(line[1:]) + 1 for line in lines if line[0] == "b"]
    done = [int(line[1:]) + 1 for line in lines if line[0] == "d"]
    return max(done, default=number), max(begun, default=number)


def main() -> None:
    root, kills, seed = sys.argv[1:]
    rng = random.Random(seed)
    folder, world = DataFolder(Path(root)), World()
    with Store.open(folder) as store:
        prepare(store)
    for _kill in range(int(kills)):
        done, begun = kill_one(folder, world.number, rng)
        hot = hot_journal(folder)
        found = look(folder, world, at_least=done, at_most=begun)
        told = {
            "hot": hot,
            "recovered": found.recovered,
            "changes": begun - done,
            "reason": found.verdict.reason,
        }
        print(json.dumps(told), flush=True)
        if found.verdict.number is None:
            return  # what follows would only say so again


if __name__ == "__main__":
    main()
