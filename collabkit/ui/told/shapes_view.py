"""The shapes of several occasions with a table of the same numbers."""

from PySide6.QtWidgets import QWidget

from collabkit.assessments.outcomes.blocks import Shapes
from collabkit.i18n import _
from collabkit.ui.told.reading import table_view
from collabkit.ui.widgets.beside import Beside
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.shape_view import Occasion, ShapeView

_BESIDE_FROM = 48  # ems


def shapes_view(block: Shapes) -> QWidget:
    """Return the outlines drawn on each other, the latest in full, and the table.

    Of more than three outlines the older ones are in the table alone. The table of a single one
    has its place beside it, that of several needs the whole width.
    """
    shape, table = ShapeView(), table_view(block.table)
    shape.show_shape(
        block.corners,
        *(Occasion(outline.label, outline.scores) for outline in reversed(block.outlines)),
        in_words=block.in_words,
        gap=_("no score"),
    )
    if len(block.outlines) == 1:
        return Beside(shape, table, from_ems=_BESIDE_FROM)
    column = Column(gap=2)
    column.fill(shape, table)
    return column
