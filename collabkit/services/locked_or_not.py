"""Is the data that is open locked while it is closed? Without loading what locks and unlocks."""

from collabkit.paths import DataFolder
from collabkit.storage.locking.unlocked_folder import key_of


def is_unlocked(folder: DataFolder) -> bool:
    """Tell whether ``folder`` was unlocked to be opened; false where nothing is locked."""
    return key_of(folder) is not None
