"""Why a data folder cannot be written in, in sentences for a trustee."""

import errno
import os

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _
from collabkit.paths import DataFolder


def only_read() -> str:
    """Return what is said of a disk that takes nothing new while it is open.

    In few words: what can be done otherwise is offered beside them.
    """
    return _(
        "The disk can only be read. If it is a memory stick or a card with a small switch, slide "
        "the switch."
    )


def problem_with_place(folder: DataFolder, error: OSError) -> EnvironmentProblemError:
    """Say why nobody can write in ``folder``, which was to be opened; nothing was changed."""
    if folder.root.is_symlink() and not folder.root.exists():
        reason = _(
            "It leads to another folder that is not there. If that is on a memory stick or on "
            "another disk, plug it in and try again."
        )
    elif error.errno == errno.EROFS:
        reason = _(
            "The disk can only be read, so nothing new could be kept. If it is a memory stick or "
            "a card with a small switch, slide the switch; otherwise save your work on another "
            "disk, such as this computer's own, and go on with it there."
        )
    elif folder.lock.is_dir():
        reason = _(
            "In it is a folder called “{name}”, where collabkit needs a file. Please move that "
            "folder to another place and try again."
        ).format(name=folder.lock.name)
    elif error.errno in (errno.EACCES, errno.EPERM):
        reason = _(
            "You may not change it; it may belong to somebody else who uses this computer. "
            "Please ask whoever set this computer up, or use a folder of your own."
        )
    elif error.errno in (errno.ENOSPC, errno.EDQUOT):
        reason = _("The disk is full. Please free some space and try again.")
    elif error.errno in (errno.ENOTDIR, errno.EEXIST):
        reason = _("A file is in the way where a folder should be. Please choose another folder.")
    else:
        detail = os.strerror(error.errno) if error.errno else str(error)
        reason = _("The disk says: {detail}. Please look at it and try again.").format(
            detail=detail
        )
    return EnvironmentProblemError(
        _(
            "The folder “{folder}”, where your data belongs, cannot be used just now. Nothing was "
            "changed. {reason}"
        ).format(folder=folder.root.name or folder.root, reason=reason)
    )
