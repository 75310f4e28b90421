"""The glossary: words of the reports and of this program, explained."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.context import Context
from collabkit.ui.learn.words.letters import Letters
from collabkit.ui.learn.words.presenter import WordsPresenter
from collabkit.ui.learn.words.state import Entry, Origin, WordsState
from collabkit.ui.learn.words.word_list import WordList
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField


class WordsPage(Page):
    """The glossary: a field to search in, letters to jump to, and every word with its meaning."""

    has_own_search = True

    def __init__(self, _context: Context) -> None:
        super().__init__(
            _("Words"), _("The words of the two reports and of collabkit, in plain language.")
        )
        self.presenter = WordsPresenter(self)
        self.presenter.state_changed.connect(self.render_state)
        self._shown: tuple[Entry, ...] | None = None
        self._term = ""
        self.search = TextField(_("Find a word"), longest=60)
        self.search.line.textEdited.connect(self.presenter.search)
        self.search.edited.connect(self._on_search_edited)
        self.search.line.installEventFilter(self)
        self.origin = Choice(
            _("Which words"),
            [
                (Origin.ALL, _("All")),
                (Origin.REPORTS, _("Words of the reports")),
                (Origin.PROGRAM, _("Words of collabkit")),
            ],
            side_by_side=True,
        )
        self.origin.chosen.connect(self._on_origin_chosen)
        self.letters = Letters()
        self.count = Text("", "strong")
        self.show_all = Button(_("Show all words"))
        self.show_all.clicked.connect(self._on_show_all_clicked)
        self.reports = Text("", "note", "muted")
        self.words = WordList()
        self.letters.letter_chosen.connect(self._on_letters_letter_chosen)
        self.words.word_requested.connect(self._on_words_word_requested)
        self.words.left_upwards.connect(self._go_to_search)
        self._card = _ListCard(self.words)
        about = Column(gap=0.4)
        about.fill(self.count, self.reports)
        self.add(self.search, self.origin, self.letters, about, self.show_all, self._card)
        self.back = Button(_("Back"), "plain", "back")
        self.back.clicked.connect(self.back_requested)
        to_search = Button(_("To the search"), "quiet", "up")
        to_search.clicked.connect(self._go_to_search)
        self.foot.add_left(self.back)
        self.foot.add_left(to_search)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self._go_to_search)

    def render_state(self, state: WordsState) -> None:
        """Show ``state``."""
        self.search.set_text(state.text)
        self.origin.set_code(state.origin)
        self.letters.show_letters(state.letters)
        show_if(self.letters, bool(state.letters))
        self.count.setText(state.count)
        self.reports.setText(state.reports)
        show_if(self.show_all, bool(state.text.strip()))
        show_if(self._card, bool(state.entries))
        show_if(self.reports, bool(state.entries))
        if state.entries != self._shown:
            self._shown = state.entries
            self.words.show_entries(state.entries, with_letters=bool(state.letters))
        self._term = state.term
        if state.term:
            self.words.go_to(state.term)

    def entered(self, **arguments: object) -> None:
        """Open at the word ``term``, or else where one left off."""
        term = arguments.get("term")
        if isinstance(term, str):
            self.presenter.open_at(term)
        else:
            self.presenter.open()

    def first_focus(self) -> QWidget | None:
        """Return the list if it was opened at a word, otherwise the field to search in."""
        return self.words if self._term else self.search.line

    def key_hints(self) -> tuple[tuple[str, str], ...]:
        """Return the keys of the glossary."""
        return (
            (_("Ctrl+F"), _("Go to the search")),
            (_("Down"), _("From the search into the list; next word")),
            (_("Up"), _("Word before")),
            (_("Tab, then Enter"), _("Follow a link in a meaning")),
            (_("Ctrl+C"), _("Copy the word and its meaning")),
            (_("Esc"), _("Back to the search; there, show all words")),
        )

    def take_focus(self) -> None:
        super().take_focus()
        if self._term:
            self.words.show_current()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self.search.line:
            return super().eventFilter(watched, event)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._take_search_key(event)
        return False

    def _take_search_key(self, event: QKeyEvent) -> bool:
        match event.key():
            case Qt.Key.Key_Down | Qt.Key.Key_Return | Qt.Key.Key_Enter if self._shown:
                self.search.flush()
                self.words.setFocus(Qt.FocusReason.TabFocusReason)
            case Qt.Key.Key_Escape if self.search.text:
                self.presenter.show_all()
            case _:
                return False
        return True

    def _go_to_search(self) -> None:
        self.scroller.verticalScrollBar().setValue(0)
        self.search.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.line.selectAll()

    def _on_search_edited(self, _text: str) -> None:
        announce(self.search.line, self.count.text())

    def _on_origin_chosen(self, code: str) -> None:
        self.presenter.show_origin(Origin(code))
        announce(self.origin, self.count.text())

    def _on_show_all_clicked(self) -> None:
        self.presenter.show_all()
        self._go_to_search()

    def _on_letters_letter_chosen(self, letter: str) -> None:
        self.words.go_to_letter(letter)
        self.words.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_words_word_requested(self, name: str) -> None:
        self.go_requested.emit("words", {"term": name})


class _ListCard(Card):
    """The surface under the list; the list itself keeps room for its ring."""

    def __init__(self, words: WordList) -> None:
        self._words = words
        super().__init__()
        self.add(words)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self.body.setContentsMargins(m.units(1), m.units(2), m.units(1), m.units(2))
        self._words.document().setDocumentMargin(m.units(2))
