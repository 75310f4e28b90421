"""Does real work while the disk fails at one call, or from one call on; tries again; looks.

Run by ``test_every_fault`` with the library of ``every_fault.c`` loaded:
``faulty_work.py FOLDER PART OF MOST SEED``. Everything is imported and put there once, and each try
is a fork. Prints a line of JSON for each.
"""

import ctypes
import errno
import json
import os
import random
import shutil
import sys
import traceback
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import recorded_work as work
from deeds import World, difference, do, judge, read
from opening_again import everything, look

from collabkit.errors import CollabkitError
from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.bundle_contents import Wanted
from collabkit.storage import Store
from collabkit.storage.copies import copies_in
from collabkit.storage.erasing import Going
from collabkit.storage.recovery import restore

ERRORS = (errno.EIO, errno.ENOSPC, errno.EROFS, errno.EACCES, errno.EMFILE)
CHANGES = 8
Opened = TypeVar("Opened")


class Disk:
    """The switch of the library: ``with disk`` the calls below a folder are counted, or fail."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._end: Callable[[], int] = self._library.faults_end
        self.fired: Callable[[], int] = self._library.faults_fired

    def begin(self, folder: Path, error: int, at: int, *, stays: bool) -> None:
        """Let call ``at`` below ``folder`` fail; with 0 only count."""
        self._library.faults_begin(os.fsencode(folder), error, ctypes.c_long(at), int(stays))

    def mend(self) -> int:
        """Let nothing fail any more; return how many calls there were."""
        return self._end()


class Wrong(Exception):  # noqa: N818
    """What must not be."""


class Watched:
    """What goes wrong in a piece of work; whatever is no sentence is a fault of ours."""

    def __init__(self, fail: Callable[[], None], mend: Callable[[], None]) -> None:
        self.fail = fail
        self.mend = mend
        self.sentences: list[str] = []
        self.new_starts = 0

    def tries(self, act: Callable[[], Any]) -> bool:
        """Do something that may fail, and tell whether it did not."""
        try:
            act()
        except CollabkitError as error:
            self.hears(error)
            return False
        return True

    def opens(self, act: Callable[[], Opened]) -> Opened:
        """Open something, a second time when the disk is well if need be."""
        opened: list[Opened] = []
        if not self.tries(lambda: opened.append(act())):
            self.mend()
            opened.append(act())
        return opened[0]

    def hears(self, error: BaseException) -> None:
        """Take note of what a person is told."""
        if not isinstance(error, CollabkitError):
            raise Wrong("no sentence") from error
        text = str(error)
        if not text.endswith((".", "”")) or "Errno" in text or "Traceback" in text:
            raise Wrong(f"not for a person: {text}")
        self.sentences.append(text)

    def starts_anew(self) -> None:
        """Close the program and open it again; only where the sentence before said so."""
        if "close collabkit and open it again" not in self.sentences[-1]:
            raise Wrong(f"trying again does not help: {self.sentences[-1]}")
        self.new_starts += 1


def saving(folder: DataFolder, _outside: Path, watched: Watched) -> None:
    """Open, change, close; what could not be saved is saved again when the disk is well."""
    watched.fail()
    store = watched.opens(lambda: Store.open(folder))
    failed: list[int] = []
    last = work.BEFORE + CHANGES
    for number in range(work.BEFORE, last):
        error = None if failed else do(store, number).exception()
        if error is not None:
            watched.hears(error)
        if failed or error is not None:  # each rests on the one before it
            failed.append(number)
    if failed:
        _still_readable(store, failed[0], watched)
        watched.mend()
        for number in failed:
            store = _do_again(folder, store, number, watched)
        found = judge(read(store), World(), at_least=last, at_most=last)
        if found.number is None:
            raise Wrong(f"after trying again: {found.reason}")
    watched.tries(store.close)
    watched.mend()
    verdict = look(folder, World(), at_least=last, at_most=last).verdict
    if verdict.number is None:
        raise Wrong(f"opened again: {verdict.reason}")


def _still_readable(store: Store, failed: int, watched: Watched) -> None:
    """What was saved is there; the change that failed is there whole, or not at all."""
    try:
        found = judge(read(store), World(), at_least=failed, at_most=failed + 1)
    except CollabkitError as error:  # the disk does not answer at all
        watched.hears(error)
        return
    if found.number is None:
        raise Wrong(f"after the fault: {found.reason}")


def _do_again(folder: DataFolder, store: Store, number: int, watched: Watched) -> Store:
    error = do(store, number).exception()
    if error is None:
        return store
    watched.hears(error)
    watched.starts_anew()
    watched.tries(store.close)
    store = Store.open(folder)
    do(store, number).result()
    return store


def exporting(folder: DataFolder, outside: Path, watched: Watched) -> None:
    """Take a plan and everything out over older files."""
    watched.fail()
    services = watched.opens(lambda: open_services(folder))
    (assessment,) = services.store.assessments.all()
    wanted = Wanted(assessment.charity_id)
    exports, bundles = services.exports, services.bundles
    _export(
        outside / "plan.pdf",
        lambda path: exports.export(assessment.id, path, work.TODAY),
        watched,
    )
    _export(
        outside / "plan.collabkit", lambda path: bundles.write(wanted, path, work.TODAY), watched
    )
    watched.tries(services.close)
    watched.mend()
    left = {path.name for path in outside.iterdir()} - {"plan.pdf", "plan.collabkit"}
    if any(not name.endswith(".part") for name in left):
        raise Wrong(f"left behind: {left}")


def _export(path: Path, act: Callable[[Path], Any], watched: Watched) -> None:
    if not watched.tries(lambda: act(path)):
        watched.mend()
        found = path.read_bytes()
        act(path)
        if found not in (work.LAST_YEAR, path.read_bytes()):
            raise Wrong(f"{path.name} was neither the old file nor the new one")


def importing(folder: DataFolder, outside: Path, watched: Watched) -> None:
    """Take over a bundle; a second time after a fault, when there may be nothing more to take."""
    with Store.open(folder) as store:
        before = _told(store)
    watched.fail()
    services = watched.opens(lambda: open_services(folder))

    def take() -> None:
        services.bundles.take(services.bundles.preview(outside / "sample.collabkit"))

    if not watched.tries(take):
        watched.mend()
        now = _told(services.store)
        if not watched.tries(take):
            watched.starts_anew()
            watched.tries(services.close)
            services = open_services(folder)
            take()
        if now not in (before, _told(services.store)):
            raise Wrong("neither as before nor as after")
    watched.tries(services.close)
    watched.mend()
    with Store.open(folder) as store:
        after = _told(store)
    if len(after) != len(before) + 1 or after[: len(before)] != before:
        raise Wrong("the bundle is not there, or not all that was there before")


def restoring(folder: DataFolder, _outside: Path, watched: Watched) -> None:
    """Go back to the oldest copy."""
    copy = copies_in(folder)[-1].path
    twice, once = 2 * work.BEFORE, work.BEFORE
    watched.fail()
    if not watched.tries(lambda: restore(folder, copy)):
        watched.mend()
        with Store.open(folder) as store:
            holds = read(store)
        for number in (once, twice):
            world = World()
            world.advance(number)
            if not difference(world.holds, holds):
                break
        else:
            raise Wrong("neither as before nor as after")
        restore(folder, copy)
    watched.mend()
    verdict = look(folder, World(), at_least=once, at_most=once).verdict
    if verdict.number is None:
        raise Wrong(verdict.reason)


def erasing(folder: DataFolder, _outside: Path, watched: Watched) -> None:
    """Forget somebody."""
    watched.fail()
    store = watched.opens(lambda: Store.open(folder))

    def erase() -> None:
        store.erasures.erase("person", Going(participants=(work.CANARY,)), work.TODAY)

    if not watched.tries(erase):
        watched.mend()
        if not store.erasures.receipts() and not watched.tries(erase):
            watched.starts_anew()
            watched.tries(store.close)
            store = Store.open(folder)
            erase()
    watched.tries(store.close)
    watched.mend()
    copies = {copy.path for copy in copies_in(folder)}
    everything(folder)
    left = [
        path.name
        for path in folder.root.rglob("*")
        if path.is_file() and path not in copies and work.CANARY.encode() in path.read_bytes()
    ]
    if left:
        raise Wrong(f"still said in {left}")
    if work.CANARY.encode() in copies_in(folder)[0].path.read_bytes():
        raise Wrong("the newest copy still says it")


def migrating(folder: DataFolder, _outside: Path, watched: Watched) -> None:
    """Open a file of an older release."""
    original = folder.database.read_bytes()
    watched.fail()
    opened: list[Store] = []
    if not watched.tries(lambda: opened.append(Store.open(folder))):
        watched.mend()
        is_new = folder.database.read_bytes() != original
        if is_new and not any(copy.reason == "before-migration" for copy in copies_in(folder)):
            raise Wrong("no copy from before")
        opened.append(Store.open(folder))
    (store,) = opened
    watched.tries(store.close)
    watched.mend()
    everything(folder)


Begin = Callable[[DataFolder, Path], None]
Act = Callable[[DataFolder, Path, Watched], None]
WORK: dict[str, tuple[Begin, Act]] = {
    "saving": (work.lived, saving),
    "exporting": (work.with_sample, exporting),
    "importing": (work.with_bundle, importing),
    "restoring": (work.lived_twice, restoring),
    "erasing": (work.with_somebody, erasing),
    "migrating": (work.old(4), migrating),
}


@dataclass(frozen=True)
class Case:
    """One fault in one piece of work."""

    name: str
    error: int
    stays: bool
    at: int


def attempt(root: Path, case: Case, disk: Disk) -> dict[str, Any]:
    """Try one case in a fork, and return what came of it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        told = _attempt(root, case, disk)
        with os.fdopen(writing, "w") as out:
            json.dump(told, out)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answer:
        text = answer.read()
    _child, status = os.waitpid(child, 0)
    told = json.loads(text) if text else {"wrong": f"died with {status}"}
    return {"case": str(case), **told}


def _attempt(root: Path, case: Case, disk: Disk) -> dict[str, Any]:
    place = root / "place"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(root / case.name, place)
    folder, outside = DataFolder(place / "data"), place / "outside"
    calls: list[int] = []
    watched = Watched(
        lambda: disk.begin(place, case.error, case.at, stays=case.stays),
        lambda: calls.append(disk.mend()),
    )
    wrong = ""
    try:
        WORK[case.name][1](folder, outside, watched)
    except Exception:
        wrong = traceback.format_exc()[-3000:]
    watched.mend()
    return {
        "wrong": wrong,
        "calls": calls[0],
        "fired": disk.fired(),
        "told": watched.sentences,
        "new starts": watched.new_starts,
    }


def cases(root: Path, disk: Disk) -> Iterator[Case]:
    """Return every case: what each piece of work calls is counted in a try that nothing befalls."""
    for name in WORK:
        for error in ERRORS:
            told = attempt(root, Case(name, error, False, 0), disk)
            if told["wrong"] or told["told"]:
                raise RuntimeError(f"{name} fails without a fault: {told}")
            for at in range(1, told["calls"] + 1):
                yield Case(name, error, False, at)
                yield Case(name, error, True, at)


def _told(store: Store) -> list[Any]:
    """Everything that people know of, by charity."""
    return [(charity, store.bundles.of_charity(charity.id)) for charity in store.lists.charities()]


def main() -> None:
    root, disk = Path(sys.argv[1]), Disk()
    part, of, most, seed = (int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5])
    for name, (begin, _act) in WORK.items():
        begin(DataFolder(root / name / "data"), root / name / "outside")
    found = list(cases(root, disk))
    mixed = random.Random(seed).sample(found, min(most, len(found)))
    for case in mixed[part::of]:
        print(json.dumps(attempt(root, case, disk)), flush=True)


if __name__ == "__main__":
    main()
