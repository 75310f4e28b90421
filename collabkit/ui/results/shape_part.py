"""The shape beside a table with the same numbers."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.assessments.sentences import capital
from collabkit.i18n import _
from collabkit.ui.results.state import ShapeState
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.beside import Beside
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.numbers_table import NumbersTable
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.shape_view import Occasion, ShapeView
from collabkit.ui.widgets.text import Text

_BESIDE_FROM = 48  # ems
_TABLE = 26.5  # ems: the longest name of a theme in one line


class ShapePart(Part):
    """Picture, table, the gaps by name, and how well tested all this is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.shape = ShapeView()
        self.table = NumbersTable(
            _("The scores"),
            (_("Part"), _("Score"), _("Suggests"), _("Answered")),
            numeric=(1,),
        )
        self.caption = Text("")
        self.status = Text("", "note", "muted")
        words = Column(gap=1.5)
        words.fill(self.table, self.caption, self.status)
        self.beside = Beside(self.shape, words, from_ems=_BESIDE_FROM)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.beside)
        self.dress(theme_of(self))

    def show_shape(self, state: ShapeState, status: str, part_word: str) -> None:
        """Show ``state``; ``status`` says how well tested the content is.

        ``part_word`` is what one of the scored parts is called: a theme, an area.
        """
        self.table.set_first_heading(capital(part_word))
        show_if(self.shape, state.is_drawn)
        if state.is_drawn:
            self.shape.show_shape(state.names, Occasion("", state.scores))
        self.table.show_rows(state.rows)
        self.caption.setText(state.caption)
        show_if(self.caption, bool(state.caption))
        self.status.setText(status)

    def dress(self, theme: Theme) -> None:
        self.table.setMinimumWidth(theme.metrics.ems(_TABLE))


class UnscoredPart(Column):
    """What stands in place of the shape where there can be no scores: why, and how well tested."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(gap=1, parent=parent)
        self._reason = Text("")
        self._status = Text("", "note", "muted")
        self.fill(self._reason, self._status)

    def show_words(self, reason: str, status: str) -> None:
        """Show why there are no scores; ``status`` is as in ``ShapePart``."""
        self._reason.setText(reason)
        self._status.setText(status)
