"""Is everything in an unlocked folder locked, and is what unlocks it there twice? Changes nothing.

For whoever looks without opening the data, which would bring all of it under the key.
"""

import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from collabkit.storage.locking.finishing import files_in, folders_of
from collabkit.storage.locking.first_bytes import found_ciphered, head_of
from collabkit.storage.locking.key_file import KeyFileError
from collabkit.storage.locking.key_place import read_at
from collabkit.storage.locking.sealed_log import is_wholly_sealed
from collabkit.storage.locking.sealing import is_sealed
from collabkit.storage.locking.state import places_of
from collabkit.storage.locking.unlocked_folder import UnlockedFolder
from collabkit.storage.second_copy.segments import segment_paths

_PASSING = 60.0  # seconds: a younger file of that kind may be in the making


@dataclass(frozen=True, slots=True)
class LockStanding:
    """``readable`` are files that nobody needs a passphrase for, though they are to be locked.

    ``key_files`` are the places of the key file in which it is missing or damaged.
    """

    readable: tuple[Path, ...]
    key_files: tuple[Path, ...]


def lock_standing(folder: UnlockedFolder) -> LockStanding:
    """Return how the lock of ``folder`` stands; raises ``OSError`` for what cannot be read."""
    return LockStanding(tuple(_readable(folder)), tuple(_not_there(folder)))


def _readable(folder: UnlockedFolder) -> Iterator[Path]:
    for path in (folder.database, *files_in(folder.backups, "*.db"), *files_in(folder.kept)):
        if path.exists() and not _is_locked(path):
            yield path
    for path in segment_paths(folder):
        if not is_wholly_sealed(path):
            yield path
    for path in files_in(folder.personal, "*.json"):
        if not _is_locked(path):
            yield path
    for place in folders_of(folder):
        for path in files_in(place, ".collabkit-*"):
            with suppress(FileNotFoundError):  # it was in the making
                is_old = time.time() - path.stat().st_mtime > _PASSING or path.suffix == ".old"
                if is_old and path.stat().st_size and not _is_locked(path):
                    yield path


def _is_locked(path: Path) -> bool:
    return found_ciphered(path) or is_sealed(head_of(path))


def _not_there(folder: UnlockedFolder) -> Iterator[Path]:
    for place in places_of(folder):
        try:
            read_at(place)
        except (KeyFileError, OSError):
            yield place
