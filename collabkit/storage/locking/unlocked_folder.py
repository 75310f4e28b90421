"""A data folder together with what opens it."""

from dataclasses import dataclass, field

from collabkit.paths import DataFolder
from collabkit.storage.locking.data_key import DataKey, KeyRing


@dataclass(frozen=True, slots=True)
class UnlockedFolder(DataFolder):
    """A data folder whose passphrase was typed. Whoever gets it can read and write there."""

    ring: KeyRing = field(repr=False)


def key_of(folder: DataFolder) -> DataKey | None:
    """Return the key to what is kept in ``folder``; ``None`` where nothing is locked."""
    return folder.ring.key if isinstance(folder, UnlockedFolder) else None
