"""What was pressed stays where it is while the page changes around it."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from collabkit.ui.widgets.focus import scroll_area_of
from collabkit.ui.widgets.part import lay_out_now


@contextmanager
def staying_in_place(widget: QWidget) -> Iterator[None]:
    """Keep ``widget`` at its height on the screen, as far as its page can be scrolled.

    A notice that comes at the top and lines that go would move it from under the pointer.
    """
    before = widget.mapToGlobal(QPoint(0, 0)).y()
    yield
    lay_out_now()
    area = scroll_area_of(widget)
    if area is not None:
        bar = area.verticalScrollBar()
        bar.setValue(bar.value() + widget.mapToGlobal(QPoint(0, 0)).y() - before)
