"""``collabkit export``: one assessment's plan as a PDF."""

import argparse
from datetime import date
from pathlib import Path
from typing import Any

from collabkit.cli import EXIT_OK
from collabkit.cli.output import pages_counted, write
from collabkit.cli.paper import add_paper
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.paths import data_folder


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser("export", parents=parents, help=_("write a plan as a PDF"))
    parser.add_argument("id", metavar="ID", help=_("which assessment, as “list” shows it"))
    parser.add_argument("--to", metavar="FILE.pdf", required=True, help=_("where to write it"))
    parser.add_argument(
        "--with-notes", action="store_true", help=_("with notes and evidence; usually without")
    )
    add_paper(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the PDF and say where it is."""
    from collabkit.services import open_services
    from collabkit.services.exports import Paper

    folder = data_folder(arguments.data_dir)
    unknown = InvalidInputError(
        _("There is no assessment “{id}” here. The command “collabkit list” shows them.").format(
            id=arguments.id
        )
    )
    if not folder.database.exists():
        raise unknown
    services = open_services(folder, read_only=True)
    try:
        services.assessments.get(arguments.id)
        exported = services.exports.export_plan(
            arguments.id,
            Path(arguments.to).expanduser().absolute(),
            date.today(),
            with_notes=arguments.with_notes,
            paper=Paper(arguments.paper),
        )
    except KeyError:
        raise unknown from None
    finally:
        services.close()
    pages = pages_counted(exported.pages)
    write(_("Exported {pages} to {path}").format(pages=pages, path=exported.path))
    return EXIT_OK
