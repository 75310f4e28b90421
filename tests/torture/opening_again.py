"""Opening a file after a blow, as the program does: with the second copy if it must be."""

import os
import sqlite3
from concurrent.futures import Future
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from deeds import Verdict, World, judge, read

from collabkit.paths import DataFolder
from collabkit.storage import DamagedFileError, Store
from collabkit.storage.problems import MissingFileError, OlderFileError


@dataclass(frozen=True)
class Found:
    """What was found after a blow, and whether the file had to be recovered for it."""

    verdict: Verdict
    recovered: bool = False


def open_again(folder: DataFolder) -> tuple[Store, bool]:
    """Open the file, and tell whether it had to be brought back from the second copy first."""
    try:
        return Store.open(folder), False
    except (DamagedFileError, OlderFileError, MissingFileError):
        from collabkit.storage.recoverable import find_recoverable
        from collabkit.storage.recovery import recover

        best = find_recoverable(folder)[0]
        recover(folder, best)
        return Store.open(folder), True


def everything(folder: DataFolder) -> list[str]:
    """Open the file again, close it, and return every row of it.

    Not where its history stands: a file that was put back is at another place in it.
    """
    open_again(folder)[0].close()
    with closing(sqlite3.connect(f"file:{folder.database}?mode=ro", uri=True)) as connection:
        lines = list(connection.iterdump())
    return [line for line in lines if not line.startswith('INSERT INTO "change_mark"')]


def look(folder: DataFolder, world: World, *, at_least: int, at_most: int) -> Found:
    """Open the file again and judge what is in it; see ``deeds.judge``."""
    store, recovered = open_again(folder)
    with store:
        return Found(judge(read(store), world, at_least=at_least, at_most=at_most), recovered)


def hot_journal(folder: DataFolder) -> bool:
    """Whether the file was left in the middle of a change, which the next start takes back."""
    journal = Path(f"{folder.database}-journal")
    try:
        with journal.open("rb") as file:
            return file.read(8) == bytes.fromhex("d9d505f920a163d7")  # SQLite's file format
    except OSError:
        return False


def tell_when_done(future: "Future[Any]", telling: int, line: bytes) -> None:
    """Write ``line`` to ``telling`` as soon as ``future`` is done without an error."""

    def done(finished: "Future[Any]") -> None:
        if finished.exception() is None:
            os.write(telling, line)

    future.add_done_callback(done)
