"""Safety copies: which there are, what is in them, and verbs on them."""

import shutil
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from functools import partial
from pathlib import Path

from collabkit.errors import CollabkitError, EnvironmentProblemError, InvalidInputError
from collabkit.files import problem_with, replacing
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.own_files import check_is_not_ours
from collabkit.storage import LockedError, Store
from collabkit.storage.backup import PRIVATE_FILE
from collabkit.storage.checks import check_file
from collabkit.storage.contents import Contents, contents_of
from collabkit.storage.copies import Copy, Reason, copies_in
from collabkit.storage.locking.beside_copies import damaged_and_sealed, remove_with_key_file
from collabkit.storage.locking.key_place import carry_key_file_beside
from collabkit.storage.locking.same_lock import OtherLockError, require_same_lock
from collabkit.storage.locking.sealed_aside import SEALED
from collabkit.storage.locking.state import KEY_FILE
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.problems import DamagedFileError, ForeignFileError
from collabkit.storage.pruning import label_of
from collabkit.storage.rotation import gone_by
from collabkit.storage.what_lies_there import LiesThere

__all__ = [
    "Contents",
    "Looked",
    "Reason",
    "SafetyCopy",
    "SafetyService",
    "Unsound",
    "copies_of",
    "look_into",
]

_SPARE = 100_000  # bytes: what the disk keeps for names, and the file beside a locked copy


@dataclass(frozen=True, slots=True)
class SafetyCopy:
    """A copy that lies in the data folder.

    ``made`` is what this computer's clock said, ``reason`` why it was made, if its name says so,
    ``size`` in bytes. ``gone_by`` is the last day of the month in which it goes by itself, if at
    least one copy is made in each month.
    """

    path: Path
    number: int
    made: datetime
    reason: Reason | None
    size: int
    gone_by: date


class Unsound(Enum):
    """Which of the copies could not be read any more.

    Single older ones do not count: whoever looks at one is told.
    """

    NONE = auto()
    NEWEST = auto()
    ALL = auto()


@dataclass(frozen=True, slots=True)
class Looked:
    """What came out of reading a copy through: what is in it, or why it cannot be relied on.

    ``is_locked`` tells that it is locked otherwise than the data here, and that its passphrase
    opens it: see ``locked_copies``.
    """

    contents: Contents | None
    problem: str = ""
    is_locked: bool = False

    @property
    def is_sound(self) -> bool:
        """Whether it is just as it was written."""
        return not self.problem


def copies_of(folder: DataFolder, today: date) -> tuple[SafetyCopy, ...]:
    """Return the copies that lie in ``folder``, the newest first; none of them is opened."""
    found = copies_in(folder)
    ends = gone_by([label_of(copy) for copy in found], today)
    return tuple(_safety_copy(copy, ends[label_of(copy)]) for copy in found)


def sealed_copies_of(folder: DataFolder, today: date) -> tuple[SafetyCopy, ...]:
    """Return the copies that were damaged when everything was locked, the newest first.

    Nobody can look into them while they are locked as a whole, nor put them back.
    """
    sealed = damaged_and_sealed(folder)
    if not sealed:
        return ()
    ends = gone_by([label_of(copy) for copy in (*copies_in(folder), *sealed)], today)
    return tuple(_safety_copy(copy, ends[label_of(copy)]) for copy in sealed)


def look_into(path: Path, folder: DataFolder, *, only_open: bool = False) -> Looked:
    """Read a copy of ``folder`` through, from its first byte to its last digest; change nothing.

    With ``only_open`` it is just seen that it can be opened, and what is in it.
    """
    try:
        if key_of(folder) is not None:
            require_same_lock(path, folder)
        contents = contents_of(path, key_of(folder))
        if not only_open:
            check_file(path, key=key_of(folder))
    except (LockedError, OtherLockError) as error:
        from collabkit.services.locked_copies import not_opened_here

        return not_opened_here(path, folder, str(error))
    except (DamagedFileError, ForeignFileError) as error:
        is_among_copies = path.parent == folder.backups
        if isinstance(error, ForeignFileError) and not is_among_copies:
            return Looked(None, _no_copy(error.found))
        return Looked(None, _damaged() if path.suffix != SEALED else _damaged_and_sealed())
    except (CollabkitError, OSError) as error:
        return Looked(None, str(error))
    return Looked(contents)


class SafetyService:
    """Verbs on the copies of the open data.

    All of them raise ``EnvironmentProblemError`` if the machine does not allow it.
    """

    def __init__(self, store: Store, folder: DataFolder) -> None:
        self._store = store
        self._folder = folder

    def copies(self, today: date) -> tuple[SafetyCopy, ...]:
        """Return the copies that are there, the newest first."""
        return copies_of(self._folder, today)

    def sealed(self, today: date) -> tuple[SafetyCopy, ...]:
        """Return the damaged copies that are locked as a whole, the newest first."""
        return sealed_copies_of(self._folder, today)

    @property
    def are_locked(self) -> bool:
        """Whether nobody can read the copies without the passphrase."""
        return key_of(self._folder) is not None

    def here(self) -> Contents:
        """Return what is in the data itself."""
        return self._store.safety.while_idle(
            lambda: contents_of(self._folder.database, key_of(self._folder))
        )

    def changes_since_copy(self) -> int:
        """Return how many changes no copy has yet; the log of changes has them."""
        return self._store.safety.changes_since_copy()

    def make(self, today: date) -> SafetyCopy:
        """Make a copy now and return it, read through and found sound.

        Raises ``DamagedFileError`` if the data itself has gone bad.
        """
        made = self._store.safety.make_copy(Reason.ASKED)
        copies = {copy.path: copy for copy in self.copies(today)}
        return copies[made.path]

    def make_meanwhile(self) -> "Future[Copy]":
        """Begin to make a copy because some time has passed, and return at once."""
        return self._store.safety.make_copy_later(Reason.INTERVAL)

    def replace_damaged(self, today: date) -> Unsound:
        """Make a new copy if the newest cannot be relied on, and tell how many there were.

        Reads the newest through, and the others only if that is not sound. Raises
        ``DamagedFileError`` if the data itself has gone bad.
        """
        copies = self.copies(today)
        if not copies or look_into(copies[0].path, self._folder).is_sound:
            return Unsound.NONE
        others = any(look_into(copy.path, self._folder).is_sound for copy in copies[1:])
        self._store.safety.make_copy(Reason.INTERVAL)
        return Unsound.NEWEST if others else Unsound.ALL

    def save_elsewhere(self, copy: SafetyCopy, path: Path) -> None:
        """Write a copy to another place, such as a memory stick, and read it through there.

        Raises ``InvalidInputError`` for a place in the program's own folder and
        ``DamagedFileError`` if the copy is not sound; nothing is written then.
        """
        save_copy(copy.path, path, self._folder)

    def save_everything_elsewhere(self, path: Path, today: date) -> None:
        """Do the same with a copy of everything as it is now.

        It is made among the others first, unless the newest has everything already or there is
        no room for it at ``path``.
        """
        check_is_not_ours(path, self._folder)
        check_is_room_for(self._folder.database.stat().st_size, path)
        newest = next(iter(self.copies(today)), None)
        has_everything = newest is not None and self.changes_since_copy() == 0
        if (
            newest is None
            or not has_everything
            or not look_into(newest.path, self._folder).is_sound
        ):
            newest = self.make(today)
        self.save_elsewhere(newest, path)

    def remove(self, copy: SafetyCopy, today: date) -> None:
        """Remove a copy; the newest must stay, unless it is damaged: the log goes on behind it.

        Raises ``InvalidInputError`` for the newest.
        """
        if is_newest(copy, self.copies(today)) and look_into(copy.path, self._folder).is_sound:
            raise InvalidInputError(
                _(
                    "This is the newest copy, so it stays. When another one has been made, this "
                    "one can go."
                )
            )
        try:
            remove_with_key_file(copy.path)
        except OSError as error:
            raise problem_with(copy.path, error) from error


def name_beside(path: Path) -> str:
    """Return the name of the small file that is written beside a locked copy at ``path``."""
    return f"{path.name}.{KEY_FILE}"


def is_newest(copy: SafetyCopy, copies: Sequence[SafetyCopy]) -> bool:
    """Tell whether none of ``copies`` is newer."""
    return bool(copies) and copies[0].path == copy.path


def check_is_room_for(size: int, path: Path) -> None:
    """Raise ``EnvironmentProblemError`` if ``size`` bytes do not fit on the disk of ``path``."""
    try:
        free = shutil.disk_usage(path.parent).free
    except OSError:  # whoever writes there is told why that cannot be done
        return
    if free >= size + _SPARE:
        return
    raise EnvironmentProblemError(
        _(
            "There is not enough room on the disk that holds “{folder}”: {size} are needed, and "
            "{free} are free there. Nothing was written. Please free some space there, or choose "
            "another disk or stick."
        ).format(folder=path.parent, size=_megabytes(size + _SPARE), free=_megabytes(free))
    )


def save_copy(copy: Path, path: Path, folder: DataFolder) -> None:
    """Do as ``SafetyService.save_elsewhere`` does, without the data being open."""
    check_is_not_ours(path, folder)
    check_is_room_for(copy.stat().st_size if copy.exists() else 0, path)
    try:
        with replacing(path, partial(check_file, key=key_of(folder)), PRIVATE_FILE) as temporary:
            shutil.copyfile(copy, temporary)
    except DamagedFileError as error:  # it was read through under another name
        raise DamagedFileError(copy, error.faults) from error
    carry_key_file_beside(folder, path)


def _megabytes(number: int) -> str:
    return _("{number} MB").format(number=f"{number / 1_000_000:.1f}")


def _damaged() -> str:
    return _("This copy is damaged, so it cannot be put back. It was left as it is.")


def _damaged_and_sealed() -> str:
    return _(
        "This copy was damaged already when everything was locked, so it lies here whole and "
        "locked, and cannot be put back. It comes back as it was when the lock is taken away."
    )


def _no_copy(found: LiesThere) -> str:
    match found:
        case LiesThere.FOLDER:
            return _("This is a folder, not a safety copy. Nothing was changed.")
        case LiesThere.EMPTY:
            return _("This file is empty, so there is nothing to put back. Nothing was changed.")
        case LiesThere.OURS:
            return _damaged()
        case _other:
            return _(
                "This file is no safety copy of collabkit, or it is badly damaged. Nothing was "
                "changed. Please look once more which file was meant."
            )


def _safety_copy(copy: Copy, end: date) -> SafetyCopy:
    return SafetyCopy(copy.path, copy.number, copy.made, copy.reason, copy.size, end)
