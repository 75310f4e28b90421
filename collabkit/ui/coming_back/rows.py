"""One sheet that came back, in the list."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.coming_back.state import Fate, Row
from collabkit.ui.first_faults import first_faults
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.part import Part, put
from collabkit.ui.widgets.text import Text


class RowPart(Part):
    """Whose sheet it is and what becomes of it.

    ``left_out(key, bool)`` and ``another_said(key, bool)`` tell what a person says of it.
    """

    left_out = Signal(str, bool)
    another_said = Signal(str, bool)

    def __init__(self, row: Row) -> None:
        super().__init__()
        self._row = row
        self.tick: ExplainedTick | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        if row.fate is Fate.TAKEN:
            about = "\n".join(filter(None, (row.about, row.remark)))
            self.tick = ExplainedTick(row.name, about)
            self.tick.tick.clicked.connect(self._on_tick_clicked)
            self._box.addWidget(self.tick)
        else:
            self._box.addWidget(Entry(row.name, row.about))
            self._box.addWidget(Text(row.remark))
        for line in first_faults(row.faults):
            self._box.addWidget(Text(f"•\u2002{line}", "note"))
        if row.statements:
            fold = Fold(_("Which statements?"))
            fold.add(*(Text(statement, "note", "muted") for statement in row.statements))
            self._box.addWidget(fold)
        if row.can_be_another or row.is_another:
            self._add_another(row)
        self.dress(theme_of(self))

    def show_left_out(self, is_left_out: bool) -> None:
        """Show whether the sheet stays where it is; nobody is told."""
        if self.tick is not None:
            self.tick.tick.setChecked(not is_left_out)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(0.4))

    def _add_another(self, row: Row) -> None:
        words = (
            _("It is the same sheet after all")
            if row.is_another
            else _("It is from another person")
        )
        name = _("{words}: {name}").format(words=words, name=row.name)
        button = Button(words, "quiet", name=name)
        button.clicked.connect(self._on_another_clicked)
        put(self._box, button)

    def _on_tick_clicked(self, is_ticked: bool) -> None:
        self.left_out.emit(self._row.key, not is_ticked)

    def _on_another_clicked(self) -> None:
        self.another_said.emit(self._row.key, not self._row.is_another)


class RowsCard(Card):
    """Rows of one fate, under a heading."""

    def __init__(self, heading: str, sentence: str, rows: tuple[RowPart, ...]) -> None:
        super().__init__(heading)
        if sentence:
            self.add(Text(sentence, "note", "muted"))
        self.add(*rows)
