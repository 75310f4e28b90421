"""``collabkit packs``: work with questionnaires, those of the program and one's own."""

import argparse
from typing import Any

from collabkit.cli.packs import check, files, listing
from collabkit.i18n import _


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("packs", help=_("work with questionnaires"))
    verbs = parser.add_subparsers(
        title=_("commands"), metavar=_("COMMAND"), dest="verb", required=True
    )
    for part in (listing, check, files):
        part.add_parsers(verbs, parents)
