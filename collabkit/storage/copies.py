"""The verified copies of the database: their names, and which there are.

A copy's name says all that a list needs: the number of the last change in it, when it was made and
why. The number decides which copy is newer; a clock can be wrong.
"""

import re
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from collabkit.paths import DATABASE_NAME, DataFolder

_NAME = re.compile(r"collabkit-(\d{8,18})-(\d{8}T\d{6})-([a-z-]{1,30})\.db", re.ASCII)
_WHEN = "%Y%m%dT%H%M%S"
# Names that releases before this way of naming gave; a name that is in neither form is not ours.
_OLDER = re.compile(r"collabkit(-before-import|-schema-\d{1,4})?\.db", re.ASCII)


class Reason(StrEnum):
    """Why a copy was made."""

    CLOSING = "closing"
    INTERVAL = "interval"
    ASKED = "asked"
    BEFORE_IMPORT = "before-import"
    BEFORE_MIGRATION = "before-migration"
    BEFORE_RESTORE = "before-restore"
    BEFORE_ERASING = "before-erasing"
    AFTER_ERASING = "after-erasing"
    NEW_LOG = "new-log"  # the log could not go on from where it stood


# Made before something that cannot be taken back: these stay longer than their day.
LASTING = frozenset(
    {Reason.BEFORE_IMPORT, Reason.BEFORE_MIGRATION, Reason.BEFORE_RESTORE, Reason.BEFORE_ERASING}
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A copy that lies in the folder; whether it is sound is told by ``checks`` alone.

    ``number`` is that of the last change in it, 0 for copies of releases that did not count;
    ``made`` is local time as the clock had it; ``reason`` is ``None`` where the name does not say.
    """

    path: Path
    number: int
    made: datetime
    reason: Reason | None
    size: int


def copy_path(folder: DataFolder, number: int, made: datetime, reason: Reason) -> Path:
    """Return where the copy is to lie that has the change ``number`` as its last."""
    return folder.backups / f"collabkit-{number:08d}-{made:{_WHEN}}-{reason}.db"


def copies_in(folder: DataFolder) -> tuple[Copy, ...]:
    """Return the copies that are there, the newest first."""
    try:
        paths = tuple(folder.backups.iterdir())
    except OSError:
        return ()
    found = [copy for path in paths if (copy := copy_at(path, path.name)) is not None]
    return tuple(sorted(found, key=lambda copy: (copy.number, copy.made, copy.path), reverse=True))


def copy_at(path: Path, name: str) -> Copy | None:
    """Return what ``name`` says of the file at ``path``; ``None`` if it is no name of a copy."""
    try:
        if not path.is_file() or path.is_symlink():
            return None
        facts = path.stat()
    except OSError:
        return None
    found = _NAME.fullmatch(name)
    if found is None:
        if not _OLDER.fullmatch(name):
            return None
        made = datetime.fromtimestamp(facts.st_mtime)
        reason = None
        if name != DATABASE_NAME:
            is_schema = "schema" in name
            reason = Reason.BEFORE_MIGRATION if is_schema else Reason.BEFORE_IMPORT
        return Copy(path, 0, made, reason, facts.st_size)
    try:
        made = datetime.strptime(found[2], _WHEN)
        reason = Reason(found[3])
    except ValueError:
        return None
    return Copy(path, int(found[1]), made, reason, facts.st_size)
