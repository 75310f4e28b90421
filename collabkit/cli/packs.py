"""``collabkit packs check``: is a questionnaire in order?"""

import argparse
from pathlib import Path
from typing import Any

from collabkit.cli import EXIT_BAD_INPUT, EXIT_OK
from collabkit.cli.output import complain, write
from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _, ngettext


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("packs", help=_("work with questionnaires"))
    verbs = parser.add_subparsers(
        title=_("commands"), metavar=_("COMMAND"), dest="verb", required=True
    )
    check = verbs.add_parser(
        "check", parents=parents, help=_("check a questionnaire and list every fault")
    )
    check.add_argument("file", metavar="FILE", help=_("a pack as a TOML file"))
    check.set_defaults(run=run_check)


def run_check(arguments: argparse.Namespace) -> int:
    """Print what the pack holds and what to think about; every fault goes to standard error."""
    from collabkit.assessments.packs.checks import check_pack

    try:
        check = check_pack(Path(arguments.file))
    except EnvironmentProblemError as error:  # no such file: what was handed in does not fit
        complain(str(error))
        return EXIT_BAD_INPUT
    if check.pack is None:
        for fault in check.faults:
            complain(str(fault))
        return EXIT_BAD_INPUT
    count = sum(1 for _item in check.pack.items)
    write(
        ngettext(
            "{name}: in order. {title}, version {version}, {count} statement.",
            "{name}: in order. {title}, version {version}, {count} statements.",
            count,
        ).format(
            name=Path(arguments.file).name,
            title=check.pack.title,
            version=check.pack.version,
            count=count,
        )
    )
    for warning in check.warnings:
        write(_("Worth a thought: {warning}").format(warning=warning))
    return EXIT_OK
