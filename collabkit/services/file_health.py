"""Is the file of the open data still the one that was opened, and still sound?"""

from collabkit.errors import CollabkitError, DataRefusedError
from collabkit.paths import DataFolder
from collabkit.storage.checks import check_file
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.sentences import in_sentences

Identity = tuple[int, int]


def identity_of(folder: DataFolder) -> Identity | None:
    """Return what tells the file from any other that may come to its place; ``None`` without it."""
    try:
        facts = folder.database.stat()
    except OSError:
        return None
    return facts.st_dev, facts.st_ino


def has_gone_bad(folder: DataFolder, opened: Identity | None) -> bool:
    """Tell whether the file is damaged, was replaced or is gone, while its folder is there.

    ``opened`` is what it was when it was opened. Reads the whole file. What may pass, such as a
    disk that does not answer or a stick that was unplugged, does not count; a stick that is back
    does, as the open file leads nowhere then.
    """
    now = identity_of(folder)
    if now is None and _is_only_the_place(folder, opened):
        return False
    if now != opened:
        return True
    try:
        with in_sentences(folder.database):
            check_file(folder.database, key=key_of(folder))
    except DataRefusedError:
        return True
    except CollabkitError:
        return False
    return False


def _is_only_the_place(folder: DataFolder, opened: Identity | None) -> bool:
    """Tell whether the disk was taken away, and only the folder is there where that belongs."""
    try:
        if opened is not None and folder.root.stat().st_dev != opened[0]:
            return True
        return next(folder.root.iterdir(), None) is None
    except OSError:
        return True
