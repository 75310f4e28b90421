"""``collabkit import``: files that somebody sent, looked at first, then taken in whole or not."""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from collabkit.cli import EXIT_BAD_INPUT, EXIT_OK
from collabkit.cli.output import complain, write
from collabkit.cli.unlocking import unlocked_folder
from collabkit.errors import InvalidInputError
from collabkit.i18n import _, ngettext
from collabkit.paths import DataFolder

if TYPE_CHECKING:
    from collabkit.services import Services
    from collabkit.services.found_files import Found
    from collabkit.services.return_preview import PreviewedSheet


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "import",
        parents=parents,
        help=_("take in answers that came back, or everything from another computer"),
    )
    parser.add_argument(
        "files",
        metavar="FILE",
        nargs="+",
        help=_("answer files, filled forms, tables of answers (.csv), or .collabkit files"),
    )
    parser.add_argument(
        "--dry-run", action="store_true", help=_("say what would be taken in, and take in nothing")
    )
    parser.add_argument(
        "--assessment",
        metavar="ID",
        help=_("to which assessment tables of answers belong; they do not say it themselves"),
    )
    parser.add_argument(
        "--passphrase-file",
        metavar="FILE",
        help=_("the passphrase of a locked .collabkit file, in the first line of this file"),
    )
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """Look at all files, say what becomes of each, and take them in unless one cannot be used."""
    from collabkit.cli.opened import opened_for_writing
    from collabkit.services import open_services
    from collabkit.services.file_kinds import look_at
    from collabkit.services.recovery import check_is_not_gone

    folder = unlocked_folder(arguments)
    check_is_not_gone(folder)
    if arguments.dry_run and not folder.database.exists():
        return _look_from_nowhere(arguments)
    # Looking changes nothing, so it can be done beside an open window.
    services = (
        open_services(folder, read_only=True) if arguments.dry_run else opened_for_writing(folder)
    )
    try:
        paths = [Path(name).expanduser().absolute() for name in arguments.files]
        found = [look_at(services, path) for path in paths]
        answers, bundles, unfit = _sorted(services, found, arguments.assessment)
        for each in unfit:
            complain(each)
        taking: list[_Returns | _Bundle] = [
            *_returns(services, answers),
            *_bundles(services, bundles, arguments),
        ]
        if unfit or not all(one.fits for one in taking):
            complain(_("Nothing was taken in."))
            return EXIT_BAD_INPUT
        if arguments.dry_run:
            for one in taking:
                if one.outlook:
                    write(one.outlook)
            write(_("This was only looked at. Nothing was taken in."))
            return EXIT_OK
        for one in taking:
            one.take()
    finally:
        services.close()
    return EXIT_OK


def _look_from_nowhere(arguments: argparse.Namespace) -> int:
    """Look at files where nothing is kept yet, and leave it so."""
    from collabkit.services import open_services

    with TemporaryDirectory(prefix="collabkit-") as empty:
        arguments.data_dir = empty
        open_services(DataFolder(Path(empty))).close()
        return run(arguments)


class _Returns:
    """Sheets that came back for one assessment."""

    def __init__(self, services: "Services", assessment_id: str, paths: Sequence[Path]) -> None:
        self._services = services
        self._preview = services.returns.preview(assessment_id, list(paths))
        for sheet in self._preview.sheets:
            _tell(sheet)

    @property
    def fits(self) -> bool:
        """Whether every sheet is taken, or came already."""
        return all(s.verdict.is_taken or s.verdict.is_here for s in self._preview.sheets)

    @property
    def outlook(self) -> str:
        """What there would be to see with them; nothing if there is nothing to take in."""
        return self._preview.outlook if self._preview.to_take else ""

    def take(self) -> None:
        """Take them in and say how many there were."""
        taken = self._services.returns.take(self._preview, date.today())
        number = taken.new + taken.newer
        write(
            ngettext(
                "{number} sheet was taken in.", "{number} sheets were taken in.", number
            ).format(number=number)
            if number
            else _("There was nothing new. Nothing changed.")
        )
        # Only now, when it is on the disk.
        write(self._services.returns.preview(self._preview.assessment_id, []).outlook)


class _Bundle:
    """Everything from another computer, in one file."""

    def __init__(self, services: "Services", path: Path, passphrase: str | None) -> None:
        self._services = services
        self._preview = services.bundles.preview(path, passphrase)
        for line in self._preview.lines:
            write(line)

    @property
    def fits(self) -> bool:
        """Whether it can be taken over."""
        return not self._preview.refusal

    @property
    def outlook(self) -> str:
        """Nothing: its lines say all of it."""
        return ""

    def take(self) -> None:
        """Take over what is new and say so."""
        for line in self._services.bundles.take(self._preview).lines:
            write(line)


def _sorted(
    services: "Services", found: Sequence["Found"], assessment_id: str | None
) -> tuple[dict[str, list[Path]], list[Path], list[str]]:
    """Return the files with answers by assessment, the bundles, and what is wrong with others."""
    from collabkit.services.found_files import AnswersFound, BundleFound, NothingFound, TableFound

    answers: dict[str, list[Path]] = {}
    bundles: list[Path] = []
    unfit: list[str] = []
    for each in found:
        name = each.path.name
        match each:
            case AnswersFound() if each.assessment_id:
                answers.setdefault(each.assessment_id, []).append(each.path)
            case AnswersFound():
                unfit.append(
                    _("{name}: the assessment it was answered for is not on this computer.").format(
                        name=name
                    )
                )
            case TableFound() if assessment_id:
                answers.setdefault(_known(services, assessment_id), []).append(each.path)
            case TableFound():
                unfit.append(
                    _("{name}: please say with --assessment to which one it belongs.").format(
                        name=name
                    )
                )
            case BundleFound():
                bundles.append(each.path)
            case NothingFound():
                unfit.append(_("{name}: {reason}").format(name=name, reason=each.reason))
                unfit += [f"  {fault}" for fault in each.faults]
            case _:
                unfit.append(
                    _("{name}: please open this kind of file in the window.").format(name=name)
                )
    return answers, bundles, unfit


def _known(services: "Services", assessment_id: str) -> str:
    try:
        return services.assessments.get(assessment_id).id
    except KeyError:
        raise InvalidInputError(
            _(
                "There is no assessment “{id}” here. The command “collabkit list” shows them."
            ).format(id=assessment_id)
        ) from None


def _returns(services: "Services", answers: dict[str, list[Path]]) -> list[_Returns]:
    return [_Returns(services, assessment_id, paths) for assessment_id, paths in answers.items()]


def _bundles(
    services: "Services", paths: Sequence[Path], arguments: argparse.Namespace
) -> list[_Bundle]:
    from collabkit.services.bundles import passphrase_in

    passphrase = None
    if arguments.passphrase_file:
        passphrase = passphrase_in(Path(arguments.passphrase_file).expanduser())
    return [_Bundle(services, path, passphrase) for path in paths]


def _tell(sheet: "PreviewedSheet") -> None:
    told = write if sheet.verdict.is_taken or not sheet.reason else complain
    name = Path(sheet.file).name
    if sheet.verdict.is_taken:
        told(
            _("{name}: {whose}, {answered} of {of} answered.").format(
                name=name, whose=sheet.kept_as or sheet.whose, answered=sheet.answered, of=sheet.of
            )
        )
    if sheet.reason:
        told(_("{name}: {reason}").format(name=name, reason=sheet.reason))
    for fault in sheet.faults:
        told(f"  {fault}")
