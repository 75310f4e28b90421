"""Small files that hold somebody's words, read and written as the folder is: plain or locked."""

from pathlib import Path

from collabkit.files import write_safely
from collabkit.paths import DataFolder
from collabkit.storage.locking.unlocked_folder import key_of

_PRIVATE_FILE = 0o600


def read_small(path: Path, folder: DataFolder) -> bytes:
    """Return what was written to ``path``, which lies in ``folder``.

    Raises ``OSError`` if it cannot be read, and ``ValueError`` if it is sealed and was changed
    since, lies under another name or belongs to other data.
    """
    data = path.read_bytes()
    key = key_of(folder)
    if key is None:
        return data
    from collabkit.storage.locking.sealing import FileSeal, is_sealed

    return FileSeal(key).open(path.name, data) if is_sealed(data) else data


def write_small(path: Path, data: bytes, folder: DataFolder) -> None:
    """Write ``data`` to ``path``; raises ``EnvironmentProblemError`` as ``write_safely`` does."""
    key = key_of(folder)
    if key is not None:
        from collabkit.storage.locking.sealing import FileSeal

        data = FileSeal(key).seal(path.name, data)
    write_safely(path, data, mode=_PRIVATE_FILE)
