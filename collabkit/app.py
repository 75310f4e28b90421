"""Wires the rooms together: settings and theme, window, then the data. Imported by nobody below.

The window is painted first, with its real rail, head, fonts and theme; only then is the database
opened, on its own thread, because it costs as much as Qt itself.
"""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from collabkit.errors import CollabkitError
from collabkit.paths import DataFolder
from collabkit.settings import Settings
from collabkit.ui.crash_report.bugs import Bugs
from collabkit.ui.dressing import Dressing
from collabkit.ui.first_picture import FirstPicture
from collabkit.ui.first_window.asking import ask_first_window
from collabkit.ui.garbage import Garbage
from collabkit.ui.navigation import Place
from collabkit.ui.opening.entrance import Entrance
from collabkit.ui.polite_end import close_on_signals
from collabkit.ui.window import MainWindow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.services import Services
    from collabkit.ui.companions import Companions
    from collabkit.ui.context import Context
    from collabkit.ui.errand import Errand

_UNTIL_DRAWN = 50  # milliseconds in which the first page is drawn, before anything else is loaded


def run_window(folder: DataFolder, files: Sequence[Path] = (), *, is_named: bool = False) -> bool:
    """Open the window on ``folder``, with ``files`` in it, and return when it has been closed.

    Tells whether it stood here: not if another window has the folder open, and shows it all.
    ``is_named`` tells that somebody has named the folder.
    """
    application = QApplication(sys.argv[:1])
    if ask_first_window(folder.root, files):
        return False
    program = Program(application, folder, files=files, is_named=is_named)
    watch = partial(QTimer.singleShot, _UNTIL_DRAWN, program, program.watch_for_faults)
    program.usable.connect(watch)
    program.start()
    close_on_signals(program.window)
    application.exec()
    return not program.has_found_first_window


class Program(QObject):
    """The running program: one window, one data folder.

    ``painted()`` is sent when the first picture of the window is on screen, ``usable()`` when
    the data is open and the first real page is shown. ``files`` are opened after that.
    ``is_named`` tells that somebody has named the folder, and so expects something in it.
    """

    painted = Signal()
    usable = Signal()

    def __init__(
        self,
        application: QApplication,
        folder: DataFolder,
        today: Callable[[], date] = date.today,
        files: Sequence[Path] = (),
        *,
        is_named: bool = False,
    ) -> None:
        super().__init__()
        self._today = today
        self._context: Context | None = None
        self._all_companions: Companions | None = None
        self.has_found_first_window = False
        # It begins once the first page is there: until then nearly everything that is made stays.
        self._garbage = Garbage(self)
        self.settings = Settings(folder.settings)
        self.settings.hold()  # until the folder is known to be ours
        application.setApplicationName("collabkit")
        application.setApplicationDisplayName("collabkit")
        application.setDesktopFileName("collabkit")
        self._dressing = Dressing(application, self.settings, self)
        self._entrance = Entrance(
            folder, today, lambda: self.window, self, files, asks_first=is_named
        )
        self._entrance.opened.connect(self._on_entrance_opened)
        self._entrance.stayed_closed.connect(self._on_entrance_stayed_closed)
        self._entrance.left_to_other.connect(self._on_entrance_left_to_other)
        self._entrance.lost.connect(self._on_entrance_lost)
        self.window = MainWindow(self._all_places(), self.settings)
        self._first_picture = FirstPicture(self.window, self)
        self._first_picture.painted.connect(self._on_first_picture_painted)
        self._bugs = Bugs(self.window, self)
        self.window.text_size_step_requested.connect(self._dressing.step_text_size)
        self.window.keys_help_requested.connect(self._on_window_keys_help_requested)
        self.window.flushing.connect(self._on_window_flushing)
        self.window.closing.connect(self._on_window_closing)
        application.commitDataRequest.connect(self._on_session_ending)

    @property
    def context(self) -> "Context":
        """What pages are given; only asked for once the data is open."""
        if self._context is None:
            raise RuntimeError("a page was made before the data was open")
        return self._context

    @property
    def bugs(self) -> list[str]:
        """Where each bug of ours happened; pictures and tests look here."""
        return self._bugs.places

    @property
    def is_usable(self) -> bool:
        """Whether the data is open."""
        return self._context is not None

    def start(self) -> None:
        """Show the window; everything else follows when it has been painted."""
        self.window.navigator.go("opening")
        self.window.rail.setEnabled(False)
        self._first_picture.await_it()
        self.window.show()

    def _all_places(self) -> tuple[Place, ...]:
        from collabkit.ui.places import places

        return (*places(lambda: self.context), *self._entrance.places())

    def _on_first_picture_painted(self) -> None:
        self.painted.emit()
        sys.excepthook = self._bugs.note
        self._entrance.open()

    def _while_closed(self, errand: "Errand") -> str:
        """Close the data for an errand and open it again; see ``Context``."""
        from collabkit.ui.errand import hindrance_in

        self._on_window_flushing()
        hindrance = hindrance_in(self.window)
        if hindrance or self._context is None:
            return hindrance
        services = self._let_go_of_pages(self._context)
        self._entrance.run(errand, partial(services.close, with_copy=not errand.keeps_copy))
        return ""

    def _let_go_of_pages(self, context: "Context") -> "Services":
        """Show no page any more that works on the open data, which is to be closed."""
        self._context = None
        self._entrance.rest()
        if self._all_companions is not None:
            self._all_companions.rest()
        if self.window.page is not None:
            self.window.page.left()
        self.window.forget_pages()
        self.window.rail.setEnabled(False)
        return context.services

    def _on_entrance_opened(self, services: "Services") -> None:
        from collabkit.logs import start_log
        from collabkit.ui.context import Context

        folder = self._entrance.folder
        self._context = Context(
            services, self.settings, folder, self._today, while_closed=self._while_closed
        )
        self.settings.release()
        start_log(folder.log)  # the folder is there now, and is not made again if it goes
        self.window.rail.setEnabled(True)
        self.window.rail.show()
        place, arguments = self._entrance.arrival(services)
        try:
            self.window.navigator.go(place, **arguments)
        finally:
            self._garbage.begin()
        told = f"{arguments.get('told', '')} {self._entrance.in_addition}".strip()
        for sentence in (*services.store.notices, told):
            if self.window.page is not None and sentence:
                self.window.page.notice.add(sentence)
        self.window.open_files(self._entrance.take_files())
        self.usable.emit()
        QTimer.singleShot(_UNTIL_DRAWN, self, self._load_ahead)

    def _load_ahead(self) -> None:
        if self._context is not None:  # not closed again at once
            self._context.services.load_ahead()
            self._accompany(self._context.services)

    def _accompany(self, services: "Services") -> None:
        """Begin what goes on beside the pages, which is loaded only now."""
        self._companions.begin(services)
        self._entrance.watch(services)

    @property
    def _companions(self) -> "Companions":
        """What goes along with the window; loaded when it is first wanted."""
        if self._all_companions is None:
            from collabkit.ui.companions import Companions

            self._all_companions = Companions(self.window, self._today, self)
            self._all_companions.exchanged.connect(self._entrance.look_now)
        return self._all_companions

    def _on_entrance_stayed_closed(self, is_alone: bool) -> None:
        """Stay open without data; if this is the only window, a second start finds it all the same.

        Else the other window, which has the data open, would be found no more.
        """
        self._garbage.begin()
        self.window.rail.hide()  # it leads nowhere
        if is_alone:
            self._companions.open_door(self._entrance.folder.root)

    def _on_entrance_left_to_other(self) -> None:
        self.has_found_first_window = True
        self.window.close()

    def _on_entrance_lost(self) -> None:
        from collabkit.ui.opening.arrival import looking_again

        if self._context is not None:
            is_back = self._companions.told_absence
            look = looking_again(self.window.navigator.current, is_back=is_back)
            self._entrance.run(look, self._let_go_of_pages(self._context).close)

    def _on_window_keys_help_requested(self) -> None:
        from collabkit.ui.keys_help import show_keys

        show_keys(self.window)

    def _on_session_ending(self) -> None:
        """Somebody logs out or shuts down: what is being typed goes to the disk first."""
        if self.window.page is not None:
            self.window.page.left()
        self._on_window_flushing()

    def _on_window_flushing(self) -> None:
        if self._context is not None:
            if not self._is_in_place:
                self.settings.hold()
            self._context.services.responses.flush()

    @property
    def _is_in_place(self) -> bool:
        """Whether the data is where it was: nothing is made in the place of what has gone."""
        return self._entrance.folder.database.exists()

    def _on_window_closing(self) -> None:
        self._entrance.end()
        if self._all_companions is not None:
            self._all_companions.end()
        if self._context is None:
            return
        try:
            self._context.services.close()
        except CollabkitError as error:
            # Everything is saved by now; only the extra copy could not be made.
            if self._is_in_place:
                from collabkit.logs import log_bug

                log_bug(type(error), error.__traceback__)
        self._context = None

    def watch_for_faults(self) -> None:
        """Notice from now on what fails outside the pages; only for a process of its own."""
        from collabkit.ui.crash_report.watching import FaultWatch

        watch = FaultWatch(self._entrance.folder.root, self.window)
        watch.fault_noted.connect(self._bugs.tell)
        watch.begin()
