"""``collabkit self-test``: is everything there, and does it work on this computer?"""

import argparse
import os
import tempfile
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from collabkit.cli import EXIT_FAILED, EXIT_OK
from collabkit.cli.output import write
from collabkit.errors import CollabkitError
from collabkit.i18n import _
from collabkit.paths import DataFolder

if TYPE_CHECKING:
    from collabkit.services import Services

_ITEM = "POW-1"
_LEAST_PDF = 10_000  # bytes; the fonts alone take more


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "self-test",
        parents=parents,
        help=_("check that everything is there and works; your data is not touched"),
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Try each part in a temporary folder and print a line for each."""
    with tempfile.TemporaryDirectory(prefix="collabkit-self-test-") as name:
        steps = _Steps(Path(name))
        checks: tuple[tuple[str, Callable[[], str]], ...] = (
            (_("questionnaires"), steps.resources),
            (_("fonts"), steps.fonts),
            (_("database"), steps.database),
            (_("one answer"), steps.answer),
            (_("one score"), steps.score),
            (_("one PDF"), steps.pdf),
            (_("one window"), steps.window),
        )
        failed = 0
        for label, check in checks:
            try:
                seen, sign = check(), _("ok")
            except Exception as error:
                failed += 1
                seen = str(error) if isinstance(error, CollabkitError) else repr(error)
                sign = _("FAILED")
            write(f"{sign:8}{label}: {seen}")
        steps.close()
    return EXIT_FAILED if failed else EXIT_OK


class _Steps:
    """Each step stands on the one before; each returns what it saw."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._folder = DataFolder(place / "data")
        self._services: Services | None = None
        self._assessment_id = ""

    def resources(self) -> str:
        from collabkit.services.packs import builtin_packs

        return ", ".join(
            f"{pack.id} {pack.version} ({len(pack.statements)})" for pack in builtin_packs()
        )

    def fonts(self) -> str:
        from collabkit.assets import resource

        files = sorted(resource("fonts").glob("*.ttf"))
        if not files:
            raise CollabkitError(_("The fonts are missing. Please install collabkit again."))
        return ", ".join(path.stem for path in files)

    def database(self) -> str:
        from collabkit.services import open_services

        self._services = open_services(self._folder)
        return self._folder.database.name

    def answer(self) -> str:
        from collabkit.assessments.assessment import Response, Selection
        from collabkit.assessments.pack import Respondent
        from collabkit.services.packs import builtin_pack

        services = self._opened()
        charity = services.charities.add("Sample Charity", is_sample=True)
        sitting = services.assessments.start_alone(
            charity.id,
            builtin_pack("five-themes"),
            Selection.CORE,
            Respondent.TRUSTEE,
            "Self-test",
            date.today(),
        )
        self._assessment_id = sitting.assessment.id
        problems: list[CollabkitError | None] = []
        services.responses.record(
            sitting.pack, Response(sitting.participant.id, _ITEM, "4"), problems.append
        )
        services.responses.flush()
        if problems != [None]:
            raise problems[0] or CollabkitError(_("The answer was not saved."))
        (kept,) = services.assessments.responses(sitting.assessment.id)
        return f"{kept.item_id} = {kept.answer}"

    def score(self) -> str:
        result = self._opened().results.picture(self._assessment_id).results.item(_ITEM)
        if result.mean is None or result.band is None:
            raise CollabkitError(_("No score came out."))
        return f"{_ITEM}: {float(result.mean):.1f}, {result.band}"

    def pdf(self) -> str:
        path = self._place / "plan.pdf"
        exported = self._opened().exports.export_plan(
            self._assessment_id, path, date.today(), with_notes=True
        )
        size = path.stat().st_size
        if size < _LEAST_PDF:
            raise CollabkitError(_("The PDF is too small to be whole."))
        return f"{exported.pages} pages, {size // 1024} kB"

    def window(self) -> str:
        from collabkit.pictures import Shot, draw_shots

        self.close()
        # Opening reads the database anew, as at every start.
        (picture,) = draw_shots(self._folder, self._place, (Shot("window", "home"),))
        return f"{picture.stat().st_size // 1024} kB, {os.environ['QT_QPA_PLATFORM']}"

    def close(self) -> None:
        """Let go of the database, if it is open."""
        if self._services is not None:
            self._services.close()
            self._services = None

    def _opened(self) -> "Services":
        if self._services is None:
            raise CollabkitError(_("The database could not be opened."))
        return self._services
