"""A data folder together with what opens it."""

from dataclasses import dataclass, field
from pathlib import Path

from collabkit.paths import DataFolder
from collabkit.storage.locking.data_key import DataKey, KeyRing

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.storage.locking.sealing import LineSeal


@dataclass(frozen=True, slots=True)
class UnlockedFolder(DataFolder):
    """A data folder whose passphrase was typed. Whoever gets it can read and write there."""

    ring: KeyRing = field(repr=False)


def same_lock(folder: DataFolder, root: Path) -> DataFolder:
    """Return the data folder at ``root`` with the key of ``folder``, if that has one."""
    if isinstance(folder, UnlockedFolder):
        return UnlockedFolder(root, folder.ring)
    return DataFolder(root)


def line_seal_of(folder: DataFolder) -> "LineSeal | None":
    """Return what seals the lines of the change log; ``None`` where nothing is locked."""
    key = key_of(folder)
    if key is None:
        return None
    from collabkit.storage.locking.sealing import LineSeal

    return LineSeal(key)


def key_of(folder: DataFolder) -> DataKey | None:
    """Return the key to what is kept in ``folder``; ``None`` where nothing is locked."""
    return folder.ring.key if isinstance(folder, UnlockedFolder) else None
