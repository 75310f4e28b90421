"""The one window: a rail at the left, one page at a time at the right."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow

from collabkit.ui.above import Above
from collabkit.ui.dropped import dropped_files
from collabkit.ui.navigation import Navigator, Place, Visit
from collabkit.ui.shell import Pages, Shell
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.focus import FocusKeeper
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.rail import Rail
from collabkit.ui.widgets.tab_order import step_focus
from collabkit.ui.window_keys import WindowKeys
from collabkit.ui.window_size import Memory, remember_size, resize_as_remembered

if TYPE_CHECKING:  # the window is painted before there is anything to say or to come back to
    from collabkit.ui.spots import Spots
    from collabkit.ui.widgets.save_mark import SaveMark, SaveState
    from collabkit.ui.widgets.standing_notice import StandingNotice

APP_TITLE = "collabkit"
_SPEAKS_AFTER = 100  # milliseconds: the window is painted first


class MainWindow(QMainWindow):
    """The window of the program.

    Four things are asked of whoever made the window: ``text_size_step_requested(step)`` and
    ``keys_help_requested()`` (see ``WindowKeys``), ``flushing()``, upon which everything handed in
    is to reach the disk, and ``closing()``; a page may also let it say
    ``save_elsewhere_requested()``.
    ``trouble_met()`` tells that something could not be saved, ``tried_again()`` that it is to be
    tried once more, ``way_out_requested()`` that somebody wants to know what can be done about it.
    ``saved()`` tells that all that was entered on a page is on the disk. With something unsaved the
    first wish to close is answered with a sentence instead: that of the page that holds it, if it
    has one. A file that is dropped on it is opened, unless the page takes it for itself.
    """

    text_size_step_requested = Signal(int)
    keys_help_requested = Signal()
    save_elsewhere_requested = Signal()
    trouble_met = Signal()
    tried_again = Signal()
    way_out_requested = Signal()
    saved = Signal()
    closing = Signal()
    flushing = Signal()

    def __init__(self, places: tuple[Place, ...], memory: Memory) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptDrops(True)
        self._memory = memory
        self._pages: dict[str, Page] = {}
        self._visits: dict[str, Visit] = {}  # the last one to each place
        self.kept_elsewhere: Callable[[], str] = str  # what to say if all of it lies elsewhere too
        self.navigator = Navigator(places, self)
        rail_places = [place for place in places if not place.under]
        self.rail = Rail([(place.key, place.title, place.icon) for place in rail_places])
        self._stack = Pages()
        self._shell = Shell(self.rail, self._stack)
        self.setCentralWidget(self._shell)
        self.above = Above(self._shell.take_above, self)
        self.above.told.connect(self._on_above_told)
        self.above.closed.connect(self._on_above_closed)
        self.above.keyboard_left.connect(self._on_above_keyboard_left)
        self.above.show_requested.connect(self._on_above_show_requested)
        self.above.tried_again.connect(self.tried_again)
        self.above.elsewhere_requested.connect(self.save_elsewhere_requested)
        self.navigator.moved.connect(self._on_navigator_moved)
        self.rail.place_chosen.connect(self._on_rail_place_chosen)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            FocusKeeper.watch(app)
        self._keys = WindowKeys(self, self.rail, self.navigator)
        self._keys.text_size_step_requested.connect(self.text_size_step_requested)
        self._keys.help_requested.connect(self.keys_help_requested)
        self._keys.search_requested.connect(self._on_keys_search_requested)
        self._keys.settings_requested.connect(self._on_keys_settings_requested)
        resize_as_remembered(self, memory)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        visit = self.navigator.current
        return self._pages.get(visit.key) if visit is not None else None

    @cached_property
    def save_mark(self) -> "SaveMark":
        """Says on every page that saves something how it stands with that."""
        from collabkit.ui.widgets.save_mark import SaveMark

        mark = SaveMark()
        mark.show_way_out(not self.above.tells_trouble)
        mark.way_out_requested.connect(self._on_save_mark_way_out_requested)
        return mark

    @property
    def standing(self) -> "StandingNotice":
        """For what holds whichever page is shown; stands above them all."""
        return self.above.standing

    def open_files(self, paths: Sequence[Path]) -> None:
        """Go where files are opened that somebody sent."""
        from collabkit.ui.opening_files.visit import PLACE, to_open

        if paths and self.navigator.knows(PLACE):
            self.navigator.go(PLACE, **to_open(paths))

    def holding_pages(self) -> dict[str, Page]:
        """Return the pages with something in hand that is not on the disk, by place."""
        return {key: page for key, page in self._pages.items() if page.holds_unsaved()}

    def show_without_place(self, title: str) -> None:
        """Call the window ``title``, while the data is closed: no place is the present one."""
        self.setWindowTitle(f"{title} – {APP_TITLE}")
        self.rail.mark("")

    def forget_pages(self) -> None:
        """Let go of every page and of the way that led here, as other data is going to be shown.

        Whoever calls goes to a place at once.
        """
        self.navigator.start_afresh()
        self._clear_mark()
        self._forget_warning()
        self._spots.clear()
        pages, self._pages = self._pages, {}
        for page in pages.values():
            self._stack.removeWidget(page)
            page.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(_SPEAKS_AFTER, self, self._speak)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        return step_focus(self, forwards)

    def closeEvent(self, event: QCloseEvent) -> None:
        if self.page is not None:
            self.page.left()
        self.flushing.emit()
        holding = self.holding_pages()
        if holding and not self.above.closing.may_close(holding, self.page, self.kept_elsewhere()):
            event.ignore()
            if self.page is not None:
                self.page.stayed()
            return
        remember_size(self, self._memory)
        self.closing.emit()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.rail.isEnabled() and dropped_files(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.open_files(dropped_files(event.mimeData()))

    def _speak(self) -> None:
        from collabkit.ui.widgets.spoken import speak_roles  # once the window is painted

        speak_roles()

    def _page_at(self, place: Place) -> Page:
        if place.key not in self._pages:
            page = place.make_page()
            page.go_requested.connect(self._on_page_go_requested)
            page.back_requested.connect(self.navigator.back)
            page.save_state_changed.connect(self._on_page_save_state_changed)
            page.yield_to(self.above.is_told)
            self._stack.addWidget(page)
            self._pages[place.key] = page
        return self._pages[place.key]

    def _on_navigator_moved(self, before: Visit | None, after: Visit) -> None:
        spot = self._spots.take(after) if before is not None else None
        if before is not None and (page := self._pages.get(before.key)) is not None:
            if spot is None:  # on the way on, not back
                self._remember(before, page)
            page.left()
        if self.above.is_holding_back:
            self.above.closing.take_back()
        place = self.navigator.place(after.key)
        page = self._page_at(place)
        self._visits[after.key] = after
        if self._has_mark and self.save_mark.tells_success:
            self._clear_mark()  # it spoke of the page before
        self._keys.leave_find(page.has_own_search)
        if page.saves or self._has_mark:  # it goes along, and never goes down with a page
            page.foot.take_mark(self.save_mark)
        self._show_foot_if_used(page)
        focused = self.focusWidget()
        if focused is not None:
            # Otherwise the stack would look through all widgets for a next one; the page says.
            focused.clearFocus()
        self._stack.setCurrentWidget(page)
        self.rail.mark(place.under or place.key)
        self.setWindowTitle(f"{place.title} – {APP_TITLE}")
        page.entered(**(after.arguments if spot is None else after.on_return))
        page.take_focus()
        if spot is not None:
            page.return_to(spot.scrolled, spot.focused)
        if before is not None:  # the first page is told with the window itself
            announce(page, page.title)

    def _remember(self, visit: Visit, page: Page) -> None:
        from collabkit.ui.spots import Spot

        self._spots.remember(Spot(visit, page.scrolled, self.focusWidget()))

    @cached_property
    def _spots(self) -> "Spots":
        """Where somebody was on the pages before; none was left before the first picture."""
        from collabkit.ui.spots import Spots

        return Spots()

    @property
    def _has_mark(self) -> bool:
        """Whether there was a page that saves something; the first picture comes before."""
        return "save_mark" in self.__dict__

    def _clear_mark(self) -> None:
        from collabkit.ui.widgets.save_mark import SaveState, Saving

        if self._has_mark:
            self.save_mark.render_state(SaveState(Saving.NOTHING))

    def _show_foot_if_used(self, page: Page) -> None:
        page.foot.show_if_used(self._has_mark and bool(self.save_mark.text))

    def _show_way_out(self) -> None:
        if self._has_mark:
            self.save_mark.show_way_out(not self.above.tells_trouble)

    def _forget_warning(self) -> None:
        if self.above.is_holding_back:
            self.above.closing.begin_anew()

    def _on_above_told(self) -> None:
        if self.page is not None:
            self.page.notice.give_way()
        self._show_way_out()

    def _on_above_closed(self) -> None:
        self._show_way_out()

    def _on_above_keyboard_left(self) -> None:
        if self.page is not None:
            self.page.take_keyboard()

    def _on_save_mark_way_out_requested(self) -> None:
        if self.page is not None:
            self.page.take_keyboard()  # the button goes, and the keyboard comes back to the page
        self.way_out_requested.emit()
        self.above.standing.take_focus()

    def _on_above_show_requested(self, key: str, arguments: Mapping[str, Any] | None) -> None:
        visit = self._visits[key]
        self.navigator.go(key, **(visit.arguments if arguments is None else arguments))

    def _on_rail_place_chosen(self, key: str) -> None:
        self.navigator.go(key)

    def _on_page_go_requested(self, key: str, arguments: dict[str, Any]) -> None:
        if self.sender() is self.page:  # not one that was left while it was still at work
            self.navigator.go(key, **arguments)

    def _on_page_save_state_changed(self, state: "SaveState") -> None:
        from collabkit.ui.save_ledger import with_any_trouble
        from collabkit.ui.widgets.save_mark import Saving

        own, state = state, with_any_trouble(state)
        self.save_mark.render_state(state)
        if own.saving is Saving.DONE:
            self.saved.emit()
        if state.saving is Saving.TROUBLE:
            self.trouble_met.emit()
        elif state.saving is not Saving.UNDER_WAY:  # not while it is tried again in vain
            self._forget_warning()
        if self.page is not None:
            self._show_foot_if_used(self.page)

    def _on_keys_search_requested(self) -> None:
        if not self.navigator.knows("search") or not self.rail.isEnabled():
            return
        if self.page is not None and self.navigator.current == Visit("search"):
            self.page.take_focus()
        else:
            self.navigator.go("search")

    def _on_keys_settings_requested(self) -> None:
        if self.navigator.knows("settings") and self.rail.isEnabled():
            self.navigator.go("settings")
