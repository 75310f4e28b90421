"""Crashes that end the program at once, inside a library: what Python notes while it falls.

``faulthandler`` writes into a file that was opened before, with whole paths, as nothing better can
be done in a process that is falling. The next start makes a report of it and removes the file.
"""

import os
import re
from contextlib import suppress
from io import FileIO
from pathlib import Path

from collabkit.crash_reports.kept import KeptReports, make_folder
from collabkit.crash_reports.places import place, shortened
from collabkit.crash_reports.report import Fault
from collabkit.i18n import _

_NAME = "falling.raw"
_MOST_BYTES = 100_000
_FATAL = re.compile(r"^(?:Fatal Python error|Windows fatal exception): (.*)$", re.MULTILINE)
_FRAME = re.compile(r'^  File "(.*)", line (\d+) in (\S+)$', re.MULTILINE)
# Whatever else stands behind "Fatal Python error" is not taken over.
_KNOWN = (
    *("Segmentation fault", "Aborted", "Bus error", "Floating point exception"),
    *("Floating-point exception", "Illegal instruction", "access violation", "stack overflow"),
    *("int divide by zero", "Cannot recover from stack overflow", "code 0xc0000374"),
)


class CrashWatch:
    """Has the last words of a crash written into a data folder, ``root``, between start and stop.

    Only for the one window that may write there.
    """

    def __init__(self, root: Path) -> None:
        self._root = root
        self._reports = KeptReports(root)
        self._path = self._reports.folder / _NAME
        self._file: FileIO | None = None

    def take_last(self) -> bool:
        """Make a report of the crash before this start, and say whether there was one."""
        try:
            with self._path.open("rb") as file:
                raw = file.read(_MOST_BYTES).decode(errors="replace")
        except OSError:
            return False
        with suppress(OSError):
            self._path.unlink()
        fault = fault_from(raw)
        return fault is not None and self._reports.keep(fault) is not None

    def start(self) -> None:
        """Begin to watch; where nothing can be written, do without.

        From here on the system is asked for no picture of the memory, which holds what people said.
        """
        import faulthandler

        _want_no_core_file()
        if not make_folder(self._root, self._reports.folder):
            return
        flags = os.O_CREAT | os.O_TRUNC | os.O_WRONLY
        try:
            self._file = FileIO(os.open(self._path, flags, 0o600), "wb")
        except OSError:
            return
        faulthandler.enable(self._file, all_threads=False)

    def stop(self) -> None:
        """End it: the program closes as it should, and nothing is left behind."""
        import faulthandler

        if self._file is None:
            return
        faulthandler.disable()
        self._file.close()
        self._file = None
        with suppress(OSError):
            self._path.unlink()
        with suppress(OSError):
            self._reports.folder.rmdir()  # it stays if there are reports in it


def _want_no_core_file() -> None:
    with suppress(ImportError, OSError, ValueError):  # Windows has no such limit
        import resource

        _soft, hard = resource.getrlimit(resource.RLIMIT_CORE)
        resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


def fault_from(raw: str) -> Fault | None:
    """Return the fault that ``faulthandler`` told of, without paths; None if it told of none."""
    told = list(_FATAL.finditer(raw))
    if not told:
        return None
    last = told[-1]
    kind = next((known for known in _KNOWN if last[1].startswith(known)), "unknown")
    rest = raw[last.end() :]
    found = (place(path, int(line), function) for path, line, function in _FRAME.findall(rest))
    return Fault(_("collabkit ended at once"), (kind,), shortened(found), None)
