"""Notices faults that no page can: in other threads, in clearing away, in Qt, in a library."""

import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Signal

from collabkit.crash_reports.crashes import CrashWatch
from collabkit.i18n import _
from collabkit.logs import log_bug
from collabkit.ui.window import MainWindow


class FaultWatch(QObject):
    """Watches over one process with a window, until the application ends.

    What Qt itself ends, by a fatal message, ends as a crash and is noticed as one. A handler of its
    messages in Python would have any thread of Qt wait for Python, and some day for ever.

    ``fault_noted()`` tells that a thread has failed. ``begin`` is called when the data is open:
    only then is there a folder, and it is ours alone.
    """

    fault_noted = Signal()

    def __init__(self, root: Path, window: MainWindow) -> None:
        application = QCoreApplication.instance()
        super().__init__(application)
        self._crashes = CrashWatch(root)
        self._window = window
        threading.excepthook = self._on_thread_failed
        sys.unraisablehook = self._on_unraisable
        if application is not None:
            application.aboutToQuit.connect(self.end)

    def begin(self) -> None:
        """Tell of a crash before this start, and be ready for the next."""
        happened = self._crashes.take_last()
        self._crashes.start()
        page = self._window.page
        if happened and page is not None and not page.notice.sentence:
            page.notice.tell(
                _(
                    "Last time, collabkit ended by itself. That is our fault, not yours, and what "
                    "was saved is safe. You can read a report of it under Settings, About."
                )
            )

    def end(self) -> None:
        """Stop watching: everything is closed."""
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        self._crashes.stop()

    def _on_thread_failed(self, failed: threading.ExceptHookArgs) -> None:
        if not issubclass(failed.exc_type, SystemExit):
            log_bug(failed.exc_type, failed.exc_traceback, failed.exc_value)
            self.fault_noted.emit()

    def _on_unraisable(self, failed: "sys.UnraisableHookArgs") -> None:
        log_bug(
            failed.exc_type,
            failed.exc_traceback,
            failed.exc_value,
            _("an error while something was cleared away"),
        )
