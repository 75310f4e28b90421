"""``collabkit export``: an assessment or a whole charity as a file of the kind its name tells."""

import argparse
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.cli import EXIT_OK
from collabkit.cli.output import complain, pages_counted, write
from collabkit.cli.paper import add_paper
from collabkit.cli.unlocking import unlocked_folder
from collabkit.errors import InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder

if TYPE_CHECKING:
    from collabkit.services import Services

_KINDS = _(
    "where to write it; the ending says what: .pdf, .html, .docx (to edit), .xlsx, .csv, .ics "
    "(the days of the plan), .json, or .collabkit (everything, for another computer)"
)


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "export", parents=parents, help=_("write an assessment, its plan or everything to a file")
    )
    parser.add_argument(
        "id",
        metavar="ID",
        help=_(
            "which assessment, as “list” shows it, or which charity, as “list --charities” does"
        ),
    )
    parser.add_argument("--to", metavar="FILE", required=True, help=_KINDS)
    much = parser.add_mutually_exclusive_group()
    much.add_argument("--summary", action="store_true", help=_("one page instead of everything"))
    much.add_argument("--plan", action="store_true", help=_("the plan alone"))
    much.add_argument(
        "--scrubbed",
        action="store_true",
        help=_(
            "a charity's counts for its network: no names, no notes, no small groups; only with "
            "the window closed"
        ),
    )
    notes = parser.add_mutually_exclusive_group()
    notes.add_argument(
        "--with-notes",
        action="store_true",
        help=_("with notes and evidence, which documents usually leave out"),
    )
    notes.add_argument(
        "--without-notes",
        action="store_true",
        help=_("a .collabkit file without notes and evidence, which it usually has"),
    )
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help=_("lock a .collabkit file with the first line of this file"),
    )
    parser.add_argument(
        "--contact",
        nargs=2,
        metavar=("NAME", "DETAILS"),
        help=_("with --scrubbed: let the network pass on who you are and how to reach you"),
    )
    add_paper(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Write the file and say where it is."""
    from collabkit.services.bundles import ENDING
    from collabkit.services.recovery import check_is_not_gone

    _check(arguments)
    folder = unlocked_folder(arguments)
    check_is_not_gone(folder)
    if not folder.database.exists():
        raise _unknown(arguments.id)
    path = Path(arguments.to).expanduser().absolute()
    is_bundle = path.suffix.casefold() == ENDING and not arguments.scrubbed
    services = _opened(folder, is_bundle=is_bundle, is_scrubbed=arguments.scrubbed)
    try:
        if arguments.scrubbed:
            _scrubbed(services, arguments, path)
        elif is_bundle:
            _bundle(services, arguments, path)
        else:
            _document(services, arguments, path)
    except KeyError:
        raise _unknown(arguments.id) from None
    finally:
        services.close()
    return EXIT_OK


def _opened(folder: DataFolder, *, is_bundle: bool, is_scrubbed: bool) -> "Services":
    """Open the database; a group's picture goes out only if it can be kept who is in it.

    Beside an open window, which alone may write, a document has the picture that was shown before.
    Counts for a network wait until it is closed: once sent, nothing can be taken back.
    """
    from collabkit.cli.opened import opened_for_writing
    from collabkit.services import AlreadyOpenError, open_services

    if is_bundle:
        return open_services(folder, read_only=True)
    try:
        return opened_for_writing(folder)
    except AlreadyOpenError:
        if is_scrubbed:
            raise
        return open_services(folder, read_only=True)


def _check_shown(services: "Services", assessment_id: str) -> None:
    picture = services.results.picture(assessment_id)
    if picture.waiting and not picture.responses:
        raise InvalidInputError(
            _(
                "The results of “{title}” have not been shown yet, and while another window of "
                "collabkit is open, it cannot be kept here whose answers are in them. Nothing was "
                "written. Please look at them in that window first, or close it."
            ).format(title=picture.assessment.title)
        )


def _check(arguments: argparse.Namespace) -> None:
    """Raise ``InvalidInputError`` for options that do not go together."""
    from collabkit.services.group_files import ENDING

    name = Path(arguments.to).name.casefold()
    is_bundle = name.endswith(".collabkit")
    if arguments.scrubbed and not name.endswith(ENDING):
        raise InvalidInputError(
            _("Please let the name of a file for a network end in {ending}.").format(ending=ENDING)
        )
    if arguments.scrubbed and arguments.with_notes:
        raise InvalidInputError(
            _("Notes never go into a file for a network. Please leave out --with-notes.")
        )
    if arguments.passphrase_file and not is_bundle:
        raise InvalidInputError(
            _("Only a .collabkit file can be locked. Please leave the passphrase out.")
        )
    if is_bundle and (arguments.summary or arguments.plan):
        raise InvalidInputError(
            _("A .collabkit file holds everything. Please leave out --summary and --plan.")
        )
    if arguments.contact and not arguments.scrubbed:
        raise InvalidInputError(_("A contact goes only into a file for a network (--scrubbed)."))


def _document(services: "Services", arguments: argparse.Namespace, path: Path) -> None:
    from collabkit.services.export_formats import Content
    from collabkit.services.exports import Paper

    if any(charity.id == arguments.id for charity in services.charities.all()):
        raise InvalidInputError(
            _(
                "A whole charity goes into a .collabkit file only. Please choose such a name, or "
                "one of its assessments; the command “collabkit list” shows them."
            )
        )
    content = Content.PLAN if arguments.plan else Content.SUMMARY if arguments.summary else None
    _check_shown(services, arguments.id)
    exported = services.exports.export(
        arguments.id,
        path,
        date.today(),
        content=content,
        with_notes=arguments.with_notes,
        paper=Paper(arguments.paper),
    )
    if exported.pages:
        pages = pages_counted(exported.pages)
        write(_("Exported {pages} to {path}").format(pages=pages, path=exported.path))
    else:
        write(_("Exported to {path}").format(path=exported.path))


def _bundle(services: "Services", arguments: argparse.Namespace, path: Path) -> None:
    from collabkit.services.bundles import Wanted, if_forgotten, passphrase_in

    is_charity = any(charity.id == arguments.id for charity in services.charities.all())
    wanted = Wanted(
        charity_id=arguments.id if is_charity else "",
        assessment_id="" if is_charity else arguments.id,
        with_notes=not arguments.without_notes,
    )
    passphrase = None
    if arguments.passphrase_file:
        passphrase = passphrase_in(Path(arguments.passphrase_file).expanduser())
        complain(if_forgotten())
    for line in services.bundles.describe(wanted, date.today(), is_locked=passphrase is not None):
        write(line)
    services.bundles.write(wanted, path, date.today(), passphrase)
    write(_("Exported to {path}").format(path=path))


def _scrubbed(services: "Services", arguments: argparse.Namespace, path: Path) -> None:
    from collabkit.services.group_files import GroupContact

    charity_id = arguments.id
    chosen: tuple[str, ...] = ()
    if not any(charity.id == charity_id for charity in services.charities.all()):
        charity_id = services.assessments.get(arguments.id).charity_id
        chosen = (arguments.id,)
    preview = services.group_files.preview(charity_id, chosen, date.today())
    for caution in preview.cautions:
        complain(caution)
    for one in preview.going:
        write(
            _("Goes along: {title} ({pack}). {what}").format(
                title=one.title, pack=one.pack_title, what=one.what
            )
        )
    for other in preview.staying:
        write(
            _("Stays here: {title} ({pack}). {why}").format(
                title=other.title, pack=other.pack_title, why=other.why
            )
        )
    contact = GroupContact(*arguments.contact) if arguments.contact else None
    services.group_files.write(preview, path, contact)
    write(_("Exported to {path}").format(path=path))


def _unknown(what: str) -> InvalidInputError:
    return InvalidInputError(
        _(
            "There is no assessment and no charity “{id}” here. The command “collabkit list” "
            "shows them."
        ).format(id=what)
    )
