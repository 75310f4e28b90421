"""Text to read at length: it can be selected and copied, and the page scrolls, not the text."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetricsF,
    QKeyEvent,
    QResizeEvent,
    QShowEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextOption,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from collabkit.ui.theme.metrics import LINE_HEIGHT, TextRole
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.focus import SCROLLS_ITSELF, scroll_area_of
from collabkit.ui.widgets.setting import em_of
from collabkit.ui.widgets.text import Tone

# The keyboard comes from elsewhere on the page. After a click, or back from another window or a
# menu, people see already what they look at.
ARRIVING = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
    Qt.FocusReason.OtherFocusReason,
)


@dataclass(frozen=True, slots=True)
class Link:
    """``text[start:end]`` of a paragraph leads to ``target``."""

    start: int
    end: int
    target: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Plain text in one type role and tone, ``above`` units below what comes before it."""

    text: str
    role: TextRole = "body"
    tone: Tone = "ink"
    above: float = 0
    links: tuple[Link, ...] = ()


class WholeText(QTextBrowser):
    """Paragraphs, as high as they need to be.

    Nothing in them is taken for markup. Arrow keys move through the text and the page follows.
    ``anchorClicked(QUrl)`` tells which link was pressed; nothing is ever opened by itself.
    """

    def __init__(
        self, name: str, paragraphs: Sequence[Paragraph] = (), parent: QWidget | None = None
    ) -> None:
        """Take the ``name`` that screen readers say and what is to be read."""
        super().__init__(parent)
        self.paragraphs: tuple[Paragraph, ...] = ()
        self._worn: Theme | None = None
        self.setAccessibleName(name)
        self.setProperty(SCROLLS_ITSELF, True)
        self.setOpenLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextBrowserInteraction
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.document().setUndoRedoEnabled(False)
        self.document().documentLayout().documentSizeChanged.connect(self._on_layout_size_changed)
        self.show_paragraphs(paragraphs)

    def show_paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Show ``paragraphs`` in place of what was there."""
        self.paragraphs = tuple(paragraphs)
        self._set()

    def show_spot(self, spot: QRectF) -> None:
        """Scroll the page so that ``spot``, in this text, is seen with a little room around it."""
        area = scroll_area_of(self)
        inner = area.widget() if area is not None else None
        if area is None or inner is None:
            return
        room = theme_of(self).metrics.units(3)
        offset = self.viewport().mapTo(inner, QPoint(0, 0)).y()
        top, bottom = offset + spot.top() - room, offset + spot.bottom() + room
        bar, height = area.verticalScrollBar(), area.viewport().height()
        if top < bar.value() or bottom - top > height:
            bar.setValue(int(top))
        elif bottom > bar.value() + height:
            bar.setValue(int(bottom) - height)

    def sizeHint(self) -> QSize:
        return QSize(theme_of(self).metrics.ems(30), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).metrics.ems(8), 0)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        # A long text takes a while: it is dressed once for each theme, and only when it is seen.
        if event.type() == QEvent.Type.StyleChange and self.isVisible():
            self._dress()

    def showEvent(self, event: QShowEvent) -> None:
        self._dress()
        super().showEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() in ARRIVING:
            self.show_spot(QRectF(self.cursorRect()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        before = self.textCursor().position()
        super().keyPressEvent(event)
        if self.textCursor().position() != before:
            self.show_spot(QRectF(self.cursorRect()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = self.createStandardContextMenu()  # without a place: links have no address to copy
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _dress(self) -> None:
        if theme_of(self) != self._worn:
            self._set()

    def _set(self) -> None:
        self._worn = theme_of(self)
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for number, paragraph in enumerate(self.paragraphs):
            self._set_paragraph(cursor, paragraph, is_first=number == 0)
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self._grow()

    def _set_paragraph(self, cursor: QTextCursor, paragraph: Paragraph, *, is_first: bool) -> None:
        theme = theme_of(self)
        plain = QTextCharFormat()
        font = theme.metrics.font(paragraph.role)
        plain.setFont(font)
        plain.setForeground(theme.colour(paragraph.tone))
        block = QTextBlockFormat()
        block.setTopMargin(0 if is_first else theme.metrics.units(paragraph.above))
        pitch = em_of(font, self.logicalDpiY()) * LINE_HEIGHT
        natural = QFontMetricsF(font, self).lineSpacing()
        block.setLineHeight(
            100 * pitch / natural, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
        )
        if is_first:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(plain)
        else:
            cursor.insertBlock(block, plain)
        at = 0
        for link in paragraph.links:
            cursor.insertText(paragraph.text[at : link.start], plain)
            linked = QTextCharFormat(plain)
            linked.setAnchor(True)
            linked.setAnchorHref(link.target)
            linked.setForeground(theme.colour("accent"))
            linked.setFontUnderline(True)
            cursor.insertText(paragraph.text[link.start : link.end], linked)
            at = link.end
        cursor.insertText(paragraph.text[at:], plain)

    def _grow(self) -> None:
        self.setFixedHeight(round(self.document().size().height() + 0.5))

    def _on_layout_size_changed(self) -> None:
        self._grow()
