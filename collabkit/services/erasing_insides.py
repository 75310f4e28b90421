"""What files hold that is not to be read byte by byte: what is compressed, and what is sealed.

Databases that are locked as the data is are not among them: what is in these is looked for in other
ways.
"""

from collections.abc import Iterator
from pathlib import Path

from collabkit.errors import CollabkitError
from collabkit.paths import DataFolder
from collabkit.storage.identity import is_ciphered
from collabkit.storage.locking.small_files import read_small
from collabkit.storage.locking.unlocked_folder import UnlockedFolder
from collabkit.storage.second_copy.lines import (
    BrokenLineError,
    Change,
    Mark,
    base_in,
    content_of,
    unsealed,
)
from collabkit.storage.sentences import in_sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.storage.locking.sealing import LineSeal

_SEALED_FILE = b"collabkit sealed "
# Archives, documents and packed files of other programs, and bundles with a passphrase.
_PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"7z\xbc\xaf", b"age-encryption.org/")
_LOG = "*.log"
_HEAD = 200  # bytes that the first line of a log never exceeds


class HiddenWordsError(Exception):
    """Some of a file cannot be unpacked, so nobody knows what is in it; the rest is ``known``."""

    def __init__(self, known: bytes = b"") -> None:
        super().__init__()
        self.known = known


def insides_of(path: Path, folder: DataFolder) -> bytes:
    """Return the words that a file of ``folder`` hides, in UTF-8; nothing if it hides none.

    Raises ``HiddenWordsError`` and ``OSError``.
    """
    with path.open("rb") as file:
        head = file.readline(_HEAD)
    if _begins_log(head) or (path.parent == folder.changes and path.match(_LOG)):
        return _of_log(path, folder)
    if head.startswith(_PACKED) or (is_ciphered(path) and not _opens(path, folder)):
        raise HiddenWordsError
    if not head.startswith(_SEALED_FILE):
        return b""
    try:
        data = read_small(path, folder)
    except ValueError as error:
        raise HiddenWordsError from error
    if data.startswith(_SEALED_FILE):  # of a lock that is no more
        raise HiddenWordsError
    return data


def _begins_log(head: bytes) -> bool:
    """Tell whether a file, wherever it lies and whatever its name, is one of the log of changes."""
    try:
        base_in(head.removesuffix(b"\n"))
    except BrokenLineError:
        return False
    return True


def _opens(path: Path, folder: DataFolder) -> bool:
    """Tell whether what opens the data here opens an encrypted database too."""
    if not isinstance(folder, UnlockedFolder):
        return False
    from collabkit.storage.locking.converting import fitting_key

    try:
        with in_sentences(path):
            return fitting_key(path, (folder.ring.key, *folder.ring.former)) is not None
    except CollabkitError:
        return False


def _of_log(path: Path, folder: DataFolder) -> bytes:
    seals = list(_seals(folder))
    texts: list[bytes] = []
    is_known = True
    _head, *lines = path.read_bytes().rstrip(b"\0").split(b"\n")
    for line in filter(None, lines):
        try:
            texts.extend(_words_in(line, seals))
        except BrokenLineError:
            is_known = is_known and _is_plain(line)
    found = b"\0".join(texts)
    if not is_known:
        raise HiddenWordsError(found)
    return found


def _seals(folder: DataFolder) -> "Iterator[LineSeal | None]":
    yield None
    if isinstance(folder, UnlockedFolder):
        from collabkit.storage.locking.sealing import LineSeal

        yield from map(LineSeal, (folder.ring.key, *folder.ring.former))


def _words_in(line: bytes, seals: "list[LineSeal | None]") -> Iterator[bytes]:
    payload = _payload(line, seals)
    for _sign, _table, values in content_of(payload).rows:
        for value in values:
            if isinstance(value, bytes):
                yield value
            elif value is not None:
                yield str(value).encode("utf-8", "replace")


def _payload(line: bytes, seals: "list[LineSeal | None]") -> str:
    try:
        number, _chain, payload = line.decode("ascii").split(" ", 2)
        change = Change(Mark(int(number), b""), payload)
    except ValueError as error:
        raise BrokenLineError from error
    for seal in seals:
        try:
            return unsealed(change, seal)
        except BrokenLineError:
            continue
    raise BrokenLineError


def _is_plain(line: bytes) -> bool:
    """Tell whether a line that cannot be read shows all it has, as it is not packed."""
    return line.split(b" ", 2)[-1].startswith(b"[")
