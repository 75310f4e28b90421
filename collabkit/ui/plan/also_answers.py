"""One action may answer several statements."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.plan.state import Answerable
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.tick import Tick


class AlsoAnswers(Fold):
    """“It also helps with…”: a tick for each statement that stands out in the results.

    ``changed(item_ids)`` tells what is ticked now.
    """

    changed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("It also helps with…"), parent)
        self._options: tuple[Answerable, ...] = ()
        self._column = Column(gap=0.3)
        self.add(
            Text(_("Statements that stand out in your results. Tick those it helps with."), "note"),
            self._column,
        )
        self.toggled.connect(self._on_self_toggled)

    @property
    def ticks(self) -> tuple[Tick, ...]:
        """The tick boxes, once it was opened."""
        return tuple(part for part in self._column.parts if isinstance(part, Tick))

    def show_options(self, options: Sequence[Answerable]) -> None:
        """Take what can be ticked; it is laid out when the fold is open."""
        self._options = tuple(options)
        self.set_filled(any(option.is_chosen for option in options))
        if self.is_open:
            self._render()

    def _render(self) -> None:
        wanted = [option.statement for option in self._options]
        if [tick.accessibleName() for tick in self.ticks] != wanted:
            ticks = [Tick(statement) for statement in wanted]
            for tick in ticks:
                tick.clicked.connect(self._on_tick_clicked)
            self._column.fill(*ticks)
        for tick, option in zip(self.ticks, self._options, strict=True):
            tick.setChecked(option.is_chosen)

    def _on_self_toggled(self, is_open: bool) -> None:
        if is_open:
            self._render()

    def _on_tick_clicked(self) -> None:
        pairs = zip(self.ticks, self._options, strict=True)
        self.changed.emit(tuple(option.item_id for tick, option in pairs if tick.isChecked()))
