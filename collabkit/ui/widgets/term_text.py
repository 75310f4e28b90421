"""A text whose difficult words explain themselves."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextLine,
)
from PySide6.QtWidgets import QPushButton, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.metrics import TextRole
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.popover import Popover
from collabkit.ui.widgets.text import Text, Tone

if TYPE_CHECKING:
    from collabkit.library.glossary import TermSpan


class TermText(Text):
    """Plain text with dotted lines under the terms that the glossary explains.

    Each term can be reached by Tab and pointed at; then its meaning floats beside it until the
    keyboard or the pointer moves on, or Esc is pressed.
    """

    def __init__(
        self,
        text: str = "",
        spans: Sequence["TermSpan"] = (),
        role: TextRole = "body",
        tone: Tone = "ink",
        parent: QWidget | None = None,
    ) -> None:
        self.terms: list[_Term] = []
        self._popover: Popover | None = None
        self._explained: _Term | None = None
        super().__init__(text, role, tone, parent)
        self.show_text(text, spans)

    def show_text(self, text: str, spans: Sequence["TermSpan"] = ()) -> None:
        """Show ``text`` and let it explain ``spans``."""
        self.close_popover()
        for term in self.terms:
            term.hide()
            term.deleteLater()
        self.terms = [_Term(self, span) for span in spans]
        for term in self.terms:
            term.wanted.connect(self._on_term_wanted)
            term.done_with.connect(self.close_popover)
            term.setVisible(True)
        self.setText(text)
        self._place_terms()

    def close_popover(self) -> None:
        """Close the explanation, if one is open."""
        if self._popover is not None:
            self._popover.hide()
            self._popover.deleteLater()
            self._popover = self._explained = None

    @property
    def explanation(self) -> str:
        """The meaning that is shown just now, or nothing."""
        return self._popover.meaning.text() if self._popover is not None else ""

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._place_terms()

    def hideEvent(self, event: QEvent) -> None:
        self.close_popover()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_terms()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        theme = theme_of(self)
        painter = QPainter(self)
        pen = QPen(theme.colour("accent"), max(1.5, theme.metrics.em * 0.11))
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.1, 2])
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(pen)
        for term in self.terms:
            for box in self._boxes(term.span):
                painter.drawLine(box.bottomLeft(), box.bottomRight())

    def _place_terms(self) -> None:
        for term in self.terms:
            boxes = self._boxes(term.span)
            if boxes:
                term.setGeometry(boxes[0].adjusted(-1, 0, 1, 2))
        self._place_popover()

    def _boxes(self, span: "TermSpan") -> list[QRect]:
        """Return one box a line over which the span runs."""
        layout = self.lines_at(self.width()).layout
        boxes = []
        for number in range(layout.lineCount()):
            line = layout.lineAt(number)
            start = max(span.start, line.textStart())
            end = min(span.end, line.textStart() + line.textLength())
            if start >= end:
                continue
            left, right = _edge(line, start), _edge(line, end)
            top = line.y()
            bottom = top + line.ascent() + line.descent() * 0.75
            boxes.append(QRect(round(left), round(top), round(right - left), round(bottom - top)))
        return boxes

    def _on_term_wanted(self, term: "_Term") -> None:
        self.close_popover()
        self._popover, self._explained = Popover(self.window()), term
        self._place_popover()

    def _place_popover(self) -> None:
        term = self._explained
        if self._popover is None or term is None:
            return
        corner = term.mapTo(self.window(), QPoint(0, 0))
        self._popover.explain(
            term.span.term.name, term.span.term.meaning, QRect(corner, term.size())
        )


def _edge(line: QTextLine, position: int) -> float:
    """Return where the character at ``position`` begins; Qt answers with a pair."""
    edge, _position = cast(tuple[float, int], line.cursorToX(position))
    return edge


class _Term(QPushButton):
    """Lies over a term so that keyboard, pointer and screen reader find it; draws nothing."""

    wanted = Signal(object)
    done_with = Signal()

    def __init__(self, parent: QWidget, span: "TermSpan") -> None:
        super().__init__(parent)
        self.span = span
        self.setAutoDefault(False)
        self.setAccessibleName(span.term.name)
        self.setAccessibleDescription(_("Means: {meaning}").format(meaning=span.term.meaning))
        self.setCursor(Qt.CursorShape.WhatsThisCursor)
        self.clicked.connect(self._on_self_clicked)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # A moment later: what has just got the keyboard may still be scrolling into view.
        QTimer.singleShot(0, self, self._on_focus_settled)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.done_with.emit()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.wanted.emit(self)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.done_with.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done_with.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        pass

    def _on_focus_settled(self) -> None:
        if self.hasFocus():
            self.wanted.emit(self)

    def _on_self_clicked(self) -> None:
        self.wanted.emit(self)
