"""Makes a safety copy from time to time, in a moment in which nobody types."""

import time
from collections.abc import Callable
from concurrent.futures import Future
from datetime import date
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

from collabkit.i18n import _
from collabkit.logs import log_bug
from collabkit.services import Services
from collabkit.services.safety import Contents, Unsound
from collabkit.ui.job import Job

_EVERY = 30 * 60.0  # seconds that something may be in no copy; the log of changes has it at once
_LOOKS_EVERY = 60_000  # milliseconds
_FIRST_LOOK = 2_000  # milliseconds after the first page, which has the computer to itself
_QUIET = 3_000  # milliseconds without a key or a button
_PRESSES = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class CopyInterval(QObject):
    """Looks every minute whether something has been in no copy for half an hour.

    At the beginning it looks once whether the newest copy is sound; ``told(sentence)`` says that it
    was not, or that none was, and that there is a new one. Where nothing has been saved yet, as
    when somebody has just started afresh, nobody is told that nothing is sound.

    The copy is made on the writer's thread. Only while one is due, presses are watched: Python
    would otherwise be asked about every event of the program.
    """

    told = Signal(str)

    def __init__(
        self,
        services: Services,
        today: Callable[[], date],
        parent: QObject | None = None,
        every: float = _EVERY,
        quiet: int = _QUIET,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._today = today
        self._every = every
        self._since: float | None = None  # when something was first seen to be in no copy
        self._looks = QTimer(self)
        self._looks.setInterval(_LOOKS_EVERY)
        self._looks.timeout.connect(self.look)
        self._first = QTimer(self)
        self._first.setSingleShot(True)
        self._first.setInterval(_FIRST_LOOK)
        self._first.timeout.connect(self.look_at_copies)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(quiet)
        self._quiet.timeout.connect(self._on_quiet_timeout)

    def begin(self) -> None:
        """Look from now on."""
        self._looks.start()
        self._first.start()

    def end(self) -> None:
        """Look no more: the data is being closed."""
        self._looks.stop()
        self._first.stop()
        self._rest()

    def look(self) -> None:
        """Ask how many changes are in no copy, on another thread."""
        job = Job(partial(_changes, self._services))
        job.done.connect(self._on_changes_counted)
        job.start()

    def look_at_copies(self) -> None:
        """Ask whether the newest copy is sound, on another thread; have one made if it is not."""
        job = Job(partial(_replace_damaged, self._services, self._today()))
        job.done.connect(self._on_copies_looked_at)
        job.start()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _PRESSES:
            self._quiet.start()  # anew
        return False

    def _on_changes_counted(self, changes: int) -> None:
        if not self._looks.isActive():
            return
        now = time.monotonic()
        if not changes:
            self._since = None
        elif self._since is None:
            self._since = now
        if self._since is None or now - self._since < self._every:
            self._rest()
        elif not self._quiet.isActive():
            application = QCoreApplication.instance()
            if application is not None:
                application.installEventFilter(self)
            self._quiet.start()

    def _on_copies_looked_at(self, unsound: Unsound) -> None:
        if unsound is Unsound.NONE or not self._looks.isActive():
            return
        told = (
            _("Your data is sound, but none of your safety copies could be read any more.")
            if unsound is Unsound.ALL
            else _("Your data is sound, but the newest safety copy could not be read any more.")
        )
        made = _(
            "A new one was made just now and read through. If this happens again, the disk may be "
            "failing: save a copy on a stick, under Settings."
        )
        self.told.emit(f"{told} {made}")

    def _on_quiet_timeout(self) -> None:
        self._rest()
        self._since = None
        self._services.safety.make_meanwhile().add_done_callback(_note)

    def _rest(self) -> None:
        self._quiet.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)


def _changes(services: Services) -> int:
    try:
        return services.safety.changes_since_copy()
    except RuntimeError:  # the data was closed in this very moment, which makes a copy
        return 0


def _replace_damaged(services: Services, today: date) -> Unsound:
    try:
        unsound = services.safety.replace_damaged(today)
        if unsound is not Unsound.NONE and services.safety.here() == Contents():
            return Unsound.NONE
    except RuntimeError:  # the data was closed in this very moment
        return Unsound.NONE
    return unsound


def _note(made: "Future[Any]") -> None:
    """Note why no copy was made; the next look asks again, and closing makes one too."""
    error = made.exception()
    if error is not None:
        log_bug(type(error), error.__traceback__)
