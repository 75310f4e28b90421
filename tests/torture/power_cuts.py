"""Power cuts in recorded work: what is left after each, and a control that must lose something."""

import hashlib
import random
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import recorded_work as work
from blocks_and_names import Disk, Left, put
from conftest import Tally
from recorded_calls import Call, Player, record
from tiers import TIER, Part

from collabkit.paths import DataFolder

PROGRAM = Path(work.__file__)
AT_THE_END = 0.15  # of the cuts come when all is done and said, and nothing may be taken back
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
        moments = sorted(
            changing[-1] if rng.random() < AT_THE_END else rng.choice(changing)
            for _cut in range(number)
        )
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
            for path in files(after.root / part.name)
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


def files(root: Path) -> list[Path]:
    """Every file below a folder."""
    return [path for path in root.rglob("*") if path.is_file()]


def copied_place(place: Place) -> Place:
    """Another place with the same in it, to be looked at without changing anything."""
    copy = Place(place.root.with_name(f"{place.root.name}-looked-at"))
    shutil.rmtree(copy.root, ignore_errors=True)
    shutil.copytree(place.root, copy.root)
    return copy
