"""What goes on beside the pages as long as the data is open."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from collabkit.services import Services
from collabkit.ui.window import MainWindow

if TYPE_CHECKING:
    from collabkit.ui.first_window.door import Door
    from collabkit.ui.new_day import NewDay
    from collabkit.ui.safety.interval import CopyInterval
    from collabkit.ui.surroundings.teller import Surroundings


class Companions(QObject):
    """Opens the door to a second start, watches place and day, and makes safety copies.

    All of it is loaded here, after the first page is usable. The door can be opened before, while
    the data cannot: whoever starts the program once more finds this window. ``exchanged()`` tells
    that another file is in the place of the open one.
    """

    exchanged = Signal()

    def __init__(self, window: MainWindow, today: Callable[[], date], parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._today = today
        self._door: Door | None = None
        self._surroundings: Surroundings | None = None
        self._interval: CopyInterval | None = None
        self._new_day: NewDay | None = None

    @property
    def told_absence(self) -> bool:
        """Whether the person reads just now that the data has gone."""
        return self._surroundings is not None and self._surroundings.is_gone

    def begin(self, services: Services) -> None:
        """Begin, or go on with data that was closed and opened again."""
        from collabkit.ui.new_day import NewDay
        from collabkit.ui.safety.interval import CopyInterval
        from collabkit.ui.surroundings.teller import RescueDesktop, Surroundings

        self.rest()
        self.open_door(services.folder.root)
        self._surroundings = Surroundings(
            services, self._window.standing, self._today, RescueDesktop(), self
        )
        self._window.save_elsewhere_requested.connect(self._surroundings.save_elsewhere)
        self._window.trouble_met.connect(self._surroundings.look_now)
        self._window.tried_again.connect(self._surroundings.try_again)
        self._window.way_out_requested.connect(self._surroundings.tell_again)
        self._window.saved.connect(self._surroundings.note_saved)
        self._window.kept_elsewhere = self._surroundings.kept_elsewhere
        self._surroundings.exchanged.connect(self.exchanged)
        self._surroundings.begin()
        self._window.above.has_teller = True
        self._interval = CopyInterval(services, self._today, self)
        self._interval.told.connect(self._on_interval_told)
        self._interval.begin()
        self._new_day = NewDay(self._today, self)
        self._new_day.begun.connect(self._on_new_day_begun)
        self._new_day.begin()

    def open_door(self, folder: Path) -> None:
        """Be there for a second start on ``folder``, unless another window is."""
        from collabkit.ui.first_window.door import Door  # brings Qt's sockets

        if self._door is None:
            self._door = Door(folder, self._window)
        self._door.open()

    def rest(self) -> None:
        """Touch the data no more: it is being closed."""
        for companion in (self._surroundings, self._interval, self._new_day):
            if companion is not None:
                companion.end()
                companion.deleteLater()
        self._surroundings = self._interval = self._new_day = None
        self._window.above.has_teller = False

    def _on_interval_told(self, sentence: str) -> None:
        if self._window.page is not None:
            self._window.page.notice.add(sentence)

    def _on_new_day_begun(self) -> None:
        if self._window.page is not None:
            self._window.page.new_day()

    def end(self) -> None:
        """The window closes."""
        self.rest()
        if self._door is not None:
            self._door.close()
            self._door = None
