"""The grid into which sheets are keyed."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from collabkit.i18n import _
from collabkit.room.batch import BLANK, Batch, Cell
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.focus import SCROLLS_ITSELF
from collabkit.ui.workshop.keying.grid_model import GridModel
from collabkit.ui.workshop.keying.sheet_names import SheetNames
from collabkit.ui.workshop.modifiers import is_modified

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class SheetGrid(QTableView):
    """Sheets as rows, statements as columns; every key goes to whoever listens.

    ``key_given(text)`` carries a letter, a figure or a space, ``step_wanted(down, across)`` an
    arrow, ``cell_picked(Cell)`` a press of the mouse.
    """

    key_given = Signal(str)
    entered_sheet = Signal()
    taken_back = Signal()
    step_wanted = Signal(int, int)
    cell_picked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows_seen = 6
        self._model = GridModel()
        self.setModel(self._model)
        self.setItemDelegate(_Cell(self))
        self.setAccessibleName(_("Sheets"))
        self.setAccessibleDescription(
            _("Key in one answer after the other. Enter goes on to the next sheet.")
        )
        self.setProperty(SCROLLS_ITSELF, True)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for corner in self.findChildren(QAbstractButton):
            corner.setAccessibleName(_("Sheets"))
        self._names = SheetNames(self)
        self.setVerticalHeader(self._names)
        across = self.horizontalHeader()
        across.setSectionsClickable(False)
        across.setHighlightSections(False)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fit()

    def show_batch(self, batch: Batch, *, is_masked: bool) -> None:
        """Show ``batch`` with its cursor in sight."""
        rows = self._model.rowCount()
        self._model.show_batch(batch, is_masked=is_masked)
        if rows != self._model.rowCount():
            self._fit()
        at = batch.cursor
        column = min(at.column, len(batch.columns) - 1)
        index = self._model.index(min(at.sheet, self._model.rowCount() - 1), column)
        self._names.mark(at.sheet)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def words(self, at: Cell) -> str:
        """Return what screen readers say of a cell."""
        return self._model.words(at)

    def say(self, sentence: str) -> None:
        """Let a screen reader say ``sentence`` at once."""
        announce(self, sentence, urgent=True)

    def set_rows_seen(self, rows: int) -> None:
        """Be as high as ``rows`` sheets, if there are as many; the others are scrolled to."""
        if rows != self._rows_seen:
            self._rows_seen = rows
            self._fit()

    @property
    def row_height(self) -> int:
        """The height of one sheet."""
        return theme_of(self).metrics.target

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() in _ENTER:
            self.entered_sheet.emit()
        elif event.key() == Qt.Key.Key_Backspace:
            self.taken_back.emit()
        elif event.key() in _STEPS:
            self.step_wanted.emit(*_STEPS[Qt.Key(event.key())])
        elif text and text.isprintable() and not is_modified(event):
            self.key_given.emit(text)
        else:
            event.ignore()  # the page and the window have keys too

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.cell_picked.emit(Cell(index.row(), index.column()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        m = theme_of(self).metrics
        across, down = self.horizontalHeader(), self.verticalHeader()
        self.setFont(m.font("body"))
        down.setDefaultSectionSize(self.row_height)
        names = QFontMetrics(m.font("strong"))
        longest = str(self._model.headerData(self._model.rowCount() - 1, Qt.Orientation.Vertical))
        down.setFixedWidth(names.horizontalAdvance(longest) + m.ems(0.8))
        columns = max(1, self._model.columnCount())
        room = self.viewport().width() // columns
        across.setDefaultSectionSize(min(max(m.target, room), m.ems(4)))
        for column in range(columns):
            across.resizeSection(column, across.defaultSectionSize())
        rows = min(self._rows_seen, max(1, self._model.rowCount()))
        bar = self.horizontalScrollBar()
        wide = across.length() > self.viewport().width()
        below = bar.sizeHint().height() if wide else 0
        self.setFixedHeight(across.sizeHint().height() + rows * self.row_height + below + 2)


class _Cell(QStyledItemDelegate):
    """Draws a cell: its value, and clearly where one is."""

    def __init__(self, grid: SheetGrid) -> None:
        super().__init__(grid)
        self._grid = grid

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = self._grid.model()
        if not isinstance(model, GridModel) or model.batch is None:
            return
        batch, at = model.batch, Cell(index.row(), index.column())
        theme = theme_of(self._grid)
        m = theme.metrics
        box = QRectF(option.rect).adjusted(2, 2, -2, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_here = at == batch.cursor
        if batch.columns[at.column].is_closed:
            painter.setPen(QPen(theme.colour("edge"), m.hair))
            dash = QPointF(m.em * 0.3, 0)
            painter.drawLine(box.center() - dash, box.center() + dash)
            painter.restore()
            return
        width = 3 * m.hair if is_here else m.hair
        edge = "accent" if is_here else "edge" if batch.value(at) is not None else "line"
        painter.setPen(QPen(theme.colour(edge), width))
        painter.setBrush(theme.colour("accent_soft" if is_here else "surface"))
        inset = width / 2
        corner = m.corner * 0.7
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), corner, corner)
        self._paint_value(painter, box, batch, at, model)
        painter.restore()

    def _paint_value(
        self, painter: QPainter, box: QRectF, batch: Batch, at: Cell, model: GridModel
    ) -> None:
        theme = theme_of(self._grid)
        m = theme.metrics
        code = batch.value(at)
        if code is None:
            return
        if model.is_masked:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("ink"))
            painter.drawEllipse(box.center(), m.em * 0.22, m.em * 0.22)
            return
        words = str(model.index(at.sheet, at.column).data() or "")
        painter.setFont(m.font("note" if code == BLANK else "lead"))
        painter.setPen(theme.colour("muted" if code == BLANK else "ink"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
