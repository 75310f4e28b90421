"""Safety copies and files put aside that still hold what was, or is to be, erased."""

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from collabkit.files import sync_folder
from collabkit.paths import DataFolder
from collabkit.services.erasing_needles import Needles
from collabkit.services.traces import files_in, found_in, is_database
from collabkit.storage import Store
from collabkit.storage.identity import is_ciphered
from collabkit.storage.locking.sealed_aside import sealed_copies
from collabkit.storage.pruning import label_of
from collabkit.storage.rotation import gone_by

_READABLE = b"SQLite format 3\x00"


@dataclass(frozen=True, slots=True)
class HeldCopy:
    """A file with what is to be erased in it.

    ``gone_by`` is the last day on which it goes by itself, if the program is used each month;
    ``None`` for a file that was put aside, which stays until somebody deletes it.
    """

    path: Path
    made: datetime
    gone_by: date | None


def copies_holding(
    store: Store, folder: DataFolder, needles: Needles, today: date
) -> tuple[HeldCopy, ...]:
    """Return the copies with one of ``needles``, the newest first, and then files put aside.

    One that cannot be looked into, such as one locked with a passphrase, counts as one that does.
    """
    if needles.is_empty:
        return ()
    copies = store.safety.copies()
    expiry = gone_by([label_of(copy) for copy in copies], today)
    found = [
        HeldCopy(copy.path, copy.made, expiry.get(label_of(copy)))
        for copy in copies
        if _may_hold(copy.path, needles)
    ]
    # The live file itself may have a second name there; whoever opens it by the way does harm.
    aside = (path for path in files_in(folder.kept) if not is_database(path, folder))
    for path in (*sealed_copies(folder), *aside):
        if _may_hold(path, needles):
            with suppress(OSError):  # gone meanwhile
                found.append(HeldCopy(path, datetime.fromtimestamp(path.stat().st_mtime), None))
    return tuple(found)


def erase_copies(copies: Iterable[HeldCopy]) -> tuple[Path, ...]:
    """Delete copies for good; return those that could not be deleted."""
    left = []
    folders = set()
    for copy in copies:
        try:
            copy.path.unlink(missing_ok=True)
            folders.add(copy.path.parent)
        except OSError:
            left.append(copy.path)
    for folder in folders:
        with suppress(OSError):  # they are deleted; only a power cut could bring one back
            sync_folder(folder)
    return tuple(left)


def _may_hold(path: Path, needles: Needles) -> bool:
    try:
        with path.open("rb") as file:
            is_readable = file.read(len(_READABLE)) == _READABLE and not is_ciphered(path)
        return not is_readable or bool(found_in(path, needles))
    except FileNotFoundError:
        return False
    except OSError:
        return True
