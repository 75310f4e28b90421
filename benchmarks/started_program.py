"""The program itself, started like a user starts it, reporting when it is painted and usable.

``python -m benchmarks.started_program FOLDER painted|usable``
"""

import os
import sys
from functools import partial
from typing import TYPE_CHECKING

from benchmarks.process import mark, report_and_leave
from collabkit.start import let_garbage_lie

if TYPE_CHECKING:
    from collabkit.app import Program

_SETTLING = 1_500  # milliseconds until everything is loaded


def main() -> None:
    """Start the program on FOLDER and leave at the wanted moment."""
    let_garbage_lie()
    from PySide6.QtCore import QTimer
    from PySide6.QtWidgets import QApplication

    from collabkit.app import Program
    from collabkit.paths import data_folder

    folder, until = sys.argv[1:]
    application = QApplication(sys.argv[:1])
    program = Program(application, data_folder(folder))
    if until == "painted":
        program.painted.connect(partial(report_and_leave, "painted"))
    else:
        program.painted.connect(partial(mark, "painted"))
        # Usable means that the first page with data has been drawn as well.
        program.usable.connect(
            partial(QTimer.singleShot, 0, program, partial(_leave_when_drawn, program))
        )
    program.start()
    QTimer.singleShot(60_000, program, partial(os._exit, 1))
    sys.exit(application.exec())


def _leave_when_drawn(program: "Program") -> None:
    from PySide6.QtCore import QTimer

    program.window.repaint()
    mark("usable")
    # What is loaded behind the drawn page counts as memory, too.
    QTimer.singleShot(_SETTLING, program, partial(report_and_leave, "settled"))


if __name__ == "__main__":
    main()
