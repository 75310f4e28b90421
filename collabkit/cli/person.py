"""``collabkit person``: everything that is held about one person, for that person."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.cli import EXIT_OK
from collabkit.cli.output import write
from collabkit.cli.unlocking import unlocked_folder
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder

if TYPE_CHECKING:
    from collabkit.services import Services
    from collabkit.services.person_files import FoundSheet


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "person",
        parents=parents,
        help=_("write everything that is held about one person to a file for that person"),
    )
    parser.add_argument(
        "who",
        metavar="NAME-OR-CODE",
        help=_("the name on the person's sheet, or the code of the sheet"),
    )
    parser.add_argument(
        "--to",
        metavar="FILE",
        required=True,
        help=_("where to write it; the ending says what: .html, .docx, .pdf or .json"),
    )
    parser.add_argument(
        "--assessment",
        metavar="ID",
        default="",
        help=_("only in this assessment, as “list” shows it, where a name is in several"),
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say where it is; nothing that is in it is shown."""
    from collabkit.services import open_services
    from collabkit.services.recovery import check_is_not_gone

    folder: DataFolder = unlocked_folder(arguments)
    check_is_not_gone(folder)
    if not folder.database.exists():
        raise _nobody(arguments.who)
    path = Path(arguments.to).expanduser().absolute()
    services = open_services(folder, read_only=True)
    try:
        sheet = _the_one(services, arguments.who, arguments.assessment)
        files = services.person_files
        files.write(sheet.assessment_id, sheet.participant_id, path, date.today())
    finally:
        services.close()
    write(_("Saved to {path}").format(path=path))
    write(
        _(
            "Make sure that it was really this person who asked, and give the file to nobody else: "
            "what people answered is hidden from the others."
        )
    )
    return EXIT_OK


def _the_one(services: "Services", who: str, assessment_id: str) -> "FoundSheet":
    try:
        found = services.person_files.sheets_of(who, assessment_id)
    except KeyError as error:
        raise InvalidInputError(
            _(
                "There is no assessment “{id}” here. The command “collabkit list” shows them."
            ).format(id=assessment_id)
        ) from error
    if not found:
        raise _nobody(who)
    if len(found) > 1:
        raise InvalidInputError(
            _(
                "“{name}” is on more than one sheet. Please say which, by its code in place of the "
                "name, or name the assessment with --assessment."
            ).format(name=who),
            tuple(
                _("{code}: {charity}, {title}, in the assessment {id}").format(
                    code=sheet.participant_id,
                    charity=sheet.charity,
                    title=sheet.title,
                    id=sheet.assessment_id,
                )
                for sheet in found
            ),
        )
    return found[0]


def _nobody(who: str) -> InvalidInputError:
    return InvalidInputError(
        _(
            "There is no sheet here with the name or the code “{name}”. Please look at the "
            "spelling: the page Privacy of the assessment shows the names of its sheets."
        ).format(name=who)
    )
