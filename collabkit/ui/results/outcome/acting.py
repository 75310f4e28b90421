"""Blocks in which something can be chosen, written or put into the plan."""

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from collabkit.assessments.names import effort_name, kind_name
from collabkit.assessments.outcomes.blocks import (
    Field,
    FieldKind,
    Idea,
    Ideas,
    Pick,
    kept_codes,
)
from collabkit.i18n import _
from collabkit.services.responses import LONGEST_TEXT
from collabkit.ui.results.ideas_part import IdeaEntry
from collabkit.ui.results.state import IdeaState
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.date_field import DateField
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_box import TextBox
from collabkit.ui.widgets.text_field import TextField

_LONGEST_LINE = 200


class OneOfView(Choice):
    """A choice of one. ``settled(key, code)``."""

    settled = Signal(str, str)

    def __init__(self, block: Pick) -> None:
        options = [
            (option.code, f"{option.name}: {option.text}" if option.text else option.name)
            for option in block.options
        ]
        super().__init__(block.prompt, options)
        self._key = block.key
        self.chosen.connect(self._on_self_chosen)
        self.show_block(block)

    def show_block(self, block: Pick) -> None:
        """Show what is chosen; nobody is told."""
        self.set_code(block.chosen[0] if block.chosen else None)

    def _on_self_chosen(self, code: str) -> None:
        self.settled.emit(self._key, code)


class SeveralView(Part):
    """A choice of several, up to a number. ``settled(key, codes)``."""

    settled = Signal(str, str)

    def __init__(self, block: Pick) -> None:
        super().__init__()
        self._block = block
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(Text(block.prompt, "strong"))
        self.ticks: dict[str, ExplainedTick] = {}
        for option in block.options:
            tick = ExplainedTick(option.name, option.text)
            show_if(tick.explanation, bool(option.text))
            tick.tick.clicked.connect(self._on_tick_clicked)
            self.ticks[option.code] = tick
            self._box.addWidget(tick)
        self.full = Text("", "note", "alert")
        self._box.addWidget(self.full)
        self.setAccessibleName(block.prompt)
        self.dress(theme_of(self))
        self.show_block(block)

    def show_block(self, block: Pick) -> None:
        """Show what is chosen; nobody is told."""
        self._block = block
        for code, tick in self.ticks.items():
            tick.tick.setChecked(code in block.chosen)
        self._tell_full("")

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(0.8))

    def _on_tick_clicked(self) -> None:
        chosen = tuple(code for code, tick in self.ticks.items() if tick.tick.isChecked())
        most = self._block.most
        if most and len(chosen) > most:
            self.show_block(self._block)
            self._tell_full(_("{most} are ticked already. Take one away first.").format(most=most))
            return
        self.settled.emit(self._block.key, kept_codes(chosen))

    def _tell_full(self, sentence: str) -> None:
        self.full.setText(sentence)
        show_if(self.full, bool(sentence))
        if sentence:
            announce(self, sentence)


class FieldView(Part):
    """Something to write. ``settled(key, text)``, half a second after the last key."""

    settled = Signal(str, str)

    def __init__(self, block: Field) -> None:
        super().__init__()
        self._key = block.key
        self.control: TextField | TextBox | DateField = self._made(block)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.control)
        self.show_block(block)

    def show_block(self, block: Field) -> None:
        """Show what is written; what is being typed stays."""
        match self.control:
            case DateField():
                if not self.control.line.hasFocus() and self.control.is_understood:
                    self.control.set_date(date.fromisoformat(block.value) if block.value else None)
            case TextField():
                if not self.control.line.hasFocus():
                    self.control.set_text(block.value)
            case TextBox():
                if not self.control.edit.hasFocus():
                    self.control.set_text(block.value)

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.control.flush()

    def _made(self, block: Field) -> TextField | TextBox | DateField:
        match block.kind:
            case FieldKind.DATE:
                dated = DateField(block.label, asks_year=True)
                dated.edited.connect(self._on_date_edited)
                return dated
            case FieldKind.TEXT:
                box = TextBox(block.label, block.hint, longest=LONGEST_TEXT)
                box.edited.connect(self._on_text_edited)
                return box
            case _:
                line = TextField(block.label, block.hint, _LONGEST_LINE)
                line.edited.connect(self._on_text_edited)
                return line

    def _on_date_edited(self, value: date | None) -> None:
        self.settled.emit(self._key, value.isoformat() if value else "")

    def _on_text_edited(self, text: str) -> None:
        self.settled.emit(self._key, text)


class IdeasView(Part):
    """Suggested actions with a button each. ``idea_wanted(Idea)`` and ``plan_requested()``."""

    idea_wanted = Signal(object)
    plan_requested = Signal()

    def __init__(self, block: Ideas) -> None:
        super().__init__()
        self._ideas = {idea.idea_id: idea for idea in block.entries}
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.entries = [IdeaEntry(_state(idea, in_plan=False)) for idea in block.entries]
        for entry in self.entries:
            entry.idea_wanted.connect(self._on_entry_idea_wanted)
            entry.plan_requested.connect(self.plan_requested)
            self._box.addWidget(entry)
        self.dress(theme_of(self))

    def show_planned(self, idea_ids: Collection[str]) -> None:
        """Show which of them are in the plan."""
        for entry, idea in zip(self.entries, self._ideas.values(), strict=True):
            entry.show_idea(_state(idea, in_plan=idea.idea_id in idea_ids))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1.5))

    def _on_entry_idea_wanted(self, _item_id: str, idea_id: str) -> None:
        self.idea_wanted.emit(self._ideas[idea_id])


def _state(idea: Idea, *, in_plan: bool) -> IdeaState:
    weight = kind_name(idea.kind)
    if idea.effort is not None:
        weight = _("{kind} · {effort}").format(kind=weight, effort=effort_name(idea.effort))
    return IdeaState(idea.item_id, idea.idea_id, idea.text, weight, in_plan)
