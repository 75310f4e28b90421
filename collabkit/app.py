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

from collabkit.cli import EXIT_NO_DISPLAY, EXIT_OK
from collabkit.errors import CollabkitError, DataRefusedError
from collabkit.i18n import _
from collabkit.paths import DataFolder, data_folder
from collabkit.settings import Settings
from collabkit.ui.crash_report.bugs import Bugs
from collabkit.ui.dressing import Dressing
from collabkit.ui.first_picture import FirstPicture
from collabkit.ui.first_window.asking import ask_first_window
from collabkit.ui.garbage import Garbage
from collabkit.ui.lock.way_in import WayIn
from collabkit.ui.navigation import Place
from collabkit.ui.opening.front import Front
from collabkit.ui.opening.opener import HOME, Opener
from collabkit.ui.opening.way_back import WayBack
from collabkit.ui.polite_end import close_on_signals
from collabkit.ui.window import MainWindow

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collabkit.services import Services
    from collabkit.ui.companions import Companions
    from collabkit.ui.context import Context
    from collabkit.ui.errand import Errand

_UNTIL_DRAWN = 50  # milliseconds in which the first page is drawn, before anything else is loaded


def open_window(chosen_folder: str | None, files: Sequence[Path] = ()) -> int:
    """Open the window, with ``files`` in it; return the exit status when it has been closed."""
    from collabkit.cli.display import display_available

    if not display_available():
        print(
            _(
                "There is no display here, so the window cannot open. "
                "“collabkit demo --out DIR” makes a sample plan without one."
            ),
            file=sys.stderr,
        )
        return EXIT_NO_DISPLAY
    folder = data_folder(chosen_folder)
    application = QApplication(sys.argv[:1])
    if ask_first_window(folder.root, files):
        _tell_of_first_window(files)
        return EXIT_OK
    program = Program(application, folder, files=files, is_named=chosen_folder is not None)
    watch = partial(QTimer.singleShot, _UNTIL_DRAWN, program, program.watch_for_faults)
    program.usable.connect(watch)
    program.start()
    close_on_signals(program.window)
    application.exec()
    if program.has_found_first_window:
        _tell_of_first_window(files)
    return EXIT_OK


def _tell_of_first_window(files: Sequence[Path]) -> None:
    from collabkit.ui.first_window.message import sentence

    print(sentence([path.name for path in files]))


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
        self._files = files
        self._today = today
        self._context: Context | None = None
        self._all_companions: Companions | None = None
        self._way_back = WayBack(folder, today, self)
        self._way_in = WayIn(folder, self)
        self._opener = Opener(folder, self._way_back, self, asks_first=is_named)
        self._is_over = False  # the window has been closed
        self.has_found_first_window = False
        # It begins once the first page is there: until then nearly everything that is made stays,
        # and looking through it took a twenty-fifth of the whole start (measured).
        self._garbage = Garbage(self)
        self.settings = Settings(folder.settings)
        self.settings.hold()  # until the folder is known to be ours
        application.setApplicationName("collabkit")
        application.setApplicationDisplayName("collabkit")
        application.setDesktopFileName("collabkit")
        self._dressing = Dressing(application, self.settings, self)
        self._front = Front(lambda: self._opener.folder, today, self)
        self._front.again_requested.connect(self._open_data)
        self._front.begin_requested.connect(self._on_begin_requested)
        self.window = MainWindow(self._all_places(), self.settings)
        self._first_picture = FirstPicture(self.window, self)
        self._first_picture.painted.connect(self._on_first_picture_painted)
        self._bugs = Bugs(self.window, self)
        self.window.text_size_step_requested.connect(self._dressing.step_text_size)
        self.window.keys_help_requested.connect(self._on_window_keys_help_requested)
        self.window.flushing.connect(self._on_window_flushing)
        self.window.closing.connect(self._on_window_closing)
        application.commitDataRequest.connect(self._on_session_ending)
        self._opener.opened.connect(self._on_opener_opened)
        self._opener.not_opened.connect(self._on_opener_not_opened)
        self._opener.refused.connect(self._on_opener_refused)
        self._opener.already_open.connect(self._on_opener_already_open)
        self._opener.nothing_there.connect(self._on_opener_nothing_there)
        self._way_in.unlocked.connect(self._on_unlocked)
        self._way_back.errand_wanted.connect(self._begin_errand)
        self._way_back.again_wanted.connect(self._on_again_wanted)
        self._way_back.lost.connect(self._on_file_lost)

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

        while_closed = (self._front.place(), self._way_back.place(), self._way_in.place())
        return (*places(lambda: self.context), *while_closed)

    def _on_first_picture_painted(self) -> None:
        self.painted.emit()
        self._open_data()

    def _open_data(self) -> None:
        sys.excepthook = self._bugs.note
        self._front.show_opening()
        self._opener.open()

    def _while_closed(self, errand: "Errand") -> str:
        """Close the data for an errand and open it again; see ``Context``."""
        from collabkit.ui.errand import hindrance_in

        self._on_window_flushing()
        hindrance = hindrance_in(self.window)
        if hindrance or self._context is None:
            return hindrance
        services = self._let_go_of_pages(self._context)
        self._begin_errand(errand, partial(services.close, with_copy=not errand.keeps_copy))
        return ""

    def _let_go_of_pages(self, context: "Context") -> "Services":
        """Show no page any more that works on the open data, which is to be closed."""
        self._context = None
        self._way_back.end()
        if self._all_companions is not None:
            self._all_companions.rest()
        if self.window.page is not None:
            self.window.page.left()
        self.window.forget_pages()
        self.window.rail.setEnabled(False)
        return context.services

    def _begin_errand(self, errand: "Errand", let_go: Callable[[], None] = lambda: None) -> None:
        self.window.navigator.go("opening")
        self._front.show_opening(errand.words)
        self._opener.run(errand, let_go)

    def _on_opener_opened(self, services: "Services") -> None:
        from collabkit.logs import start_log
        from collabkit.ui.context import Context
        from collabkit.ui.opening.arrival import still_known

        if self._is_over:
            services.close()
            return
        folder = self._opener.folder
        self._context = Context(
            services, self.settings, folder, self._today, while_closed=self._while_closed
        )
        self.settings.release()
        start_log(folder.log)  # the folder is there now, and is not made again if it goes
        self.window.rail.setEnabled(True)
        self.window.rail.show()
        place, arguments = still_known(self._opener.arrival, services)
        try:
            self.window.navigator.go(place, **arguments)
        finally:
            self._garbage.begin()
        told = f"{arguments.get('told', '')} {self._opener.in_addition}".strip()
        for sentence in (*services.store.notices, told):
            if self.window.page is not None and sentence:
                self.window.page.notice.tell(sentence)
        files, self._files = self._files, ()  # once: the data may be closed and opened again
        self.window.open_files(files)
        self.usable.emit()
        QTimer.singleShot(_UNTIL_DRAWN, self, self._load_ahead)

    def _load_ahead(self) -> None:
        if self._context is not None:  # not closed again at once
            self._context.services.load_ahead()
            self._accompany(self._context.services)

    def _accompany(self, services: "Services") -> None:
        """Begin what goes on beside the pages, which is loaded only now."""
        self._companions.begin(services)
        self._way_back.watch(self.window, services)

    @property
    def _companions(self) -> "Companions":
        """What goes along with the window; loaded when it is first wanted."""
        if self._all_companions is None:
            from collabkit.ui.companions import Companions

            self._all_companions = Companions(self.window, self._today, self)
            self._all_companions.exchanged.connect(self._way_back.look_now)
        return self._all_companions

    def _on_opener_already_open(self, sentence: str) -> None:
        """Leave it to the window that is open, if that answers."""
        from collabkit.ui.first_window.leaving_it import LeavingIt

        leaving_it = LeavingIt(self._opener.folder.root, self._files, self)
        leaving_it.taken.connect(self._on_leaving_it_taken)
        leaving_it.not_taken.connect(self._on_leaving_it_not_taken)
        leaving_it.ask(sentence)

    def _on_leaving_it_taken(self) -> None:
        self.has_found_first_window = True
        self.window.close()

    def _on_leaving_it_not_taken(self, heading: str, sentence: str) -> None:
        if not self._is_over:
            self._go_on_closed(is_alone=False)
            self._front.show_problem(heading, sentence)

    def _on_opener_refused(self, error: DataRefusedError) -> None:
        """Show what can be put back, where there may be something."""
        problem, self._opener.arrival = self._opener.arrival[1].get("problem"), HOME
        if self._is_over:
            return
        self._go_on_closed()
        if self._way_in.show(self.window, error):
            return
        if not self._way_back.show(self.window, error, problem):
            self._front.show_problem("", str(error))

    def _on_opener_nothing_there(self) -> None:
        if not self._is_over:
            self._go_on_closed()
            self._front.show_nothing_there()

    def _on_begin_requested(self) -> None:
        self._opener.asks_first = False
        self._open_data()

    def _on_unlocked(self, folder: DataFolder) -> None:
        self._opener.use(folder)
        self._on_again_wanted()

    def _on_again_wanted(self) -> None:
        self.window.navigator.go("opening")
        self._open_data()

    def _on_file_lost(self) -> None:
        from collabkit.ui.opening.arrival import looking_again

        if self._context is not None:
            is_back = self._companions.told_absence
            look = looking_again(self.window.navigator.current, is_back=is_back)
            self._begin_errand(look, self._let_go_of_pages(self._context).close)

    def _on_opener_not_opened(self, heading: str, sentence: str) -> None:
        if not self._is_over:
            self._go_on_closed()
            may_be_read = self._opener.folder.database.exists()
            self._front.show_problem(heading, sentence, may_be_read=may_be_read)

    def _go_on_closed(self, *, is_alone: bool = True) -> None:
        """Stay open without data; if this is the only window, a second start finds it all the same.

        Else the other window, which has the data open, would be found no more.
        """
        self._garbage.begin()
        self.window.rail.hide()  # it leads nowhere
        if is_alone:
            self._companions.open_door(self._opener.folder.root)

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
        return self._opener.folder.database.exists()

    def _on_window_closing(self) -> None:
        self._is_over = True
        self._opener.end()
        self._way_back.end()
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

        watch = FaultWatch(self._opener.folder.root, self.window)
        watch.fault_noted.connect(self._bugs.tell)
        watch.begin()
