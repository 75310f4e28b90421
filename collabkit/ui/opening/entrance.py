"""From the data folder to the open data, and what is shown where that does not lead there."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.errors import DataRefusedError
from collabkit.paths import DataFolder
from collabkit.ui.lock.way_in import WayIn
from collabkit.ui.navigation import Place
from collabkit.ui.opening.front import Front
from collabkit.ui.opening.opener import HOME, Opener
from collabkit.ui.opening.way_back import WayBack

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.services import Services
    from collabkit.ui.errand import Errand
    from collabkit.ui.window import MainWindow


class Entrance(QObject):
    """Opens the data in ``window()``, now and again, or says there what is in the way.

    ``opened(Services)`` is sent each time that the data is open. ``stayed_closed(is_alone)`` tells
    that the window stays without data, and whether it is the only one for this folder;
    ``left_to_other()`` that another window has shown all that was wanted here, ``lost()`` that
    nothing more can be saved into the file that is open.
    """

    opened = Signal(object)
    stayed_closed = Signal(bool)
    left_to_other = Signal()
    lost = Signal()

    def __init__(
        self,
        folder: DataFolder,
        today: Callable[[], date],
        window: "Callable[[], MainWindow]",
        parent: QObject,
        files: Sequence[Path] = (),
        *,
        asks_first: bool = False,
    ) -> None:
        """Take ``files`` that are to be opened as well; on ``asks_first`` see ``Opener``."""
        super().__init__(parent)
        self._window = window
        self._files = files
        self._is_over = False  # the window has been closed
        self._way_in = WayIn(folder, self)
        self._way_in.unlocked.connect(self._on_unlocked)
        self._way_back = WayBack(folder, today, self)
        self._way_back.errand_wanted.connect(self.run)
        self._way_back.again_wanted.connect(self._on_again_wanted)
        self._way_back.lost.connect(self.lost)
        self._front = Front(lambda: self.folder, today, self)
        self._front.titled.connect(self._on_front_titled)
        self._front.again_requested.connect(self.open)
        self._front.begin_requested.connect(self._on_begin_requested)
        self._opener = Opener(folder, self._way_back, self, asks_first=asks_first)
        self._opener.opened.connect(self._on_opener_opened)
        self._opener.not_opened.connect(self._on_opener_not_opened)
        self._opener.refused.connect(self._on_opener_refused)
        self._opener.already_open.connect(self._on_opener_already_open)
        self._opener.nothing_there.connect(self._on_opener_nothing_there)

    @property
    def folder(self) -> DataFolder:
        """The data folder, as it is opened just now: locked or not."""
        return self._opener.folder

    @property
    def in_addition(self) -> str:
        """What is to be said where opening leads."""
        return self._opener.in_addition

    def places(self) -> tuple[Place, ...]:
        """Return what is shown while the data is closed."""
        return (self._front.place(), self._way_back.place(), self._way_in.place())

    def arrival(self, services: "Services") -> tuple[str, Mapping[str, object]]:
        """Return where opening leads: a place, and with which arguments."""
        from collabkit.ui.opening.arrival import still_known

        return still_known(self._opener.arrival, services)

    def take_files(self) -> Sequence[Path]:
        """Return the files that are to be opened, once: the data may be opened again."""
        files, self._files = self._files, ()
        return files

    def open(self) -> None:
        """Open the data; the opening page is shown already."""
        self._front.show_opening()
        self._opener.open()

    def run(self, errand: "Errand", let_go: Callable[[], None] = lambda: None) -> None:
        """Do ``errand``, for which ``let_go`` closes the data if it is open; then open it again."""
        self._window().navigator.go("opening")
        self._front.show_opening(errand.words)
        self._opener.run(errand, let_go)

    def watch(self, services: "Services") -> None:
        """Notice from now on when nothing more can be saved."""
        self._way_back.watch(self._window(), services)

    def look_now(self) -> None:
        """Look before it is time: the file may be another one."""
        self._way_back.look_now()

    def rest(self) -> None:
        """Watch no more: the data is being closed."""
        self._way_back.end()

    def end(self) -> None:
        """The window has been closed: nothing is opened any more."""
        self._is_over = True
        self._opener.end()
        self._way_back.end()

    def _on_opener_opened(self, services: "Services") -> None:
        if self._is_over:
            services.close()
        else:
            self.opened.emit(services)

    def _on_opener_not_opened(self, heading: str, sentence: str) -> None:
        if not self._is_over:
            self.stayed_closed.emit(True)
            may_be_read = self.folder.database.exists()
            self._front.show_problem(heading, sentence, may_be_read=may_be_read)

    def _on_opener_refused(self, error: DataRefusedError) -> None:
        """Show what can be put back, where there may be something."""
        problem, self._opener.arrival = self._opener.arrival[1].get("problem"), HOME
        if self._is_over:
            return
        self.stayed_closed.emit(True)
        if self._way_in.show(self._window(), error):
            return
        if not self._way_back.show(self._window(), error, problem):
            self._front.show_problem("", str(error))

    def _on_opener_nothing_there(self) -> None:
        if not self._is_over:
            self.stayed_closed.emit(True)
            self._front.show_nothing_there()

    def _on_opener_already_open(self, sentence: str) -> None:
        """Leave it to the window that is open, if that answers."""
        from collabkit.ui.first_window.leaving_it import LeavingIt

        leaving_it = LeavingIt(self.folder.root, self._files, self)
        leaving_it.taken.connect(self.left_to_other)
        leaving_it.not_taken.connect(self._on_leaving_it_not_taken)
        leaving_it.ask(sentence)

    def _on_leaving_it_not_taken(self, heading: str, sentence: str) -> None:
        if not self._is_over:
            self.stayed_closed.emit(False)
            self._front.show_problem(heading, sentence)

    def _on_front_titled(self, title: str) -> None:
        self._window().show_without_place(title)

    def _on_begin_requested(self) -> None:
        self._opener.asks_first = False
        self.open()

    def _on_unlocked(self, folder: DataFolder) -> None:
        self._opener.use(folder)
        self._on_again_wanted()

    def _on_again_wanted(self) -> None:
        self._window().navigator.go("opening")
        self.open()
