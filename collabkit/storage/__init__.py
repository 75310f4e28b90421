"""Where everything people said is kept: one SQLite file, one writer, nothing lost.

Cheap to import: SQLAlchemy is loaded by the writer thread when a ``Store`` is opened, so that a
window can be painted first. Alembic is loaded only when an older file has to be brought up to date.
"""

from collabkit.storage.facts import DueAction, Removed, Saved, Summary
from collabkit.storage.problems import (
    AlreadyOpenError,
    DamagedFileError,
    ForeignFileError,
    MigrationFailedError,
    NewerFileError,
)
from collabkit.storage.store import Store

__all__ = [
    "AlreadyOpenError",
    "DamagedFileError",
    "DueAction",
    "ForeignFileError",
    "MigrationFailedError",
    "NewerFileError",
    "Removed",
    "Saved",
    "Store",
    "Summary",
]
