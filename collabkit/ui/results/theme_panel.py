"""One theme: its score, what that means, and its statements."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.results.band_line import BandLine
from collabkit.ui.results.reading_fold import ReadingFold
from collabkit.ui.results.state import ThemeState
from collabkit.ui.results.statement_card import StatementCard
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text


class ThemePanel(Part):
    """The theme that is open. Its signals are those of its statements."""

    idea_wanted = Signal(str, str)
    plan_requested = Signal()
    answer_requested = Signal(str)
    go_wanted = Signal(str, dict)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: dict[str, StatementCard] = {}
        self.name = Text("", "heading")
        self.question = Text("", "lead", "muted")
        self.band = BandLine()
        self.workings = ReadingFold(_("How was this worked out?"))
        self._head = QVBoxLayout()
        for part in (self.name, self.question, self.band, self.workings):
            self._head.addWidget(part)
        self._cards = QVBoxLayout()
        self._box = QVBoxLayout(self)
        self._box.addLayout(self._head)
        self._box.addLayout(self._cards)
        self.dress(theme_of(self))

    def show_theme(self, theme: ThemeState) -> None:
        """Show ``theme``; statements that are the same stay as they are, with what is open."""
        self.name.setText(theme.name)
        self.question.setText(theme.question)
        show_if(self.question, bool(theme.question))
        self.band.show_band(theme.band, theme.score)
        self.workings.show_sentences(theme.workings)
        for item_id in [*self.cards]:
            if item_id not in [statement.item_id for statement in theme.statements]:
                self._drop(item_id)
        for place, statement in enumerate(theme.statements):
            card = self.cards.get(statement.item_id)
            if card is not None and card.fits(statement):
                card.show_statement(statement)
                continue
            if card is not None:
                self._drop(statement.item_id)
            card = StatementCard(statement)
            card.idea_wanted.connect(self.idea_wanted)
            card.plan_requested.connect(self.plan_requested)
            card.answer_requested.connect(self.answer_requested)
            card.go_wanted.connect(self.go_wanted)
            self._cards.insertWidget(place, card)
            self.cards[statement.item_id] = card

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._head.setSpacing(m.units(1.4))
        self._cards.setSpacing(m.units(2))
        self._box.setContentsMargins(0, m.units(2), 0, 0)
        self._box.setSpacing(m.units(2.5))

    def _drop(self, item_id: str) -> None:
        card = self.cards.pop(item_id)
        self._cards.removeWidget(card)
        card.hide()
        card.deleteLater()
