"""Takes files away whose words nobody is to read again, as far as that can be done."""

import os
from contextlib import suppress
from pathlib import Path

from collabkit.files import sync_descriptor

_AT_ONCE = 1_000_000  # bytes


def wipe(path: Path) -> None:
    """Overwrite a file with zeros and remove it; raises ``OSError`` if it cannot be removed.

    Overwriting reaches a hard disk. It does not reach what a solid-state disk, a file system that
    writes everything to a new place, or another backup has kept. A file that has another name as
    well loses only this one: the other may be wanted.
    """
    with suppress(OSError):  # removing counts more
        if path.is_file() and not path.is_symlink() and path.stat().st_nlink == 1:
            _overwrite(path)
    path.unlink(missing_ok=True)


def _overwrite(path: Path) -> None:
    with path.open("r+b") as file:
        left = os.fstat(file.fileno()).st_size
        while left > 0:
            left -= file.write(bytes(min(left, _AT_ONCE)))
        file.flush()
        sync_descriptor(file.fileno())
