"""``collabkit packs list``: all questionnaires that can be chosen."""

import argparse
import json
import shlex
from typing import TYPE_CHECKING, Any

from collabkit.cli import EXIT_OK
from collabkit.cli.output import complain, write
from collabkit.i18n import _, ngettext
from collabkit.paths import data_folder

if TYPE_CHECKING:
    from collabkit.assessments.pack import Pack


def add_parsers(verbs: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the verb to the parser."""
    parser = verbs.add_parser(
        "list", parents=parents, help=_("list all questionnaires that can be chosen")
    )
    parser.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the packs in the order in which they are offered."""
    from collabkit.services.own_packs import OwnPackService
    from collabkit.services.packs import builtin_packs

    service = OwnPackService(data_folder(arguments.data_dir))
    own = service.packs()
    for path in service.damaged():
        complain(
            _(
                "The file {name} cannot be used as a questionnaire, so it is not listed. To see "
                "why, type: collabkit packs check {path}"
            ).format(name=path.name, path=shlex.quote(str(path)))
        )
    packs = [*((pack, False) for pack in builtin_packs()), *((pack, True) for pack in own)]
    if arguments.json:
        rows = [_row(pack, is_own=is_own) for pack, is_own in packs]
        write(json.dumps(rows, ensure_ascii=True, indent=1))
        return EXIT_OK
    for pack, is_own in packs:
        write(_lines(pack, is_own=is_own))
    return EXIT_OK


def _row(pack: "Pack", *, is_own: bool) -> dict[str, Any]:
    return {
        "id": pack.id,
        "name": pack.title,
        "version": pack.version,
        "items": len(pack.statements),
        "minutes": pack.minutes_full,
        "minutes_short": pack.minutes_short,
        "form": _kinds(pack),
        "outcome": str(pack.outcome.kind),
        "own": is_own,
    }


def _lines(pack: "Pack", *, is_own: bool) -> str:
    count = len(pack.statements)
    facts = (
        _("version {version}").format(version=pack.version),
        ngettext("{number} statement", "{number} statements", count).format(number=count),
        ngettext("{number} minute", "{number} minutes", pack.minutes_full).format(
            number=pack.minutes_full
        ),
        _("answers: {kinds}").format(kinds=", ".join(_kinds(pack))),
        _("outcome: {kind}").format(kind=pack.outcome.kind),
        _("your own") if is_own else _("built in"),
    )
    return f"{pack.id}  {pack.title}\n    {', '.join(facts)}"


def _kinds(pack: "Pack") -> list[str]:
    """Return the kinds of form that its statements use, each once."""
    return list(dict.fromkeys(str(pack.form_of(item).kind) for item in pack.items))
