"""Draws what was found: the words that were looked for stand out by ground and underline."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from collabkit.library.matching import Span
from collabkit.ui.search.state import Heading, Hit, Line, More
from collabkit.ui.theme.metrics import TextRole
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.setting import SetText, em_of

_ABOVE_HEADING = 4.0  # units
_BELOW_HEADING = 0.5
_INSIDE = 1.2  # above and below the words of a line
_SIDE = 1.5  # at their left and right


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text of a line with the tone it is drawn in and what is marked in it."""

    text: SetText
    tone: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Setting:
    """A line whose texts are set; ``top`` and ``height`` are pixels."""

    pieces: tuple[_Piece, ...]
    top: int
    height: int


class LinePainter(QStyledItemDelegate):
    """Sets each line once for a width and a theme, and draws it."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._settings: dict[Line, _Setting] = {}

    def forget(self) -> None:
        """Set all lines anew: other lines, another width or another theme."""
        self._settings.clear()

    def height(self, line: Line) -> int:
        """Return how many pixels ``line`` needs."""
        return self._set(line).height

    def sizeHint(
        self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(self._view.viewport().width(), self.height(self._line(index)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line, theme = self._line(index), theme_of(self._view)
        m = theme.metrics
        box = QRectF(option.rect)
        setting = self._set(line)
        is_current = index.row() == self._view.currentIndex().row()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_current:
            self._paint_current(painter, box)
        elif option.state & QStyle.StateFlag.State_MouseOver and not isinstance(line, Heading):
            painter.setBrush(theme.colour("surface"))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawRoundedRect(box, m.corner, m.corner)
        left = box.left() + (0 if isinstance(line, Heading) else m.units(_SIDE))
        top = box.top() + setting.top
        for piece in setting.pieces:
            painter.setPen(theme.colour(piece.tone))
            marked = self._marked(piece)
            piece.text.layout.draw(painter, QPointF(left, top), marked)
            top += piece.text.height
        painter.restore()

    def _paint_current(self, painter: QPainter, box: QRectF) -> None:
        """Show which line Enter opens; a ring goes round it only while it has the keyboard."""
        theme = theme_of(self._view)
        m = theme.metrics
        painter.setBrush(theme.colour("surface"))
        if self._view.hasFocus():
            inset = m.ring / 2
            painter.setPen(QPen(theme.colour("focus"), m.ring))
            painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), m.corner, m.corner)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box, m.corner, m.corner)
        bar = QRectF(box.left(), box.top() + m.corner, 1.5 * m.ring, box.height() - 2 * m.corner)
        painter.setBrush(theme.colour("ink"))
        painter.drawRect(bar)

    def _line(self, index: QModelIndex | QPersistentModelIndex) -> Line:
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        return line

    def _marked(self, piece: _Piece) -> Sequence[QTextLayout.FormatRange]:
        theme = theme_of(self._view)
        ranges = []
        for span in piece.spans:
            one = QTextLayout.FormatRange()
            one.start, one.length = span.start, span.end - span.start
            look = QTextCharFormat()
            look.setBackground(theme.colour("accent_soft"))
            look.setForeground(theme.colour("ink"))
            look.setFontUnderline(True)
            one.format = look
            ranges.append(one)
        return ranges

    def _set(self, line: Line) -> _Setting:
        if line not in self._settings:
            self._settings[line] = self._made(line)
        return self._settings[line]

    def _made(self, line: Line) -> _Setting:
        m = theme_of(self._view).metrics
        match line:
            case Heading():
                pieces = [_Piece(self._text(line.words, "heading", 0), "ink")]
                top, below = m.units(_ABOVE_HEADING), m.units(_BELOW_HEADING)
            case More():
                pieces = [_Piece(self._text(line.words, "strong", _SIDE), "accent")]
                top = below = m.units(_INSIDE)
            case Hit():
                pieces = list(self._pieces(line))
                top = below = m.units(_INSIDE)
        height = top + sum(piece.text.height for piece in pieces) + below
        return _Setting(tuple(pieces), top, round(height + 0.5))

    def _pieces(self, hit: Hit) -> Sequence[_Piece]:
        pieces = [_Piece(self._text(hit.title.text, "strong", _SIDE), "ink", hit.title.spans)]
        if hit.text.text:
            text = self._text(hit.text.text, "body", _SIDE)
            pieces.append(_Piece(text, "ink", hit.text.spans))
        if hit.where:
            pieces.append(_Piece(self._text(hit.where, "note", _SIDE), "muted"))
        return pieces

    def _text(self, text: str, role: TextRole, side: float) -> SetText:
        m = theme_of(self._view).metrics
        font = m.font(role)
        em = em_of(font, self._view.logicalDpiY())
        width = self._view.viewport().width() - 2 * m.units(side)
        return SetText(text, font, width, em)
