"""What the lock leaves beside the safety copies, and what goes with them.

A copy that is damaged is sealed as a whole when everything is locked. One that could not be
unlocked when the lock was taken away has the key file beside it, under its own name.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from collabkit.paths import DataFolder
from collabkit.storage.copies import Copy, copy_at
from collabkit.storage.locking.sealed_aside import SEALED, sealed_copies
from collabkit.storage.locking.state import KEY_FILE

_KEY_FILE = f".{KEY_FILE}"


def damaged_and_sealed(folder: DataFolder) -> tuple[Copy, ...]:
    """Return the copies that were sealed as a whole, the newest first.

    Each has the number, the time and the reason that its name says. Other files that were sealed
    there, and never were copies of ours, are not among them.
    """
    paths = sealed_copies(folder)
    found = [copy_at(path, path.name.removesuffix(SEALED)) for path in paths]
    copies = [copy for copy in found if copy is not None]
    return tuple(sorted(copies, key=lambda copy: (copy.number, copy.made, copy.path), reverse=True))


def unneeded_key_files(folder: DataFolder) -> tuple[Path, ...]:
    """Return what opened copies in ``folder`` that are no longer there, nor were put aside."""
    return tuple(_unneeded(folder))


def remove_with_key_file(path: Path) -> None:
    """Remove a copy, and the key file beside it if it opens nothing else.

    Raises ``OSError`` if the copy cannot be removed.
    """
    path.unlink(missing_ok=True)
    plain = path.with_name(path.name.removesuffix(SEALED))
    for form in _forms_of(plain):
        beside = form.with_name(form.name + _KEY_FILE)
        if not any(other.exists() for other in _forms_of(plain)):
            with suppress(OSError):  # it opens nothing any longer
                beside.unlink(missing_ok=True)


def _unneeded(folder: DataFolder) -> Iterator[Path]:
    for path in sorted(folder.backups.glob(f"*{_KEY_FILE}")):
        opened = path.name.removesuffix(_KEY_FILE).removesuffix(SEALED)
        if path.is_symlink() or copy_at(path, opened) is None:
            continue
        places = (folder.backups / opened, folder.kept / opened)
        if not any(form.exists() for place in places for form in _forms_of(place)):
            yield path


def _forms_of(path: Path) -> tuple[Path, Path]:
    plain = path.with_name(path.name.removesuffix(SEALED))
    return plain, plain.with_name(plain.name + SEALED)
