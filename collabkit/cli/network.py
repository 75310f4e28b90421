"""``collabkit network``: what many groups have sent, side by side, in one file."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.assessments.charity import IncomeBand, RunBy
from collabkit.assessments.limits import LARGEST_GROUP, SMALLEST_GROUP, USUAL_GROUP
from collabkit.cli import EXIT_OK
from collabkit.cli.output import complain, write
from collabkit.cli.paper import add_paper
from collabkit.cli.unlocking import unlocked_folder
from collabkit.errors import InvalidInputError
from collabkit.i18n import _, ngettext

if TYPE_CHECKING:
    from collabkit.services.networks import LookedAt


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "network", parents=parents, help=_("lay what many groups have sent side by side")
    )
    parser.add_argument("dir", metavar="DIR", help=_("the folder with the groups' files"))
    parser.add_argument(
        "--to",
        metavar="FILE",
        required=True,
        help=_("where to write it; ends in .pdf, .html, .docx, .xlsx or .csv"),
    )
    parser.add_argument("--name", help=_("what the network is called; usually like the folder"))
    parser.add_argument(
        "--minimum",
        type=int,
        default=USUAL_GROUP,
        metavar="NUMBER",
        help=_("show nothing of fewer groups than this: {least} to {most}, usually {usual}").format(
            least=SMALLEST_GROUP, most=LARGEST_GROUP, usual=USUAL_GROUP
        ),
    )
    parser.add_argument(
        "--size", choices=[*IncomeBand], help=_("only groups of this size, if they may be shown")
    )
    parser.add_argument(
        "--run-by", choices=[*RunBy], help=_("only groups run by these, if they may be shown")
    )
    parser.add_argument(
        "--with-names",
        action="store_true",
        help=_("with who could help whom: names and contact details of groups that allow it"),
    )
    add_paper(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Read the files, say which cannot be taken, and write what the network sees."""
    from collabkit.services.exports import Paper
    from collabkit.services.networks import (
        ALL,
        FileState,
        Filter,
        document_of,
        group_files_in,
        picture_of_files,
        write_document,
    )

    source = Path(arguments.dir).expanduser().absolute()
    folder = unlocked_folder(arguments)
    picture, files = picture_of_files(group_files_in(source), arguments.minimum, folder)
    _complain_of([file for file in files if file.state is FileState.REFUSED])
    if not picture.number:
        raise InvalidInputError(
            _("No file of a group could be read in “{name}”. Nothing was written.").format(
                name=source.name
            )
        )
    chosen = Filter(
        IncomeBand(arguments.size) if arguments.size else None,
        RunBy(arguments.run_by) if arguments.run_by else None,
    )
    document = document_of(
        picture,
        arguments.name or source.name,
        date.today(),
        chosen,
        with_names=arguments.with_names,
    )
    path = Path(arguments.to).expanduser().absolute()
    write_document(document, path, folder, Paper(arguments.paper))
    if arguments.with_names:
        complain(_caution(of_all=chosen == ALL))
    words = ngettext(
        "Wrote what is to be seen of {number} group to {path}",
        "Wrote what is to be seen of {number} groups to {path}",
        picture.number,
    )
    write(words.format(number=picture.number, path=path))
    return EXIT_OK


def _caution(*, of_all: bool) -> str:
    if not of_all:
        return _("Names stand only in a file of all groups: none are in this one.")
    return _(
        "Take care: this file may have names and contact details of groups that let them be passed "
        "on. Give it to those groups alone."
    )


def _complain_of(refused: "list[LookedAt]") -> None:
    for file in refused:
        complain(_("{name}: {why}").format(name=file.name, why=file.told))
