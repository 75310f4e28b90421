"""Shows what has the keyboard: a ring round it, and the page scrolled so that it is seen."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QFocusFrame, QScrollArea, QWidget
from shiboken6 import isValid

from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.part import lay_out_now

NO_RING = "no_ring"
SCROLLS_ITSELF = "scrolls_itself"
LABELLED = "labelled"
_KEEPER = "collabkit_focus_keeper"
# These scroll the page away from what has the keyboard, as was meant.
_SCROLLING_KEYS = (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class FocusKeeper(QObject):
    """Follows the keyboard through all windows of the application.

    A widget with the property ``no_ring`` gets no ring and no scrolling: titles that take the
    focus when a page opens at its top. One with ``scrolls_itself``, such as a long text, shows
    the spot where the keyboard is by itself. A part with ``labelled`` holds a control together
    with its label: both are brought into view.

    What the mouse was pressed on stays where it is until a key is pressed: a button that moved
    away from under the pointer would never hear of the click.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: _Ring | None = None
        app.focusChanged.connect(self._on_app_focus_changed)

    @staticmethod
    def watch(app: QApplication) -> None:
        """Let one keeper follow the keyboard in ``app``, however often this is called."""
        # A property, because looking through the children would load most of Qt into Python.
        if app.property(_KEEPER) is None:
            app.setProperty(_KEEPER, FocusKeeper(app))

    def _on_app_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        # The ring goes with the window in which it lies.
        if self._ring is not None and isValid(self._ring):
            self._ring.let_go()
        self._ring = None
        if new is None or new.property(NO_RING):
            return
        if new.window().windowType() == Qt.WindowType.Popup:
            return
        area = scroll_area_of(new)
        if area is not None and not new.property(SCROLLS_ITSELF) and not is_mouse_pressed():
            bring_into_view(area, new)
        ground = area.widget() if area is not None else new.window()
        if ground is not None and ground is not new:
            self._ring = _Ring(ground, new)


class _Ring(QFocusFrame):
    """A ring a little outside its target.

    Qt's own kind of frame, because that kind is left out of what screen readers see; where it lies
    and how it looks is ours.
    """

    def __init__(self, ground: QWidget, target: QWidget) -> None:
        super().__init__(ground)
        self._ground: QWidget | None = ground
        self._target: QWidget | None = target
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._watched: list[QWidget] = []
        step: QWidget | None = target
        while step is not None and step is not ground:
            step.installEventFilter(self)
            self._watched.append(step)
            step = step.parentWidget()
        self._follow()

    def let_go(self) -> None:
        """Stop following and vanish."""
        self.hide()
        self._target = self._ground = None
        self._watched.clear()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._target and event.type() == QEvent.Type.StyleChange:
            # Another size of text moves everything; what has the keyboard stays in sight.
            QTimer.singleShot(0, self, self._show_target)
        if watched is self._target and _is_pressing(event):
            self._show_typing()
        if self._target is not None and event.type() in (
            QEvent.Type.Move,
            QEvent.Type.Resize,
            QEvent.Type.Show,
            QEvent.Type.Hide,
            QEvent.Type.StyleChange,
        ):
            self._follow()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        width = theme.metrics.ring
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("focus"), width))
        radius = theme.metrics.corner + width
        inside = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(inside, radius, radius)

    def _show_typing(self) -> None:
        """Bring a field into view that was clicked while half of it was hidden."""
        target = self._target
        if target is None or target.property(SCROLLS_ITSELF):
            return
        area = scroll_area_of(target)
        if area is not None:
            bring_into_view(area, target)

    def _show_target(self) -> None:
        area = scroll_area_of(self._target) if self._target is not None else None
        if area is not None and self._target is not None:
            lay_out_now()
            bring_into_view(area, self._target)

    def _follow(self) -> None:
        if self._target is None or self._ground is None:
            return
        reach = 2 * theme_of(self).metrics.ring - 1
        corner = self._target.mapTo(self._ground, QPoint(0, 0))
        box = QRect(corner, self._target.size()).adjusted(-reach, -reach, reach, reach)
        self.setGeometry(box)
        self.setVisible(self._target.isVisible())
        self.raise_()


def _is_pressing(event: QEvent) -> bool:
    """Tell whether a key is pressed that is not for scrolling."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.KeyPress
        and event.key() not in _SCROLLING_KEYS
    )


def is_mouse_pressed() -> bool:
    """Tell whether a button of the mouse is down, so that nothing may move from under it."""
    return QApplication.mouseButtons() != Qt.MouseButton.NoButton


def focus_in_view(widget: QWidget) -> None:
    """Give the keyboard to ``widget`` and bring it into view where it lies when all is laid out."""
    lay_out_now()
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    area = scroll_area_of(widget)
    if area is not None:
        bring_into_view(area, widget)


def scroll_area_of(widget: QWidget) -> QScrollArea | None:
    """Return the nearest scrolling area that ``widget`` lies in."""
    step = widget.parentWidget()
    while step is not None:
        if isinstance(step, QScrollArea):
            return step
        step = step.parentWidget()
    return None


def bring_into_view(area: QScrollArea, widget: QWidget) -> None:
    """Scroll ``area`` so that the whole of ``widget`` is seen, or its top if it is too high.

    A control is seen with its label where there is room for both.
    """
    inner = area.widget()
    if inner is None:
        return
    field = _field_of(widget)
    if field.height() < area.viewport().height():
        widget = field
    margin = theme_of(widget).metrics.units(2)
    top = widget.mapTo(inner, QPoint(0, 0)).y() - margin
    bottom = top + widget.height() + 2 * margin
    bar, height = area.verticalScrollBar(), area.viewport().height()
    if bottom - top > height:
        bar.setValue(top)
    elif top < bar.value():
        # What stands above it says what it is about: the title of a card, a question.
        bar.setValue(top - min(height // 4, height - (bottom - top)))
    elif bottom > bar.value() + height:
        bar.setValue(bottom - height)


def _field_of(widget: QWidget) -> QWidget:
    """Return the part that holds ``widget`` with its label, or the widget itself."""
    step: QWidget | None = widget
    while step is not None and not isinstance(step, QScrollArea):
        if step.property(LABELLED):
            return step
        step = step.parentWidget()
    return widget
