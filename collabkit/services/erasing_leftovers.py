"""Wipes the temporary files that a power cut or a crash left, wherever they lie."""

import secrets
from pathlib import Path

from collabkit.storage.locking.wiping import wipe

_LEFT_OVER = (".collabkit-*.part", ".collabkit-*.old")


def wipe_leftovers_below(root: Path) -> tuple[Path, ...]:
    """Overwrite and remove them, of any age; return those that could not be removed.

    One that somebody is writing just now is taken away as well, and its writer is told that it
    could not be written.
    """
    stuck = []
    for path in [path for pattern in _LEFT_OVER for path in root.rglob(pattern)]:
        if path.is_dir():
            continue
        # By another name first: otherwise its writer could put zeros in the place of a whole file.
        other = path.with_name(f".collabkit-{secrets.token_hex(8)}.part")
        try:
            path.rename(other)
            wipe(other)
        except FileNotFoundError:
            continue
        except OSError:
            stuck.append(other if other.exists() else path)
    return tuple(stuck)
