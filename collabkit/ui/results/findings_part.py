"""What stands out, in talking order."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.results.state import FindingEntry, FindingGroup
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.text import Text

FEW = 3  # shown at first of each kind


class FindingsPart(Section):
    """The findings, those of one kind on one card.

    ``details_requested(item_id)`` asks to see a statement in full.
    """

    details_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What stands out"), parent=parent)
        self._groups: tuple[FindingGroup, ...] = ()
        self._column = Column(gap=2)
        self.add(self._column)

    @property
    def cards(self) -> tuple["FindingsCard", ...]:
        """One card a kind, in talking order."""
        return tuple(part for part in self._column.parts if isinstance(part, FindingsCard))

    def show_findings(self, lead: str, groups: Sequence[FindingGroup]) -> None:
        """Show ``groups`` below the sentence ``lead``."""
        self.set_sentence(lead)
        if tuple(groups) == self._groups:
            return
        self._groups = tuple(groups)
        cards = [FindingsCard(group) for group in groups]
        for card in cards:
            card.details_requested.connect(self.details_requested)
        self._column.fill(*cards)


class FindingsCard(Card):
    """The findings of one kind: few at first, all on request."""

    details_requested = Signal(str)

    def __init__(self, group: FindingGroup, parent: QWidget | None = None) -> None:
        self._rows = QVBoxLayout()
        super().__init__(group.heading, parent)
        self._group = group
        self.entries: list[FindingView] = []
        words = _("Show all {number}").format(number=len(group.entries))
        name = _("{words}: {heading}").format(words=words, heading=group.heading)
        self.more = Button(words, "quiet", "down", name)
        self.more.clicked.connect(self._on_more_clicked)
        self.add(Text(group.advice, "body", "muted"), self._rows)
        self._add_entries(group.entries[:FEW])
        self.add(self.more)
        show_if(self.more, len(group.entries) > FEW)

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._rows.setSpacing(theme.metrics.units(2.5))

    def _add_entries(self, entries: Sequence[FindingEntry]) -> None:
        for entry in entries:
            view = FindingView(entry)
            view.details_requested.connect(self.details_requested)
            self._rows.addWidget(view)
            self.entries.append(view)

    def _on_more_clicked(self) -> None:
        self._add_entries(self._group.entries[FEW:])
        self.entries[FEW].details.setFocus()
        self.more.hide()


class FindingView(Entry):
    """One statement worth talking about."""

    details_requested = Signal(str)

    def __init__(self, entry: FindingEntry, parent: QWidget | None = None) -> None:
        about = _("{theme} · {sentence}").format(theme=entry.theme, sentence=entry.sentence)
        super().__init__(entry.statement, about, parent=parent)
        self._item_id = entry.item_id
        name = _("Details: {title}").format(title=entry.title)
        self.details = Button(_("Details"), "quiet", "next", name, sign_after=True)
        self.details.clicked.connect(self._on_details_clicked)
        self.add_act(self.details)

    def _on_details_clicked(self) -> None:
        self.details_requested.emit(self._item_id)
