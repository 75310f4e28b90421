"""``collabkit packs add, remove, export, template, schema``: questionnaires as files."""

import argparse
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.cli import EXIT_FAILED, EXIT_OK
from collabkit.cli.output import complain, write
from collabkit.i18n import _
from collabkit.paths import data_folder

if TYPE_CHECKING:
    from collabkit.services.own_packs import OwnPackService


def add_parsers(verbs: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the verbs to the parser."""
    add = verbs.add_parser(
        "add", parents=parents, help=_("add a questionnaire of your own, or a newer version of it")
    )
    add.add_argument("file", metavar="FILE", help=_("a TOML file or an .xlsx spreadsheet"))
    add.add_argument(
        "--replace", action="store_true", help=_("replace the one of the same id that is there")
    )
    add.set_defaults(run=run_add)

    remove = verbs.add_parser(
        "remove", parents=parents, help=_("take a questionnaire of your own away")
    )
    remove.add_argument("id", metavar="ID", help=_("which one, as “packs list” shows it"))
    remove.set_defaults(run=run_remove)

    export = verbs.add_parser(
        "export", parents=parents, help=_("write a questionnaire as TOML or as a spreadsheet")
    )
    export.add_argument("id", metavar="ID", help=_("which one, as “packs list” shows it"))
    export.add_argument(
        "--to", metavar="FILE", required=True, help=_("where to write it; ends in .toml or .xlsx")
    )
    _add_replace(export)
    export.set_defaults(run=run_export)

    template = verbs.add_parser(
        "template", parents=parents, help=_("write a spreadsheet to start your own from")
    )
    template.add_argument(
        "--to", metavar="FILE", required=True, help=_("where to write it; ends in .xlsx")
    )
    _add_replace(template)
    template.set_defaults(run=run_template)

    schema = verbs.add_parser(
        "schema", parents=parents, help=_("print the JSON Schema of questionnaires, for editors")
    )
    schema.set_defaults(run=run_schema)


def _add_replace(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--replace", action="store_true", help=_("write over a file of that name that is there")
    )


def run_add(arguments: argparse.Namespace) -> int:
    """Add the pack; one of the same id is replaced only on request."""
    from collabkit.services.own_packs import is_not_higher

    installed = _service(arguments).install(_path(arguments.file), replace=arguments.replace)
    pack, older = installed.pack, installed.older
    if not installed.is_done:
        complain(
            _(
                "There is a questionnaire “{id}” already ({title}, version {version}). Nothing "
                "was changed. To replace it, add --replace; what was answered with it stays."
            ).format(
                id=pack.id,
                title=older.title if older else pack.id,
                version=older.version if older else "?",
            )
        )
        return EXIT_FAILED
    said = _("Added: {title}, version {version}. It can be chosen as “{id}”.")
    if older:
        said = _("Replaced: {title} is now version {version}. It can be chosen as “{id}”.")
    write(said.format(title=pack.title, version=pack.version, id=pack.id))
    if older and is_not_higher(pack.version, older.version):
        write(
            _(
                "Worth a thought: the older one was version {older}. Give each change a higher "
                "version, so that people can tell them apart."
            ).format(older=older.version)
        )
    return EXIT_OK


def run_remove(arguments: argparse.Namespace) -> int:
    """Take the pack away."""
    removed = _service(arguments).remove(arguments.id)
    write(
        _("Removed: {title}. What was answered with it can still be read.").format(
            title=removed.title
        )
    )
    return EXIT_OK


def run_export(arguments: argparse.Namespace) -> int:
    """Write the pack and say where it is."""
    path = _path(arguments.to)
    if not _is_written(
        partial(_service(arguments).export, arguments.id, path, replace=arguments.replace)
    ):
        return EXIT_FAILED
    write(_("Exported {id} to {path}").format(id=arguments.id, path=path))
    return EXIT_OK


def run_template(arguments: argparse.Namespace) -> int:
    """Write the template and say where it is."""
    path = _path(arguments.to)
    if not _is_written(partial(_service(arguments).save_template, path, replace=arguments.replace)):
        return EXIT_FAILED
    write(_("The template is at {path}").format(path=path))
    return EXIT_OK


def run_schema(_arguments: argparse.Namespace) -> int:
    """Print the schema, as ``resources/schemas/pack.schema.json`` has it."""
    from collabkit.services.own_packs import schema_text

    write(schema_text().rstrip("\n"))
    return EXIT_OK


def _is_written(work: Callable[[], None]) -> bool:
    """Do ``work``; complain instead if a file is in its way."""
    from collabkit.services.own_packs import FileThereError

    try:
        work()
    except FileThereError as error:
        complain(_("{sentence} To write over it, add --replace.").format(sentence=error))
        return False
    return True


def _service(arguments: argparse.Namespace) -> "OwnPackService":
    from collabkit.services.own_packs import OwnPackService

    return OwnPackService(data_folder(arguments.data_dir))


def _path(name: str) -> Path:
    return Path(name).expanduser().absolute()
