"""Safety copies of data that another window may have open."""

from datetime import date
from pathlib import Path

from collabkit.paths import DataFolder
from collabkit.services.own_files import check_can_hold, check_is_not_ours
from collabkit.services.recovery import check_is_not_gone
from collabkit.services.safety import SafetyCopy, check_is_room_for, copies_of
from collabkit.storage import copying_beside
from collabkit.storage.locking.key_place import carry_key_file_beside


def copy_beside(folder: DataFolder, today: date) -> SafetyCopy:
    """Make a copy among the others and return it, read through and found sound.

    Raises ``EnvironmentProblemError`` if there is nothing to copy or the machine does not allow
    it, and ``DataRefusedError`` if the data is gone, not ours or damaged.
    """
    check_is_not_gone(folder)
    check_is_room_for(_size(folder), folder.backups)
    made = copying_beside.keep_copy_beside(folder)
    return next(copy for copy in copies_of(folder, today) if copy.path == made.path)


def copy_to(folder: DataFolder, path: Path) -> None:
    """Write a copy to another place; raises as ``copy_beside`` does.

    Also raises ``InvalidInputError`` for a place in the program's own folder.
    """
    check_is_not_ours(path, folder)
    check_can_hold(path.parent, folder)  # which is never made: a stick may have been taken out
    check_is_not_gone(folder)
    check_is_room_for(_size(folder), path)
    copying_beside.copy_beside(folder, path)
    carry_key_file_beside(folder, path)


def _size(folder: DataFolder) -> int:
    try:
        return folder.database.stat().st_size
    except OSError:
        return 0
