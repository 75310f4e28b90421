"""``collabkit demo``: the sample assessment from the first answer to the printed plan."""

import argparse
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.cli import EXIT_OK
from collabkit.cli.output import pages_counted, write
from collabkit.cli.paper import add_paper
from collabkit.cli.unlocking import unlocked_folder
from collabkit.errors import EnvironmentProblemError, InvalidInputError
from collabkit.i18n import _
from collabkit.paths import DataFolder

if TYPE_CHECKING:
    from collabkit.assessments.pack import Pack
    from collabkit.pictures import Shot
    from collabkit.services.exports import Exported

_PDF_NAME = "sample-plan.pdf"
_ALL = "all"


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
    what = parser.add_mutually_exclusive_group()
    what.add_argument(
        "--workshop",
        action="store_true",
        help=_(
            "hold a sample away-day in the room: its papers, and a picture of every state as the "
            "facilitator and as the room sees it"
        ),
    )
    what.add_argument(
        "--pack",
        metavar="PACK",
        help=_(
            "show this questionnaire: bid-check, for example, or “all” for each in a folder of "
            "its own; usually the five themes with everything around them"
        ),
    )
    add_paper(parser)
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Make the plan and the pictures, and print where they are."""
    target = _made(Path(arguments.out).expanduser().absolute())
    paper = arguments.paper
    if arguments.workshop:
        run_in = partial(_hold_workshop, paper)
    elif arguments.pack is None:
        run_in = partial(_run_in, paper)
    else:
        run_in = partial(_show_packs, paper, arguments.pack)
    if arguments.data_dir:
        return run_in(unlocked_folder(arguments), target)
    with tempfile.TemporaryDirectory(prefix="collabkit-demo-") as folder:
        return run_in(DataFolder(Path(folder)), target)


def _run_in(paper: str, folder: DataFolder, target: Path) -> int:
    from collabkit.pictures import draw_shots, sample_shots
    from collabkit.services import open_services
    from collabkit.services.exports import Paper
    from collabkit.services.sample import ensure_sample

    today = date.today()
    services = open_services(folder)
    try:
        assessment_id = ensure_sample(services, today)
        exported = services.exports.export_plan(
            assessment_id, target / _PDF_NAME, today, with_notes=True, paper=Paper(paper)
        )
    finally:
        services.close()
    pictures = draw_shots(folder, target, sample_shots(assessment_id))
    _tell(pictures, [exported])
    return EXIT_OK


def _hold_workshop(paper: str, folder: DataFolder, target: Path) -> int:
    from collabkit.cli.demo_workshop import hold

    return hold(paper, folder, target)


def _show_packs(paper: str, name: str, folder: DataFolder, target: Path) -> int:
    """Fill in the sample of one pack, or of each; write its plan and draw its screens."""
    from collabkit.pictures import draw_shots
    from collabkit.services import open_services
    from collabkit.services.exports import Paper
    from collabkit.services.packs import builtin_packs
    from collabkit.services.sample import fill_sample

    packs = builtin_packs() if name == _ALL else (_with_sample(name),)
    today = date.today()
    services = open_services(folder)
    shots: list[Shot] = []
    exports: list[Exported] = []
    try:
        for pack in packs:
            mirrored = pack.outcome.settings.get("mirrors_pack")
            if mirrored:  # there is nothing to lay beside the answers otherwise
                fill_sample(services, mirrored, today)
            assessment_id = fill_sample(services, pack.id, today)
            path = _made(target / pack.id) / f"{pack.id}-plan.pdf"
            exports.append(
                services.exports.export_plan(
                    assessment_id, path, today, with_notes=True, paper=Paper(paper)
                )
            )
            sheet = services.assessments.participants(assessment_id)[0]
            shots += _shots_of(pack, assessment_id, sheet.id)
    finally:
        services.close()
    _tell(draw_shots(folder, target, tuple(shots)), exports)
    return EXIT_OK


def _with_sample(name: str) -> "Pack":
    """Return the pack with the id ``name``; for any but those with a sample, say what to do."""
    from collabkit.services.packs import builtin_cards, builtin_file, builtin_pack

    if builtin_file(name) is None:
        raise InvalidInputError(
            _(
                "There are sample answers only for the questionnaires that come with collabkit: "
                "{known}. One of your own can be tried in the window: look at it under "
                "“Questionnaires” and choose “Try it with the sample charity”."
            ).format(known=", ".join(card.id for card in builtin_cards()))
        )
    return builtin_pack(name)


def _shots_of(pack: "Pack", assessment_id: str, sheet_id: str) -> "Iterator[Shot]":
    """Yield what is worth seeing of an assessment with ``pack``: one statement of each form, what
    is for each person alone, the whole of the results, and the plan.
    """
    from collabkit.pictures import Shot

    of_it = {"assessment_id": assessment_id}
    on_sheet = {**of_it, "sheet_id": sheet_id}
    forms: dict[str, str] = {}
    for item in pack.items:
        if "about" not in item.marks and not item.marks.get("private"):
            forms.setdefault(item.form, item.id)
    shots = [
        Shot(f"questionnaire-{form}", "questionnaire", {**on_sheet, "item_id": item_id})
        for form, item_id in forms.items()
    ]
    if any(item.marks.get("private") for item in pack.items):
        shots.append(Shot("for-yourself", "personal", on_sheet))
    shots += [Shot("results", "results", of_it, whole=True), Shot("plan", "plan", of_it)]
    for number, shot in enumerate(shots, start=1):
        yield replace(shot, name=f"{pack.id}/{number}-{shot.name}")


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise EnvironmentProblemError(
            _("The folder {folder} cannot be made. Please choose another one.").format(
                folder=folder
            )
        ) from error
    return folder


def _tell(pictures: Iterable[Path], exports: "Iterable[Exported]") -> None:
    for picture in pictures:
        write(str(picture))
    for exported in exports:
        pages = pages_counted(exported.pages)
        write(_("The sample plan ({pages}): {path}").format(pages=pages, path=exported.path))
