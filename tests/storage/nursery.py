"""Saves answers in a loop and is killed in the middle of it, again and again.

Run by ``test_killing``: ``nursery.py FOLDER PARTICIPANT ROUNDS``. Everything is imported once and
each round is a fork, so that rounds take milliseconds. Prints, as JSON, the statements whose
answers were acknowledged and how many kills left a journal that the next round had to take back.
"""

import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path

import collabkit.storage.engine
import collabkit.storage.lists
import collabkit.storage.opening
import collabkit.storage.responses
import collabkit.storage.writer  # noqa: F401  (so that a fork need not import anything)
from collabkit.assessments.assessment import Response
from collabkit.paths import DataFolder
from collabkit.storage import Store

BORN_WITHIN = 20.0  # seconds


def save_for_ever(folder: DataFolder, participant_id: str, number: int, acknowledge: int) -> None:
    store = Store.open(folder)
    while True:
        item_id = f"S-{number}"
        note = f"note {number} " * random.randint(1, 300)
        store.responses.save(Response(participant_id, item_id, "4", note)).result()
        os.write(acknowledge, f"{number}\n".encode())
        number += 1


def kill_one(folder: DataFolder, participant_id: str, number: int) -> list[int]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            save_for_ever(folder, participant_id, number, writing)
        finally:
            os._exit(1)
    os.close(writing)
    born, _, _ = select.select([reading], [], [], BORN_WITHIN)
    time.sleep(random.uniform(0, 0.05))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as acknowledged:
        lines = acknowledged.read().splitlines(keepends=True)
    assert born, "the child never saved anything"
    return [int(line) for line in lines if line.endswith("\n")]


def main() -> None:
    folder, participant_id, rounds = DataFolder(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
    acknowledged: list[int] = []
    journals = 0
    for _ in range(rounds):
        number = (
            acknowledged[-1] + 2 if acknowledged else 0
        )  # one may be on the disk without a word
        numbers = kill_one(folder, participant_id, number)
        assert numbers, "the child could not open the file again"
        acknowledged += numbers
        journal = folder.root / "collabkit.db-journal"
        journals += journal.exists() and journal.stat().st_size > 0
    print(json.dumps({"acknowledged": acknowledged, "journals": journals}))


if __name__ == "__main__":
    main()
