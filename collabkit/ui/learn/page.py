"""Learn: the doors to everything there is to read."""

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.library.cases import builtin_cases
from collabkit.ui.context import Context
from collabkit.ui.learn.link import Link, LinkEntry
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.page import Page


class LearnPage(Page):
    """Five doors, and the search over all that is behind them."""

    def __init__(self, _context: Context) -> None:
        super().__init__(
            _("Learn"), _("How others work together, what words mean, and what suits your charity.")
        )
        self.search = Button(_("Search everything"), "plain", "search")
        self.search.clicked.connect(self._on_search_clicked)
        self.head.set_primary(self.search)
        self.doors = [LinkEntry(link, _("Open"), "heading") for link in _doors()]
        for door in self.doors:
            card = Card()
            card.setAccessibleName(door.link.title)
            card.add(door)
            door.go_wanted.connect(self.go_requested)
            self.add(card)

    def first_focus(self) -> QWidget | None:
        return self.doors[0].button

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return ((_("Enter"), _("Open what has the ring")),)

    def _on_search_clicked(self) -> None:
        self.go_requested.emit("search", {})


def _doors() -> tuple[Link, ...]:
    stories = _("{number} true stories of working together: what was hard, and what helped.")
    return (
        Link(_("Stories"), stories.format(number=len(builtin_cases().cases)), "stories"),
        Link(_("Words"), _("What the words of this field mean, in plain language."), "words"),
        Link(
            _("Guidance"),
            _("What suits your size, your role, and who runs your group. Who should answer."),
            "guidance",
        ),
        Link(
            _("Facts you may quote"),
            _("Figures for bids and papers, each with its source, ready to copy."),
            "facts",
        ),
        Link(
            _("Where this comes from"),
            _("The two reports behind collabkit, what is ours, and what is untested."),
            "sources",
        ),
    )
