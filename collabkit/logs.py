"""The log: codes and counts, never answers, names or paths.

A bug of ours leaves its trace here, so that it can be mended: the kind of error and the lines of
code it passed through. The text of an error may hold what somebody wrote, so it is left out.
"""

import logging
import traceback
from pathlib import Path
from types import TracebackType

_LOGGER = logging.getLogger("collabkit")
_LOGGER.addHandler(logging.NullHandler())  # before there is a file, nothing goes to the terminal
# A log that cannot be written, as on a full disk, is no second trouble.
logging.raiseExceptions = False
_MOST_BYTES = 200_000
_PRIVATE_FOLDER = 0o700


def start_log(path: Path) -> None:
    """Write the log to ``path`` from now on; a folder that cannot be written means no log.

    Neither the file nor its folder is made before there is something to note.
    """
    _LOGGER.addHandler(_LogFile(path))
    _LOGGER.setLevel(logging.INFO)
    _LOGGER.propagate = False


def log_bug(kind: type[BaseException], trace: TracebackType | None) -> str:
    """Note where a bug happened, without its text, and return the note."""
    places = [
        f"{Path(frame.filename).name}:{frame.lineno} {frame.name}"
        for frame in traceback.extract_tb(trace)
    ]
    note = f"{kind.__name__} at {' < '.join(reversed(places)) or 'unknown place'}"
    _LOGGER.error(note)
    return note


class _LogFile(logging.Handler):
    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

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

        try:
            self._path.parent.mkdir(mode=_PRIVATE_FOLDER, parents=True, exist_ok=True)
            file = RotatingFileHandler(
                self._path, maxBytes=_MOST_BYTES, backupCount=1, encoding="utf-8"
            )
        except OSError:
            return logging.NullHandler()
        file.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
        return file
