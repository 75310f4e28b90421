"""Looks for traces of what was erased: in every file of the data folder."""

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from collabkit.paths import DataFolder
from collabkit.services.erasing_insides import HiddenWordsError, insides_of
from collabkit.services.erasing_needles import Needles

_CHUNK = 1 << 20  # bytes that are read at once

Found = frozenset[str]
Alone = Callable[[Callable[[], Found]], Found]
StillSaid = Callable[[Collection[str]], frozenset[str]]


@dataclass(frozen=True, slots=True)
class Traces:
    """What was looked at, and the names of the files in which something was found.

    ``unread`` are files that could not be looked into. ``is_still_said`` tells that something was
    found which was to stay.
    """

    files: int
    size: int  # bytes
    found: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    is_still_said: bool = False


def traces_of(
    needles: Needles,
    folder: DataFolder,
    *,
    without: Collection[Path] = (),
    alone: Alone = lambda look: look(),
    still_said: StillSaid = lambda _found: frozenset(),
) -> Traces:
    """Look for ``needles`` in every file of ``folder`` but those in ``without``, or below them.

    Each file is searched byte by byte, and the log of changes and small sealed files unpacked as
    well; databases that are locked as the data is hold no readable byte, so nothing is ever found
    in these. The database is read by ``alone``. What ``still_said`` answers with may be found, as
    it was to stay.
    """
    left_out = frozenset(without)
    files = size = 0
    hits: dict[str, Found] = {}
    unread: list[str] = []
    for path in _all_files(folder):
        if path in left_out or not left_out.isdisjoint(path.parents):
            continue
        name = str(path.relative_to(folder.root))
        try:
            size += path.stat().st_size
            if is_database(path, folder):
                hits[name] = alone(partial(found_in, path, needles))
            else:
                hits[name] = found_in(path, needles)
                hits[name] |= needles.found_in(insides_of(path, folder))
        except FileNotFoundError:  # a temporary file that has gone meanwhile
            continue
        except HiddenWordsError as error:
            hits[name] |= needles.found_in(error.known)
            unread.append(name)
        except OSError:
            unread.append(name)
        files += 1
    staying = still_said(frozenset().union(*hits.values()))
    found = tuple(name for name, each in hits.items() if each - staying)
    return Traces(files, size, found, tuple(unread), is_still_said=bool(staying))


def _all_files(folder: DataFolder) -> Iterator[Path]:
    """Yield every file of ``folder``, also where one of its folders is a link to another place."""
    yield from files_in(folder.root)
    for place in (folder.backups, folder.changes, folder.kept, folder.packs, folder.personal):
        if place.is_symlink():
            yield from files_in(place)


def files_in(root: Path) -> Iterator[Path]:
    """Yield every regular file below ``root``, by name."""
    for path in sorted(root.rglob("*")):
        if path.is_file() and not path.is_symlink():
            yield path


def is_database(path: Path, folder: DataFolder) -> bool:
    """Tell whether ``path`` is the live database, maybe by a second name.

    Nobody may open it by the way: see ``storage.safety.Safety.while_idle``.
    """
    try:
        return path.samefile(folder.database)
    except OSError:
        return False


def found_in(path: Path, needles: Needles) -> Found:
    """Return which of ``needles`` a file has; raises ``OSError`` if it cannot be read."""
    found: Found = frozenset()
    before = b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found |= needles.found_in(before + chunk)
            before = (before + chunk)[-needles.reach :]
    return found
