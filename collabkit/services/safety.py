"""Safety copies: which there are, what is in them, and verbs on them."""

import shutil
from collections.abc import Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from pathlib import Path

from collabkit.errors import CollabkitError, InvalidInputError
from collabkit.files import problem_with, replacing
from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services.own_files import check_is_not_ours
from collabkit.storage import LockedError, Store
from collabkit.storage.backup import PRIVATE_FILE
from collabkit.storage.checks import check_file
from collabkit.storage.contents import Contents, contents_of
from collabkit.storage.copies import Copy, Reason, copies_in
from collabkit.storage.locking.key_place import carry_key_file_beside
from collabkit.storage.locking.same_lock import require_same_lock
from collabkit.storage.locking.unlocked_folder import key_of
from collabkit.storage.problems import DamagedFileError
from collabkit.storage.pruning import label_of
from collabkit.storage.rotation import gone_by

__all__ = ["Contents", "Looked", "Reason", "SafetyCopy", "SafetyService", "copies_of", "look_into"]


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


@dataclass(frozen=True, slots=True)
class Looked:
    """What came out of reading a copy through: what is in it, or why it cannot be relied on."""

    contents: Contents | None
    problem: str = ""

    @property
    def is_sound(self) -> bool:
        """Whether it is just as it was written."""
        return not self.problem


def copies_of(folder: DataFolder, today: date) -> tuple[SafetyCopy, ...]:
    """Return the copies that lie in ``folder``, the newest first; none of them is opened."""
    found = copies_in(folder)
    ends = gone_by([label_of(copy) for copy in found], today)
    return tuple(_safety_copy(copy, ends[label_of(copy)]) for copy in found)


def look_into(path: Path, folder: DataFolder) -> Looked:
    """Read a copy of ``folder`` through, from its first byte to its last digest; change nothing."""
    try:
        if key_of(folder) is not None:
            require_same_lock(path, folder)
        contents = contents_of(path, key_of(folder))
        check_file(path, key=key_of(folder))
    except LockedError:
        return Looked(None, _locked_elsewhere())
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

    def save_elsewhere(self, copy: SafetyCopy, path: Path) -> None:
        """Write a copy to another place, such as a memory stick, and read it through there.

        Raises ``InvalidInputError`` for a place in the program's own folder and
        ``DamagedFileError`` if the copy is not sound; nothing is written then.
        """
        save_copy(copy.path, path, self._folder)

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
            copy.path.unlink(missing_ok=True)
        except OSError as error:
            raise problem_with(copy.path, error) from error


def is_newest(copy: SafetyCopy, copies: Sequence[SafetyCopy]) -> bool:
    """Tell whether none of ``copies`` is newer."""
    return bool(copies) and copies[0].path == copy.path


def save_copy(copy: Path, path: Path, folder: DataFolder) -> None:
    """Do as ``SafetyService.save_elsewhere`` does, without the data being open."""
    check_is_not_ours(path, folder)
    try:
        with replacing(path, partial(check_file, key=key_of(folder)), PRIVATE_FILE) as temporary:
            shutil.copyfile(copy, temporary)
    except DamagedFileError as error:  # it was read through under another name
        raise DamagedFileError(copy, error.faults) from error
    carry_key_file_beside(folder, path)


def _locked_elsewhere() -> str:
    return _(
        "This copy is locked with a passphrase, and what is here is not. Nothing was changed. To "
        "open it by itself, put it into an empty folder under the name “collabkit.db”, put the "
        "file that was saved beside it there under the name “lock.json”, and start collabkit with "
        "--data-dir and that folder."
    )


def _safety_copy(copy: Copy, end: date) -> SafetyCopy:
    return SafetyCopy(copy.path, copy.number, copy.made, copy.reason, copy.size, end)
