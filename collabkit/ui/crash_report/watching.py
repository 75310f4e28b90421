"""Notices faults that no page can: in other threads, in clearing away, in Qt, in a library."""

import re
import sys
import threading
import traceback
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler

from collabkit.crash_reports.crashes import CrashWatch
from collabkit.crash_reports.kept import KeptReports
from collabkit.crash_reports.places import place, shortened
from collabkit.crash_reports.report import Fault
from collabkit.i18n import _
from collabkit.logs import log_bug
from collabkit.ui.window import MainWindow

_CATEGORY = re.compile(r"default|qt(\.[a-z0-9]+){0,6}", re.ASCII)


class FaultWatch(QObject):
    """Watches over one process with a window, from its making to ``end``.

    ``fault_noted()`` tells that a thread has failed. ``begin`` is called when the data is open:
    only then is there a folder, and it is ours alone.
    """

    fault_noted = Signal()

    def __init__(self, root: Path, window: MainWindow) -> None:
        super().__init__(window)
        self._reports = KeptReports(root)
        self._crashes = CrashWatch(root)
        self._window = window
        threading.excepthook = self._on_thread_failed
        sys.unraisablehook = self._on_unraisable
        self._before = qInstallMessageHandler(self._on_qt_message)

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
        """Stop watching: the window is closed."""
        threading.excepthook = threading.__excepthook__
        sys.unraisablehook = sys.__unraisablehook__
        qInstallMessageHandler(self._before)
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

    def _on_qt_message(self, kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
        if kind is QtMsgType.QtFatalMsg:
            category = context.category or ""
            way = traceback.walk_stack(None)  # the innermost first
            frames = traceback.StackSummary.extract(way, lookup_lines=False)
            self._reports.keep(
                Fault(
                    _("the window system ended the program"),
                    (f"Qt ({category})" if _CATEGORY.fullmatch(category) else "Qt",),
                    shortened(place(f.filename, f.lineno, f.name) for f in frames),
                    threading.current_thread() is threading.main_thread(),
                )
            )
        if self._before is not None:
            self._before(kind, context, text)
        elif sys.stderr is not None:
            print(text, file=sys.stderr)
