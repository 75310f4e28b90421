"""The statements of a pack with a tick for each, section by section."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.assessments.pack import Item, Pack, Section
from collabkit.i18n import _
from collabkit.ui.new_assessment.beginning import statements
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.one_stop import let_tab_stop_at, move_on, step_of
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.tick import Tick


class OwnChoice(Column):
    """A card for each section. ``picked(frozenset of ids)`` tells what is ticked now.

    Tab goes from section to section; the arrow keys move between the statements of one.
    """

    picked = Signal(frozenset)

    def __init__(self) -> None:
        super().__init__(gap=2)
        self.sections: list[SectionTicks] = []
        self._digest = ""

    def show_pack(
        self, pack: Pack, chosen: frozenset[str], items: Sequence[Item] | None = None
    ) -> None:
        """Show the statements of ``pack`` and which of them are chosen.

        ``items`` are those that can be chosen here; usually all of them can.
        """
        if pack.digest != self._digest:
            self._digest = pack.digest
            items = statements(pack) if items is None else items
            self.sections = [
                SectionTicks(section, [item for item in items if item.section == section.code])
                for section in pack.sections
                if any(item.section == section.code for item in items)
            ]
            for section in self.sections:
                section.changed.connect(self._on_section_changed)
            self.fill(*self.sections)
        for section in self.sections:
            section.show_chosen(chosen)

    def first_tick(self) -> QWidget | None:
        """Return the first statement."""
        return self.sections[0].ticks[0] if self.sections else None

    def _on_section_changed(self) -> None:
        self.picked.emit(frozenset().union(*(section.chosen for section in self.sections)))


class SectionTicks(Card):
    """One section: how many of its statements are chosen, all or none of them, and each."""

    changed = Signal()

    def __init__(self, section: Section, items: Sequence[Item]) -> None:
        super().__init__()
        self._head = Entry(section.name, _("None chosen"), role="heading")
        # Two buttons in every section would be called the same.
        every = Button(_("All"), "quiet", name=_("All of {part}").format(part=section.name))
        none = Button(_("None"), "quiet", name=_("None of {part}").format(part=section.name))
        every.clicked.connect(self._on_all_clicked)
        none.clicked.connect(self._on_none_clicked)
        self._head.add_act(every)
        self._head.add_act(none)
        self.ticks = [StatementTick(item) for item in items]
        rows = _Rows(self.ticks)
        for tick in self.ticks:
            tick.clicked.connect(self.changed)
            tick.step_wanted.connect(self._on_tick_step_wanted)
        let_tab_stop_at(self.ticks[0], self.ticks)
        self.add(self._head, rows)
        self.setAccessibleName(section.name)

    @property
    def chosen(self) -> frozenset[str]:
        """The ids that are ticked."""
        return frozenset(tick.item_id for tick in self.ticks if tick.isChecked())

    def show_chosen(self, chosen: frozenset[str]) -> None:
        """Tick what is chosen; nobody is told."""
        for tick in self.ticks:
            tick.setChecked(tick.item_id in chosen)
        number = len(self.chosen)
        counted = _("{number} of {total} chosen").format(number=number, total=len(self.ticks))
        self._head.about.setText(counted if number else _("None chosen"))

    def _on_all_clicked(self) -> None:
        self._tick_all(True)

    def _on_none_clicked(self) -> None:
        self._tick_all(False)

    def _tick_all(self, ticked: bool) -> None:
        for tick in self.ticks:
            tick.setChecked(ticked)
        self.changed.emit()

    def _on_tick_step_wanted(self, step: int) -> None:
        move_on(step, self.ticks)


class StatementTick(Tick):
    """One statement. ``step_wanted(step)`` tells that an arrow was pressed."""

    step_wanted = Signal(int)

    def __init__(self, item: Item) -> None:
        super().__init__(words_of(item))
        self.item_id = item.id

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if step := step_of(event):
            self.step_wanted.emit(step)
        else:
            super().keyPressEvent(event)


class _Rows(Part):
    def __init__(self, ticks: Sequence[QWidget]) -> None:
        super().__init__()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for tick in ticks:
            self._box.addWidget(tick)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(0.3))


def words_of(item: Item) -> str:
    """Return what a statement says; of a pair, what it lies between."""
    if item.ends and not item.statement:
        return _("From “{one}” to “{other}”").format(one=item.ends[0], other=item.ends[1])
    return item.statement
