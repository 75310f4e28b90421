"""From what SQLite says to what a trustee can read."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum, auto
from pathlib import Path

from collabkit.errors import CollabkitError, EnvironmentProblemError, InvalidInputError
from collabkit.i18n import _
from collabkit.storage.connection import database_errors
from collabkit.storage.place_problems import only_read
from collabkit.storage.problems import DamagedFileError
from collabkit.storage.surroundings import is_read_only


class Doing(Enum):
    """What was being done when something went wrong."""

    SAVING = auto()
    READING = auto()
    BOTH = auto()


@contextmanager
def in_sentences(path: Path, doing: Doing = Doing.BOTH) -> Iterator[None]:
    """Turn what goes wrong with ``path`` inside the block into an error that a person can read."""
    try:
        yield
    except Exception as error:
        problem = in_words(error, path, doing)
        if problem is error:
            raise
        raise problem from error


def in_words(error: Exception, path: Path, doing: Doing = Doing.BOTH) -> Exception:
    """Return what ``error`` means for a person; a bug of ours comes back as it is.

    ``error`` is what SQLite or SQLAlchemy raised while ``path`` was read or written.
    """
    original = getattr(error, "orig", error)  # SQLAlchemy wraps what SQLite raised
    if isinstance(error, CollabkitError):
        return error
    if isinstance(original, UnicodeDecodeError):  # SQLite quoted what it could not read
        return DamagedFileError(path, ("text that cannot be read",))
    if isinstance(original, UnicodeEncodeError):
        return InvalidInputError(
            _(
                "The text holds half a character, which cannot be kept. Nothing was changed. "
                "Please delete the sign that looks odd and try again."
            )
        )
    if isinstance(original, OSError) and _tells_of_only_read(original):
        return _not_just_now(only_read(), doing)
    if isinstance(original, OSError) and original.errno in _REASONS_BY_ERRNO:
        return _not_just_now(_reason_at(path, _REASONS_BY_ERRNO[original.errno]), doing)
    if isinstance(original, OSError):
        return EnvironmentProblemError(
            _(
                "“{path}” cannot be opened: it is not there, you may not read it or the disk does "
                "not answer. Look at its folder and its disk, then try again."
            ).format(path=path)
        )
    if not isinstance(original, database_errors()):
        return error
    code = getattr(original, "sqlite_errorcode", sqlite3.SQLITE_OK)
    match code & 0xFF:  # the rest of the number is for details
        case sqlite3.SQLITE_READONLY if code == sqlite3.SQLITE_READONLY_ROLLBACK:
            reason = _(
                "collabkit was stopped in the middle of saving. "
                "Please open the window of collabkit once, which takes back that half a change."
            )
        case number if number in _REASONS:
            reason = _reason_at(path, number)
        case sqlite3.SQLITE_CORRUPT | sqlite3.SQLITE_NOTADB:
            return DamagedFileError(path, (str(original),))
        case _other:
            return error
    return _not_just_now(reason, doing)


_REASONS_BY_ERRNO = {
    errno.ENOSPC: sqlite3.SQLITE_FULL,
    errno.EDQUOT: sqlite3.SQLITE_FULL,
    errno.EFBIG: sqlite3.SQLITE_FULL,
    errno.EIO: sqlite3.SQLITE_IOERR,
}
_REASONS = frozenset(
    {
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_AUTH,
        sqlite3.SQLITE_BUSY,
        sqlite3.SQLITE_LOCKED,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CANTOPEN,
    }
)
_WRITE_PROTECTED = 19  # learn.microsoft.com, “System Error Codes”: ERROR_WRITE_PROTECT
_MAY_BE_ONLY_READ = _REASONS - {
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
}


def _tells_of_only_read(error: OSError) -> bool:
    return error.errno == errno.EROFS or getattr(error, "winerror", 0) == _WRITE_PROTECTED


def _reason_at(path: Path, code: int) -> str:
    """Return the reason, where it can be told from what the disk of ``path`` is.

    SQLite gives many errors for a disk that only takes nothing new, as has become of it while it
    was in use.
    """
    return only_read() if code in _MAY_BE_ONLY_READ and is_read_only(path.parent) else _reason(code)


def _reason(code: int) -> str:
    """Return what one of ``_REASONS`` means, and what to do."""
    match code:
        case sqlite3.SQLITE_FULL:
            return _("The disk is full. Free some space and try again.")
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return _(
                "The file can only be read, or was moved while it was open. "
                "Look at its folder, then close collabkit and open it again."
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return _("Another program is using the file. Close that program and try again.")
        case _failing:
            return _(
                "The disk does not answer as it should: it may be full, failing or unplugged. "
                "Look at it, then try again."
            )


def _not_just_now(reason: str, doing: Doing) -> EnvironmentProblemError:
    match doing:
        case Doing.SAVING:
            told = _("This could not be saved just now. {reason} What was saved before is safe.")
        case Doing.READING:
            told = _("This could not be read just now. {reason} What was saved before is safe.")
        case Doing.BOTH:
            told = _("This could not be done just now. {reason} What was saved before is safe.")
    return EnvironmentProblemError(told.format(reason=reason))
