"""``collabkit restore``: goes back to a safety copy; what is there now is kept first."""

import argparse
import sys
from datetime import date
from typing import TYPE_CHECKING, Any

from collabkit.cli import EXIT_BAD_INPUT, EXIT_FAILED, EXIT_OK
from collabkit.cli.output import complain, write
from collabkit.cli.text_table import table_lines
from collabkit.cli.unlocking import opened_copy, unlocked_folder
from collabkit.errors import DataRefusedError
from collabkit.i18n import _
from collabkit.paths import DataFolder

if TYPE_CHECKING:
    from collabkit.services.safety import Looked

_YES = "yes"
_EVERYTHING = "everything"
_WIDTH = 80


def add_parser(commands: Any, parents: list[argparse.ArgumentParser]) -> None:
    """Add the command to the parser."""
    parser = commands.add_parser(
        "restore",
        parents=parents,
        help=_("go back to a safety copy; what is there now is kept as a copy first"),
    )
    parser.add_argument(
        "copy",
        metavar="COPY",
        nargs="?",
        help=_(
            "“latest”, the number or the name of a copy in the list, or a file elsewhere; "
            "“everything” for all that was saved, where the data is damaged, older or gone; "
            "without it the copies are listed"
        ),
    )
    parser.add_argument("--list", action="store_true", help=_("list the copies, the newest first"))
    parser.add_argument(
        "--dry-run", action="store_true", help=_("say what would be put back, and change nothing")
    )
    parser.add_argument("--yes", action="store_true", help=_("do not ask; for scripts"))
    parser.set_defaults(run=run)


def run(arguments: argparse.Namespace) -> int:
    """List the copies, or compare one with what is there and put it back."""
    folder = unlocked_folder(arguments)
    if arguments.list or arguments.copy is None:
        return _list(folder)
    if arguments.copy == _EVERYTHING:
        return _put_everything_back(arguments, folder)
    from collabkit.services.locked_copies import (
        look_into_opened,
        put_back_locked,
        what_becomes_of,
    )
    from collabkit.services.putting_back import contents_here, find_copy, put_back
    from collabkit.services.safety import look_into
    from collabkit.services.safety_words import counted

    copy = find_copy(folder, arguments.copy, date.today())
    looked, opened = look_into(copy, folder), None
    if looked.is_locked:
        opened = opened_copy(arguments, folder, copy)
        looked = look_into_opened(opened)
    _compare(folder, looked)
    if opened is not None:
        write(what_becomes_of(folder, contents_here(folder)))
    status = _status_without(
        arguments,
        _(
            "Everything goes back to what is in the copy; what is there now is kept as a copy "
            "first."
        ),
    )
    if status is not None:
        return status
    if opened is not None:
        done = put_back_locked(folder, opened, date.today()).done
    else:
        done = put_back(folder, copy, date.today())
    write(
        _("“{name}” was put back: {contents}.").format(name=copy.name, contents=counted(done.after))
    )
    if done.again:
        write(done.again)
    if done.kept is not None:
        write(_("What was there before is kept as “{name}”.").format(name=done.kept.path.name))
    return EXIT_OK


def _put_everything_back(arguments: argparse.Namespace, folder: DataFolder) -> int:
    from collabkit.services.recovery import put_everything_back
    from collabkit.services.recovery_words import put_back_words
    from collabkit.services.way_on import (
        check_can_be_opened,
        findings_here,
        way_on,
        what_can_be_put_back,
    )

    today = date.today()
    findings = findings_here(folder, today)
    if findings is None:
        check_can_be_opened(folder)
        write(_("Nothing is missing or damaged here, so nothing was changed."))
        return EXIT_OK
    if findings.best is None:
        complain(way_on(findings, folder, today))
        return EXIT_FAILED
    write(what_can_be_put_back(findings, today))
    status = _status_without(arguments, _("The file that is there now is kept as well."))
    if status is not None:
        return status
    write(put_back_words(put_everything_back(folder, findings), findings))
    return EXIT_OK


def _status_without(arguments: argparse.Namespace, told: str) -> int | None:
    """Return the exit status if nothing is to be done after all, having ``told`` what would be."""
    if arguments.dry_run:
        write(_("Nothing was changed."))
        return EXIT_OK
    if arguments.yes:
        return None
    if not sys.stdin.isatty():
        complain(_("Nothing was changed. Say --yes to put it back without being asked."))
        return EXIT_BAD_INPUT
    write(told)
    if _agrees():
        return None
    write(_("Nothing was changed."))
    return EXIT_FAILED


def _list(folder: DataFolder) -> int:
    from collabkit.services.recovery import check_is_not_gone
    from collabkit.services.safety import copies_of
    from collabkit.services.safety_words import size, when, why

    copies = copies_of(folder, date.today())
    if not copies:
        check_is_not_gone(folder)  # the log alone may bring everything back
        write(_("There is no safety copy yet. The first is made when the window is closed."))
        return EXIT_OK
    for number, copy in enumerate(copies, 1):
        moment = when(copy.made, date.today(), with_seconds=True)
        write(f"{number:3}  {moment}  {why(copy.reason)}, {size(copy.size)}\n     {copy.path.name}")
    return EXIT_OK


def _compare(folder: DataFolder, looked: "Looked") -> None:
    """Print what is in the data and in the copy; raises ``DataRefusedError`` for a bad copy.

    Of data that cannot be opened, it is told what can be put back otherwise.
    """
    from collabkit.services.putting_back import contents_here
    from collabkit.services.safety_words import compared, warning_of
    from collabkit.services.way_on import findings_here, way_on

    if looked.contents is None:
        raise DataRefusedError(looked.problem)
    findings = findings_here(folder, date.today())
    if findings is None:
        here = contents_here(folder)
    else:  # what can be counted in a damaged file says little
        here = findings.present.contents if findings.present is not None else None
        write(way_on(findings, folder, date.today()))
    rows = compared(here, looked.contents)
    for line in table_lines(("", _("now"), _("in the copy")), rows, {1, 2}, _WIDTH):
        write(line)
    warning = warning_of(here, looked.contents)
    if warning:
        write(warning)


def _agrees() -> bool:
    try:
        return input(_("Type “{word}” to put it back: ").format(word=_YES)).strip() == _YES
    except EOFError:
        return False
