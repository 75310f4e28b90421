"""What a report of a fault says."""

import platform
import re
import sys
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b

import collabkit
from collabkit.crash_reports.places import is_note
from collabkit.i18n import _

MOST_BYTES = 20_000
_MOST_LOG_LINES = 20
_VERSION = re.compile(r"\d+(?:\.\d+)*")
_LOG_LINE = re.compile(
    r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d,\d{3} (?:INFO|WARNING|ERROR|CRITICAL) (.{1,10000})"
)
_ASKED_VERSIONS = (
    *("PySide6-Essentials", "SQLAlchemy", "alembic", "reportlab", "openpyxl", "python-docx"),
    *("Jinja2", "icalendar", "pikepdf", "cryptography", "sqlcipher3"),
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Something that went wrong and is ours: how it showed, kinds of errors, places, which thread.

    ``kinds`` begin with what was seen last, ``places`` with the innermost.
    """

    how: str
    kinds: tuple[str, ...]
    places: tuple[str, ...]
    in_main_thread: bool | None = True  # None: nobody could tell

    @property
    def code(self) -> str:
        """Eight signs that are the same whenever the same fault happens in the same place."""
        whole = "\n".join((*self.kinds, "", *self.places))
        return blake2b(whole.encode(), digest_size=4).hexdigest()


def text_of(fault: Fault, when: datetime, times: int, log_tail: str = "") -> str:
    """Return the whole report, at most ``MOST_BYTES`` of it."""
    log = [line for line in log_tail.splitlines() if _is_ours(line)][-_MOST_LOG_LINES:]
    lines = [
        _("collabkit: report of a fault"),
        "",
        _(
            "This says where in the program something went wrong. Nothing in it was typed by "
            "anybody: no answers, no names, no folders. Nobody has it unless you give it to them."
        ),
        "",
        f"{_('Fault')}: {fault.code}",
        f"{_('Last seen')}: {when:%Y-%m-%d %H:%M} UTC",
        f"{_('Times, at least')}: {times}",
        f"{_('What happened')}: {fault.how}",
        f"{_('Kinds of errors')}: {' < '.join(fault.kinds)}",
        *_thread(fault.in_main_thread),
        "",
        _("Where, the innermost first:"),
        *(f"  {place}" for place in fault.places or (_("unknown"),)),
        "",
        _("Versions:"),
        *(f"  {line}" for line in _versions()),
    ]
    if log:
        lines += ["", _("The last lines of the log:"), *(f"  {line}" for line in log)]
    text = "\n".join(lines) + "\n"
    return text.encode()[:MOST_BYTES].decode(errors="ignore")


def _is_ours(line: str) -> bool:
    """Tell whether a line of the log can be ours; somebody else may have written into the file."""
    parts = _LOG_LINE.fullmatch(line)
    return parts is not None and is_note(parts[1])


def _thread(is_main: bool | None) -> tuple[str, ...]:
    if is_main is None:
        return ()
    return (f"{_('Thread')}: {_('the first') if is_main else _('another')}",)


def _versions() -> list[str]:
    """Return what matters to whoever mends it; nothing that tells one computer from another."""
    sqlite = sys.modules.get("sqlite3")
    release = _VERSION.match(platform.release())  # what follows it, somebody may have chosen
    lines = [
        f"collabkit {collabkit.__version__}",
        f"Python {platform.python_version()}",
        f"{platform.system()} {release.group() if release else ''} {platform.machine()}",
    ]
    if sqlite is not None:
        lines.append(f"SQLite {sqlite.sqlite_version}")
    return lines + _library_versions()


def _library_versions() -> list[str]:
    from importlib.metadata import PackageNotFoundError, version  # slow, and only needed here

    lines = []
    for name in _ASKED_VERSIONS:
        try:
            lines.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            continue
    return lines
