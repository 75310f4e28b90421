"""All commands of the program in one parser; each command lives in a file of its own."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from collabkit import __version__
from collabkit.cli import (
    EXIT_BAD_INPUT,
    EXIT_BUG,
    EXIT_FAILED,
    backup,
    bring_in,
    check,
    demo,
    export,
    listing,
    network,
    packs,
    person,
    restore,
    score,
    self_test,
    unlocking,
)
from collabkit.cli.output import complain
from collabkit.errors import CollabkitError, EnvironmentProblemError, InvalidInputError
from collabkit.i18n import _
from collabkit.logs import log_bug, start_log
from collabkit.paths import PORTABLE_NAME, check_is_folder, data_folder, portable_folder

EXIT_INTERRUPTED = 130  # as shells have it
_BETWEEN_FOLDERS = {"/", os.sep}
_WITH_A_WORD = {"--data-dir", "--unlock-file"}
_STATUSES = """\
exit status:
  0  all went well
  1  it could not be done; the sentence says why
  2  what was handed in does not fit
  3  there is no display for the window
  4  something went wrong that is our fault
"""


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    # The folder may be named before or after the command; the word given last counts.
    folder = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    folder.add_argument(
        "--data-dir",
        metavar="DIR",
        help=_("keep and look for data in this folder instead of the usual one"),
    )
    folder.add_argument(
        "--portable",
        action="store_true",
        help=_(
            "keep and look for data in the folder “{name}” beside the program; once that is "
            "there, this is the usual one"
        ).format(name=PORTABLE_NAME),
    )
    unlocking.add_option(folder)
    parser = argparse.ArgumentParser(
        prog="collabkit",
        description=_(
            "Look honestly at how your charity works with others, and leave with a plan. "
            "Without a command the window opens, and “collabkit FILE” opens a file in it that "
            "somebody sent you."
        ),
        epilog=_STATUSES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        parents=[folder],
        allow_abbrev=False,
    )
    parser.add_argument("--version", action="version", version=f"collabkit {__version__}")
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), dest="command")
    all_commands = (
        demo, listing, export, person, bring_in, network, score, packs, check, backup, restore,
        self_test,
    )  # fmt: skip
    for command in all_commands:
        command.add_parser(commands, [folder])
    return parser


def run_command(words: Sequence[str]) -> int:
    """Run one command and return its exit status; never ends in a traceback."""
    words, files = without_files(words)
    arguments = build_parser().parse_args(words)
    arguments.data_dir = getattr(arguments, "data_dir", None)
    try:
        arguments.data_dir = _chosen_folder(arguments)
        if arguments.command is None:
            from collabkit.start import open_window

            return open_window(arguments.data_dir, files)
        check_is_folder(data_folder(arguments.data_dir))
        run: Callable[[argparse.Namespace], int] = arguments.run
        return run(arguments)
    except BrokenPipeError:
        # Whoever was reading has stopped, as `head` does; say nothing, also not at the end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return EXIT_FAILED
    except KeyboardInterrupt:
        return EXIT_INTERRUPTED
    except Exception as error:
        return told(error, arguments.data_dir)


def _chosen_folder(arguments: argparse.Namespace) -> str | None:
    """Return the folder that was asked for, if any."""
    chosen: str | None = arguments.data_dir
    if chosen == "":
        raise InvalidInputError(_("No folder is named after --data-dir."))
    if chosen is not None or not getattr(arguments, "portable", False):
        return chosen
    beside = portable_folder()
    if beside is None:
        raise EnvironmentProblemError(
            _(
                "This collabkit is part of the computer's own Python, so there is no folder beside "
                "it that could travel with it. Please use --data-dir and the folder you want."
            )
        )
    return str(beside)


def without_files(words: Sequence[str]) -> tuple[Sequence[str], tuple[Path, ...]]:
    """Return the words before the files that are to be opened in the window, and these files.

    They stand where a command could stand. A file is told from a command by its ending or by the
    folder before it; after one come files alone.
    """
    at = 0
    while at < len(words) and words[at].startswith("-"):
        at += 2 if words[at] in _WITH_A_WORD else 1
    files = tuple(Path(word) for word in words[at:])
    if files and (files[0].suffix or set(words[at]) & _BETWEEN_FOLDERS):
        return words[:at], files
    return words, ()


def told(error: Exception, chosen_folder: str | None = None) -> int:
    """Say on standard error what went wrong, and return the exit status for it.

    A fault of ours leaves a report in the data folder, if there is one.
    """
    if isinstance(error, InvalidInputError):
        complain(str(error), *error.faults)
        return EXIT_BAD_INPUT
    if isinstance(error, CollabkitError):
        complain(str(error))
        return EXIT_FAILED
    folder = data_folder(chosen_folder)
    if folder.root.is_dir():
        start_log(folder.log)
    note = log_bug(type(error), error.__traceback__, error)
    complain(
        _(
            "Something went wrong that is our fault, not yours, and your data is safe; if you ask "
            "for help, please pass this on: {note}"
        ).format(note=note)
    )
    return EXIT_BUG
