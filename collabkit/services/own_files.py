"""The program's own files and folders, over which nobody's export is ever written."""

from pathlib import Path

from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder


def check_is_not_ours(path: Path, folder: DataFolder) -> None:
    """Raise ``InvalidInputError`` for one of the program's own files in ``folder``."""
    if path.resolve().is_relative_to(folder.root.resolve()) and path.exists():
        raise InvalidInputError(
            _(
                "“{name}” belongs to collabkit itself, so nothing was written. "
                "Please choose another name or folder."
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
    if target.resolve().is_relative_to(folder.root.resolve()):
        raise InvalidInputError(
            _(
                "“{name}” belongs to collabkit itself, so nothing was written. Please choose "
                "another folder."
            ).format(name=target.name)
        )
