"""What happens on the page of words, without widgets."""

from PySide6.QtCore import QObject, Signal

from collabkit.library.glossary import builtin_glossary
from collabkit.ui.learn.words.reading import count_of, find_entries, letters_of, reports_named
from collabkit.ui.learn.words.state import Origin, WordsState


class WordsPresenter(QObject):
    """Knows which words are looked for. ``state_changed(WordsState)``."""

    state_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self._origin = Origin.ALL
        self._before: tuple[str, Origin] | None = None  # what was looked for before one word was

    def open(self) -> None:
        """Show what was looked for last; at first, everything."""
        if self._before is not None:
            self._text, self._origin = self._before
            self._before = None
        self._show()

    def open_at(self, name: str) -> None:
        """Show all words, opened at ``name``; what was looked for comes back with ``open``.

        An unknown name opens at the beginning.
        """
        if self._before is None:
            self._before = (self._text, self._origin)
        self._text, self._origin = "", Origin.ALL
        try:
            term = builtin_glossary().term(name).name
        except KeyError:
            term = ""
        self._show(term)

    def search(self, text: str) -> None:
        """Show the words that ``text`` finds."""
        self._look_for(text, self._origin)

    def show_origin(self, origin: Origin) -> None:
        """Show the words of the reports, of this program, or all."""
        self._look_for(self._text, origin)

    def show_all(self) -> None:
        """Look for nothing any more."""
        self._look_for("", Origin.ALL)

    def _look_for(self, text: str, origin: Origin) -> None:
        self._text, self._origin = text, origin
        self._before = None
        self._show()

    def _show(self, term: str = "") -> None:
        entries = find_entries(self._text, self._origin)
        self.state_changed.emit(
            WordsState(
                text=self._text,
                origin=self._origin,
                entries=entries,
                letters=() if self._text.strip() else letters_of(entries),
                count=count_of(len(entries), self._text),
                reports=reports_named(),
                term=term,
            )
        )
