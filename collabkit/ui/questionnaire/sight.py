"""What can be seen of a page just now."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QScrollArea, QWidget

from collabkit.ui.widgets.part import lay_out_now


def is_out_of_sight(widget: QWidget, scroller: QScrollArea) -> bool:
    """Tell whether nothing of ``widget`` is seen where it lies once all has its place."""
    lay_out_now()
    viewport = scroller.viewport()
    box = QRect(widget.mapTo(viewport, QPoint(0, 0)), widget.size())
    return not viewport.rect().intersects(box)
