"""The folder in which a person keeps files of one kind; usually of questionnaires. No Qt."""

from pathlib import Path

from collabkit.settings import Settings

_FOLDER = "packs_folder"


def usual_folder(settings: Settings, otherwise: Path, key: str = _FOLDER) -> Path:
    """Return the folder used last if it is still there, or else ``otherwise``."""
    folder = Path(settings.get(key, ""))
    return folder if folder.is_absolute() and folder.is_dir() else otherwise


def remember_folder(settings: Settings, file: Path, key: str = _FOLDER) -> None:
    """Begin in the folder of ``file`` the next time."""
    settings.set(key, str(file.parent))
