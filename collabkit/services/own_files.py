"""The program's own folder, into which nobody's export is ever written."""

from pathlib import Path

from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder


def check_is_not_ours(path: Path, folder: DataFolder) -> None:
    """Raise ``InvalidInputError`` if ``path`` is or would be in the program's own ``folder``.

    Names that are free there are refused too: SQLite would take some of them, such as that of a
    journal, for its own.
    """
    if _is_within(path, folder):
        raise InvalidInputError(
            _(
                "The folder of “{name}” belongs to collabkit itself, so nothing was written. "
                "Please choose another folder."
            ).format(name=path.name)
        )


def check_can_hold(target: Path, folder: DataFolder) -> None:
    """Look at a folder into which several files are to be written.

    Raises ``EnvironmentProblemError`` if ``target`` is not there, and ``InvalidInputError`` if it
    is the program's own ``folder`` or lies in it.
    """
    try:
        is_there = target.is_dir()
    except OSError:  # a name that no disk can hold
        is_there = False
    if not is_there:
        raise EnvironmentProblemError(
            _(
                "The folder “{name}” is not there, so nothing was written. Please choose "
                "another one."
            ).format(name=target.name)
        )
    if _is_within(target, folder):
        raise InvalidInputError(
            _(
                "“{name}” belongs to collabkit itself, so nothing was written. Please choose "
                "another folder."
            ).format(name=target.name)
        )


def _is_within(path: Path, folder: DataFolder) -> bool:
    """Tell whether ``path`` is ``folder`` or in it, by whatever name or link it is reached."""
    there, root = path.resolve(), folder.root.resolve()
    if there.is_relative_to(root):
        return True
    try:  # the same folder in other letters, where the disk takes them for the same
        return any(each.exists() and each.samefile(root) for each in there.parents)
    except OSError:  # a name that no disk can hold, or a folder that may not be looked into
        return False
