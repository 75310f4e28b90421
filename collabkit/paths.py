"""Where collabkit keeps things on this computer."""

from dataclasses import dataclass
from pathlib import Path

APP_NAME = "collabkit"
DATABASE_NAME = "collabkit.db"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The one folder that holds everything collabkit keeps: database, copies, packs, settings."""

    root: Path

    @property
    def database(self) -> Path:
        """The live database."""
        return self.root / DATABASE_NAME

    @property
    def backups(self) -> Path:
        """Verified copies of the database."""
        return self.root / "backups"

    @property
    def packs(self) -> Path:
        """People's own questionnaires, a file each."""
        return self.root / "packs"

    @property
    def personal(self) -> Path:
        """What somebody wrote for their own eyes alone, a file a sheet."""
        return self.root / "personal"

    @property
    def settings(self) -> Path:
        """What was chosen under Settings."""
        return self.root / "settings.json"

    @property
    def log(self) -> Path:
        """Codes and counts of what happened; never answers or names."""
        return self.root / "collabkit.log"

    @property
    def lock(self) -> Path:
        """Held by the one window that may write."""
        return self.root / "collabkit.lock"


def data_folder(chosen: str | Path | None = None) -> DataFolder:
    """Return the folder given by ``--data-dir``, otherwise the platform's local data folder."""
    if chosen:
        return DataFolder(Path(chosen).expanduser().absolute())
    from platformdirs import user_data_path  # a moment dearer than the rest of this file

    return DataFolder(user_data_path(APP_NAME, appauthor=False, roaming=False))
