"""What is in the data folder and how it stands, for whoever is asked for help.

Names of files, sizes and numbers of changes; nothing that anybody has entered.
"""

from collections.abc import Iterator
from datetime import date

from collabkit import __version__
from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.safety import copies_of, look_into
from collabkit.storage.identity import SCHEMA_VERSION
from collabkit.storage.second_copy.segments import read_segment, segment_paths


def state_for_helper(folder: DataFolder, today: date) -> tuple[str, ...]:
    """Return a line for the file, each copy and each file of the log; reads all of them.

    Changes nothing; with many copies this takes some seconds.
    """
    return (_program(), _file(folder), *_copies(folder, today), *_log(folder))


def _program() -> str:
    return _("collabkit {version}, form {number} of the file").format(
        version=__version__, number=SCHEMA_VERSION
    )


def _file(folder: DataFolder) -> str:
    path = folder.database
    try:
        size = path.stat().st_size
    except OSError:
        return _("{name}: not there").format(name=path.name)
    if path.is_dir():
        return _("{name}: a folder").format(name=path.name)
    return _("{name}: {size} bytes").format(name=path.name, size=f"{size:,}")


def _copies(folder: DataFolder, today: date) -> Iterator[str]:
    for copy in copies_of(folder, today):
        is_sound = look_into(copy.path, folder).is_sound
        told = _("{name}: sound, up to change {number}") if is_sound else _("{name}: not usable")
        yield told.format(name=f"backups/{copy.path.name}", number=f"{copy.number:,}")


def _log(folder: DataFolder) -> Iterator[str]:
    for path in segment_paths(folder):
        name = f"changes/{path.name}"
        try:
            segment = read_segment(path)
        except (CollabkitError, OSError):
            yield _("{name}: not usable").format(name=name)
            continue
        if segment.is_whole:
            told = _("{name}: sound, from change {first} to {last}")
        else:
            told = _("{name}: from change {first} to {last}; what follows is damaged")
        yield told.format(
            name=name, first=f"{segment.base.number:,}", last=f"{segment.last.number:,}"
        )
