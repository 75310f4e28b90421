"""The folder with the newest reports of faults: a few small files for one person's eyes."""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from collabkit.crash_reports.report import MOST_BYTES, Fault, text_of
from collabkit.errors import CollabkitError
from collabkit.files import write_safely

MOST_REPORTS = 5
_FOLDER = "crash-reports"
_NAME = re.compile(r"fault-(\d{8}T\d{6})-([0-9a-f]{8})-(\d{1,6})\.txt")
_WHEN = "%Y%m%dT%H%M%S"
_LOG_TAIL = 8_000  # bytes
_PAUSE = timedelta(seconds=10)


@dataclass(frozen=True, slots=True)
class KeptReport:
    """One report: its file, when the fault was seen last (UTC) and how often, at least."""

    path: Path
    when: datetime
    code: str
    times: int

    def text(self) -> str:
        """Return what it says; an empty text if it has gone meanwhile."""
        try:
            with self.path.open("rb") as file:
                return file.read(MOST_BYTES).decode(errors="replace")
        except OSError:
            return ""

    def remove(self) -> None:
        """Remove it; one that has gone already is no trouble."""
        with suppress(OSError):
            self.path.unlink()


class KeptReports:
    """The reports in a data folder, ``root``; the newest five, each fault once.

    Nothing here raises: a report that cannot be written is no second trouble.
    """

    def __init__(self, root: Path, clock: Callable[[], datetime] | None = None) -> None:
        self.folder = root / _FOLDER
        self._root = root
        self._clock = clock or (lambda: datetime.now(UTC))

    def all(self) -> tuple[KeptReport, ...]:
        """Return the reports, the newest first."""
        try:
            names = sorted((path.name for path in self.folder.iterdir()), reverse=True)
        except OSError:
            return ()
        found = (self._report(name) for name in names)
        return tuple(report for report in found if report is not None)

    def keep(self, fault: Fault) -> KeptReport | None:
        """Write a report of ``fault`` in place of an older one of the same fault."""
        earlier = [report for report in self.all() if report.code == fault.code]
        times = min(999_999, 1 + max((report.times for report in earlier), default=0))
        when = self._clock()
        if earlier and abs(when - earlier[0].when) < _PAUSE:
            return earlier[0]  # a fault in drawing comes back sixty times a second
        path = self.folder / f"fault-{when.strftime(_WHEN)}-{fault.code}-{times}.txt"
        if not make_folder(self._root, self.folder):
            return None
        try:
            text = text_of(fault, when, times, self._log_tail())
            write_safely(path, text.encode(), mode=0o600)
        except (OSError, CollabkitError):
            return None
        for report in earlier:
            if report.path != path:
                report.remove()
        for report in self.all()[MOST_REPORTS:]:
            report.remove()
        return self._report(path.name)

    def _report(self, name: str) -> KeptReport | None:
        parts = _NAME.fullmatch(name)
        if parts is None:
            return None
        try:
            when = datetime.strptime(parts[1], _WHEN).replace(tzinfo=UTC)
        except ValueError:
            return None
        return KeptReport(self.folder / name, when, parts[2], int(parts[3]))

    def _log_tail(self) -> str:
        try:
            with (self._root / "collabkit.log").open("rb") as file:
                end = file.seek(0, 2)
                file.seek(max(0, end - _LOG_TAIL))
                return file.read(_LOG_TAIL).decode(errors="replace")
        except OSError:
            return ""


def make_folder(root: Path, folder: Path) -> bool:
    """Make ``folder`` in the data folder ``root``; a data folder that has gone is not made anew."""
    with suppress(OSError):
        if root.is_dir():
            folder.mkdir(mode=0o700, exist_ok=True)
            return True
    return False
