"""Every door of the program for files, as a person opens it, with nothing of the tests around.

A door takes a file and returns whether it was taken. A ``CollabkitError`` is a sentence and is
fine; anything else is not.
"""

import hashlib
import shutil
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import partial
from pathlib import Path

from collabkit.assessments.assessment import Selection
from collabkit.assessments.charity import Charity
from collabkit.assessments.pack import Respondent
from collabkit.assets import resource
from collabkit.errors import CollabkitError
from collabkit.paths import DataFolder
from collabkit.services import Services, open_services
from collabkit.services.assessments import NewPerson
from collabkit.services.file_kinds import look_at
from collabkit.services.found_files import NothingFound
from collabkit.services.packs import builtin_pack
from collabkit.settings import Settings
from collabkit.storage import Store
from collabkit.storage.second_copy.segments import segment_paths

DAY = date(2026, 11, 22)
PASSPHRASE = "velvet otter Ŵy compass"
SETTINGS = {
    "theme": "dark", "text_size": 150, "motion": False, "letter_keys": True, "paper": "a4",
    "window": {"x": 1, "y": 2}, "day_checks": {"a": ["b"]},
}  # fmt: skip


class Bench:
    """A data folder with an assessment, a network and a personal sheet, and a place for files."""

    def __init__(self, root: Path) -> None:
        self.files = root / "files"
        self.files.mkdir(parents=True)
        self.services: Services = open_services(DataFolder(root / "data"))
        board = builtin_pack("board-check")
        charity_id = self.services.charities.add("Sample Charity").id
        self.assessment = self.services.assessments.start(
            charity_id, board, selection=Selection.ALL, minimum=5, title="June", today=DAY
        )
        self.network = self.services.networks.add("Sample Network", DAY)
        self.private = self.services.assessments.start(
            charity_id,
            builtin_pack("power-inventory"),
            selection=Selection.ALL,
            minimum=1,
            title="Sample",
            today=DAY,
            people=[NewPerson("One person", Respondent.TRUSTEE)],
        ).id
        self.sheet = self.services.assessments.participants(self.private)[0].id
        self.services.assessments.summaries()  # everything is loaded before anything is measured

    def state(self) -> str:
        """What must not change: the database, to the byte."""
        return hashlib.sha256(self.services.folder.database.read_bytes()).hexdigest()

    def file(self, name: str, data: bytes) -> Path:
        path = self.files / name
        path.write_bytes(data)
        return path

    def change_log(self) -> bytes:
        """The last file of the log of another folder, which holds a few charities."""
        sample = self.files / "with a log"
        if not sample.exists():
            with Store.open(DataFolder(sample)) as store:
                for number in range(3):
                    store.charities.add(Charity(f"id-{number}", f"Sample Charity {number}"))
        return segment_paths(DataFolder(sample))[0].read_bytes()

    def close(self) -> None:
        self.services.close()


def _at_the_door(name: str, bench: Bench, data: bytes) -> bool:
    return not isinstance(look_at(bench.services, bench.file(name, data)), NothingFound)


def _come_back(name: str, bench: Bench, data: bytes) -> bool:
    preview = bench.services.returns.preview(bench.assessment.id, [(name, data)])
    assert all(each.verdict.is_taken or each.reason for each in preview.sheets), "no reason"
    known = _at_the_door(name, bench, data)
    return known and bool(preview.to_take)


def _bundle(bench: Bench, data: bytes) -> bool:
    path = bench.file("all.collabkit", data)
    known = _at_the_door("all.collabkit", bench, data)
    bench.services.bundles.preview(path, PASSPHRASE)
    return known


def _pack(name: str, bench: Bench, data: bytes) -> bool:
    found = bench.services.own_packs.check(bench.file(name, data))
    _at_the_door(name, bench, data)
    return found.pack is not None


def _own_pack(bench: Bench, data: bytes) -> bool:
    """A file in the folder of own packs that is not as it was put there."""
    folder = bench.services.folder.packs
    folder.mkdir(exist_ok=True)
    path = folder / "partner-meetings.toml"
    path.write_bytes(data)
    try:
        cards = bench.services.packs.cards()
        bench.services.own_packs.packs()
        with suppress(CollabkitError):
            bench.services.packs.read("partner-meetings")
        return len(cards) > len(builtin_ids()) or bool(bench.services.own_packs.damaged())
    finally:
        path.unlink()


def builtin_ids() -> frozenset[str]:
    return frozenset(path.stem for path in resource("packs").glob("*.toml"))


def _group(bench: Bench, data: bytes) -> bool:
    path = bench.file("ours.collabkit-group", data)
    bench.services.networks.preview(bench.network.id, [path])
    return _at_the_door(path.name, bench, data)


def _session(bench: Bench, data: bytes) -> bool:
    from collabkit.exchange.workshops.session_file import read_session_file

    known = _at_the_door("away-day.json", bench, data)
    read_session_file(bench.files / "away-day.json")
    return known


def _form(bench: Bench, data: bytes) -> bool:
    from collabkit.exchange.answers.filled_form import read_filled_form

    read_filled_form(data, "form.pdf")
    return True


def _personal(bench: Bench, data: bytes) -> bool:
    folder = bench.services.folder.personal
    folder.mkdir(exist_ok=True)
    (folder / f"{bench.sheet}.json").write_bytes(data)
    try:
        bench.services.personal.read(bench.private, bench.sheet)
    finally:
        bench.services.personal.forget(bench.private, bench.sheet)
    return True


def _settings(bench: Bench, data: bytes) -> bool:
    path = bench.file("settings.json", data)
    kept = Settings(path)
    for key, usual in SETTINGS.items():
        assert type(kept.get(key, usual)) is type(usual), key
    kept.set("text_size", 125)  # what was wrong is written over at the next change
    assert not kept.problem, kept.problem
    assert Settings(path).get("text_size", 100) == 125
    return True


def _lock(bench: Bench, data: bytes) -> bool:
    """Whatever stands in the lock of a folder that nobody has open."""
    folder = DataFolder(bench.files / "elsewhere")
    if not folder.root.exists():
        Store.open(folder).close()
    folder.lock.write_bytes(data)
    Store.open(folder).close()
    return True


def _change_log(bench: Bench, data: bytes) -> bool:
    """A log that is not as it was written, beside a database that is: nothing of it is lost."""
    bench.change_log()
    folder = DataFolder(bench.files / "with a changed log")
    shutil.rmtree(folder.root, ignore_errors=True)
    shutil.copytree(bench.files / "with a log", folder.root)
    segment_paths(folder)[0].write_bytes(data)
    with Store.open(folder) as store:
        assert len(store.lists.charities()) == 3, "charities are lost"
    return True


Door = Callable[[Bench, bytes], bool]
DOORS: dict[str, Door] = {
    "answer file": partial(_come_back, "a.collabkit-answers"),
    "filled PDF": _form,
    "CSV": partial(_come_back, "answers.csv"),
    "invitation": partial(_at_the_door, "i.collabkit-ask"),
    "bundle": _bundle,
    "XLSX pack": partial(_pack, "own.xlsx"),
    "TOML pack": partial(_pack, "own.toml"),
    "own pack in its folder": _own_pack,
    "group file": _group,
    "session file": _session,
    "personal words": _personal,
    "settings.json": _settings,
    "change log": _change_log,
    "lock file": _lock,
}
