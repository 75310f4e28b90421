"""Where everything people said is kept: one SQLite file, one writer, nothing lost.

Cheap to import, so that a window can be painted first. The writer thread loads SQLite's own driver
when a ``Store`` is opened; SQLAlchemy follows when more is wanted than ``lists``, and Alembic only
when an older file has to be brought up to date.
"""

from collabkit.storage.facts import (
    DueAction,
    Removed,
    Saved,
    SessionLine,
    SessionProgress,
    SessionState,
    StoredSession,
    Summary,
)
from collabkit.storage.problems import (
    AlreadyOpenError,
    DamagedFileError,
    ForeignFileError,
    LockedError,
    MigrationFailedError,
    MissingFileError,
    NewerFileError,
    NotYetForgottenError,
    OlderFileError,
    SessionGoneError,
)
from collabkit.storage.store import Store

__all__ = [
    "AlreadyOpenError",
    "DamagedFileError",
    "DueAction",
    "ForeignFileError",
    "LockedError",
    "MigrationFailedError",
    "MissingFileError",
    "NewerFileError",
    "NotYetForgottenError",
    "OlderFileError",
    "Removed",
    "Saved",
    "SessionGoneError",
    "SessionLine",
    "SessionProgress",
    "SessionState",
    "Store",
    "StoredSession",
    "Summary",
]
