"""What a power cut may interrupt: one piece of real work, in a process of its own.

Run by ``test_power_cut`` under strace: ``recorded_work.py WORK FOLDER OUTSIDE``. It says ``b 12``
when change 12 is begun, ``d 12`` when the store says that it is on the disk, and ``done WHAT`` when
a piece of work is.
"""

import os
import shutil
import signal
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from deeds import World, do, judge, prepare, read
from opening_again import hot_journal, tell_when_done

from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.bundle_contents import Wanted
from collabkit.services.sample import fill_sample
from collabkit.storage import Store
from collabkit.storage.copies import Reason, copies_in
from collabkit.storage.erasing import Going
from collabkit.storage.locking.recovery_code import new_code
from collabkit.storage.locking.setting_aside import set_locked_aside
from collabkit.storage.locking.switching import change_key, switch_off, switch_on
from collabkit.storage.locking.unlocking import unlock
from collabkit.storage.recoverable import find_recoverable
from collabkit.storage.recovery import recover, restore

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 12, 30)
BEFORE = 20  # changes that were made, and the program closed, before the work begins
MOST = 2000  # changes that a life has here
PASSPHRASE, OTHER_PASSPHRASE = "otter velvet compass rain", "four quite other words"
LITTLE = 2  # 2 to this power: guessing would cost nothing, and neither do the tests
CANARY = "canary"  # stands in everything that is erased
LAST_YEAR = b"What was taken out last year"
_TELLING = 1
_SCHEMAS = Path(__file__).parents[1] / "databases"


def say(text: str) -> None:
    """Say something that the one who waits may rely on."""
    os.write(_TELLING, f"{text}\n".encode())


def live(store: Store, first: int, last: int) -> None:
    """Make changes, as many as four at a time."""
    for number in range(first, last):
        say(f"b {number}")
        future = do(store, number)
        tell_when_done(future, _TELLING, f"d {number}\n".encode())
        if number % 4 == 0 or number == last - 1:
            future.result()


def lived(folder: DataFolder, outside: Path) -> None:
    """Make a file with some life in it."""
    outside.mkdir(parents=True, exist_ok=True)
    with Store.open(folder) as store:
        prepare(store)
        for number in range(BEFORE):
            do(store, number).result()


def lived_twice(folder: DataFolder, outside: Path) -> None:
    """Make a file with a copy of an earlier day."""
    lived(folder, outside)
    with Store.open(folder) as store:
        for number in range(BEFORE, 2 * BEFORE):
            do(store, number).result()


def stopped(folder: DataFolder, outside: Path) -> None:
    """Leave a file whose writer was killed in the middle of a change."""
    lived(folder, outside)
    child = os.fork()
    if child == 0:
        store = Store.open(folder)
        for number in range(BEFORE, MOST):
            do(store, number).result()
        os._exit(1)
    while not hot_journal(folder):
        pass
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)


def damaged(folder: DataFolder, outside: Path) -> None:
    """Leave a file that something else has written into, behind a stopped writer."""
    lived_twice(folder, outside)
    data = bytearray(folder.database.read_bytes())
    middle = len(data) // 8192 * 4096
    data[middle : middle + 4096] = bytes(4096)
    folder.database.write_bytes(data)


def locked(folder: DataFolder, outside: Path) -> None:
    """Make a file with some life in it that only a passphrase opens."""
    lived(folder, outside)
    switch_on(folder, PASSPHRASE, new_code(), LITTLE)


def stands_at(store: Store) -> int:
    """How many changes a file holds that nobody has told about."""
    number = judge(read(store), World(), at_least=BEFORE, at_most=MOST).number
    if number is None:
        raise RuntimeError("this is no moment of its life")
    return number


def old(version: int) -> Callable[[DataFolder, Path], None]:
    """Return what puts a file of an older release into the folder."""

    def put(folder: DataFolder, outside: Path) -> None:
        outside.mkdir(parents=True, exist_ok=True)
        folder.root.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(_SCHEMAS / f"schema-{version}.db", folder.database)

    return put


def with_sample(folder: DataFolder, outside: Path) -> None:
    """Make a file with the sample charity, and older files of it outside."""
    outside.mkdir(parents=True, exist_ok=True)
    services = open_services(folder)
    try:
        fill_sample(services, "five-themes", TODAY)
    finally:
        services.close()
    for ending in ("pdf", "collabkit"):
        (outside / f"plan.{ending}").write_bytes(LAST_YEAR)


def with_bundle(folder: DataFolder, outside: Path) -> None:
    """Make a file with some life in it, and a bundle of a charity that is not in it."""
    lived(folder, outside)
    services = open_services(DataFolder(outside / "elsewhere"))
    try:
        fill_sample(services, "five-themes", TODAY)
        (charity,) = services.charities.all()
        services.bundles.write(Wanted(charity.id), outside / "sample.collabkit", TODAY)
    finally:
        services.close()
    shutil.rmtree(outside / "elsewhere")


def with_somebody(folder: DataFolder, outside: Path) -> None:
    """Make a file in which somebody said what is to be forgotten."""
    from collabkit.assessments.assessment import Participant, Response
    from collabkit.assessments.pack import Respondent

    lived(folder, outside)
    with Store.open(folder) as store:
        (assessment,) = [a for a in store.assessments.all() if a.id == "occasion"]
        store.participants.add(Participant(CANARY, assessment.id, "Somebody", Respondent.TRUSTEE))
        for item in assessment.asked[:8]:
            note = f"{CANARY} {item} " * 200
            store.responses.save(Response(CANARY, item, "4", note)).result()


def saving(folder: DataFolder, _outside: Path) -> None:
    """Change, close, open and change again."""
    for _time in range(2):
        with Store.open(folder) as store:
            first = stands_at(store)
            live(store, first, first + 30)


def saving_carelessly(folder: DataFolder, outside: Path) -> None:
    """Do the same without ever waiting for the disk; the control, which must lose something."""
    from collabkit.storage import connection

    connection._SETTINGS["synchronous"] = 0
    saving(folder, outside)


def importing(folder: DataFolder, outside: Path) -> None:
    """Take over a bundle."""
    services = open_services(folder)
    services.bundles.take(services.bundles.preview(outside / "sample.collabkit"))
    say("done")
    services.close()


def migrating(folder: DataFolder, _outside: Path) -> None:
    """Open a file of an older release."""
    store = Store.open(folder)
    say("done")
    store.close()


def copying(folder: DataFolder, _outside: Path) -> None:
    """Make copies while life goes on."""
    with Store.open(folder) as store:
        for first in range(BEFORE, BEFORE + 24, 6):
            live(store, first, first + 6)
            copy = store.safety.make_copy(Reason.ASKED)
            say(f"done {copy.path.name}")
            say(f"copied {first + 6}")


def restoring(folder: DataFolder, _outside: Path) -> None:
    """Go back to the oldest copy."""
    restore(folder, copies_in(folder)[-1].path)
    say("done")


def recovering(folder: DataFolder, _outside: Path) -> None:
    """Put back everything that was saved in the place of a damaged file."""
    recover(folder, find_recoverable(folder)[0])
    say("done")


def locking(folder: DataFolder, _outside: Path) -> None:
    """Lock everything with a passphrase."""
    switch_on(folder, PASSPHRASE, new_code(), LITTLE)
    say("done")


def unlocking(folder: DataFolder, _outside: Path) -> None:
    """Let everything be readable again."""
    switch_off(unlock(folder, PASSPHRASE))
    say("done")


def locking_anew(folder: DataFolder, _outside: Path) -> None:
    """Lock everything with another key."""
    change_key(unlock(folder, PASSPHRASE), OTHER_PASSPHRASE, new_code(), LITTLE)
    say("done")


def setting_aside(folder: DataFolder, _outside: Path) -> None:
    """Put what is locked aside, to begin anew without the passphrase."""
    set_locked_aside(folder, NOW)
    say("done")


def saving_locked(folder: DataFolder, outside: Path) -> None:
    """Change what is locked."""
    saving(unlock(folder, PASSPHRASE), outside)


def erasing(folder: DataFolder, _outside: Path) -> None:
    """Forget somebody."""
    store = Store.open(folder)
    store.erasures.erase("person", Going(participants=(CANARY,)), TODAY)
    say("done")
    store.close()


def exporting(folder: DataFolder, outside: Path) -> None:
    """Write a PDF and a bundle over older ones."""
    services = open_services(folder)
    (assessment,) = services.store.assessments.all()
    services.exports.export(assessment.id, outside / "plan.pdf", TODAY)
    say("done plan.pdf")
    wanted = Wanted(assessment.charity_id)
    services.bundles.write(wanted, outside / "plan.collabkit", TODAY)
    say("done plan.collabkit")
    services.close()


WORK: dict[str, Callable[[DataFolder, Path], None]] = {
    work.__name__: work
    for work in (
        saving, saving_carelessly, saving_locked, importing, migrating, copying, restoring,
        recovering, erasing, exporting, locking, unlocking, locking_anew, setting_aside,
    )
}  # fmt: skip


def main() -> None:
    work, folder, outside = sys.argv[1:]
    WORK[work](DataFolder(Path(folder)), Path(outside))


if __name__ == "__main__":
    main()
