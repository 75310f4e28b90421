"""Puts a file in the place of another whose words nobody is to read again."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from collabkit.files import replacing, sync_folder
from collabkit.storage.locking.wiping import wipe

_PRIVATE_FILE = 0o600
_LEFT_OVER = (".collabkit-*.part", ".collabkit-*.old")


@contextmanager
def replacing_for_good(path: Path, check: Callable[[Path], None] | None = None) -> Iterator[Path]:
    """Do as ``replacing`` does, and then wipe the file that was there.

    Raises as ``replacing`` does. The file that was there cannot be overwritten before another has
    taken its place, so it gets a second name until then.
    """
    second = _second_name(path)
    try:
        with replacing(path, check, _PRIVATE_FILE) as temporary:
            yield temporary
            with suppress(OSError):  # some file systems know no second names
                os.link(path, second)
    except BaseException:
        # Not overwritten: after a power cut it may be this file that has the name.
        with suppress(OSError):
            second.unlink(missing_ok=True)
        raise
    with suppress(OSError):
        wipe(second)


def wipe_under_other_name(path: Path) -> None:
    """Wipe a file that lies elsewhere by now; raises ``OSError`` if it cannot be.

    Stopped half-way, its zeros are not taken for what was there.
    """
    second = _second_name(path)
    path.rename(second)
    sync_folder(path.parent)
    wipe(second)


def wipe_leftovers(folder: Path) -> None:
    """Wipe what a power cut or a crash left in ``folder``; nobody may be writing there."""
    left = [path for pattern in _LEFT_OVER for path in folder.glob(pattern)]
    for path in left:
        with suppress(OSError):
            wipe(path)
    if left:
        with suppress(OSError):
            sync_folder(folder)


def _second_name(path: Path) -> Path:
    """Return a name beside ``path`` under which ``wipe_leftovers`` finds what is to be wiped."""
    return path.parent / f".collabkit-{secrets.token_hex(8)}.old"
