"""Is a file of the change log sealed from its first line to its last?"""

import base64
import re
from contextlib import suppress
from pathlib import Path

from collabkit.storage.locking.sealing import LineSeal, SealBrokenError

# A line, or what a power cut left of one; zeros are room that was taken in advance, or a piece of
# the disk that went bad. Plain payloads begin otherwise, and hold signs that no sealed one has.
_SEALED = re.compile(rb"[0-9\0]*(?: [0-9a-f\0]*(?: (?:[s\0][A-Za-z0-9+/=\0]*)?)?)?")


def is_wholly_sealed(path: Path) -> bool:
    """Tell whether nothing stands behind the head of a file but sealed lines and room.

    Damaged lines count by how they look: a plain word is never taken for a sealed line. Reads the
    whole file; raises ``OSError`` if it cannot be read.
    """
    _head, *lines = path.read_bytes().split(b"\n")
    return all(_SEALED.fullmatch(line) for line in lines)


def is_sealed_with(path: Path, seal: LineSeal) -> bool:
    """Tell whether ``seal`` opens every line of a file, which takes longer; raises ``OSError``."""
    _head, *lines = path.read_bytes().split(b"\n")
    return all(_opens(line, seal) for line in lines[:-1])


def _opens(line: bytes, seal: LineSeal) -> bool:
    with suppress(ValueError, SealBrokenError):
        number, _chain, payload = line.split(b" ", 2)
        seal.open(int(number), base64.b64decode(payload[1:], validate=True))
        return True
    return False
