"""Was collabkit stopped after it began to put the lock on, and before anything was changed?

Making guessing dear takes a second and more, in which a computer may be switched off. From the key
file on, ``unfinished`` knows; before it, nothing but an empty file tells that somebody had begun.
"""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from collabkit.files import sync_folder
from collabkit.i18n import _
from collabkit.paths import DataFolder

_NAME = "lock.begun"


@contextmanager
def noted_as_begun(folder: DataFolder) -> Iterator[None]:
    """Leave a note in ``folder`` if collabkit is stopped inside the block."""
    note = _note_in(folder)
    with suppress(OSError):  # whether it can be written there is seen by what follows
        note.touch()
        sync_folder(folder.root)
    try:
        yield
    finally:
        _remove(note)


def told_if_begun(folder: DataFolder) -> tuple[str, ...]:
    """Return a sentence about what was begun in a ``folder`` without a lock, and only this once."""
    note = _note_in(folder)
    if not note.exists():
        return ()
    _remove(note)
    return (never_on(),)


def never_on() -> str:
    """Say that nothing came of it, and that the passphrase counts for nothing."""
    return _(
        "The lock was not put on: collabkit was stopped before that was done. Nothing was changed, "
        "and your data can be read without a passphrase as before. The passphrase and the recovery "
        "code that you chose open nothing. To lock your data, begin once more under Settings."
    )


def forget_begun(folder: DataFolder) -> None:
    """Remove a note from a ``folder`` whose lock is on."""
    _remove(_note_in(folder))


def _note_in(folder: DataFolder) -> Path:
    return folder.root / _NAME


def _remove(note: Path) -> None:
    with suppress(OSError):
        note.unlink(missing_ok=True)
