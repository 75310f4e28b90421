"""What a power cut may interrupt: one piece of real work, in a process of its own.

Run by ``test_power_cut`` under strace: ``recorded_work.py WORK FOLDER OUTSIDE``. It says ``b 12``
when change 12 is begun, ``d 12`` when the store says that it is on the disk, and ``done WHAT`` when
a piece of work is.
"""

import os
import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from deeds import do, prepare
from opening_again import tell_when_done

from collabkit.paths import DataFolder
from collabkit.services import open_services
from collabkit.services.bundle_contents import Wanted
from collabkit.services.sample import fill_sample
from collabkit.storage import Store
from collabkit.storage.copies import Reason, copies_in
from collabkit.storage.erasing import Going
from collabkit.storage.recovery import restore

TODAY = date(2026, 11, 22)
BEFORE = 20  # changes that were made, and the program closed, before the work begins
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
    for first in (BEFORE, BEFORE + 30):
        with Store.open(folder) as store:
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
        saving, saving_carelessly, importing, migrating, copying, restoring, erasing, exporting,
    )
}  # fmt: skip


def main() -> None:
    work, folder, outside = sys.argv[1:]
    WORK[work](DataFolder(Path(folder)), Path(outside))


if __name__ == "__main__":
    main()
