"""Puts a file in the place of another whose words nobody is to read again."""

import os
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from collabkit.files import LEFT_OVER, replacing, sync_folder
from collabkit.storage.identity import begins_ciphered
from collabkit.storage.locking.first_bytes import head_of
from collabkit.storage.locking.wiping import wipe

_PRIVATE_FILE = 0o600


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


def wipe_leftovers(folder: Path, *, spare_locked: bool = False) -> None:
    """Wipe what a power cut or a crash left in ``folder``.

    With ``spare_locked``, what is still empty or encrypted stays, as it may be a copy that somebody
    else is making; nobody can read it, and it is removed once it is older. Whoever is writing what
    is wiped finds it gone when it is to take its place.
    """
    for path in [path for pattern in LEFT_OVER for path in folder.glob(pattern)]:
        with suppress(OSError):
            if not (spare_locked and path.suffix == ".part" and _is_nothing_to_read(path)):
                # By another name first: its writer is not to put zeros in the place of a file.
                wipe_under_other_name(path)


def _is_nothing_to_read(path: Path) -> bool:
    head = head_of(path)
    return not head or begins_ciphered(head)


def _second_name(path: Path) -> Path:
    """Return a name beside ``path`` under which ``wipe_leftovers`` finds what is to be wiped."""
    return path.parent / f".collabkit-{secrets.token_hex(8)}.old"
