"""Moves the pages: turning, and how large they are."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea

from collabkit.ui.preview.sheets import Sheets
from collabkit.ui.preview.tools import Tools
from collabkit.ui.preview.turner import Turner
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.announce import announce

_ZOOMS = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
_ZOOM_KEYS = {
    Qt.Key.Key_Plus: 1,
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
    Qt.Key.Key_0: 0,
}


def zoom_step(event: QKeyEvent) -> int | None:
    """Return 1 for larger, -1 for smaller, 0 for as wide as there is room; ``None`` otherwise."""
    keypad = Qt.KeyboardModifier.KeypadModifier
    shift = Qt.KeyboardModifier.ShiftModifier  # plus is a shifted key on many keyboards
    if event.modifiers() & ~(keypad | shift) != Qt.KeyboardModifier.ControlModifier:
        return None
    return _ZOOM_KEYS.get(Qt.Key(event.key()))


class Viewer(QObject):
    """Keeps the controls in step with what ``scroller`` shows of ``sheets``, and follows them."""

    def __init__(self, scroller: QScrollArea, sheets: Sheets, turner: Turner, tools: Tools) -> None:
        super().__init__(scroller)
        self._is_zooming = False
        self._scroller, self._sheets = scroller, sheets
        self._turner, self._tools = turner, tools
        scroller.verticalScrollBar().valueChanged.connect(self._on_scroll_bar_moved)
        sheets.turned.connect(self._on_sheets_turned)
        turner.page_wanted.connect(self.go_to)
        tools.size_change_requested.connect(self._on_tools_size_change_requested)

    def show_place(self) -> None:
        """Say which page of how many is read, and how large the pages are."""
        self._turner.show_place(self._sheets.page, len(self._sheets.sheets))
        self._tools.show_size(fits_width=self._sheets.fits_width)

    def go_to(self, page: int) -> None:
        """Bring a page to the top; there is nothing before the first and after the last."""
        ground, bar = self._scroller.widget(), self._scroller.verticalScrollBar()
        if ground is None or not 0 <= page < len(self._sheets.sheets):
            return
        if page == 0:
            bar.setValue(0)
        else:
            top = self._sheets.sheets[page].mapTo(ground, QPoint(0, 0)).y()
            bar.setValue(top - theme_of(self._sheets).metrics.units(2))

    def go_on(self) -> None:
        """Go to the next page."""
        self.go_to(self._sheets.page + 1)

    def go_back(self) -> None:
        """Go to the page before."""
        self.go_to(self._sheets.page - 1)

    def go_to_first(self) -> None:
        """Go to the beginning."""
        self.go_to(0)

    def go_to_last(self) -> None:
        """Go to the last page."""
        self.go_to(len(self._sheets.sheets) - 1)

    def zoom_by(self, step: int) -> None:
        """Make the pages larger (1), smaller (-1) or as wide as there is room (0)."""
        now = self._sheets.zoom
        if step > 0:
            self._set_zoom(next((zoom for zoom in _ZOOMS if zoom > now + 0.01), _ZOOMS[-1]))
        elif step < 0:
            self._set_zoom(next((zoom for zoom in _ZOOMS[::-1] if zoom < now - 0.01), _ZOOMS[0]))
        else:
            self._set_zoom(None)

    def _set_zoom(self, zoom: float | None) -> None:
        page = self._sheets.page
        self._is_zooming = True
        self._sheets.set_zoom(zoom)
        # Everything gets its place at once, so that the page can be found where it is then.
        for holder in (self._sheets, self._scroller.widget(), self._scroller.viewport()):
            if holder is not None:
                QCoreApplication.sendEvent(holder, QEvent(QEvent.Type.LayoutRequest))
        self._is_zooming = False
        self.go_to(page)
        self.show_place()

    def _on_scroll_bar_moved(self, value: int) -> None:
        ground, bar = self._scroller.widget(), self._scroller.verticalScrollBar()
        if ground is None or self._is_zooming:
            return
        third = self._sheets.mapFrom(
            ground, QPoint(0, value + self._scroller.viewport().height() // 3)
        )
        is_at_end = 0 < value == bar.maximum()
        self._sheets.read_at(self._sheets.height() if is_at_end else third.y())

    def _on_sheets_turned(self, _page: int) -> None:
        self.show_place()
        announce(self._sheets, self._turner.place.text())

    def _on_tools_size_change_requested(self) -> None:
        self._set_zoom(1.0 if self._sheets.fits_width else None)
