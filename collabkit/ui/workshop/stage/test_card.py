"""A card on a screen: its number, its name and size, and letters as small as they will get."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.workshop.room_window.blocks import (
    BOLD,
    EMPTY,
    REGULAR,
    SEMIBOLD,
    Block,
    below,
    text,
)
from collabkit.ui.workshop.room_window.canvas import SMALLEST, STATEMENT, Canvas
from collabkit.ui.workshop.room_window.heap import queue
from collabkit.ui.workshop.room_window.pages import first_that_fits
from collabkit.ui.workshop.room_window.sheet import CENTRE, Sheet, moved
from collabkit.ui.workshop.stage.screens import ScreenInfo

_SHARE = 0.4  # of the console's screen: its picker stays in sight
_DOTS = 5
_STAYS = 10_000  # milliseconds at most: nobody should have to look for a way to go on


class TestCard(QWidget):
    """One card. ``done`` when a key is pressed on it, it is clicked, or after ten seconds."""

    done = Signal()
    __test__ = False  # its name begins like a test's

    def __init__(self, screen: ScreenInfo) -> None:
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setWindowTitle(_("Screen {number}").format(number=screen.number))
        self._told = screen
        self.timer = QTimer(self, singleShot=True, interval=_STAYS)
        self.timer.timeout.connect(self.done)
        self.setAccessibleName(_("Screen {number}").format(number=screen.number))
        self.setAccessibleDescription(" ".join(card_sheet(screen, Canvas(800, 600, 600)).words))

    def show_on(self, screen: QScreen) -> None:
        """Show the card on the whole of ``screen``, or in a corner of the console's."""
        self.setScreen(screen)
        self.timer.start()
        if self._told.is_console:
            room = screen.availableGeometry()
            size = room.size() * _SHARE
            self.setGeometry(
                QRect(
                    room.bottomRight() - QRect(room.topLeft(), size).bottomRight() + room.topLeft(),
                    size,
                )
            )
            self.show()
        else:
            self.setGeometry(screen.geometry())
            self.showFullScreen()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, theme = QPainter(self), theme_of(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        canvas = Canvas(self.width(), self.height(), self.height())
        card_sheet(self._told, canvas).draw(painter, theme)

    def keyPressEvent(self, _event: QKeyEvent) -> None:
        self.done.emit()

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.done.emit()


class TestCards:
    """A card on each screen; a key or a click on one takes all of them away."""

    __test__ = False

    def __init__(self) -> None:
        self.shown: list[TestCard] = []

    def show(self, screens: Sequence[QScreen], told: Sequence[ScreenInfo]) -> None:
        """Show a card on each of ``screens``; one that shows the same as another needs none.

        If there are cards already, they are taken away.
        """
        if self.shown:
            self.hide()
            return
        for screen, info in zip(screens, told, strict=True):
            if info.is_mirror:
                continue
            card = TestCard(info)
            card.done.connect(self.hide)
            card.show_on(screen)
            self.shown.append(card)

    def hide(self) -> None:
        """Take them away."""
        cards, self.shown = self.shown, []
        for card in cards:
            card.close()
            card.deleteLater()


def card_sheet(screen: ScreenInfo, canvas: Canvas) -> Sheet:
    """Return what stands on the card of ``screen``."""
    size = canvas.share(SMALLEST)
    told = _("{name}, {width} by {height}").format(
        name=screen.name, width=screen.width, height=screen.height
    )
    if screen.is_console:
        use = _("The console is on this screen.")
    elif screen.is_room:
        use = _("The room window will be on this screen.")
    else:
        use = _("This screen stays as it is.")
    number = text(
        str(screen.number),
        canvas.share(36),
        canvas.inner,
        BOLD,
        "accent",
        align=CENTRE,
        leading=1.0,
    )
    beside = canvas.share(7 if screen.is_console else 5)
    names = [
        text(told, beside, canvas.inner, SEMIBOLD, align=CENTRE),
        text(use, beside, canvas.inner, REGULAR, align=CENTRE),
    ]
    specimen = [
        text(
            _("A statement will be this large."),
            canvas.share(STATEMENT),
            canvas.inner,
            SEMIBOLD,
            align=CENTRE,
        ),
        text(
            _("No words will be smaller than these. Can you read them from the last row?"),
            size,
            canvas.inner,
            align=CENTRE,
        ),
    ]
    foot = EMPTY  # the small card on the console's screen would promise the wrong sizes
    if not screen.is_console:
        foot = below((*specimen, _five_colours(canvas)), size * 0.5)
    leave = text(
        _("Any key or click takes this away."), beside, canvas.inner, REGULAR, align=CENTRE
    )
    full = below((number, below((*names, leave), 0.0)), 0.0)
    bare = below((number, names[0], leave), 0.0)
    return first_that_fits(
        canvas, [(EMPTY, full, foot), (EMPTY, bare, foot), (EMPTY, bare, EMPTY)], lift=0.5
    )


def _five_colours(canvas: Canvas) -> Block:
    """Return a dot in each of the five colours: they must be told apart on this screen."""
    radius = canvas.share(2.2)
    pitch, line = radius * 3.0, max(2.0, canvas.share(0.2))
    left = (canvas.inner - pitch * _DOTS) / 2
    pieces = [
        piece
        for step in range(_DOTS)
        for piece in moved(queue(1, 1, radius, step, line).pieces, left + step * pitch, 0.0)
    ]
    return Block(tuple(pieces), canvas.inner, radius * 2.4)
