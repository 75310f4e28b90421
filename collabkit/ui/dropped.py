"""Files that are dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QMimeData


def dropped_files(data: QMimeData) -> tuple[Path, ...]:
    """Return the files and folders on this computer that ``data`` carries."""
    return tuple(Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile())
