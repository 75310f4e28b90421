"""The questionnaires that this computer knows, in every wording that it has met."""

from functools import cache

from collabkit.assessments.pack import Pack
from collabkit.errors import InvalidInputError
from collabkit.network.picture import Wordings
from collabkit.paths import DataFolder
from collabkit.services.packs import (
    PackShelf,
    builtin_file,
    builtin_pack,
    own_files,
    own_pack,
)

__all__ = ["FilesAlone", "KnownWordings", "Wordings"]


class FilesAlone:
    """What comes with the program, and people's own packs in a folder; no database is asked."""

    def __init__(self, folder: DataFolder) -> None:
        self._own = cache(lambda: own_files(folder))
        self._read = cache(self._current)

    def find(self, pack_id: str, digest: str) -> Pack | None:
        """Return the pack if its file holds this very wording."""
        pack = self._read(pack_id)
        return pack if pack is not None and pack.digest == digest else None

    def _current(self, pack_id: str) -> Pack | None:
        if builtin_file(pack_id) is not None:
            return builtin_pack(pack_id)
        path = self._own().get(pack_id)
        try:
            return own_pack(path) if path else None
        except InvalidInputError:  # a file that cannot be read is no known wording
            return None


class KnownWordings:
    """These, and every wording that an assessment in the database was started with."""

    def __init__(self, packs: PackShelf, folder: DataFolder) -> None:
        self._packs, self._files = packs, FilesAlone(folder)

    def find(self, pack_id: str, digest: str) -> Pack | None:
        """Return the pack in this very wording, if it is known."""
        found = self._files.find(pack_id, digest)
        if found is not None:
            return found
        try:
            pack = self._packs.pinned(digest, pack_id, is_volunteer_run=False)
        except KeyError:
            return None
        return pack if pack.id == pack_id else None  # the digest may be that of another pack
