"""``collabkit packs check``: is a questionnaire in order?"""

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.cli import EXIT_BAD_INPUT, EXIT_OK
from collabkit.cli.output import complain, write
from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _, ngettext
from collabkit.paths import data_folder

if TYPE_CHECKING:
    from collabkit.assessments.pack import Pack


def add_parsers(verbs: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the verb to the parser."""
    parser = verbs.add_parser(
        "check", parents=parents, help=_("check questionnaires and list every fault")
    )
    parser.add_argument(
        "files", metavar="FILE", nargs="+", help=_("a pack as a TOML file or an .xlsx spreadsheet")
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print what each pack holds and what to think about; every fault goes to standard error."""
    from collabkit.services.own_packs import OwnPackService

    service = OwnPackService(data_folder(arguments.data_dir))
    status = EXIT_OK
    for name in arguments.files:
        path = Path(name).expanduser()
        try:
            check = service.check(path)
        except EnvironmentProblemError as error:  # no such file: what was handed in does not fit
            complain(str(error))
            status = EXIT_BAD_INPUT
            continue
        if check.pack is None:
            complain(*check.faults)
            complain(_("{name}: there may be more once this is mended.").format(name=path.name))
            status = EXIT_BAD_INPUT
            continue
        count = len(check.pack.statements)
        write(
            ngettext(
                "{name}: in order. {title}, version {version}, {count} statement.",
                "{name}: in order. {title}, version {version}, {count} statements.",
                count,
            ).format(
                name=path.name, title=check.pack.title, version=check.pack.version, count=count
            )
        )
        for warning in check.warnings:
            write(_("Worth a thought: {warning}").format(warning=warning))
        if _is_taken(check.pack):
            write(
                _(
                    "{name}: the id “{id}” belongs to a questionnaire that comes with collabkit. "
                    "Before this one can be added, it needs another id."
                ).format(name=path.name, id=check.pack.id)
            )
    return status


def _is_taken(pack: "Pack") -> bool:
    """Tell whether another pack, which comes with the program, has the id of ``pack``."""
    from collabkit.services.packs import builtin_file, builtin_pack

    return builtin_file(pack.id) is not None and builtin_pack(pack.id).digest != pack.digest
