"""What is settled before Qt is loaded: that there is a display, and which folder it is about."""

import gc
import sys
from collections.abc import Sequence
from pathlib import Path

from collabkit.cli import EXIT_NO_DISPLAY, EXIT_OK
from collabkit.i18n import _
from collabkit.paths import data_folder


def open_window(chosen_folder: str | None, files: Sequence[Path] = ()) -> int:
    """Open the window, with ``files`` in it; return the exit status when it has been closed."""
    from collabkit.cli.display import display_available

    if not display_available():
        print(
            _(
                "There is no display here, so the window cannot open. "
                "“collabkit demo --out DIR” makes a sample plan without one."
            ),
            file=sys.stderr,
        )
        return EXIT_NO_DISPLAY
    folder = data_folder(chosen_folder)
    let_garbage_lie()
    from collabkit.app import run_window

    if not run_window(folder, files, is_named=chosen_folder is not None):
        from collabkit.ui.first_window.message import sentence

        print(sentence([path.name for path in files]))
    return EXIT_OK


def let_garbage_lie() -> None:
    """Keep Python from looking for garbage by itself, to be called before Qt is loaded.

    Nearly everything that loading makes stays, and looking through it again and again took a
    twentieth of the time to the first picture (measured). ``ui/garbage.py`` says who looks later.
    """
    gc.disable()
