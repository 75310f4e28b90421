"""Where the key file lies: in the data folder, and once more beside the copies."""

from contextlib import suppress
from pathlib import Path

from collabkit.errors import DataRefusedError
from collabkit.files import problem_with, sync_folder, write_safely
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.storage.locking.key_file import (
    MOST_BYTES,
    KeyFile,
    KeyFileError,
    NewerKeyFileError,
    as_bytes,
    read_key_file,
)
from collabkit.storage.locking.state import KEY_FILE, places_of
from collabkit.storage.locking.unlocked_folder import UnlockedFolder

_PRIVATE_FILE = 0o600
_PRIVATE_FOLDER = 0o700


class KeyFileGoneError(DataRefusedError):
    """Both places are empty or damaged."""

    def __init__(self, folder: DataFolder) -> None:
        super().__init__(
            _(
                "Your data is locked, and “{name}”, which opens it with your passphrase, is "
                "missing or damaged in both of its places. Nothing was changed. Please put a copy "
                "of it from a backup of this folder back into “{folder}”; without it nobody can "
                "open the data."
            ).format(name=KEY_FILE, folder=folder.root)
        )


class KeyFileTooNewError(DataRefusedError):
    """A later release wrote it."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "Your data was locked by a newer collabkit than this one. Nothing was changed. "
                "Please install the newest collabkit and open it with that."
            )
        )


def load(folder: DataFolder) -> KeyFile:
    """Return the key file, from its second place if the first is damaged or empty.

    Raises ``KeyFileGoneError`` and ``KeyFileTooNewError``. Writes nothing: see ``mend``.
    """
    newer = False
    for place in places_of(folder):
        try:
            return read_at(place)
        except NewerKeyFileError:
            newer = True
        except (KeyFileError, OSError):
            continue
    raise KeyFileTooNewError if newer else KeyFileGoneError(folder)


def save(folder: DataFolder, file: KeyFile) -> None:
    """Write the key file to both places, each whole or not at all.

    Raises ``EnvironmentProblemError``; the first place then has the old one or the new one.
    """
    data = as_bytes(file)
    for place in places_of(folder):
        try:
            place.parent.mkdir(mode=_PRIVATE_FOLDER, exist_ok=True)
        except OSError as error:
            raise problem_with(place, error) from error
        write_safely(place, data, _check, _PRIVATE_FILE)


def mend(folder: DataFolder, file: KeyFile) -> None:
    """Let both places hold ``file``, where one does not."""
    data = as_bytes(file)
    for place in places_of(folder):
        try:
            is_same = place.read_bytes() == data
        except OSError:
            is_same = False
        if not is_same:
            save(folder, file)
            return


def carry_key_file(folder: DataFolder, other: DataFolder) -> None:
    """Let ``other`` be opened as ``folder`` is; nothing happens where that is not locked."""
    if isinstance(folder, UnlockedFolder):
        save(other, load(folder))


def carry_key_file_beside(folder: DataFolder, copy: Path) -> None:
    """Write the key file beside a copy of the data elsewhere, which nobody can open without it.

    Its name is that of the copy with “.lock.json” behind. Nothing happens where nothing is locked.
    """
    if isinstance(folder, UnlockedFolder):
        beside = copy.with_name(f"{copy.name}.{KEY_FILE}")
        write_safely(beside, as_bytes(load(folder)), _check, _PRIVATE_FILE)


def remove(folder: DataFolder) -> None:
    """Remove the key file from both places; what it opens must be gone by then."""
    for place in reversed(places_of(folder)):
        with suppress(FileNotFoundError):
            place.unlink()
            sync_folder(place.parent)  # or a power cut brings the lock back


def read_at(place: Path) -> KeyFile:
    """Return what lies at ``place``; raises ``KeyFileError`` and ``OSError``."""
    with place.open("rb") as file:
        return read_key_file(file.read(MOST_BYTES))


def _check(path: Path) -> None:
    read_at(path)
