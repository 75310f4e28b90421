"""``collabkit demo``: the sample assessment from the first answer to the printed plan."""

import argparse
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from collabkit.cli import EXIT_OK
from collabkit.cli.output import pages_counted, write
from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _
from collabkit.paths import DataFolder, data_folder

_PDF_NAME = "sample-plan.pdf"


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "demo",
        parents=parents,
        help=_("fill in a sample charity, and draw its plan and the screens; needs no display"),
        description=_(
            "Fill in the sample charity, write its plan as a PDF and draw the real screens. "
            "Needs no display. Your own data is not touched unless --data-dir names it."
        ),
    )
    parser.add_argument("--out", metavar="DIR", required=True, help=_("where the files go"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the plan and the pictures, and print where they are."""
    target = Path(arguments.out).expanduser().absolute()
    try:
        target.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentProblemError(
            _("The folder {folder} cannot be made. Please choose another one.").format(
                folder=target
            )
        ) from error
    if arguments.data_dir:
        return _run_in(data_folder(arguments.data_dir), target)
    with tempfile.TemporaryDirectory(prefix="collabkit-demo-") as folder:
        return _run_in(DataFolder(Path(folder)), target)


def _run_in(folder: DataFolder, target: Path) -> int:
    from collabkit.pictures import draw_shots, sample_shots
    from collabkit.services import open_services
    from collabkit.services.sample import ensure_sample

    today = date.today()
    services = open_services(folder)
    try:
        assessment_id = ensure_sample(services, today)
        exported = services.exports.export_plan(
            assessment_id, target / _PDF_NAME, today, with_notes=True
        )
    finally:
        services.close()
    pictures = draw_shots(folder, target, sample_shots(assessment_id))
    for picture in pictures:
        write(str(picture))
    pages = pages_counted(exported.pages)
    write(_("The sample plan ({pages}): {path}").format(pages=pages, path=exported.path))
    return EXIT_OK
