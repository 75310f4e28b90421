"""A calm list of keys in a window of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.keys_help.keys import Hint, as_on_this_keyboard, window_keys
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.focus import NO_RING
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.text import Text
from collabkit.ui.window import MainWindow

_WIDTH = 36  # ems
_SHARE = 0.94  # of the window's height at most


def show_keys(window: MainWindow) -> None:
    """Show the keys of the page in ``window`` and those of the window itself.

    Esc closes the list; then the keyboard is where it was.
    """
    page = window.page
    here = page.key_hints() if page is not None else ()
    KeysDialog(
        window,
        page.title if page is not None else "",
        here,
        window_keys((entry.key, entry.title) for entry in window.rail.entries),
        _room_keys(window, here),
    ).open()


class KeysDialog(QDialog):
    """The keys of the page, if it has any, those of the room, and those that work everywhere."""

    def __init__(
        self,
        window: QWidget,
        page: str,
        here: Sequence[Hint],
        everywhere: Sequence[Hint],
        room: Sequence[Hint] = (),
    ) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Keys"))
        m = theme_of(self).metrics
        # It has the keyboard at first, so that the arrow keys scroll and Tab goes to the button.
        title = Text(_("Keys"), "title")
        title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        title.setProperty(NO_RING, True)
        list_of_keys = QWidget()
        column = QVBoxLayout(list_of_keys)
        column.setContentsMargins(m.units(5), m.units(4), m.units(5), m.units(3))
        column.addWidget(title)
        if here:
            column.addWidget(_section(_("On this page: {page}").format(page=page), here))
        if room:
            heading = _("In a session, with the keyboard or a clicker")
            column.addWidget(_section(heading, room))
        column.addWidget(_section(_("On every page"), everywhere))
        column.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setWidgetResizable(True)
        self.scroller.setWidget(list_of_keys)
        close = Button(_("Close"), "primary")
        close.clicked.connect(self.accept)
        foot = QHBoxLayout()
        foot.setContentsMargins(m.units(5), m.units(1.5), m.units(5), m.units(2))
        foot.addStretch(1)
        foot.addWidget(close)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        box.addWidget(self.scroller, 1)
        box.addLayout(foot)
        width = min(m.ems(_WIDTH), window.width())
        height = column.heightForWidth(width) + foot.sizeHint().height()
        self.resize(width, min(height, round(window.height() * _SHARE)))
        self._window = window
        title.setFocus(Qt.FocusReason.OtherFocusReason)

    def done(self, result: int) -> None:
        super().done(result)
        self._window.activateWindow()  # not every system does so by itself

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_F1:
            self.accept()
        else:
            super().keyPressEvent(event)


def _room_keys(window: MainWindow, here: Sequence[Hint]) -> Sequence[Hint]:
    """Return the keys of a session, on pages about sessions that do not list them themselves."""
    visit = window.navigator.current
    if visit is None or "workshop" not in (visit.key, window.navigator.place(visit.key).under):
        return ()
    from collabkit.ui.workshop.room_keys import room_key_hints

    hints = room_key_hints()
    return () if set(hints) <= set(here) else hints


def _section(heading: str, hints: Sequence[Hint]) -> Section:
    section = Section(heading)
    m = theme_of(section).metrics
    rows = QGridLayout()
    rows.setHorizontalSpacing(m.units(3))
    rows.setVerticalSpacing(m.units(1))
    rows.setColumnStretch(1, 1)
    for row, (keys, what) in enumerate(hints):
        rows.addWidget(Text(as_on_this_keyboard(keys), "strong"), row, 0)
        rows.addWidget(Text(what), row, 1)
    section.add(rows)
    return section
