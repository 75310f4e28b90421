"""Looks for traces of what was erased: in every byte of every file of the data folder."""

import json
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from collabkit.paths import DataFolder

PIECE = 24  # characters: enough not to be found by chance
_MOST_PIECES = 60  # with three ways of writing each, a tenth of a second for a megabyte
_CHUNK = 1 << 20  # bytes that are read at once
_OVERLAP = 24 * PIECE  # of two chunks: more than the longest way of writing a piece
_ID = re.compile(rb"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


@dataclass(frozen=True, slots=True)
class Traces:
    """What was looked at, and the names of the files in which something was found.

    ``unread`` are files that could not be looked into.
    """

    files: int
    size: int  # bytes
    found: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


class Needles:
    """What is looked for, found in bytes however it is written there.

    The ids of records all look alike, so any number of them is looked for at once.
    """

    def __init__(self, wanted: Collection[str]) -> None:
        self._ids = {text.encode() for text in wanted if _ID.fullmatch(text.encode())}
        self._words = {
            form for text in wanted if text.encode() not in self._ids for form in _as_written(text)
        }

    def are_in(self, data: bytes) -> bool:
        """Tell whether one of them is in ``data``."""
        if any(form in data for form in self._words):
            return True
        if not self._ids:
            return False
        without_gaps = data.replace(b"\0", b"")  # as in UTF-16
        return any(
            found in self._ids for each in (data, without_gaps) for found in _ID.findall(each)
        )


def pieces_of(texts: Collection[str]) -> tuple[str, ...]:
    """Return pieces of ``texts`` to look for: from the beginning, the middle and the end of each.

    Short texts say nothing by themselves and are left out.
    """
    pieces: dict[str, None] = {}
    for text in texts:
        words = text.strip()
        if len(words) < PIECE:
            continue
        for start in (0, (len(words) - PIECE) // 2, len(words) - PIECE):
            pieces.setdefault(words[start : start + PIECE])
    return tuple(pieces)[:_MOST_PIECES]


def traces_of(
    wanted: Collection[str], folder: DataFolder, without: Collection[Path] = ()
) -> Traces:
    """Look for ``wanted`` in every file of ``folder`` but those in ``without``.

    Each is looked for in UTF-8, in UTF-16 and as JSON writes it. Files that are locked with a
    passphrase hold no readable byte, so nothing is ever found in these.
    """
    needles = Needles(wanted)
    files = size = 0
    found: list[str] = []
    unread: list[str] = []
    for path in files_in(folder.root):
        if path in without:
            continue
        files += 1
        try:
            size += path.stat().st_size
            if holds(path, needles):
                found.append(str(path.relative_to(folder.root)))
        except OSError:
            unread.append(str(path.relative_to(folder.root)))
    return Traces(files, size, tuple(found), tuple(unread))


def files_in(root: Path) -> Iterator[Path]:
    """Yield every regular file below ``root``, by name."""
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path


def holds(path: Path, needles: Needles) -> bool:
    """Tell whether a file has one of ``needles``; raises ``OSError`` if it cannot be read."""
    before = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            if needles.are_in(before + chunk):
                return True
            before = chunk[-_OVERLAP:]
    return False


def _as_written(text: str) -> Iterator[bytes]:
    for form in (text, json.dumps(text)[1:-1], json.dumps(text, ensure_ascii=False)[1:-1]):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            yield form.encode(encoding, "replace")
