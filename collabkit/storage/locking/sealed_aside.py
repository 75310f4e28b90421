"""Files that cannot be rewritten, being damaged or not ours: kept whole, and sealed as a whole.

Such a file lies where it lay, under its name with “.sealed” behind.
"""

import os
from contextlib import suppress
from pathlib import Path

from collabkit.files import replacing
from collabkit.paths import DataFolder
from collabkit.storage.checks import journal_of
from collabkit.storage.identity import begins_ciphered
from collabkit.storage.locking.data_key import DataKey
from collabkit.storage.locking.replacing import replacing_for_good, wipe_under_other_name
from collabkit.storage.locking.sealing import FileSeal, SealBrokenError

SEALED = ".sealed"
_PRIVATE_FILE = 0o600


def sealed_copies(folder: DataFolder) -> tuple[Path, ...]:
    """Return the files beside the copies that are sealed as a whole, by name; no links.

    Each has the time of the file that was sealed.
    """
    return sealed_in(folder.backups)


def sealed_in(place: Path) -> tuple[Path, ...]:
    """Return the files in ``place`` that are sealed as a whole, by name; no links."""
    found = sorted(place.glob(f"*{SEALED}"))
    return tuple(path for path in found if path.is_file() and not path.is_symlink())


def seal_aside(path: Path, key: DataKey) -> None:
    """Seal the file at ``path`` as a whole, whatever it is."""
    sealed = path.with_name(path.name + SEALED)
    facts = path.stat()
    with replacing_for_good(sealed) as temporary:
        temporary.write_bytes(FileSeal(key).seal(sealed.name, path.read_bytes()))
        _set_time(temporary, facts)
    wipe_under_other_name(path)


def unseal_aside(path: Path, key: DataKey) -> None:
    """Let a file that was sealed be as it was, under its old name, or beside what has that name.

    One that ``key`` does not open stays as it is.
    """
    try:
        data = FileSeal(key).open(path.name, path.read_bytes())
    except SealBrokenError:
        return
    facts = path.stat()
    plain = path.with_name(path.name.removesuffix(SEALED))
    if plain.exists() and plain.read_bytes() != data:  # the same: it was stopped here before
        plain = path.with_name(f"{path.stem}-{int(facts.st_mtime)}")
    with replacing(plain, mode=_PRIVATE_FILE) as temporary:
        temporary.write_bytes(data)
        _set_time(temporary, facts)
    path.unlink()


def is_ciphered_inside(path: Path, key: DataKey) -> bool:
    """Tell whether a sealed file holds a database that is encrypted as well, with another key.

    Raises ``OSError`` if it cannot be read: that key may be needed then.
    """
    try:
        data = FileSeal(key).open(path.name, path.read_bytes())
    except (SealBrokenError, FileNotFoundError):
        return False
    return begins_ciphered(data)


def has_journal(path: Path) -> bool:
    """Tell whether a change was under way in a database, half of which lies beside it."""
    journal = journal_of(path)
    return journal.exists() or journal.with_name(journal.name + SEALED).exists()


def _set_time(path: Path, facts: os.stat_result) -> None:
    with suppress(OSError):  # it only says how old the file is
        os.utime(path, ns=(facts.st_atime_ns, facts.st_mtime_ns))
