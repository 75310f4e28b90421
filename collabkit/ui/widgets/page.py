"""What every page is built on."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLayout, QScrollArea, QScrollBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.focus import NO_RING
from collabkit.ui.widgets.page_foot import PageFoot
from collabkit.ui.widgets.page_head import PageHead
from collabkit.ui.widgets.part import Part, lay_out_now, put
from collabkit.ui.widgets.tab_order import step_focus

if TYPE_CHECKING:
    from collabkit.ui.widgets.notice import Notice
    from collabkit.ui.widgets.progress_steps import ProgressSteps

LEAST = 36  # ems: with less, what stands beside a page folds ...
_LEAST_BESIDE = 30  # ... and with less than this beside it folded, it goes
WIDEST = 44  # ems: at most about 70 characters a line inside a card
_PAGE_STEPS = {
    Qt.Key.Key_PageDown: QScrollBar.SliderAction.SliderPageStepAdd,
    Qt.Key.Key_PageUp: QScrollBar.SliderAction.SliderPageStepSub,
}


class Page(Part):
    """One page of the window.

    The head and everything that is added lie in a column, at most 44 ems wide and centred, which
    scrolls; the notice above it and the foot stay in place, so that an Undo is always in sight. A
    page never knows another page: it asks by signals.

    ``go_requested(place_key, arguments)`` asks for another place, ``back_requested()`` for the
    one before, and ``save_state_changed(SaveState)`` tells how it stands with the saving.
    """

    go_requested = Signal(str, dict)
    back_requested = Signal()
    save_state_changed = Signal(object)

    has_own_search = False  # with one, Ctrl+F goes there and not to the search over everything
    saves = True  # with False, nothing is ever saved here, and its foot has no save mark

    def __init__(
        self, title: str, lead: str = "", parent: QWidget | None = None, *, quiet: bool = False
    ) -> None:
        """Make a page called ``title``; ``quiet`` gives it a small head of one line.

        ``lead`` is one sentence of what the page is for.
        """
        super().__init__(parent)
        self.head = PageHead(title, lead, quiet=quiet)
        self._quiet = quiet
        self._notice: Notice | None = None
        self._is_told_above: Callable[[str], bool] | None = None
        self.foot = PageFoot()
        self._widest: float = WIDEST
        self.body = QVBoxLayout()
        self._column = QWidget()
        # As high as its words are in the width they have. Without this, Qt adds up how high
        # everything would be if it were narrow, and a long page would go on in empty paper.
        self._column.setMinimumHeight(1)
        self._stack = QVBoxLayout(self._column)
        self._stack.addWidget(self.head)
        self._stack.addLayout(self.body)
        self._stack.addStretch(1)
        self.scroller = QScrollArea()
        self.scroller.setFrameShape(QScrollArea.Shape.NoFrame)
        self.scroller.setWidgetResizable(True)
        self.scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # It gives way to what stands above it: Qt would keep the room of a whole scroll bar, and
        # cut the end off a notice in large text, which nobody could read then.
        self.scroller.setMinimumHeight(1)
        self.scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        # The bar always has its room. If it came and went, lines would break in another way each
        # time, and a page that fits with it but not without it would never come to rest.
        self.scroller.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.scroller.setVerticalScrollBar(_QuietBar())
        # With a viewport that Python has made, walking up from a widget inside does not make PySide
        # load nearly every class there is (10 ms at the start).
        self.scroller.setViewport(QWidget())
        self.scroller.setWidget(self._column)
        main = QVBoxLayout()
        main.setSpacing(0)
        self._top = QVBoxLayout()
        self._scroller_top = 0
        main.addLayout(self._top)
        main.addWidget(self.scroller, 1)
        main.addWidget(self.foot)
        self._steps: ProgressSteps | None = None
        self._shows_steps = True
        self._wanted: QWidget | None = None
        self._keyboard_to: QWidget | None = None
        self._whole = QHBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(0)
        self._whole.addLayout(main, 1)
        self._column.installEventFilter(self)
        self.scroller.installEventFilter(self)
        self.scroller.verticalScrollBar().valueChanged.connect(self._on_scroll_bar_changed)
        self.scroller.verticalScrollBar().rangeChanged.connect(self._on_scroll_bar_changed)
        self.setAccessibleName(title)
        self.dress(theme_of(self))

    @property
    def title(self) -> str:
        """What the page is called now."""
        return self.head.title.text()

    @property
    def notice(self) -> "Notice":
        """The notice at the top of the page; it comes into being when it is first needed."""
        if self._notice is None:
            from collabkit.ui.widgets.notice import Notice

            self._notice = Notice(self)
            if self._is_told_above is not None:
                self._notice.is_told_above = self._is_told_above
            self._notice.installEventFilter(self)
            self._notice.keyboard_left.connect(self.take_keyboard)
            self._top.addWidget(self._notice)
        return self._notice

    def yield_to(self, is_told_above: Callable[[str], bool]) -> None:
        """Do not show in the notice of the page what stands above all pages already."""
        self._is_told_above = is_told_above
        if self._notice is not None:
            self._notice.is_told_above = is_told_above

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

    def put_beside(self, steps: "ProgressSteps") -> None:
        """Put a list of parts at the left; it folds, and then goes, in a narrow window."""
        self._steps = steps
        self._whole.insertWidget(0, steps)
        QWidget.setTabOrder(steps, self.scroller)
        self._fold_steps()

    def show_beside(self, shown: bool) -> None:
        """Show the list of parts, where there is room for it, or leave it out."""
        self._shows_steps = shown
        self._fold_steps()

    def use_full_width(self, ems: float = 10_000) -> None:
        """Let the column grow to ``ems``: for tables and boards, not for text."""
        self._widest = ems
        self._place_column()

    def entered(self, **arguments: object) -> None:
        """Called each time the page is shown, with what ``Navigator.go`` was given."""

    def left(self) -> None:
        """Called before another page is shown and before the window closes: flush what is held."""

    def new_day(self) -> None:
        """Called when another day begins while the page is shown: say anew what is about today."""

    def stayed(self) -> None:
        """Called after ``left`` when the window was about to close and stays open: go on."""

    def holds_unsaved(self) -> bool:
        """Tell whether something entered here could not be saved and is still in hand."""
        return False

    def unsaved_words(self) -> str:
        """Return what is in hand and what closing costs, if the usual sentence does not fit."""
        return ""

    def unsaved_arguments(self) -> Mapping[str, object] | None:
        """Return with which arguments this page shows what is in hand.

        ``None`` if it does so with those that it was entered with last.
        """
        return None

    def first_focus(self) -> QWidget | None:
        """Return what has the keyboard when the page opens; ``None`` for the title."""
        return None

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of this page and what each does, for the list that F1 shows."""
        return ()

    def take_focus(self) -> None:
        """Go to the top and give the keyboard to the first control, or else to the title.

        A page that somebody has left meanwhile takes nothing.
        """
        if self._is_left:
            return
        self.scroller.verticalScrollBar().setValue(0)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        """Give the keyboard to the first control, or else to the title; do not go to the top."""
        if self._is_left:
            return
        first = self.first_focus()
        if first is None:
            # Reachable by program only: Tab goes on to the first control below it.
            self.head.title.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            first = self.head.title
        lay_out_now()  # the foot may still grow, and would cover what has just got the keyboard
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def scrolled(self) -> int:
        """How far down one has scrolled, in pixels."""
        return self.scroller.verticalScrollBar().value()

    def return_to(self, scrolled: int, focused: QWidget | None) -> None:
        """Show the page as it was left: as far down, and the keyboard where it was."""
        is_here = focused is not None and isValid(focused) and self.isAncestorOf(focused)
        if focused is not None and is_here and focused.isVisible() and focused.isEnabled():
            focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wanted = None
        lay_out_now()
        self.scroller.verticalScrollBar().setValue(scrolled)

    def jump_to(self, target: QWidget, keyboard_to: QWidget | None = None) -> None:
        """Bring ``target`` to the top, once all has its place, and give it the keyboard.

        With ``keyboard_to``, that control below ``target`` has the keyboard instead, if both can be
        seen at once.
        """
        self._wanted, self._keyboard_to = target, keyboard_to
        QTimer.singleShot(0, self, self._jump)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._stack.setSpacing(m.units(2.5 if self._quiet else 4))
        self._fold_steps()
        self.body.setSpacing(m.units(2))
        QTimer.singleShot(0, self, self._place_column)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_steps()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # From the foot or a notice; what is inside the scrolling area scrolls it by itself.
        step = _PAGE_STEPS.get(Qt.Key(event.key()))
        if step is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            self.scroller.verticalScrollBar().triggerAction(step)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        return (
            step_focus(self, forwards) if self.isWindow() else super().focusNextPrevChild(forwards)
        )

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = QEvent.Type
        if watched is self.scroller:
            if event.type() == kind.Move:
                self._stay_in_place()
        elif event.type() in (kind.Resize, kind.ShowToParent, kind.HideToParent):
            self._place_column()
        return False

    @property
    def _is_left(self) -> bool:
        # Qt would give the keyboard to a control that nobody can see.
        return self.isHidden() and not self.isWindow()

    def _jump(self) -> None:
        target, self._wanted = self._wanted, None
        if target is None or self._is_left:
            return
        top = target.mapTo(self._column, QPoint(0, 0)).y() - theme_of(self).metrics.units(3)
        focused, self._keyboard_to = self._keyboard_to or target, None
        if self._column.isAncestorOf(focused):  # what is in the foot is always seen
            bottom = focused.mapTo(self._column, QPoint(0, focused.height())).y()
            if bottom - top > self.scroller.viewport().height():
                focused = target  # nobody would see where the keyboard is
        if focused.focusPolicy() == Qt.FocusPolicy.NoFocus:
            # A heading: reachable by program only, so that Tab goes on from there.
            focused.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            focused.setProperty(NO_RING, True)
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
        self.scroller.verticalScrollBar().setValue(top)

    def _fold_steps(self) -> None:
        if self._steps is not None:
            m, steps = theme_of(self).metrics, self._steps
            steps.fold(self.width() - m.ems(steps.open_width) < m.ems(LEAST))
            has_room = self.width() - m.ems(steps.folded_width) >= m.ems(_LEAST_BESIDE)
            steps.setVisible(self._shows_steps and has_room)

    def _stay_in_place(self) -> None:
        """Let what is being read stay where it is when a notice comes or goes above it."""
        above, self._scroller_top = self._scroller_top, self.scroller.geometry().top()
        bar = self.scroller.verticalScrollBar()
        if bar.value() > 0:
            wanted = bar.value() + self._scroller_top - above
            bar.setMaximum(max(bar.maximum(), wanted))  # it is set anew with the lower view
            bar.setValue(wanted)

    def _on_scroll_bar_changed(self) -> None:
        bar = self.scroller.verticalScrollBar()
        self.foot.show_more_above(bar.value() < bar.maximum())

    def _place_column(self) -> None:
        m = theme_of(self).metrics
        width = self.scroller.width()
        side = max(min(m.units(6), width // 16), int(width - m.ems(self._widest)) // 2)
        bar = self.scroller.verticalScrollBar().sizeHint().width()
        top = m.units(3 if self._quiet else 5)
        self._stack.setContentsMargins(side, top, max(0, side - bar), m.units(5))
        told = self._notice is not None and not self._notice.isHidden()
        self._top.setContentsMargins(side, m.units(2) if told else 0, side, 0)
        self.foot.set_side(side)


class _QuietBar(QScrollBar):
    """A scroll bar that is drawn only where there is something to scroll."""

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.maximum() > self.minimum():
            super().paintEvent(event)
