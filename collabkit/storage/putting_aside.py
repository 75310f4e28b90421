"""Keeps what lies in the place of the database, under another name, before something else comes."""

import os
import shutil
import stat
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from collabkit.files import problem_with, replacing, sync_folder
from collabkit.paths import DataFolder
from collabkit.storage.backup import PRIVATE_FILE, PRIVATE_FOLDER
from collabkit.storage.checks import journal_of


class PutAside:
    """One file put aside, with its journal; ``undo`` brings both back.

    A file gets a second name, so that at no moment it is without one; anything else that lies
    there, such as a folder, is moved.
    """

    def __init__(self, folder: DataFolder) -> None:
        self._folder = folder
        self._path = folder.database
        self._journal = journal_of(folder.database)
        self._inode = 0
        now = datetime.now()
        self.kept = folder.kept / f"collabkit-{now:%Y%m%dT%H%M%S%f}-put-aside.db"
        self._kept_journal = self.kept.with_name(f"{self.kept.name}-journal")

    def keep(self) -> None:
        """Keep what is there, if anything is; raises ``EnvironmentProblemError``."""
        try:
            found = os.lstat(self._path) if os.path.lexists(self._path) else None
            if found is None and not self._journal.exists():
                return
            self._folder.kept.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
            if found is not None:
                self._keep_file(is_plain=self._path.is_file())
            if self._journal.exists():
                # SQLite would write what it holds into the new file.
                self._journal.rename(self._kept_journal)
            sync_folder(self._folder.kept)
            sync_folder(self._folder.root)
        except OSError as error:
            raise problem_with(self.kept, error) from error

    def undo(self) -> None:
        """Let everything lie as it did, unless something new has taken the place already."""
        with suppress(OSError):
            if self._kept_journal.exists() and self._is_still_there():
                self._kept_journal.rename(self._journal)
        with suppress(OSError):
            if not os.path.lexists(self._path) and os.path.lexists(self.kept):
                self.kept.rename(self._path)
            elif self._inode and self._is_still_there():
                self.kept.unlink()

    def _keep_file(self, *, is_plain: bool) -> None:
        if not is_plain:
            self._path.rename(self.kept)
            return
        real = Path(os.path.realpath(self._path))  # a link goes on pointing where it did
        self._inode = real.stat()[stat.ST_INO]
        try:
            os.link(real, self.kept)
        except OSError:  # memory sticks often know no second names
            with replacing(self.kept, mode=PRIVATE_FILE) as temporary:
                shutil.copyfile(real, temporary)

    def _is_still_there(self) -> bool:
        try:
            return self._path.stat()[stat.ST_INO] == self._inode
        except OSError:
            return True
