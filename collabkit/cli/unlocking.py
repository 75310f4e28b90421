"""Data that is locked with a passphrase, on the command line."""

import argparse
import sys
from pathlib import Path

from collabkit.cli.output import complain
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder, data_folder

_TRIES = 3


def add_option(parser: argparse.ArgumentParser) -> None:
    """Add the option with which scripts unlock the data; a passphrase is never an argument."""
    parser.add_argument(
        "--unlock-file",
        metavar="FILE",
        help=_(
            "the passphrase of locked data, or its recovery code, in the first line of this file; "
            "without it you are asked"
        ),
    )


def unlocked_folder(arguments: argparse.Namespace) -> DataFolder:
    """Return the data folder that was asked for, unlocked if it is locked.

    Raises ``InvalidInputError`` if nobody can be asked, or does not know the passphrase, and
    whatever ``services.locking.unlock`` raises.
    """
    folder = data_folder(arguments.data_dir)
    if not folder.root.is_dir():
        return folder
    from collabkit.services.locking import is_locked, unlock_from_file

    if not is_locked(folder):
        return folder
    file = getattr(arguments, "unlock_file", None)
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
    return _asked(folder)


def _asked(folder: DataFolder) -> DataFolder:
    from getpass import getpass

    from collabkit.services.locking import unlock_with_either

    for left in range(_TRIES - 1, -1, -1):
        typed = getpass(_("Passphrase (or recovery code): "))
        try:
            return unlock_with_either(folder, typed)
        except InvalidInputError as error:
            if not left:
                raise
            complain(str(error))
    raise AssertionError
