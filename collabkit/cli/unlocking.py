"""Data that is locked with a passphrase, on the command line."""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from collabkit.cli.output import complain
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder, data_folder

if TYPE_CHECKING:
    from collabkit.services.locked_copies import OpenedCopy

_TRIES = 3
_Opened = TypeVar("_Opened")


def add_option(parser: argparse.ArgumentParser) -> None:
    """Add the option with which scripts unlock the data; a passphrase is never an argument."""
    parser.add_argument(
        "--unlock-file",
        metavar="FILE",
        help=_(
            "the passphrase of locked data, or its recovery code, in the first line of this file "
            "(or that of a locked copy, where the data is not locked); without it you are asked"
        ),
    )


def unlocked_folder(arguments: argparse.Namespace) -> DataFolder:
    """Return the data folder that was asked for, unlocked if it is locked.

    Raises ``InvalidInputError`` if nobody can be asked, or does not know the passphrase, and
    whatever ``services.locking.unlock`` raises.
    """
    folder = data_folder(arguments.data_dir)
    file = getattr(arguments, "unlock_file", None)
    if file is not None and not Path(file).expanduser().exists():  # also where it is not needed
        raise InvalidInputError(
            _("There is no file “{path}” with a passphrase. Nothing was done.").format(path=file)
        )
    if not folder.root.is_dir():
        return folder
    from collabkit.services.locking import is_locked, unlock_from_file

    if not is_locked(folder):
        return folder
    if file is not None:
        return unlock_from_file(folder, Path(file).expanduser())
    if sys.stdin is None or not sys.stdin.isatty():
        raise InvalidInputError(
            _(
                "Your data is locked with a passphrase, and there is nobody here to ask. Nothing "
                "was changed. Please name a file with the passphrase in its first line: "
                "--unlock-file FILE."
            )
        )
    from collabkit.services.locking import unlock_with_either

    return _asked(
        _("Passphrase (or recovery code): "), lambda typed: unlock_with_either(folder, typed)
    )


def opened_copy(arguments: argparse.Namespace, folder: DataFolder, copy: Path) -> "OpenedCopy":
    """Return a copy that is locked otherwise than ``folder`` with what opens it.

    Raises as ``unlocked_folder``.
    """
    from collabkit.services.locked_copies import open_locked_copy
    from collabkit.services.locked_or_not import is_unlocked
    from collabkit.services.passphrases import passphrase_in

    file = getattr(arguments, "unlock_file", None)
    if file is not None and not is_unlocked(folder):
        return open_locked_copy(copy, folder, passphrase_in(Path(file).expanduser()))
    if sys.stdin is None or not sys.stdin.isatty():
        raise InvalidInputError(
            _(
                "The copy “{name}” is locked with a passphrase of its own, and there is nobody "
                "here to ask. Nothing was changed. Please put it back in the window, which asks, "
                "or where your data is not locked, with --unlock-file FILE."
            ).format(name=copy.name)
        )
    return _asked(
        _("Passphrase of the copy (or its recovery code): "),
        lambda typed: open_locked_copy(copy, folder, typed),
    )


def _asked(words: str, open_with: Callable[[str], _Opened]) -> _Opened:
    from getpass import getpass

    for left in range(_TRIES - 1, -1, -1):
        typed = getpass(words)
        try:
            return open_with(typed)
        except InvalidInputError as error:
            if not left:
                raise
            complain(str(error))
    raise AssertionError
