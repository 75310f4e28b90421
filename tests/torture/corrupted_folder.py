"""A data folder with work of every kind, ways to damage it, and all that was ever acknowledged."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date
from pathlib import Path
from random import Random

from collabkit.assessments.assessment import Response
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.sample import ensure_sample
from collabkit.storage.copies import copies_in
from collabkit.storage.second_copy.segments import segment_paths

DAY = date(2026, 11, 22)
PAGE = 4_096
Rows = dict[str, list[tuple[object, ...]]]
Damage = Callable[[Random, Path], None]


def rows_of(path: Path) -> Rows:
    """Everything that people put into a database, table by table."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        connection.text_factory = bytes
        tables = [
            name.decode()
            for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")
            if not name.startswith(b"sqlite_") and name != b"change_mark"
        ]
        return {
            table: sorted(connection.execute(f'SELECT * FROM "{table}"'), key=repr)
            for table in sorted(tables)
        }


def build_folders(root: Path) -> dict[str, tuple[DataFolder, Rows]]:
    """Make a folder that was closed well and the same a few answers later, stopped in the middle.

    Each with all that was acknowledged. Both have several copies and several files of the log.
    """
    folder = DataFolder(root / "working")
    for time in range(4):
        services = open_services(folder)
        _work(services, time)
        services.close()
    closed = DataFolder(root / "closed")
    shutil.copytree(folder.root, closed.root)
    services = open_services(folder)
    _work(services, 4)
    stopped = DataFolder(root / "stopped")
    shutil.copytree(folder.root, stopped.root)  # as if the power had gone at this moment
    services.close()
    return {each.root.name: (each, rows_of(each.database)) for each in (closed, stopped)}


def _work(services: Services, time: int) -> None:
    if time == 0:
        ensure_sample(services, DAY)
        services.workshops.practise(DAY)
    for summary in services.assessments.summaries():
        assessment = summary.assessment
        pack = services.assessments.pack_of(assessment)
        for person in services.assessments.participants(assessment.id)[:1]:
            told: list[object] = []
            for number, item_id in enumerate(assessment.asked[: 10 + 5 * time]):
                note = f"Note {time} {number} " * (number % 7 * 20)
                services.responses.record(
                    pack,
                    Response(person.id, item_id, str(1 + (number + time) % 5), note),
                    told.append,
                )
            services.responses.flush()
            assert not any(told)
        services.assessments.settle(assessment.id, "torture", f"settled {time}")
    services.charities.add(f"Sample Charity {time}")


def _written(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def bit_flip(random: Random, path: Path) -> None:
    at = random.randrange(path.stat().st_size)
    with path.open("rb") as file:
        file.seek(at)
        (byte,) = file.read(1)
    _written(path, at, bytes([byte ^ 1 << random.randrange(8)]))


def garbage(random: Random, path: Path) -> None:
    length = random.choice((1, 16, 64, 700))
    _written(path, random.randrange(path.stat().st_size - length), random.randbytes(length))


def zeroed_sector(random: Random, path: Path) -> None:
    _written(path, 512 * random.randrange(path.stat().st_size // 512), bytes(512))


def zeroed_page(random: Random, path: Path) -> None:
    _written(path, PAGE * random.randrange(path.stat().st_size // PAGE), bytes(PAGE))


def truncation(random: Random, path: Path) -> None:
    with path.open("r+b") as file:
        file.truncate(random.randrange(path.stat().st_size))


def header_damage(random: Random, path: Path) -> None:
    length = random.choice((1, 2, 4, 16, 100))
    at = random.randrange(100 - length + 1)
    _written(path, at, random.choice((bytes(length), b"\xff" * length, random.randbytes(length))))


KINDS: dict[str, Damage] = {
    "bit flip": bit_flip,
    "garbage": garbage,
    "zeroed 512 bytes": zeroed_sector,
    "zeroed page": zeroed_page,
    "truncation": truncation,
    "header damage": header_damage,
}


def damage_more(random: Random, folder: DataFolder, was_closed: bool) -> str:
    """Damage something of the second copy as well, but never all that could bring a change back.

    A folder that was closed well has its last change in the newest copy and in the log; one that
    was stopped has it in the log alone. Returns what was damaged.
    """
    kind = random.choice(list(KINDS.values()))
    copies, segments = copies_in(folder), segment_paths(folder)
    match random.randrange(6 if was_closed else 4):
        case 0:
            kind(random, copies[0].path)  # an older copy and the log have everything
            return "newest copy"
        case 1:
            for copy in copies[:2]:  # the log reaches back to the third
                kind(random, copy.path)
            return "the two newest copies"
        case 2:
            for copy in copies[1:]:
                kind(random, copy.path)
            return "all copies but the newest"
        case 4:
            for path in segments:
                bit_flip(random, path)
            return "the whole log"
        case 5:
            shutil.rmtree(folder.changes)
            return "no log at all"
        case _:
            return "nothing else"
