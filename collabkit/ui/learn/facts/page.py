"""Facts you may quote."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication

from collabkit.i18n import _
from collabkit.library.facts import QuotedFact, facts
from collabkit.ui.context import Context
from collabkit.ui.learn.link import Link
from collabkit.ui.learn.links_part import LinksFold
from collabkit.ui.learn.pointers import pack_links
from collabkit.ui.learn.reading_page import ReadingPage
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.text import Text


class FactsPage(ReadingPage):
    """Every fact with its source, and a button that copies both."""

    def __init__(self, _context: Context) -> None:
        super().__init__(
            _("Facts you may quote"),
            _("For bids, board papers and talks with funders. Always give the source with them."),
        )
        self._opened_at = ""
        self.cards = {fact.key: FactCard(fact) for fact in facts()}
        for card in self.cards.values():
            card.copied.connect(self._on_card_copied)
            card.go_wanted.connect(self.go_requested)
            self.add(card)

    def entered(self, **arguments: object) -> None:
        """Open at ``fact``, or at the top."""
        fact = arguments.get("fact")
        self._opened_at = fact if isinstance(fact, str) and fact in self.cards else ""

    def left(self) -> None:
        self.notice.close_notice()

    def take_focus(self) -> None:
        super().take_focus()
        if self._opened_at:
            self.jump_to(self.cards[self._opened_at].title)

    def _on_card_copied(self, title: str) -> None:
        self.notice.tell(_("Copied with its source: {title}.").format(title=title), passing=True)


class FactCard(Card):
    """One fact. ``copied(title)`` tells that it is on the clipboard now."""

    copied = Signal(str)
    go_wanted = Signal(str, dict)

    def __init__(self, fact: QuotedFact) -> None:
        super().__init__()
        self.setAccessibleName(fact.title)
        self._fact = fact
        self.title = Text(fact.title, "heading")
        self.add(self.title, Text(fact.text, "lead"), Text(fact.source, "note", "muted"))
        if fact.note:
            self.add(Text(fact.note))
        name = _("Copy with source: {title}").format(title=fact.title)
        self.copy = Button(_("Copy with source"), "plain", "file", name)
        self.copy.clicked.connect(self._on_copy_clicked)
        self.add(self.copy)
        if fact.packs:
            more = LinksFold(_("Questionnaires about this"), self._packs, _("Start"))
            more.go_wanted.connect(self.go_wanted)
            self.add(more)

    def _packs(self) -> tuple[Link, ...]:
        return pack_links(self._fact.packs)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._fact.quotation)
        self.copied.emit(self._fact.title)
