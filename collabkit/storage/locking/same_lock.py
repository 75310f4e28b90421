"""Is a copy of the data locked with what opens the data here?"""

from pathlib import Path

from collabkit.errors import DataRefusedError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.storage.identity import is_ciphered
from collabkit.storage.locking.unlocked_folder import key_of


class OtherLockError(DataRefusedError):
    """A copy is locked, and not with what opens the data here."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            _(
                "“{path}” is locked, and what opens your data here does not open it: it belongs to "
                "other data, comes from before a new key was made, or is damaged at its beginning. "
                "It was left exactly as it is, and nothing was changed."
            ).format(path=path)
        )


def require_same_lock(copy: Path, folder: DataFolder) -> None:
    """Raise ``OtherLockError`` if ``copy`` is locked, and not as ``folder`` is."""
    if not is_ciphered(copy):
        return
    key = key_of(folder)
    if key is not None:
        from collabkit.storage.locking.converting import fitting_key

        if fitting_key(copy, (key,)) is not None:
            return
    raise OtherLockError(copy)
