"""What must be true of what a power cut left, for each kind of work."""

import re
import shutil
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import recorded_work as work
from deeds import World
from opening_again import everything, look
from power_cuts import Check, Place, Recording, Said, copied_place, files

from collabkit.paths import DataFolder
from collabkit.storage import Store
from collabkit.storage.checks import check_file, journal_of
from collabkit.storage.copies import copies_in
from collabkit.storage.locking.setting_aside import locked_aside, set_locked_aside
from collabkit.storage.locking.state import is_locked
from collabkit.storage.locking.unlocking import WrongPassphraseForDataError, unlock

NOTE = b"note 3 note 3 "  # change 3 is an answer, and is written like this


def numbers(said: Said, sign: str) -> list[int]:
    """The numbers of the changes of which something was said."""
    return [int(line.split()[1]) for line in said if line.startswith(f"{sign} ")]


def as_lived(recording: Recording, _after: Place) -> Check:
    """The file is as after the last change that was acknowledged, or one that was under way."""
    with Store.open(copied_place(recording.before).folder) as store:
        before = work.stands_at(store)

    def check(place: Place, said: Said) -> str:
        done = max(numbers(said, "d"), default=before - 1) + 1
        begun = max(numbers(said, "b"), default=before - 1) + 1
        return look(place.folder, World(), at_least=done, at_most=begun).verdict.reason

    return check


def old_or_new(recording: Recording, after: Place) -> Check:
    """The file is exactly as before or exactly as after; once that was said, as after."""
    before = everything(copied_place(recording.before).folder)
    afterwards = everything(copied_place(after).folder)
    assert before != afterwards

    def check(place: Place, said: Said) -> str:
        found = everything(place.folder)
        if found == afterwards:
            return ""
        if found == before:
            return "it said done, and all is as before" if "done" in said else ""
        return "neither as before nor as after"

    return check


def by_the_file_alone(then: Callable[[Recording, Place], Check]) -> Callable[..., Check]:
    """The same, from the database by itself: its second copy and all safety copies are gone."""

    def lose(folder: DataFolder) -> None:
        for copies in (folder.changes, folder.backups, folder.kept):
            shutil.rmtree(copies, ignore_errors=True)

    return _after_losing(lose, then)


def by_the_log_alone(then: Callable[[Recording, Place], Check]) -> Callable[..., Check]:
    """The same, from the log behind the copy that it begins after: the database is gone."""

    def lose(folder: DataFolder) -> None:
        folder.database.unlink(missing_ok=True)
        journal_of(folder.database).unlink(missing_ok=True)

    return _after_losing(lose, then)


def _after_losing(
    lose: Callable[[DataFolder], None], then: Callable[[Recording, Place], Check]
) -> Callable[..., Check]:
    def make(recording: Recording, after: Place) -> Check:
        judge = then(recording, after)

        def check(place: Place, said: Said) -> str:
            lose(place.folder)
            return judge(place, said)

        return check

    return make


def copied_before(wanted: str, then: Callable[[Recording, Place], Check]) -> Callable[..., Check]:
    """What was there before is in a sound copy by the time that the file is another."""

    def make(recording: Recording, after: Place) -> Check:
        before = everything(copied_place(recording.before).folder)
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
    afterwards = everything(copied_place(after).folder)

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
    assert any(canary in path.read_bytes() for path in files(recording.before.folder.root))

    def check(place: Place, said: Said) -> str:
        fault = judge(place, said)
        if not fault and canary not in place.folder.database.read_bytes():
            left = [
                path.name
                for path in files(place.folder.root)
                if path.name not in copies and canary in path.read_bytes()
            ]
            fault = f"still said in {', '.join(left)}" if left else ""
        return fault

    return check


def taken_out(recording: Recording, after: Place) -> Check:
    """Each file is the old one or the new one, and nothing inside has changed."""
    inside = everything(copied_place(recording.before).folder)
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


def unlocked(folder: DataFolder, *, only_other: bool = False) -> DataFolder:
    """Return a folder as one of the passphrases opens it; as it is, if it is not locked."""
    if not is_locked(folder):
        return folder
    try:
        return unlock(folder, work.OTHER_PASSPHRASE)
    except WrongPassphraseForDataError:
        if only_other:
            raise
        return unlock(folder, work.PASSPHRASE)


def as_locked(recording: Recording, after: Place) -> Check:
    """All 20 changes are there for whoever has the passphrase, and once that was said for no other.

    Nothing that was written is readable in any file then.
    """
    was_locked = is_locked(recording.before.folder)
    is_to_be_locked = is_locked(after.folder)
    other = was_locked and is_to_be_locked

    def check(place: Place, said: Said) -> str:
        done = "done" in said
        folder = unlocked(place.folder, only_other=done and other)
        if done and is_locked(place.folder) != is_to_be_locked:
            return "locked, or not, as before"
        verdict = look(folder, World(), at_least=work.BEFORE, at_most=work.BEFORE).verdict
        if verdict.number is None or not (done and is_to_be_locked):
            return verdict.reason
        left = [path.name for path in files(place.folder.root) if NOTE in path.read_bytes()]
        return f"readable in {left}" if left else ""

    return check


def as_lived_locked(_recording: Recording, _after: Place) -> Check:
    """As for any other file, behind the passphrase; and readable in none."""

    def check(place: Place, said: Said) -> str:
        done = max(numbers(said, "d"), default=work.BEFORE - 1) + 1
        begun = max(numbers(said, "b"), default=work.BEFORE - 1) + 1
        verdict = look(unlocked(place.folder), World(), at_least=done, at_most=begun).verdict
        left = [path.name for path in files(place.folder.root) if NOTE in path.read_bytes()]
        return verdict.reason or (f"readable in {left}" if left else "")

    return check


def set_aside(_recording: Recording, after: Place) -> Check:
    """All that was locked is aside in one place, and opens with its passphrase.

    If it was stopped on the way, doing it again does the rest, maybe in a place of its own.
    """
    (aside,) = locked_aside(after.folder)
    whole = _contents(aside)

    def check(place: Place, said: Said) -> str:
        if is_locked(place.folder):
            if "done" in said:
                return "still locked"
            set_locked_aside(place.folder, work.NOW + timedelta(minutes=1))
        Store.open(place.folder).close()  # one can begin anew
        for path in locked_aside(place.folder):
            if whole.items() <= _contents(path).items():
                folder, wanted = unlocked(DataFolder(path)), work.BEFORE
                return look(folder, World(), at_least=wanted, at_most=wanted).verdict.reason
        return "nowhere whole"

    return check


def _contents(root: Path) -> dict[Path, bytes]:
    return {path.relative_to(root): path.read_bytes() for path in files(root)}
