"""The one way in which a file is written: whole or not at all.

The bytes go to a temporary file in the same folder, reach the disk, are looked at again, and only
then take the name. Whatever happens on the way, a file that was there before stays as it was.
"""

import errno
import os
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _

# Windows: a virus scanner or a preview often holds a fresh file for a fraction of a second.
_PATIENCE = 2.0 if os.name == "nt" else 0.0  # seconds
_PAUSE = 0.05  # seconds

# What is being written, and the second names of what is replaced or removed for good.
LEFT_OVER = (".collabkit-*.part", ".collabkit-*.old")
_LEFT_OVER_AFTER = 600  # seconds; no file of ours takes that long to write

# Folders on some network and memory-stick file systems cannot be synced; nothing better exists.
_NO_FOLDER_SYNC = {errno.EINVAL, errno.EBADF, errno.ENOTSUP, errno.EACCES}


def write_safely(
    path: Path,
    data: bytes,
    check: Callable[[Path], None] | None = None,
    mode: int = 0o666,
) -> None:
    """Write ``data`` to ``path``, replacing an older file only when everything went well.

    ``check`` gets the path of the temporary file, which already holds all of ``data``; if it
    raises, the error passes through and nothing is replaced. ``mode`` is as for ``replacing``.
    Raises ``EnvironmentProblemError`` with a sentence if the machine does not allow it.
    """
    with replacing(path, check, mode) as temporary:
        temporary.write_bytes(data)


@contextmanager
def replacing(
    path: Path, check: Callable[[Path], None] | None = None, mode: int = 0o666
) -> Iterator[Path]:
    """Give an empty temporary file to fill; at the end it takes the name ``path``.

    For files that a library writes by name; everybody else calls ``write_safely``. ``mode`` are
    the permissions of a new file (less the umask); a file that is replaced hands on its own.
    """
    target = Path(os.path.realpath(path))  # a link goes on pointing where it did
    # Not made from the name: a name that just fits would not fit with an ending.
    temporary = target.parent / f".collabkit-{secrets.token_hex(8)}.part"
    try:
        if target.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
        if target.exists():
            if not target.is_file():  # a device or a pipe must never be replaced by a file
                raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST))
            if not os.access(target, os.W_OK):
                raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
            mode = target.stat().st_mode & 0o777
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, mode))
        yield temporary
        _sync(temporary)
        if check:
            check(temporary)
        _replace(temporary, target)
    except OSError as error:
        raise problem_with(path, error) from error
    finally:
        _remove(temporary)
    try:
        sync_folder(target.parent)
    except OSError as error:
        raise EnvironmentProblemError(
            _(
                "“{name}” was written, but the disk reported an error straight afterwards. "
                "Please write it once more, to another disk."
            ).format(name=path.name)
        ) from error


def remove_leftovers(folder: Path, older_than: float = _LEFT_OVER_AFTER) -> None:
    """Remove the temporary files that a power cut or a crash left in ``folder``.

    ``older_than`` are the seconds that a file may still be somebody's work.
    """
    for temporary in (path for pattern in LEFT_OVER for path in folder.glob(pattern)):
        with suppress(OSError):  # somebody else may be quicker
            if time.time() - temporary.stat().st_mtime >= older_than:
                temporary.unlink()


def sync_folder(folder: Path) -> None:
    """Make sure that the names in ``folder`` survive a power cut. Windows does so by itself."""
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_FOLDER_SYNC:
            raise
    finally:
        os.close(descriptor)


def sync_descriptor(descriptor: int) -> None:
    """Make sure that what was written to an open file is on the disk; raises ``OSError``."""
    os.fsync(descriptor)
    if sys.platform == "darwin":  # fsync leaves the bytes in the drive's own memory there
        import fcntl

        with suppress(OSError):  # not every disk knows how
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)


def problem_with(path: Path, error: OSError) -> EnvironmentProblemError:
    """Say in a sentence why ``path`` could not be written, and that nothing was harmed."""
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            reason = _("There is not enough room on the disk. Free some space or choose another.")
        case errno.EROFS:
            reason = _("The disk can only be read. Please choose another place.")
        case errno.EACCES | errno.EPERM:
            reason = _(
                "It is write-protected, open in another program or in a folder that you may not "
                "change. Close the other program or choose another place."
            )
        case errno.ENOENT | errno.ENOTDIR | errno.ENODEV | errno.ENXIO:
            reason = _(
                "The folder “{folder}” is not there. Please choose another place; the name of a "
                "file cannot hold “/”."
            )
        case errno.ENAMETOOLONG:
            reason = _("The name is too long. Please choose a shorter one.")
        case errno.EISDIR | errno.EEXIST:
            reason = _("Something else of that name is in the way. Please choose another name.")
        case _other:
            reason = _("The disk reported an error ({detail}). Please choose another place.")
    detail = os.strerror(error.errno) if error.errno else str(error)
    return EnvironmentProblemError(
        _("“{name}” could not be written, and nothing was changed. {reason}").format(
            name=path.name,
            reason=reason.format(detail=detail, folder=path.parent.name or path.parent),
        )
    )


def _sync(path: Path) -> None:
    """Make sure that the bytes of ``path`` are on the disk, not only on their way to it."""
    with path.open("rb+") as file:
        sync_descriptor(file.fileno())


def _replace(temporary: Path, target: Path) -> None:
    """Give ``temporary`` the name of ``target``; on Windows, wait a moment for other programs."""
    until = time.monotonic() + _PATIENCE
    while True:
        try:
            temporary.replace(target)
        except PermissionError:
            if time.monotonic() >= until:
                raise
            time.sleep(_PAUSE)
        else:
            return


def _remove(temporary: Path) -> None:
    """Take away what is left after a failure; a folder that has gone took it along."""
    with suppress(OSError):
        temporary.unlink(missing_ok=True)
