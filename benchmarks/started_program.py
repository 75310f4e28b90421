"""The program itself, started like a user starts it, reporting when it is painted and usable.

``python -m benchmarks.started_program FOLDER painted|usable``
"""

import os
import sys
from functools import partial

from benchmarks.process import mark, report_and_leave


def main() -> None:
    """Start the program on FOLDER and leave at the wanted moment."""
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


def _leave_when_drawn(program: object) -> None:
    window = program.window  # type: ignore[attr-defined]
    window.repaint()
    report_and_leave("usable")


if __name__ == "__main__":
    main()
