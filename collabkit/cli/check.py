"""``collabkit check``: is everything that is kept still as it was written?"""

import argparse
from datetime import date
from typing import Any

from collabkit.cli import EXIT_FAILED, EXIT_OK
from collabkit.cli.output import write
from collabkit.cli.unlocking import unlocked_folder
from collabkit.i18n import _


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "check",
        parents=parents,
        help=_("look whether the data and its safety copies are sound; changes nothing"),
    )
    parser.add_argument(
        "--full",
        action="store_true",
        help=_("read every copy through, not only the data and the newest copy"),
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print a line for each thing that was looked at; also beside an open window."""
    from collabkit.services.file_check import check_everything
    from collabkit.services.way_on import findings_here, way_on

    folder, today = unlocked_folder(arguments), date.today()
    all_sound = True
    for checked in check_everything(folder, today, full=arguments.full):
        sign = _("ok") if checked.is_sound else _("FAILED")
        write(f"{sign:8}{checked.name}: {checked.told}")
        all_sound = all_sound and checked.is_sound
    if all_sound:
        return EXIT_OK
    findings = findings_here(folder, today)
    if findings is not None:
        write(way_on(findings, folder, today))
    return EXIT_FAILED
