"""``collabkit backup``: a safety copy now, here or elsewhere."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from collabkit.cli import EXIT_OK
from collabkit.cli.output import write
from collabkit.cli.unlocking import unlocked_folder
from collabkit.i18n import _


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "backup",
        parents=parents,
        help=_("make a safety copy now and read it through; also while the window is open"),
    )
    parser.add_argument(
        "--to",
        metavar="FILE",
        type=Path,
        help=_("write the copy to this file, such as on a memory stick"),
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the copy and say where it lies."""
    from collabkit.services.copying_beside import copy_beside, copy_to
    from collabkit.services.safety import look_into
    from collabkit.services.safety_words import counted

    folder = unlocked_folder(arguments)
    if arguments.to is None:
        path = copy_beside(folder, date.today()).path
    else:
        path = arguments.to.expanduser().absolute()
        copy_to(folder, path)
    contents = look_into(path, folder).contents
    write(
        _("The copy was made and read through: “{path}”.").format(path=path)
        if contents is None
        else _("The copy was made and read through: “{path}” with {contents}.").format(
            path=path, contents=counted(contents)
        )
    )
    return EXIT_OK
