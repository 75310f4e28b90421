"""The real window, offscreen, in this process."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication, QWidget

    from collabkit.app import Program
    from collabkit.services import Services


class MeasuredWindow:
    """A window that is open and usable."""

    def __init__(self, application: "QApplication", program: "Program") -> None:
        self._application = application
        self.program = program

    def settle(self) -> None:
        """Let everything happen that is due."""
        for _round in range(4):
            self._application.processEvents()

    def focused(self) -> "QWidget":
        """Return what has the keyboard."""
        return self._application.focusWidget() or self.program.window


@contextmanager
def measured_window(folder: Path) -> Iterator[tuple[MeasuredWindow, "Services"]]:
    """Open the program on ``folder`` and close it at the end."""
    from PySide6.QtCore import QEventLoop
    from PySide6.QtWidgets import QApplication

    from collabkit.app import Program
    from collabkit.paths import DataFolder

    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    program = Program(application, DataFolder(folder))
    loop = QEventLoop()
    program.usable.connect(loop.quit)
    program.start()
    loop.exec()
    program.window.resize(1180, 780)
    measured = MeasuredWindow(application, program)
    measured.settle()
    yield measured, program.context.services
    program.window.close()
    measured.settle()
