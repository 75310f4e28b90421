"""The room window: the picture on the projector, and in single-screen mode a strip and panels."""

from dataclasses import replace
from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from collabkit.i18n import _
from collabkit.room.scenes import BreakScene, LobbyScene, MapScene, Scene
from collabkit.ui.theme.metrics import Metrics
from collabkit.ui.theme.roles import roles
from collabkit.ui.theme.theme import Theme, keep_theme, program_theme
from collabkit.ui.workshop.room_keys import RoomKey, room_key
from collabkit.ui.workshop.room_window.blocks import EMPTY, Block
from collabkit.ui.workshop.room_window.canvas import SMALLEST, Canvas
from collabkit.ui.workshop.room_window.cover import Cover
from collabkit.ui.workshop.room_window.edge import bar_pieces, strip_block
from collabkit.ui.workshop.room_window.lobby import name_sheet
from collabkit.ui.workshop.room_window.panel_frame import PanelFrame, is_field
from collabkit.ui.workshop.room_window.pictures import lay_out
from collabkit.ui.workshop.room_window.sheet import Sheet

_POINTS = 72
_NOTE = 0.9  # the smallest letters of a form, times those of its body text


class RoomWindow(QWidget):
    """Draws scenes and nothing else. It decides nothing: keys go out by ``key_given``.

    Light and rich in contrast, whatever the program wears, for the sake of tired projectors; only
    high contrast is taken over. Every size follows from the height of the window.
    """

    key_given = Signal(object)  # a RoomKey
    page_turned = Signal()

    def __init__(self, title: str = "") -> None:
        """Make the window; ``title`` is the name of the session, shown when all else is hidden."""
        super().__init__(None)
        # The program ends with its main window, whatever the projector shows.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(_("Room window"))
        self.setAccessibleName(_("What the room sees"))
        self._title = title
        self._latest: Scene | None = None
        self._shown: Scene | None = None
        self._cover = Cover.NONE
        self._is_frozen = False
        self._bar: float | None = None
        self._frozen_bar: float | None = None
        self._strip = ("", "")
        self._foot: Block = EMPTY
        self._sheets: tuple[Sheet, ...] = ()
        self._over: Sheet | None = None
        self._page = 0
        self._theme = self._own_theme()
        keep_theme(self, self._theme)
        self._frame = PanelFrame(self)
        app = cast(QApplication, QApplication.instance())
        app.focusChanged.connect(self._on_focus_changed)

    def show_scene(self, scene: Scene) -> None:
        """Show ``scene`` at once; while the picture is frozen, as soon as that ends."""
        self._latest = scene
        if isinstance(scene, LobbyScene | BreakScene):
            self._title = self._title or scene.title
        if not self._is_frozen:
            self._show_latest()
            if self.isVisible() and not self._strip[0]:
                self.repaint()  # before anything else: the room looks here, and a strip has no part

    def cover(self, cover: Cover) -> None:
        """Lay ``cover`` over the picture, or take it away."""
        if cover is not self._cover:
            self._cover = cover
            self._lay_out()

    def set_frozen(self, frozen: bool) -> None:
        """Keep the picture as it is, or go on to what has come meanwhile."""
        if frozen is self._is_frozen:
            return
        self._is_frozen, self._frozen_bar = frozen, self._bar
        if not frozen:
            self._show_latest()

    def set_title(self, title: str) -> None:
        """Give the name of the session, which alone is shown when all else is hidden."""
        self._title = title
        self._lay_out()

    def show_bar(self, share: float | None) -> None:
        """Show how much of the time has gone, from 0 to 1, at the edge; ``None`` for no bar."""
        self._bar = share
        self.update()

    def show_strip(self, text: str, hint: str = "") -> None:
        """Show a line at the foot: ``text`` at the left, ``hint`` at the right; "" hides it."""
        if (text, hint) != self._strip:
            self._strip = (text, hint)
            self._lay_out()

    def show_panel(self, widget: QWidget | None) -> None:
        """Lay a form over the picture, in large letters.

        ``None``, or another form, gives it back: hidden and without a parent.
        """
        if widget is self._frame.held:
            return
        self._frame.give_back()
        if widget is None:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._frame.hold(widget, self._theme)
        self._lay_out()

    def turn_page(self, step: int) -> bool:
        """Go to the next page (1) or the one before (-1); tells whether there was one."""
        page = self._page + step
        if self._over or self._is_frozen or not 0 <= page < len(self._sheets):
            return False
        self._page = page
        self._describe()
        self.update()
        self.page_turned.emit()
        return True

    @property
    def has_panel(self) -> bool:
        """Whether a form lies over the picture."""
        return self._frame.held is not None

    @property
    def pages(self) -> tuple[int, int]:
        """Which page is shown, from 1, and how many there are."""
        return self._page + 1, max(1, len(self._sheets))

    @property
    def sheet(self) -> Sheet | None:
        """What is to be seen, apart from the strip and the bar; ``None`` for one colour."""
        if self._over is not None:
            return self._over
        return self._sheets[self._page] if self._sheets else None

    def _show_latest(self) -> None:
        if not _continues(self._shown, self._latest):
            self._page = 0
        self._shown = self._latest
        self._lay_out()

    def _own_theme(self) -> Theme:
        high = program_theme().roles.name == "contrast"
        # Text of lesser weight would be lost first on a tired projector.
        colours = roles("contrast") if high else replace(roles("light"), muted=roles("light").ink)
        em = Canvas(self.width(), self.height(), self.height()).share(SMALLEST / _NOTE)
        return Theme(colours, Metrics(em * _POINTS / self.logicalDpiY(), em), motion=False)

    def _lay_out(self) -> None:
        whole = Canvas(self.width(), self.height(), self.height())
        self._foot = strip_block(*self._strip, whole) if self._strip[0] else EMPTY
        canvas = Canvas(self.width(), self.height() - self._foot.height, self.height())
        if self._shown is not None:
            self._sheets = lay_out(self._shown, canvas)
            self._page = min(self._page, len(self._sheets) - 1)
        self._over = self._covering(canvas)
        self._frame.setGeometry(0, 0, self.width(), round(canvas.height))
        self._frame.setVisible(self.has_panel and self._over is None)
        self._describe()
        self.update()

    def _covering(self, canvas: Canvas) -> Sheet | None:
        if self._cover in (Cover.BLACK, Cover.WHITE):
            return Sheet(canvas.width, canvas.height, ())
        if self._cover is Cover.HIDDEN:
            return name_sheet(self._title, "", canvas)
        return None

    def _describe(self) -> None:
        sheet = self.sheet
        words = " ".join(sheet.words) if sheet is not None else ""
        self.setAccessibleDescription(" ".join(part for part in (words, *self._strip) if part))

    def _is_typing(self) -> bool:
        focus = QApplication.focusWidget()
        return is_field(focus) or self._is_in_panel(focus)

    def _is_in_panel(self, widget: QObject | None) -> bool:
        return isinstance(widget, QWidget) and self._frame.isAncestorOf(widget)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._is_in_panel(new):
            new.installEventFilter(self)  # some fields would keep the clicker's keys
            self._frame.look()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = room_key(event, typing=True) if self._is_in_panel(watched) else None
            if key is not None:
                self.key_given.emit(key)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        plain = {Cover.BLACK: Qt.GlobalColor.black, Cover.WHITE: Qt.GlobalColor.white}
        painter.fillRect(self.rect(), plain.get(self._cover) or self._theme.colour("surface"))
        if self._cover in plain:
            return
        if self._frame.isVisible():
            painter.fillRect(self.rect(), self._theme.colour("paper"))
        elif self.sheet is not None:
            self.sheet.draw(painter, self._theme)
        for piece in self._foot.at(0.0, self.height() - self._foot.height):
            piece.draw(painter, self._theme)
        bar = self._frozen_bar if self._is_frozen else self._bar
        if bar is not None and self._over is None:
            for piece in bar_pieces(bar, Canvas(self.width(), self.height(), self.height())):
                piece.draw(painter, self._theme)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = room_key(event, typing=self._is_typing())
        if key is not None:
            self.key_given.emit(key)

    def closeEvent(self, event: QCloseEvent) -> None:
        # Closed by the person and not by the program: ask first, as for Esc.
        if event.spontaneous():
            event.ignore()
            self.key_given.emit(RoomKey.LEAVE)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.ApplicationPaletteChange):
            self._dress()

    def _dress(self) -> None:
        theme = self._own_theme()
        if theme != self._theme:
            self._theme = theme
            keep_theme(self, theme)
            if self.has_panel:
                self._frame.wear(theme)
        self._lay_out()


def _continues(before: Scene | None, after: Scene | None) -> bool:
    """Tell whether ``after`` is the same picture with other marks, so that the page stays."""
    if isinstance(before, MapScene) and isinstance(after, MapScene):
        names = [[entry.item_id for entry in scene.entries] for scene in (before, after)]
        return before.is_choice is after.is_choice and names[0] == names[1]
    return type(before) is type(after) and getattr(before, "heading", 0) == getattr(
        after, "heading", 0
    )
