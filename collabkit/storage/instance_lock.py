"""Only one program may write in a data folder."""

import os
from contextlib import suppress

from filelock import BaseFileLock, FileLock, Timeout

from collabkit.paths import DataFolder
from collabkit.storage.backup import PRIVATE_FILE, PRIVATE_FOLDER
from collabkit.storage.place_problems import problem_with_place
from collabkit.storage.problems import AlreadyOpenError


def take_lock(folder: DataFolder) -> BaseFileLock:
    """Become the one who may write in ``folder``; whoever calls releases the lock.

    Raises ``AlreadyOpenError`` and ``EnvironmentProblemError``.
    """
    # An operating-system lock: free at once when its holder is killed. A folder that was there
    # before keeps its permissions; it may be one that people share on purpose.
    lock = FileLock(
        folder.lock, mode=PRIVATE_FILE, thread_local=False, blocking=False, fallback_to_soft=False
    )
    try:
        folder.root.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        with suppress(OSError):  # one that came from a stick or a copy may be read-only
            if folder.lock.is_file() and not os.access(folder.lock, os.W_OK):
                folder.lock.chmod(PRIVATE_FILE)
        lock.acquire()
    except Timeout:
        raise AlreadyOpenError from None
    except OSError as error:
        raise problem_with_place(folder, error) from error
    return lock
