"""A fold with sentences, which are set only when somebody wants to read them."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from collabkit.ui.results.state import Paragraph
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text


class ReadingFold(Fold):
    """A line such as “How was this worked out?” and, opened, one paragraph below the other."""

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(title, parent)
        self._paragraphs: tuple[Paragraph, ...] = ()
        self._column = Column(gap=2.5)
        self.add(self._column)
        self.toggled.connect(self._on_self_toggled)

    @property
    def sentences(self) -> tuple[str, ...]:
        """What can be read just now; nothing while it is closed."""
        texts = self._column.findChildren(Text) if self.is_open else []
        return tuple(text.text() for text in texts)

    def show_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Take what is to be read; without anything there is nothing to open."""
        show_if(self, bool(paragraphs))
        if tuple(paragraphs) != self._paragraphs:
            self._paragraphs = tuple(paragraphs)
            self._column.fill(*(self._groups() if self.is_open else ()))

    def show_sentences(self, sentences: Sequence[str]) -> None:
        """Take sentences without headings."""
        self.show_paragraphs([Paragraph(sentence) for sentence in sentences])

    def _groups(self) -> list[Column]:
        """Return one column for each heading with what follows it."""
        groups: list[list[Text]] = []
        for paragraph in self._paragraphs:
            if paragraph.is_heading or not groups:
                groups.append([])
            groups[-1].append(Text(paragraph.text, "strong" if paragraph.is_heading else "body"))
        columns = []
        for texts in groups:
            columns.append(Column(gap=0.6))
            columns[-1].fill(*texts)
        return columns

    def _on_self_toggled(self, is_open: bool) -> None:
        if is_open and not self._column.parts:
            self._column.fill(*self._groups())
