"""The way that Tab takes: as the page is read, whatever was made first."""

from collections.abc import Iterator
from operator import itemgetter

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QScrollArea, QStackedWidget, QWidget


def step_focus(root: QWidget, forwards: bool) -> bool:
    """Give the keyboard to the next control (or the one before) inside ``root``, round and round.

    Returns whether there is one. Controls come in the order in which the layouts hold them, so
    that what is put on a page later does not come last.
    """
    stops = list(tab_stops(root))
    if not stops:
        return False
    now = QApplication.focusWidget()
    if now in stops:
        place = stops.index(now) + (1 if forwards else -1)
    else:
        place = _place_of(now, root, stops, forwards)
    reasons = Qt.FocusReason
    reason = reasons.TabFocusReason if forwards else reasons.BacktabFocusReason
    stops[place % len(stops)].setFocus(reason)
    return True


def tab_stops(root: QWidget) -> Iterator[QWidget]:
    """Yield everything inside ``root`` that Tab stops at, in reading order."""
    for widget in _in_order(root):
        if widget.isHidden() or not widget.isEnabled():
            continue
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.focusProxy() is None:
            yield widget  # what such a control is made of is its own affair
        else:
            yield from tab_stops(widget)


def _place_of(now: QWidget | None, root: QWidget, stops: list[QWidget], forwards: bool) -> int:
    """Return the stop next to ``now``, which is none itself, such as the title of a page."""
    if now is None:
        return 0 if forwards else -1
    everything = list(_everything(root))
    if now not in everything:
        return 0 if forwards else -1
    at = everything.index(now)
    before = sum(1 for stop in stops if everything.index(stop) < at)
    return before if forwards else before - 1


def _everything(root: QWidget) -> Iterator[QWidget]:
    for widget in _in_order(root):
        yield widget
        yield from _everything(widget)


def _in_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield the children of ``widget``: first those in its layout, then the others."""
    if isinstance(widget, QScrollArea):
        inner = widget.widget()
        if inner is not None:
            yield inner
        return
    if isinstance(widget, QStackedWidget):
        shown = widget.currentWidget()
        if shown is not None:
            yield shown
        return
    layout = widget.layout()
    laid_out = list(_in_layout(layout, widget)) if layout is not None else []
    yield from laid_out
    for child in widget.children():
        if isinstance(child, QWidget) and not child.isWindow() and child not in laid_out:
            yield child


def _in_layout(layout: QLayout, owner: QWidget) -> Iterator[QWidget]:
    """Yield those children of ``owner`` that lie in ``layout`` or in one inside it.

    Each is asked for its place, and nobody asks for ``itemAt``: PySide 6.12 believes that what it
    returns is still there when Qt has long deleted it with its widget, takes it apart a second time
    and so destroys the memory of something else (seen; tests/ui/test_tab_order.py).
    """
    parts: list[tuple[int, QWidget | QLayout]] = []
    for child in owner.children():
        if isinstance(child, QWidget):
            parts.append((layout.indexOf(child), child))
    for inner in layout.children():
        if isinstance(inner, QLayout):
            parts.append((layout.indexOf(inner), inner))
    for place, part in sorted(parts, key=itemgetter(0)):
        if place < 0:
            continue
        if isinstance(part, QLayout):
            yield from _in_layout(part, owner)
        else:
            yield part
