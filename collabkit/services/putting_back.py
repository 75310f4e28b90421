"""Going back to a safety copy. The data must not be open meanwhile."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.erased_again import erased_again
from collabkit.services.kept_pictures import keep_pictures
from collabkit.services.safety import Contents, SafetyCopy, copies_of
from collabkit.storage import Store
from collabkit.storage.contents import contents_of
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.recovery import restore

LATEST = "latest"


@dataclass(frozen=True, slots=True)
class PutBack:
    """What came of it: what was there before, what is there now, and the copy of the former.

    ``before`` and ``kept`` are ``None`` if there was nothing that could be read; a damaged file
    is then among those that were put aside. ``again`` says that something erased is here again.
    """

    before: Contents | None
    after: Contents
    kept: SafetyCopy | None
    again: str = ""


def put_back(folder: DataFolder, copy: Path, today: date) -> PutBack:
    """Let ``copy`` take the place of the data, which is kept as a copy first.

    Which pictures people have seen stays known; see ``kept_pictures``.
    ``copy`` may lie anywhere. Raises ``AlreadyOpenError`` while a window is open,
    ``DataRefusedError`` for a copy that is not sound, is newer than this program or is no copy at
    all, and ``EnvironmentProblemError`` if the machine does not allow it; nothing is changed then.
    """
    before = contents_here(folder)
    known = {each.path for each in copies_of(folder, today)}
    again = ""

    def finish(coming: Store) -> None:
        nonlocal again
        keep_pictures(folder, coming)
        again = erased_again(coming.erasures.receipts())

    restore(folder, copy, finish)
    new = [each for each in copies_of(folder, today) if each.path not in known]
    return PutBack(
        before, contents_of(folder.database, key_of(folder)), next(iter(new), None), again
    )


def contents_here(folder: DataFolder) -> Contents | None:
    """Return what is in the data now, or ``None`` if it is not there or cannot be read."""
    try:
        return contents_of(folder.database, key_of(folder))
    except (CollabkitError, OSError):
        return None


def find_copy(folder: DataFolder, wanted: str, today: date) -> Path:
    """Return the copy that somebody means by ``wanted``.

    That is ``latest``, a number in the list of copies (1 is the newest), the name of a copy, or a
    file at another place. Raises ``InvalidInputError`` if there is none.
    """
    copies = copies_of(folder, today)
    if wanted == LATEST:
        if not copies:
            raise InvalidInputError(_("There is no safety copy yet, so nothing was changed."))
        return copies[0].path
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(copies):
        return copies[int(wanted) - 1].path
    for copy in copies:
        if copy.path.name == wanted:
            return copy.path
    path = Path(wanted).expanduser()
    if path.is_file() and path.resolve() != folder.database.resolve():
        return path
    raise InvalidInputError(
        _(
            "There is no safety copy “{wanted}”, so nothing was changed. “collabkit restore "
            "--list” shows those that are there."
        ).format(wanted=wanted)
    )
