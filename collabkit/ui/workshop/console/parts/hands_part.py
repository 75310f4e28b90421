"""Raised hands, counted answer by answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.focus import focus_in_view
from collabkit.ui.widgets.held import Held
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.parts.count_field import CountField
from collabkit.ui.workshop.console.state import VoteState

_TWO_FROM = 24  # ems


class HandsPart(Part):
    """A number for each answer. ``counted(dict)`` tells the texts by answer code, as typed."""

    counted = Signal(object)

    def __init__(self, *, has_heading: bool = True) -> None:
        super().__init__()
        self._heading = Text(_("Raised hands"), "strong")
        show_if(self._heading, has_heading)
        self._hint = Text(
            _("Count for each answer. Everybody sees these: the report says “public vote”."),
            "note",
            "muted",
        )
        self._rows = Column(gap=0.6)
        self.fault = Text("", "body", "alert")
        self._key: tuple[str, int] | None = None
        self.fields: dict[str, CountField] = {}
        self._held = Held(self)
        self._held.released.connect(self._on_held_released)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in (self._heading, self._hint, self.fault, self._rows):
            self._box.addWidget(part)
        show_if(self.fault, False)
        self.setAccessibleName(_("Raised hands"))
        self.dress(theme_of(self))

    def render_vote(self, vote: VoteState) -> None:
        """Show the counts as they were typed."""
        if vote.key != self._key:
            self._key = vote.key
            self._held.drop()
            self._offer(vote)
        for code, field in self.fields.items():
            if not (field.line.hasFocus() and self._held.is_full):
                field.line.show_text(vote.hands.get(code, ""))
        if vote.hands_fault != self.fault.text():
            self.fault.setText(vote.hands_fault)
            show_if(self.fault, bool(vote.hands_fault))
            show_if(self._hint, not vote.hands_fault)  # all rows stay in sight on a small screen

    def forget(self) -> None:
        """Empty the fields: the vote is over."""
        if self._key is not None:
            self._key = None
            self._held.drop()
            self.fields = {}
            self._rows.fill()

    def take_focus(self) -> None:
        """Give the keyboard to the first number."""
        for field in self.fields.values():
            focus_in_view(field.line)
            field.line.selectAll()
            return

    def flush(self) -> None:
        """Tell at once what was typed."""
        self._held.flush()

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))

    def _offer(self, vote: VoteState) -> None:
        self.fields = {}
        for choice in vote.choices:
            spoken = _("Hands for {mark}, {name}").format(mark=choice.mark, name=choice.name)
            field = CountField(choice.mark, choice.name, spoken)
            field.line.show_text(vote.hands.get(choice.code, ""))
            field.line.textEdited.connect(self._on_line_text_edited)
            field.line.editingFinished.connect(self._held.flush)
            field.line.step_wanted.connect(self._on_line_step_wanted)
            self.fields[choice.code] = field
        self._rows.fill(_Grid(tuple(self.fields.values())))

    def _on_line_text_edited(self) -> None:
        self._held.take("")

    def _on_line_step_wanted(self, step: int) -> None:
        lines = [field.line for field in self.fields.values()]
        at = next((n for n, line in enumerate(lines) if line.hasFocus()), 0)
        wanted = lines[(at + step) % len(lines)]
        wanted.setFocus(Qt.FocusReason.TabFocusReason)
        wanted.selectAll()
        self._held.flush()

    def _on_held_released(self) -> None:
        self.counted.emit({code: field.line.text() for code, field in self.fields.items()})


class _Grid(Part):
    """Fields in one column or two, each read from top to bottom."""

    def __init__(self, fields: tuple[CountField, ...]) -> None:
        super().__init__()
        self._fields = fields
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._arrange(1)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._grid.setVerticalSpacing(theme.metrics.units(0.8))
        self._grid.setHorizontalSpacing(theme.metrics.units(2.5))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(2 if self.width() >= theme_of(self).metrics.ems(_TWO_FROM) else 1)

    def _arrange(self, columns: int) -> None:
        if columns == self._columns:
            return
        self._columns = columns
        rows = -(-len(self._fields) // columns)
        for number, field in enumerate(self._fields):
            self._grid.removeWidget(field)
            self._grid.addWidget(field, number % rows, number // rows)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns > 1 else 0)
