"""The command line.

Exit statuses: 0 all went well; 1 it could not be done (the sentence says why); 2 what was handed in
does not fit (unknown words, a faulty file); 3 there is no display for the window; 4 a fault of
ours.
"""

import sys
from collections.abc import Sequence

EXIT_OK = 0
EXIT_FAILED = 1
EXIT_BAD_INPUT = 2
EXIT_NO_DISPLAY = 3
EXIT_BUG = 4


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and return the exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    if not words:  # the usual start: nothing of the command line is needed
        try:
            from collabkit.start import open_window

            return open_window(None)
        except Exception as error:
            from collabkit.cli.commands import told

            return told(error)
    from collabkit.cli.commands import run_command

    return run_command(words)
