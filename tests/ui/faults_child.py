"""A real window in a process of its own, in which something goes wrong on purpose."""

import ctypes
import sys
import threading

from PySide6.QtCore import QTimer, qFatal

import collabkit.app
from collabkit.app import Program
from collabkit.start import open_window

_PATIENCE = 60_000  # milliseconds; a fault in opening the data must not look like patience
CANARY = "Zeisig-Treasurer-4711"


def fail_in_a_thread() -> None:
    raise ValueError(CANARY)


class FaultyProgram(Program):
    """Goes wrong when it is usable, in the way that the command line says."""

    def start(self) -> None:
        super().start()
        QTimer.singleShot(_PATIENCE, self, self.give_up)

    def give_up(self) -> None:
        print("not usable:", self.window.page.title if self.window.page is not None else "")
        self.window.close()

    def watch_for_faults(self) -> None:
        super().watch_for_faults()
        QTimer.singleShot(0, self, self.go_wrong)

    def go_wrong(self) -> None:
        if sys.argv[2] == "crash":
            ctypes.string_at(0)
        elif sys.argv[2] == "qt":
            qFatal(CANARY)
        elif sys.argv[2] == "thread":
            thread = threading.Thread(target=fail_in_a_thread, name=CANARY)
            thread.start()
            thread.join()
        QTimer.singleShot(0, self, self.tell)

    def tell(self) -> None:
        page = self.window.page
        print("told:", page.notice.sentence if page is not None else "")
        self.window.close()


collabkit.app.Program = FaultyProgram  # type: ignore[misc]
sys.exit(open_window(sys.argv[1]))
