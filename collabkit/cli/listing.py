"""``collabkit list``: the assessments on this computer."""

import argparse
import json
from typing import TYPE_CHECKING, Any

from collabkit.assessments.sentences import answered_so_far
from collabkit.cli import EXIT_OK
from collabkit.cli.output import write
from collabkit.cli.unlocking import unlocked_folder
from collabkit.dates import day
from collabkit.i18n import _
from collabkit.paths import DataFolder

if TYPE_CHECKING:
    from collabkit.assessments.charity import Charity
    from collabkit.services.assessments import Summary


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "list", parents=parents, help=_("list the assessments on this computer")
    )
    parser.add_argument("--json", action="store_true", help=_("as JSON, for other programs"))
    parser.add_argument(
        "--charities", action="store_true", help=_("list the charities instead of the assessments")
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Print the assessments, the most recently touched first."""
    from collabkit.services import open_services
    from collabkit.services.recovery import check_is_not_gone

    folder = unlocked_folder(arguments)
    check_is_not_gone(folder)
    if arguments.charities:
        return _list_charities(folder, as_json=arguments.json)
    summaries: tuple[Summary, ...] = ()
    titles: dict[str, str] = {}
    if folder.database.exists():
        services = open_services(folder, read_only=True)
        try:
            summaries = services.assessments.summaries()
            for summary in summaries:
                pack = services.assessments.pack_of(summary.assessment)
                titles[summary.assessment.id] = pack.title
        finally:
            services.close()
    if arguments.json:
        rows = [
            {
                "id": s.assessment.id,
                "charity": s.charity_name,
                "pack": s.assessment.pack_id,
                "title": s.assessment.title,
                "started": s.assessment.started.isoformat(),
                "answered": s.session.voted if s.session else s.answered,
                "of": s.session.statements if s.session else s.total,
                **({"session": s.session.session_id} if s.session else {}),
            }
            for s in summaries
        ]
        write(json.dumps(rows, ensure_ascii=True, indent=1))
        return EXIT_OK
    if not summaries:
        write(_("No assessments yet. Start one in the window: collabkit"))
        return EXIT_OK
    for summary in summaries:
        assessment = summary.assessment
        started = _("started {date}").format(date=day(assessment.started))
        answered = answered_so_far(summary.answered, summary.total)
        if summary.participants > 1:
            answered = _("{sheets} sheets with {answered} of {total} answers").format(
                sheets=summary.participants, answered=summary.answered, total=summary.total
            )
        if summary.session:
            answered = _("{voted} of {number} statements voted on in the room").format(
                voted=summary.session.voted, number=summary.session.statements
            )
        write(
            f"{assessment.id}  {summary.charity_name} · {assessment.title}\n"
            f"    {titles[assessment.id]}, {started}, {answered}"
        )
    return EXIT_OK


def _list_charities(folder: DataFolder, *, as_json: bool) -> int:
    from collabkit.services import open_services

    charities: tuple[Charity, ...] = ()
    if folder.database.exists():
        services = open_services(folder, read_only=True)
        try:
            charities = services.charities.all()
        finally:
            services.close()
    if as_json:
        rows = [{"id": charity.id, "name": charity.name} for charity in charities]
        write(json.dumps(rows, ensure_ascii=True, indent=1))
    elif not charities:
        write(_("No charities yet. Add one in the window: collabkit"))
    else:
        for charity in charities:
            write(f"{charity.id}  {charity.name}")
    return EXIT_OK
