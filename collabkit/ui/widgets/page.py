"""What every page is built on."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.notice import Notice
from collabkit.ui.widgets.page_foot import PageFoot
from collabkit.ui.widgets.page_head import PageHead
from collabkit.ui.widgets.part import Part, put

WIDEST = 44  # ems: at most about 70 characters a line inside a card


class Page(Part):
    """One page of the window.

    The head and everything that is added lie in a column, at most 44 ems wide and centred, which
    scrolls; the foot stays in place. A page never knows another page: it asks by signals.

    ``go_requested(place_key, arguments)`` asks for another place, ``back_requested()`` for the
    one before, and ``save_state_changed(SaveState)`` tells how it stands with the saving.
    """

    go_requested = Signal(str, dict)
    back_requested = Signal()
    save_state_changed = Signal(object)

    def __init__(self, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = PageHead(title, lead)
        self.notice = Notice()
        self.foot = PageFoot()
        self._widest: float = WIDEST
        self.body = QVBoxLayout()
        self._column = QWidget()
        self._column.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._stack = QVBoxLayout(self._column)
        self._stack.addWidget(self.notice)
        self._stack.addWidget(self.head)
        self._stack.addLayout(self.body)
        self._stack.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.scroller.setWidget(self._column)
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addWidget(self.scroller, 1)
        self._whole.addWidget(self.foot)
        self.setAccessibleName(title)
        self.dress(theme_of(self))

    @property
    def title(self) -> str:
        """What the page is called now."""
        return self.head.title.text()

    def set_title(self, title: str, lead: str = "") -> None:
        """Change title and lead sentence."""
        self.head.set_words(title, lead)
        self.setAccessibleName(title)

    def add(self, *parts: QWidget | QLayout, gap: float = 0) -> None:
        """Put ``parts`` below what is there, with ``gap`` more units of space before the first."""
        if gap:
            self.body.addSpacing(theme_of(self).metrics.units(gap))
        for part in parts:
            put(self.body, part)

    def use_full_width(self, ems: float = 10_000) -> None:
        """Let the column grow to ``ems``: for tables and boards, not for text."""
        self._widest = ems
        self._place_column()

    def entered(self, **arguments: object) -> None:
        """Called each time the page is shown, with what ``Navigator.go`` was given."""

    def left(self) -> None:
        """Called before another page is shown and before the window closes: flush what is held."""

    def first_focus(self) -> QWidget | None:
        """Return what has the keyboard when the page opens; ``None`` for the title."""
        return None

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page and what each does, for the list that F1 shows."""
        return ()

    def take_focus(self) -> None:
        """Go to the top and give the keyboard to the first control, or else to the title."""
        self.scroller.verticalScrollBar().setValue(0)
        first = self.first_focus()
        if first is None:
            # Reachable by program only: Tab goes on to the first control below it.
            self.head.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            first = self.head.title
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._stack.setSpacing(m.units(4))
        self.body.setSpacing(m.units(2))
        QTimer.singleShot(0, self, self._place_column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_column()

    def _place_column(self) -> None:
        m = theme_of(self).metrics
        width = self.scroller.width()
        side = max(min(m.units(6), width // 16), (width - m.ems(self._widest)) // 2)
        self._stack.setContentsMargins(side, m.units(5), side, m.units(5))
        self.foot.set_side(side)
