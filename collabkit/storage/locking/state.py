"""Is anything locked here? Told from names and first bytes, without loading what unlocks it.

For data that is not open in this process: closing a file, even one that was only looked at, takes
away every lock that SQLite has on it here (https://www.sqlite.org/howtocorrupt.html, 2.2).
"""

from pathlib import Path

from collabkit.paths import DataFolder
from collabkit.storage.copies import copies_in
from collabkit.storage.identity import is_ciphered
from collabkit.storage.locking.unlocked_folder import UnlockedFolder
from collabkit.storage.problems import LockedError

KEY_FILE = "lock.json"


def places_of(folder: DataFolder) -> tuple[Path, Path]:
    """Return both places of the key file, the one that counts first."""
    return folder.root / KEY_FILE, folder.backups / KEY_FILE


def has_key_file(folder: DataFolder) -> bool:
    """Tell whether there is a key file in either place, sound or not."""
    return any(place.exists() for place in places_of(folder))


def is_locked(folder: DataFolder) -> bool:
    """Tell whether what is kept in ``folder`` is locked, or was about to be when it was stopped."""
    if has_key_file(folder) or is_ciphered(folder.database):
        return True
    return not folder.database.exists() and any(
        is_ciphered(copy.path) for copy in copies_in(folder)
    )


def require_unlocked(folder: DataFolder) -> None:
    """Raise ``LockedError`` if ``folder`` is locked and does not come with its key."""
    if not isinstance(folder, UnlockedFolder) and is_locked(folder):
        raise LockedError
