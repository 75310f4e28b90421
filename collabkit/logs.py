"""The log: codes and counts, never answers, names or paths.

A bug of ours leaves its trace here and in a report, so that it can be mended: the kind of error
and the places in our own code that it passed through. The text of an error may hold what somebody
wrote, and a path the name of a user, so both are left out.
"""

import logging
import os
import threading
from pathlib import Path
from types import TracebackType

TYPE_CHECKING = False
if TYPE_CHECKING:
    from io import TextIOWrapper

_LOGGER = logging.getLogger("collabkit")
_LOGGER.addHandler(logging.NullHandler())  # before there is a file, nothing goes to the terminal
# A log that cannot be written, as on a full disk, is no second trouble.
logging.raiseExceptions = False
_MOST_BYTES = 200_000
_PRIVATE_FOLDER = 0o700
_PRIVATE_FILE = 0o600


def start_log(path: Path) -> None:
    """Write the log to ``path`` from now on, and reports of faults into a folder beside it.

    Neither a file nor the folder is made before there is something to note. A folder that cannot
    be written means no log, and one that was there and has gone is not made anew.
    """
    for handler in _LOGGER.handlers:
        if isinstance(handler, _LogFile) and handler.path == path:  # a second try, or open by now
            handler.look_at_folder()
            return
    _LOGGER.addHandler(_LogFile(path))
    _LOGGER.setLevel(logging.INFO)
    _LOGGER.propagate = False


def log_bug(
    kind: type[BaseException],
    trace: TracebackType | None,
    error: BaseException | None = None,
    how: str = "",
) -> str:
    """Note where a bug happened, without its text, and return the note.

    ``error`` adds the kinds of those that led to it, ``how`` says in what way it showed.
    """
    from collabkit.crash_reports.places import kind_name, note_of, places_of

    note = note_of(kind_name(kind), places_of(trace))
    _LOGGER.error(note)
    _report(kind, trace, error, how)
    return note


def _report(
    kind: type[BaseException],
    trace: TracebackType | None,
    error: BaseException | None,
    how: str,
) -> None:
    from collabkit.errors import CollabkitError

    if issubclass(kind, CollabkitError):  # the surroundings, not we: the log is enough
        return
    for handler in _LOGGER.handlers:
        if isinstance(handler, _LogFile):
            from collabkit.crash_reports.kept import KeptReports
            from collabkit.crash_reports.places import kind_name, kinds_of, places_of, whole_way
            from collabkit.crash_reports.report import Fault
            from collabkit.i18n import _

            in_main = threading.current_thread() is threading.main_thread()
            how = how or _("an error that nobody had expected")
            fault = (
                Fault(how, (kind_name(kind),), places_of(trace), in_main)
                if error is None
                else Fault(how, kinds_of(error), whole_way(error), in_main)
            )
            KeptReports(handler.path.parent).keep(fault)


class _LogFile(logging.Handler):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path
        self._was_there = path.parent.is_dir()
        self._file: logging.Handler | None = None

    def look_at_folder(self) -> None:
        """Know from now on whether the folder is there: one that goes later is not made anew."""
        self._was_there = self.path.parent.is_dir()

    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            self._file = self._open()
        self._file.handle(record)

    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()

    def _open(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler  # brings sockets; no good start needs it

        class PrivateFile(RotatingFileHandler):
            def _open(self) -> "TextIOWrapper":
                flags = os.O_CREAT | os.O_APPEND | os.O_WRONLY
                os.close(os.open(self.baseFilename, flags, _PRIVATE_FILE))
                return super()._open()

        if self._was_there and not self.path.parent.is_dir():
            return logging.NullHandler()
        try:
            self.path.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
            file = PrivateFile(self.path, maxBytes=_MOST_BYTES, backupCount=1, encoding="utf-8")
        except OSError:
            return logging.NullHandler()
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        return file
