"""A fold with sentences, which are set only when somebody wants to read them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.text import Text


class SentencesFold(Fold):
    """A line such as “How was this worked out?” and, opened, one paragraph a sentence."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._sentences: tuple[str, ...] = ()
        self._texts: list[Text] = []
        self.toggled.connect(self._on_self_toggled)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What can be read just now; nothing while it is closed."""
        return tuple(text.text() for text in self._texts) if self.is_open else ()

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Take what is to be read; without anything there is nothing to open."""
        self.setVisible(bool(sentences))
        if tuple(sentences) == self._sentences:
            return
        self._sentences = tuple(sentences)
        self._clear()
        if self.is_open:
            self._set()

    def _set(self) -> None:
        self._texts = [Text(sentence, "body") for sentence in self._sentences]
        self.add(*self._texts)

    def _clear(self) -> None:
        for text in self._texts:
            self.body.removeWidget(text)
            text.hide()
            text.deleteLater()
        self._texts = []

    def _on_self_toggled(self, is_open: bool) -> None:
        if is_open and not self._texts:
            self._set()
