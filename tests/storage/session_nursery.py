"""Keeps a session in a loop and is killed in the middle of it, again and again.

Run by ``test_session_killing``: ``session_nursery.py FOLDER SESSION ROUNDS``; see ``nursery``.
Prints, as JSON, the last change that was acknowledged before each kill, what was found on the disk
after it, and how many kills left a journal.
"""

import json
import os
import random
import select
import signal
import sys
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import collabkit.storage.assessments
import collabkit.storage.engine
import collabkit.storage.lists
import collabkit.storage.opening
import collabkit.storage.plans
import collabkit.storage.sessions
import collabkit.storage.settled
import collabkit.storage.writer  # noqa: F401  (so that a fork need not import anything)
from collabkit.assessments.assessment import Assessment
from collabkit.assessments.pack import ActionKind
from collabkit.paths import DataFolder
from collabkit.plans.plan import Plan, PlanAction
from collabkit.storage import SessionState, Store, StoredSession
from collabkit.storage.sessions import InTheRoom, Step

BORN_WITHIN = 20.0  # seconds


def state(number: int) -> SessionState:
    record = f"record {number} " * (1 + number * 37 % 900)  # of few pages and of many
    day = date(2026, 11, 22)
    return SessionState("Away-day", "adopt", number, number, number, day, day, record)


def following(number: int) -> InTheRoom:
    def begin(_session: StoredSession) -> Assessment:
        raise AssertionError("it has begun already")

    def plan(_record: str, before: Plan) -> Plan:
        return replace(before, actions=(PlanAction("a", f"action {number}", ActionKind.QUICK_WIN),))

    return InTheRoom(begin, plan, date(2026, 11, 22), is_over=number % 2 == 0)


def becoming(number: int) -> Step:
    return lambda _before: (state(number), following(number))


def keep_for_ever(folder: DataFolder, session_id: str, number: int, acknowledge: int) -> None:
    store = Store.open(folder)
    while True:
        store.sessions.keep_later(session_id, becoming(number)).result()
        os.write(acknowledge, f"{number}\n".encode())
        number += 1


def kill_one(folder: DataFolder, session_id: str, number: int) -> int:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        try:
            keep_for_ever(folder, session_id, number, writing)
        finally:
            os._exit(1)
    os.close(writing)
    born, _, _ = select.select([reading], [], [], BORN_WITHIN)
    time.sleep(random.uniform(0, 0.03))
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reading) as acknowledged:
        lines = acknowledged.read().splitlines(keepends=True)
    assert born, "the child never kept anything"
    return max(int(line) for line in lines if line.endswith("\n"))


def found(folder: DataFolder, session_id: str) -> list[int | bool]:
    """Return the number that the record, its line, and the plan have, and whether all is whole."""
    # In a process of its own: a fork must not inherit the writer's thread.
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        with Store.open(folder) as store:
            kept = store.sessions.get(session_id)
            (action,) = store.plans.load(str(kept.assessment_id)).actions
            finished = store.assessments.get(str(kept.assessment_id)).finished
        number = kept.state.statements
        whole = kept.state == state(number) and (finished is not None) == (number % 2 == 0)
        os.write(writing, json.dumps([number, int(action.text.split()[1]), whole]).encode())
        os._exit(0)
    os.close(writing)
    os.waitpid(child, 0)
    with os.fdopen(reading) as told:
        numbers: list[int | bool] = json.loads(told.read())
    return numbers


def main() -> None:
    folder, session_id, rounds = DataFolder(Path(sys.argv[1])), sys.argv[2], int(sys.argv[3])
    acknowledged, on_disk, journals = [], [], 0
    number = 0
    for _ in range(rounds):
        number = kill_one(folder, session_id, number)
        acknowledged.append(number)
        journal = folder.root / "collabkit.db-journal"
        journals += journal.exists() and journal.stat().st_size > 0
        on_disk.append(found(folder, session_id))
        number += 2
    print(json.dumps({"acknowledged": acknowledged, "found": on_disk, "journals": journals}))


if __name__ == "__main__":
    main()
