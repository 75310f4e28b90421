"""The files in which people's private words lie, by sheet; see ``services.personal``."""

import json
from collections.abc import Collection
from pathlib import Path

from collabkit.paths import DataFolder
from collabkit.storage.locking.small_files import read_small


def personal_files(folder: DataFolder, sheets: Collection[str]) -> tuple[Path, ...]:
    """Return the files that belong to ``sheets``, sound or damaged; most sheets have none."""
    if not sheets:
        return ()
    try:
        paths = sorted(folder.personal.iterdir())
    except OSError:
        return ()
    return tuple(path for path in paths if path.name.split(".", 1)[0] in sheets)


def words_in(path: Path, folder: DataFolder) -> tuple[str, ...]:
    """Return the texts in one file of ``folder``; none of a damaged one."""
    try:
        texts = json.loads(read_small(path, folder).decode("utf-8"))
    except (OSError, ValueError, RecursionError):
        return ()
    if not isinstance(texts, dict):
        return ()
    return tuple(text for text in texts.values() if isinstance(text, str))
