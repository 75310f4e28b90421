"""The words with their meanings, one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTextCursor,
)
from PySide6.QtWidgets import QTextEdit, QWidget

from collabkit.i18n import _
from collabkit.ui.learn.words.state import Entry
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.focus import NO_RING
from collabkit.ui.widgets.part import lay_out_now
from collabkit.ui.widgets.whole_text import ARRIVING, Link, Paragraph, WholeText

_BETWEEN = 3.0  # units between two words
_BEFORE_LETTER = 5.0  # units
_BELOW_LETTER = 1.0  # units
_ENDLESS = 1_000_000.0  # pixels: higher than any window


@dataclass(frozen=True, slots=True)
class _Standing:
    """A word and where it stands: the numbers of its first and its last paragraph.

    ``top`` is the paragraph of the letter if that stands right above it, otherwise ``first``.
    """

    entry: Entry
    top: int
    first: int
    last: int


class WordList(WholeText):
    """The glossary as text. Up and down go from word to word, Tab to the links in a meaning.

    ``word_requested(name)`` tells which link was followed, ``left_upwards()`` that somebody wants
    to leave at the top.
    """

    word_requested = Signal(str)
    left_upwards = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        self._standings: tuple[_Standing, ...] = ()
        self._at = -1
        super().__init__(_("Words and what they mean"), parent=parent)
        self.setProperty(NO_RING, True)  # the ring goes round one word only
        self.setCursorWidth(0)
        self.anchorClicked.connect(self._on_self_anchor_clicked)

    @property
    def current(self) -> Entry | None:
        """The word that has the keyboard, or had it last."""
        return self._standings[self._at].entry if self._at >= 0 else None

    def show_entries(self, entries: Sequence[Entry], *, with_letters: bool) -> None:
        """Show ``entries``, if wanted under their letters; none of them is current."""
        paragraphs: list[Paragraph] = []
        standings = []
        letter = ""
        for entry in entries:
            top, above = len(paragraphs), _BETWEEN
            if with_letters and entry.letter != letter:
                letter = entry.letter
                above = _BELOW_LETTER
                paragraphs.append(Paragraph(letter, "heading", "accent", _BEFORE_LETTER))
            first = len(paragraphs)
            paragraphs.append(Paragraph(entry.name, "strong", above=above))
            links = tuple(Link(s.start, s.end, s.term.name) for s in entry.links)
            paragraphs.append(Paragraph(entry.meaning, above=0.2, links=links))
            paragraphs.append(Paragraph(entry.source, "note", "muted", 0.2))
            standings.append(_Standing(entry, top, first, first + 2))
        self._at = -1
        self._standings = tuple(standings)
        self.show_paragraphs(paragraphs)

    def go_to(self, name: str) -> None:
        """Make the word ``name`` the current one, if it is shown, and bring it into view."""
        for number, standing in enumerate(self._standings):
            if standing.entry.name == name:
                self._go_to(number)

    def go_to_letter(self, letter: str) -> None:
        """Make the first word under ``letter`` current, the letter at the top of what is seen."""
        for number, standing in enumerate(self._standings):
            if standing.entry.letter == letter:
                self._go_to(number)
                self._show_from(self._paragraph_box(standing.top).top())
                return

    def show_current(self) -> None:
        """Scroll the page so that the current word stands at the top of what is seen."""
        if self._at >= 0:
            self._show_from(self._box(self._at).top())

    def copied_text(self) -> str:
        """Return what Ctrl+C copies: what is marked, or else the current word."""
        marked = self.textCursor().selection().toPlainText()
        entry = self.current
        if marked or entry is None:
            return marked
        return _("{word}: {meaning}").format(word=entry.name, meaning=entry.meaning)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._at >= 0:
            # Another size of text moves everything; whoever reads here wants to go on here.
            self._put_cursor_at_current()
            QTimer.singleShot(0, self, self.show_current)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._at >= 0:
            self._paint_current()
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        QTextEdit.focusInEvent(self, event)
        if event.reason() in ARRIVING and self._standings:
            self._go_to(max(self._at, 0))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        block = self.cursorForPosition(event.position().toPoint()).blockNumber()
        for number, standing in enumerate(self._standings):
            if standing.first <= block <= standing.last:
                self._at = number
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.copied_text())
            return
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            super().keyPressEvent(event)
            return
        match event.key():
            case Qt.Key.Key_Down:
                self._go_to(min(self._at + 1, len(self._standings) - 1))
            case Qt.Key.Key_Up if self._at > 0:
                self._go_to(self._at - 1)
            case Qt.Key.Key_Up | Qt.Key.Key_Escape:
                self.left_upwards.emit()
            case Qt.Key.Key_Home:
                self._go_to(0)
            case Qt.Key.Key_End:
                self._go_to(len(self._standings) - 1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._follow_link()
            case Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                event.ignore()  # the page scrolls
            case _:
                super().keyPressEvent(event)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        links = self._links()
        places = [place for place, _target in links]
        now = (self.textCursor().selectionStart(), self.textCursor().selectionEnd())
        at = places.index(now) + (1 if forwards else -1) if now in places else 0 if forwards else -2
        if not 0 <= at < len(places):
            return QTextEdit.focusNextPrevChild(self, forwards)
        self._mark(*places[at])
        announce(self, _("Link: {word}").format(word=links[at][1]))
        return True

    def _go_to(self, number: int) -> None:
        """Make one word the current one; its first paragraph gets the text cursor."""
        if not 0 <= number < len(self._standings):
            return
        self._at = number
        self._put_cursor_at_current()
        self.viewport().update()
        self.show_spot(self._box(number))
        entry = self._standings[number].entry
        if self.hasFocus():
            announce(self, f"{entry.name}. {entry.meaning} {entry.source}")

    def _put_cursor_at_current(self) -> None:
        first = self._standings[self._at].first
        start = self.document().findBlockByNumber(first).position()
        self._mark(start, start)

    def _show_from(self, top: float) -> None:
        lay_out_now()
        self.show_spot(QRectF(0, top, 1, _ENDLESS))

    def _mark(self, start: int, end: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def _links(self) -> list[tuple[tuple[int, int], str]]:
        """Return where the links of the current word stand and where they lead."""
        if self._at < 0:
            return []
        standing = self._standings[self._at]
        start = self.document().findBlockByNumber(standing.first + 1).position()
        return [
            ((start + span.start, start + span.end), span.term.name)
            for span in standing.entry.links
        ]

    def _follow_link(self) -> None:
        now = (self.textCursor().selectionStart(), self.textCursor().selectionEnd())
        for place, target in self._links():
            if place == now:
                self.word_requested.emit(target)

    def _box(self, number: int) -> QRectF:
        """Return where a word with its meaning stands, a little wider than its text."""
        standing = self._standings[number]
        m = theme_of(self).metrics
        first, last = self._paragraph_box(standing.first), self._paragraph_box(standing.last)
        return QRectF(
            m.ring,
            first.top() - m.units(1),
            self.viewport().width() - 2 * m.ring,
            last.bottom() - first.top() + m.units(2),
        )

    def _paragraph_box(self, number: int) -> QRectF:
        block = self.document().findBlockByNumber(number)
        return self.document().documentLayout().blockBoundingRect(block)

    def _paint_current(self) -> None:
        theme = theme_of(self)
        width = theme.metrics.ring
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(theme.colour("accent_soft"))
        ring = QPen(theme.colour("focus"), width)
        painter.setPen(ring if self.hasFocus() else QPen(Qt.PenStyle.NoPen))
        box = self._box(self._at).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        painter.drawRoundedRect(box, theme.metrics.corner, theme.metrics.corner)
        painter.end()

    def _on_self_anchor_clicked(self, address: QUrl) -> None:
        self.word_requested.emit(address.toString())
