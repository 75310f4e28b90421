"""The option by which commands that write plans are told for which paper."""

import argparse

from collabkit.i18n import _


def add_paper(parser: argparse.ArgumentParser) -> None:
    """Add ``--paper`` to ``parser``: the value of a ``services.exports.Paper``, A4 if not given.

    The values are written out here, so that no command loads the services to say what it can do.
    """
    parser.add_argument(
        "--paper",
        choices=("a4", "letter"),
        default="a4",
        help=_("for which paper: “a4” (if you say nothing) or “letter”, as in the United States"),
    )
