"""Whenever the power goes, everything that was called saved is there afterwards.

A real process does real work under strace. What it did to the disk is done again to a disk that
forgets, up to any call, and the program is started on what is left. The controls must lose
something: a disk that never hears a sync, and a database that never asks for one.
"""

import hashlib
import random
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import recorded_work as work
from blocks_and_names import Disk, Left, put
from conftest import Tally
from deeds import World
from opening_again import everything, look
from recorded_calls import Call, Player, record
from tiers import TIER, Part

from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.checks import check_file
from collabkit.storage.copies import copies_in
from collabkit.storage.identity import SCHEMA_VERSION

PROGRAM = Path(work.__file__)
Said = list[str]


@dataclass(frozen=True)
class Place:
    """Where the work was done, or where what was left of it lies."""

    root: Path

    @property
    def folder(self) -> DataFolder:
        """The folder of the program."""
        return DataFolder(self.root / "data")

    @property
    def outside(self) -> Path:
        """A folder of the person's own."""
        return self.root / "outside"


Check = Callable[[Place, Said], str]


@dataclass(frozen=True)
class Recording:
    """What one piece of work did, from what it began with."""

    calls: list[Call]
    before: Place
    place: Place

    def disk(self, *, deaf: bool = False) -> Disk:
        """Return the disk as it was before, under the names that the work saw."""
        shutil.rmtree(self.place.root)
        shutil.copytree(self.before.root, self.place.root)
        return Disk((self.place.folder.root, self.place.outside), deaf=deaf)

    def cuts(
        self, number: int, rng: random.Random, *, deaf: bool = False
    ) -> Iterator[tuple[Left, Said]]:
        """Return what is left after so many power cuts, and what had been said until then.

        For a deaf disk, at the end: then all of it was acknowledged, and nothing was ever synced.
        """
        changing = self._changing()[-1:] if deaf else self._changing()
        moments = sorted(rng.choice(changing) for _cut in range(number))
        disk = self.disk(deaf=deaf)
        player = Player(disk)
        done = 0
        for moment in moments:
            for call in self.calls[done : moment + 1]:
                player.play(call)
            done = max(done, moment + 1)
            yield disk.after_a_cut(rng), list(player.said)

    def _changing(self) -> list[int]:
        player = Player(self.disk())
        found = [place for place, call in enumerate(self.calls) if player.play(call)]
        return [*found, len(self.calls) - 1]


def recorded(
    strace: str, root: Path, name: str, begin: Callable[[DataFolder, Path], None]
) -> Recording:
    """Let ``begin`` put something there, and record ``name`` on it."""
    place, before = Place(root / "place"), Place(root / "before")
    place.folder.root.mkdir(parents=True)
    begin(place.folder, place.outside)
    shutil.copytree(place.root, before.root)
    calls = record(strace, root / "log", PROGRAM, name, str(place.folder.root), str(place.outside))
    after = Place(root / "after")
    shutil.copytree(place.root, after.root)
    (root / "log").unlink()
    recording = Recording(calls, before, place)
    check_against(recording, after)
    return recording


def check_against(recording: Recording, after: Place) -> None:
    """Done again, the calls must come to what the work really left: none was overlooked."""
    player = Player(recording.disk())
    for call in recording.calls:
        player.play(call)
    found = player.disk.at_present()
    for part in (recording.place.folder.root, recording.place.outside):
        really = {
            part / path.relative_to(after.root / part.name): path.read_bytes()
            for path in _files(after.root / part.name)
        }
        again = {path: data for path, data in found.items() if part in path.parents}
        assert {path for path, data in again.items() if data is not None} == set(really)
        assert [path for path, data in really.items() if again[path] != data] == []


def faults(
    recording: Recording,
    tries: int,
    rng: random.Random,
    root: Path,
    check: Check,
    *,
    deaf: bool = False,
) -> Iterator[str]:
    """Cut the power so often, and say for each time what is wrong with what is left, if anything.

    What is left is looked at once if it is left several times.
    """
    known: dict[str, str] = {}
    for number, (found, said) in enumerate(recording.cuts(tries, rng, deaf=deaf)):
        key = hashlib.sha256(repr((sorted(found.items(), key=str), said)).encode()).hexdigest()
        if key not in known:
            place = Place(root / f"cut-{number}")
            for part in (recording.place.folder.root, recording.place.outside):
                put(found, part, place.root / part.name)
            try:
                known[key] = check(place, said)
            except Exception as error:  # whatever stops the start is a loss
                if not deaf:
                    raise
                known[key] = repr(error)
            shutil.rmtree(place.root)
        yield known[key]


def prove(
    row: str,
    name: str,
    begin: Callable[[DataFolder, Path], None],
    check: Callable[..., Check],
    *,
    part: Part,
    strace: str,
    root: Path,
    rng: random.Random,
    tally: Tally,
) -> None:
    """Cut the power in one kind of work, as often as the tier says, and let the control fail."""
    tries = part.share(TIER.count(share=14, change=200, nightly=2000, release=20_000))
    with tally(row) as count:
        recording = recorded(strace, root, name, begin)
        judge = check(recording, Place(root / "after"))
        wrong = []
        for fault in faults(recording, tries, rng, root, judge):
            count.tried()
            if fault:
                wrong.append(fault)
            else:
                count.survived()
        assert wrong == []
        lost = 0
        for fault in faults(recording, max(60, tries // 10), rng, root, judge, deaf=True):
            count.note("controls")
            lost += bool(fault)
            if lost > tries // 100:
                break
        count.note("of them lost something", lost)
        assert lost, "a disk that never syncs lost nothing: the cuts prove nothing"


def numbers(said: Said, sign: str) -> list[int]:
    """The numbers of the changes of which something was said."""
    return [int(line.split()[1]) for line in said if line.startswith(f"{sign} ")]


def as_lived(recording: Recording, _after: Place) -> Check:
    """The file is as after the last change that was acknowledged, or one that was under way."""
    with Store.open(_copied(recording.before).folder) as store:
        before = work.stands_at(store)

    def check(place: Place, said: Said) -> str:
        done = max(numbers(said, "d"), default=before - 1) + 1
        begun = max(numbers(said, "b"), default=before - 1) + 1
        return look(place.folder, World(), at_least=done, at_most=begun).verdict.reason

    return check


def old_or_new(recording: Recording, after: Place) -> Check:
    """The file is exactly as before or exactly as after; once that was said, as after."""
    before = everything(_copied(recording.before).folder)
    afterwards = everything(_copied(after).folder)
    assert before != afterwards

    def check(place: Place, said: Said) -> str:
        found = everything(place.folder)
        if found == afterwards:
            return ""
        if found == before:
            return "it said done, and all is as before" if "done" in said else ""
        return "neither as before nor as after"

    return check


def copied_before(wanted: str, then: Callable[[Recording, Place], Check]) -> Callable[..., Check]:
    """What was there before is in a sound copy by the time that the file is another."""

    def make(recording: Recording, after: Place) -> Check:
        before = everything(_copied(recording.before).folder)
        judge = then(recording, after)

        def check(place: Place, said: Said) -> str:
            fault = judge(place, said)
            if fault or everything(place.folder) == before:
                return fault
            for copy in copies_in(place.folder):
                if copy.reason == wanted and _holds(copy.path, place, before):
                    return ""
            return f"no copy {wanted}"

        return check

    return make


def _holds(copy: Path, place: Place, expected: list[str]) -> bool:
    check_file(copy)
    elsewhere = DataFolder(place.root / "elsewhere")
    elsewhere.root.mkdir()
    shutil.copyfile(copy, elsewhere.database)
    try:
        return everything(elsewhere) == expected
    finally:
        shutil.rmtree(elsewhere.root)


def migrated(recording: Recording, after: Place) -> Check:
    """The file on the disk is the old one, byte by byte, or a whole new one."""
    original = recording.before.folder.database.read_bytes()
    afterwards = everything(_copied(after).folder)

    def check(place: Place, _said: Said) -> str:
        if place.folder.database.read_bytes() != original:
            check_file(place.folder.database)
            if not any(copy.reason == "before-migration" for copy in copies_in(place.folder)):
                return "no copy from before"
        return "" if everything(place.folder) == afterwards else "not as after"

    return check


def copied(recording: Recording, after: Place) -> Check:
    """Every copy that was announced is there, sound, and holds what had been done by then."""
    judge = as_lived(recording, after)

    def check(place: Place, said: Said) -> str:
        names = [line.split()[1] for line in said if line.startswith("done ")]
        for name, number in zip(names, numbers(said, "copied"), strict=False):
            check_file(place.folder.backups / name)
            other = DataFolder(place.root / f"with-{number}")
            other.root.mkdir()
            shutil.copyfile(place.folder.backups / name, other.database)
            found = look(other, World(), at_least=number, at_most=number)
            if found.verdict.reason:
                return f"copy: {found.verdict.reason}"
        return judge(place, said)

    return check


def forgotten(recording: Recording, after: Place) -> Check:
    """Somebody is there whole, or in no file but the copies that were made before."""
    judge = old_or_new(recording, after)
    copies = {path.name for path in recording.before.folder.backups.iterdir()}
    canary = work.CANARY.encode()
    assert any(canary in path.read_bytes() for path in _files(recording.before.folder.root))

    def check(place: Place, said: Said) -> str:
        fault = judge(place, said)
        if not fault and canary not in place.folder.database.read_bytes():
            left = [
                path.name
                for path in _files(place.folder.root)
                if path.name not in copies and canary in path.read_bytes()
            ]
            fault = f"still said in {', '.join(left)}" if left else ""
        return fault

    return check


def taken_out(recording: Recording, after: Place) -> Check:
    """Each file is the old one or the new one, and nothing inside has changed."""
    inside = everything(_copied(recording.before).folder)
    names = ("plan.pdf", "plan.collabkit")
    old = {name: (recording.before.outside / name).read_bytes() for name in names}
    new = {name: (after.outside / name).read_bytes() for name in names}

    def check(place: Place, said: Said) -> str:
        for name in names:
            data = (place.outside / name).read_bytes()
            if data != new[name] and (data != old[name] or f"done {name}" in said):
                return f"{name} is neither the old file nor the new one"
        strange = [p.name for p in place.outside.iterdir() if p.name not in names]
        if any(not re.fullmatch(r"\.collabkit-\w+\.part", name) for name in strange):
            return f"left behind: {strange}"
        return "" if everything(place.folder) == inside else "not as before inside"

    return check


def _files(root: Path) -> list[Path]:
    return [path for path in root.rglob("*") if path.is_file()]


def _copied(place: Place) -> Place:
    copy = Place(place.root.with_name(f"{place.root.name}-looked-at"))
    shutil.rmtree(copy.root, ignore_errors=True)
    shutil.copytree(place.root, copy.root)
    return copy


def put_back(recording: Recording, after: Place) -> Check:
    """All 40 changes are there, and what was damaged is put aside once it is replaced."""
    original = recording.before.folder.database.read_bytes()

    def check(place: Place, _said: Said) -> str:
        if place.folder.database.read_bytes() != original:
            kept = [path.read_bytes() for path in place.folder.kept.glob("*.db")]
            if original not in kept:
                return "the damaged file was not kept"
        wanted = 2 * work.BEFORE
        return look(place.folder, World(), at_least=wanted, at_most=wanted).verdict.reason

    return check


SAVING, RESTORING = "power cut while saving", "power cut while restoring"
KINDS = {
    "saving": (SAVING, work.lived, as_lived),
    "importing": (
        "power cut while importing", work.with_bundle, copied_before("before-import", old_or_new),
    ),
    "copying": ("power cut while a copy is made", work.lived, copied),
    "restoring": (RESTORING, work.lived_twice, copied_before("before-restore", old_or_new)),
    "erasing": ("power cut while erasing", work.with_somebody, forgotten),
    "exporting": ("power cut while exporting", work.with_sample, taken_out),
}  # fmt: skip
AGAIN = {
    "saving": (SAVING, work.stopped, as_lived),
    "recovering": (RESTORING, work.damaged, put_back),
}
PARTS = TIER.parts(nightly=2, release=8)
SCHEMAS = len(list((PROGRAM.parents[1] / "databases").glob("schema-*.db")))
OLDER = [version for version in range(1, SCHEMAS + 1) if version < SCHEMA_VERSION]
VERSIONS = OLDER[-TIER.count(share=1, change=len(OLDER)) :]


@pytest.mark.parametrize("part", PARTS, ids=str)
@pytest.mark.parametrize("name", KINDS)
def test_nothing_is_lost_when_the_power_goes(
    name: str, part: Part, strace: str, memory_path: Path, rng: random.Random, tally: Tally
) -> None:
    """At any call, whatever part of what was not synced is left."""
    row, begin, check = KINDS[name]
    prove(
        row, name, begin, check,
        part=part, strace=strace, root=memory_path, rng=rng, tally=tally,
    )  # fmt: skip


@pytest.mark.skipif(TIER.name == "share", reason="at every change, by make torture")
@pytest.mark.parametrize("part", PARTS, ids=str)
@pytest.mark.parametrize("name", AGAIN)
def test_nothing_is_lost_when_the_power_goes_once_more(
    name: str, part: Part, strace: str, memory_path: Path, rng: random.Random, tally: Tally
) -> None:
    """While the start takes back half a change, or while a damaged file is replaced."""
    row, begin, check = AGAIN[name]
    prove(
        row, name, begin, check,
        part=part, strace=strace, root=memory_path, rng=rng, tally=tally,
    )  # fmt: skip


@pytest.mark.parametrize("version", VERSIONS)
def test_a_file_of_every_release_is_brought_up_to_date_or_left(
    version: int, strace: str, memory_path: Path, rng: random.Random, tally: Tally
) -> None:
    """The old file, or the new one; there is nothing between the two."""
    prove(
        "power cut while migrating", "migrating", work.old(version), migrated,
        part=Part(VERSIONS.index(version), len(VERSIONS)),
        strace=strace, root=memory_path, rng=rng, tally=tally,
    )  # fmt: skip


def test_without_syncing_something_is_lost(
    strace: str, memory_path: Path, rng: random.Random
) -> None:
    """The same life with synchronous=OFF and without the second copy: power cuts do lose it."""
    recording = recorded(strace, memory_path, "saving_carelessly", work.lived)
    judge = as_lived(recording, Place(memory_path / "after"))

    def alone(place: Place, said: Said) -> str:
        shutil.rmtree(place.folder.backups, ignore_errors=True)
        shutil.rmtree(place.folder.root / "changes", ignore_errors=True)
        try:
            return judge(place, said)
        except Exception as error:  # damaged, and nothing to put it back from
            return repr(error)

    tries = TIER.count(share=10, change=50, nightly=200, release=1000)
    lost = sum(map(bool, faults(recording, tries, rng, memory_path, alone)))
    assert lost, "the cuts prove nothing"
