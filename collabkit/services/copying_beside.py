"""Safety copies of data that another window may have open."""

from contextlib import closing
from datetime import date
from pathlib import Path

from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.own_files import check_can_hold, check_is_not_ours
from collabkit.services.recovery import check_is_not_gone
from collabkit.services.safety import SafetyCopy, check_is_room_for, copies_of
from collabkit.storage import copying_beside
from collabkit.storage.backup import gone_again
from collabkit.storage.connection import connect
from collabkit.storage.identity import COUNTED_SINCE, version_of
from collabkit.storage.locking.key_place import carry_key_file_beside
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.marks import mark_of
from collabkit.storage.problems import ForeignFileError, NewerFileError, OlderFileError
from collabkit.storage.second_copy.standing import last_in_log
from collabkit.storage.sentences import in_sentences

_EXAMPLE = "collabkit copy.db"


def copy_beside(folder: DataFolder, today: date) -> SafetyCopy:
    """Make a copy among the others and return it, read through and found sound.

    Raises ``EnvironmentProblemError`` if there is nothing to copy or the machine does not allow
    it, and ``DataRefusedError`` if the data is gone, not ours, damaged or older than what was
    saved last: a copy of that would pass for what people have now.
    """
    check_is_not_gone(folder)
    _check_is_not_older(folder)
    check_is_room_for(_size(folder), folder.backups)
    made = copying_beside.keep_copy_beside(folder)
    found = {copy.path: copy for copy in copies_of(folder, today)}
    if made.path not in found:
        raise gone_again(made.path)
    return found[made.path]


def copy_to(folder: DataFolder, path: Path) -> None:
    """Write a copy to another place; raises as ``copy_beside`` does.

    Also raises ``InvalidInputError`` for a place in the program's own folder, and for a file that
    is there already and is no copy.
    """
    check_is_not_ours(path, folder)
    check_can_hold(path.parent, folder)  # which is never made: a stick may have been taken out
    _check_may_be_replaced(path)
    check_is_not_gone(folder)
    _check_is_not_older(folder)
    check_is_room_for(_size(folder), path)
    copying_beside.copy_beside(folder, path)
    carry_key_file_beside(folder, path)


def _check_may_be_replaced(path: Path) -> None:
    """Raise ``InvalidInputError`` if ``path`` is anything but free or an earlier copy.

    Nobody is asked on a command line, and one wrong name would cost a file of another program.
    """
    if not path.exists():
        return
    if path.is_dir():
        raise InvalidInputError(
            _(
                "“{path}” is a folder, so no copy was made. Please name the file that the copy is "
                "to be, such as “{example}”."
            ).format(path=path, example=path / _EXAMPLE)
        )
    try:
        version_of(path)
    except NewerFileError:
        told = _(
            "“{path}” was written by a newer collabkit than this one, so nothing was written over "
            "it. Please choose another name."
        )
    except (ForeignFileError, OSError):
        told = _(
            "There is something else already at “{path}”, which is no copy of collabkit. It was "
            "left as it is, and no copy was made. Please choose another name."
        )
    else:
        return
    raise InvalidInputError(told.format(path=path))


def _check_is_not_older(folder: DataFolder) -> None:
    path = folder.database
    with in_sentences(path):
        if not path.exists() or version_of(path) < COUNTED_SINCE:
            return
        saved = last_in_log(folder)  # first: whoever writes meanwhile writes into the file first
        with closing(connect(path, read_only=True, key=key_of(folder))) as connection:
            try:
                missing = saved - mark_of(connection).number
            except (TypeError, ValueError):  # it is damaged, which is found when it is copied
                return
    if missing > 0:
        raise OlderFileError(path, missing)


def _size(folder: DataFolder) -> int:
    try:
        return folder.database.stat().st_size
    except OSError:
        return 0
