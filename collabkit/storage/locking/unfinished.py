"""Was the lock being switched on or off, or given a new key, when collabkit was stopped?

Asked at each opening, before what is left is done, so that whoever opens the data can be told.
"""

from contextlib import suppress
from pathlib import Path

from collabkit.i18n import _
from collabkit.storage.checks import journal_of
from collabkit.storage.connection import database_errors
from collabkit.storage.copies import copies_in
from collabkit.storage.locking.converting import fitting_key
from collabkit.storage.locking.finishing import files_in
from collabkit.storage.locking.first_bytes import found_ciphered, head_of
from collabkit.storage.locking.sealing import is_sealed
from collabkit.storage.locking.unlocked_folder import UnlockedFolder


def is_unfinished(folder: UnlockedFolder) -> bool:
    """Tell whether the data, a copy or somebody's own words are not under the present key.

    What cannot be told, as with a damaged file, does not count.
    """
    with suppress(OSError):
        copies = [copy.path for copy in copies_in(folder)]
        databases = [folder.database, *copies] if folder.database.exists() else copies
        if any(not found_ciphered(path) or _has_former_key(path, folder) for path in databases):
            return True
        return any(not is_sealed(head_of(path)) for path in files_in(folder.personal, "*.json"))
    return False


def finished_now() -> str:
    """Say what was found, and what counts from now on."""
    return _(
        "Not everything here was under the lock: collabkit was probably stopped while the lock was "
        "being put on, changed or taken away. Nothing is missing, and everything is locked now; "
        "what you have just typed opens it. If the lock was to go, take it away once more under "
        "Settings."
    )


def _has_former_key(path: Path, folder: UnlockedFolder) -> bool:
    former = folder.ring.former
    if not former or journal_of(path).exists():
        return False
    try:
        return fitting_key(path, (folder.ring.key, *former)) in former
    except database_errors():
        return False
