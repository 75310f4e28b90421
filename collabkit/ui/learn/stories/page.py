"""The list of stories."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.library.cases import builtin_cases
from collabkit.ui.context import Context
from collabkit.ui.learn.links_part import LinksColumn
from collabkit.ui.learn.pointers import page_links
from collabkit.ui.learn.reading_page import ReadingPage
from collabkit.ui.learn.stories.filters import Filters
from collabkit.ui.learn.stories.presenter import StoriesPresenter
from collabkit.ui.learn.stories.shelf import Shelf
from collabkit.ui.learn.stories.state import StoriesState, Wishes
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text


class StoriesPage(ReadingPage):
    """All stories, or those that fit."""

    has_own_search = True

    def __init__(self, _context: Context) -> None:
        book = builtin_cases()
        super().__init__(_("Stories"), book.introduction)
        self.presenter = StoriesPresenter(self)
        self.presenter.state_changed.connect(self.render_state)
        self.filters = Filters()
        self.filters.wished.connect(self._on_filters_wished)
        self.filters.text.edited.connect(self._on_text_settled)
        self.count = Text("", "strong")
        self.note = Text("", "body", "muted")
        self.advice = Text(_("Take a word or a choice away, or see all of them."), "body", "muted")
        self.show_all = Button(_("Show all stories"))
        self.show_all.clicked.connect(self._on_show_all_clicked)
        self.guidance = LinksColumn()
        self.cases = Shelf(_("Stories"), book.cases)
        self.examples = Shelf(_("Short examples"), book.examples, book.about_examples)
        for part in (self.guidance, self.cases, self.examples):
            part.go_wanted.connect(self.go_requested)
        self.add(self.filters, self.count, self.note, self.advice, self.show_all)
        self.add(self.guidance, self.cases, self.examples)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._on_find_activated)

    def render_state(self, state: StoriesState) -> None:
        """Show ``state``."""
        self.filters.render_state(state)
        self.count.setText(state.count)
        self.note.setText(state.note)
        show_if(self.note, bool(state.note))
        found = bool(state.cases or state.examples)
        show_if(self.advice, not found)
        show_if(self.show_all, state.wishes != Wishes())
        links = page_links(state.pages)
        if links != tuple(entry.link for entry in self.guidance.entries):
            self.guidance.show_links(links)
        self.cases.show_stories(state.cases)
        self.examples.show_stories(state.examples)

    def entered(self, **arguments: object) -> None:
        """Show the stories for ``situation``, or else those that were looked for last."""
        situation = arguments.get("situation")
        self.presenter.open(situation if isinstance(situation, str) else "")

    def first_focus(self) -> QWidget | None:
        return self.filters.situation

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        return ((_("Ctrl+F"), _("Go to the words that are looked for")),)

    def _on_filters_wished(self, name: str, key: str) -> None:
        self.presenter.wish(**{name: key})
        if name != "text":
            announce(self.count, self.count.text())

    def _on_text_settled(self, _text: str) -> None:
        announce(self.count, self.count.text())

    def _on_show_all_clicked(self) -> None:
        self.presenter.wish_nothing()
        self.take_focus()
        announce(self.count, self.count.text())

    def _on_find_activated(self) -> None:
        self.scroller.verticalScrollBar().setValue(0)
        self.filters.text.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filters.text.line.selectAll()
