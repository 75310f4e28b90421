"""The least that a Qt window can take: start an interpreter, show an empty window, report.

Started as a process of its own with the spawn time (CLOCK_MONOTONIC, ns) in ``BENCH_SPAWNED``.
Prints one JSON object: ``painted`` in milliseconds since the spawn, ``rss`` in MB.
"""

import os
import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from benchmarks.process import report_and_leave


class BareWindow(QMainWindow):
    """A window with one label that reports when it has first been painted."""

    painted = False

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        handle = self.windowHandle()
        if not self.painted and handle is not None and handle.isExposed():
            self.painted = True
            # After the event loop has come round, the picture has been handed to the system.
            QTimer.singleShot(0, lambda: report_and_leave("painted"))


def main() -> None:
    """Show the window and leave as soon as it is painted."""
    application = QApplication(sys.argv[:1])
    window = BareWindow()
    window.setWindowTitle("bare")
    window.resize(1024, 700)
    window.setCentralWidget(QLabel("bare window", alignment=Qt.AlignmentFlag.AlignCenter))
    window.show()
    QTimer.singleShot(20_000, lambda: os._exit(1))
    sys.exit(application.exec())


if __name__ == "__main__":
    main()
