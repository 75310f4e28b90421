"""Is a file encrypted? For whoever would remove a key, or seal a file, because it is not."""

import stat
from pathlib import Path

from collabkit.storage.identity import begins_ciphered

_HEAD = 100


def found_ciphered(path: Path) -> bool:
    """Tell whether a database is encrypted; false for what is no file, or is not there.

    Raises ``OSError`` where ``is_ciphered`` says no: if the disk does not answer, or a virus
    scanner has the file just now. What nobody could look at may need the key.
    """
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return False
        return begins_ciphered(head_of(path))
    except (FileNotFoundError, NotADirectoryError):
        return False


def head_of(path: Path) -> bytes:
    """Return the first bytes of a file, in which it says how it is locked; raises ``OSError``."""
    with path.open("rb") as file:
        return file.read(_HEAD)
