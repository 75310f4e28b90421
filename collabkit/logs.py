"""The log: codes and counts, never answers, names or paths.

A bug of ours leaves its trace here, so that it can be mended: the kind of error and the lines of
code it passed through. The text of an error may hold what somebody wrote, so it is left out.
"""

import logging
import traceback
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType

_LOGGER = logging.getLogger("collabkit")
_LOGGER.addHandler(logging.NullHandler())  # before there is a file, nothing goes to the terminal
_MOST_BYTES = 200_000


def start_log(path: Path) -> None:
    """Write the log to ``path``; a folder that cannot be written means no log."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            path, maxBytes=_MOST_BYTES, backupCount=1, encoding="utf-8", delay=True
        )
    except OSError:
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(message)s"))
    _LOGGER.addHandler(handler)
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
