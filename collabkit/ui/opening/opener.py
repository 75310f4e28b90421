"""Opens the data, and opens it again after what can only be done while it is closed."""

import threading
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from collabkit.errors import CollabkitError, DataRefusedError
from collabkit.paths import DataFolder, is_nothing_there
from collabkit.ui.opening.page import fault_of_ours

if TYPE_CHECKING:
    from collabkit.ui.errand import Errand
    from collabkit.ui.opening.way_back import WayBack

HOME: tuple[str, Mapping[str, object]] = ("home", {})


class Opener(QObject):
    """Works on threads of its own: the libraries of the data take longer to load than Qt.

    One of these is sent each time, on the GUI thread: ``opened(Services)``, ``refused(error)`` with
    a ``DataRefusedError``, ``already_open(sentence)``, ``not_opened(heading, sentence)``, or
    ``nothing_there()`` as long as it ``asks_first``, which is for a folder that somebody has named:
    see ``paths.is_nothing_there``.

    ``arrival`` is where opening leads: a place, and with which arguments. ``in_addition`` is to be
    said there.
    """

    opened = Signal(object)
    refused = Signal(object)
    already_open = Signal(str)
    not_opened = Signal(str, str)
    nothing_there = Signal()

    def __init__(
        self, folder: DataFolder, way_back: "WayBack", parent: QObject, *, asks_first: bool = False
    ) -> None:
        super().__init__(parent)
        self.folder = folder
        self.asks_first = asks_first
        self.arrival = HOME
        self.in_addition = ""
        self._way_back = way_back
        self._is_over = False

    def use(self, folder: DataFolder) -> None:
        """Open the data from now on as ``folder`` says, which may be locked or not."""
        self.folder = folder
        self._way_back.use(folder)

    def open(self) -> None:
        """Begin to open the data."""
        threading.Thread(target=self._open_now, name="collabkit-opening", daemon=True).start()

    def run(self, errand: "Errand", let_go: Callable[[], None]) -> None:
        """Begin ``errand``: ``let_go`` closes the data for it. Then the data is opened."""
        # Not a daemon: whoever closes the window meanwhile does not stop it half way.
        run = partial(self._run_now, errand, let_go)
        threading.Thread(target=run, name="collabkit-errand").start()

    def end(self) -> None:
        """The window has been closed: an errand under way is ended, but nothing opened again."""
        self._is_over = True

    def _run_now(self, errand: "Errand", let_go: Callable[[], None]) -> None:
        from collabkit.ui.errand import folder_after

        self.arrival = (errand.place, errand.run(let_go))
        self.use(folder_after(self.arrival[1], self.folder))
        if not self._is_over:
            self._open_now()

    def _open_now(self) -> None:
        from collabkit.logs import log_bug, start_log

        if self.asks_first and is_nothing_there(self.folder):
            self.nothing_there.emit()
            return
        try:
            from collabkit.services import AlreadyOpenError, open_services

            start_log(self.folder.log)
            services = open_services(self.folder)
            self.in_addition = self._way_back.save_what_is_in_hand(services)
        except AlreadyOpenError as error:
            self.already_open.emit(str(error))
        except DataRefusedError as error:
            self.refused.emit(error)
        except CollabkitError as error:
            self.not_opened.emit("", str(error))
        except Exception as error:
            log_bug(type(error), error.__traceback__)
            self.not_opened.emit("", fault_of_ours())
        else:
            self.opened.emit(services)
