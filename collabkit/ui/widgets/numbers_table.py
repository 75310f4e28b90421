"""A real table, quietly set, for everything that is also drawn."""

from collections.abc import Sequence
from textwrap import wrap

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from collabkit.i18n import _
from collabkit.ui.theme.metrics import Metrics
from collabkit.ui.theme.theme import theme_of

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_FIRST = 9  # ems that the first column should have
_FOLDED = 8  # characters in a line of a heading that is folded
_INDENT = "\u2003"  # before what stands in lines below the first cell of its row
_PADDING = 0.5  # ems at either side of a cell, as the style sheet has it


class NumbersTable(QTableView):
    """Rows of text and numbers; as high as its rows, so that the page scrolls and not the table.

    The first column takes the room that is left and wraps; columns named in ``numeric`` stand at
    the right. With little room headings take several lines; with less, everything of a row stands
    in lines below each other, so that nothing is hidden at the side. Arrow keys move from cell to
    cell, Ctrl+C copies what is selected (or everything) for a spreadsheet, Tab goes on.
    """

    def __init__(
        self,
        name: str,
        headings: Sequence[str],
        numeric: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._widths: dict[int, int] = {}  # of the cells in each column, as long as they stay
        self._fitted = -1  # the width that everything was laid out for; none yet, or not any more
        self._model = _Rows(tuple(headings), frozenset(numeric), self)
        self.setModel(self._model)
        self.setItemDelegate(_Cell(self))
        self.setAccessibleName(name)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setCornerButtonEnabled(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        across = self.horizontalHeader()
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        across.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def set_first_heading(self, heading: str) -> None:
        """Call the first column something else."""
        self._model.name_first(heading)

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show ``rows``, each with one text a heading."""
        self._model.take(tuple(tuple(row) for row in rows))
        self._fit_anew()

    def as_text(self) -> str:
        """Return what Ctrl+C copies: selected cells, or everything with its headings."""
        chosen = self.selectionModel().selectedIndexes()
        if len(chosen) < 2:
            return self._model.as_text()
        rows = sorted({index.row() for index in chosen})
        if self._model.is_in_lines:
            return self._model.as_text(rows)
        columns = sorted({index.column() for index in chosen})
        return self._model.as_text(rows, columns)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.as_text())
        elif event.key() == Qt.Key.Key_Escape and self.selectionModel().hasSelection():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit_anew()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_to_width()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit_to_width()

    def _fit_anew(self) -> None:
        """Fit what has changed: at once if it can be seen, or else once it has got its width."""
        self._widths.clear()
        self._fitted = -1
        if self.isVisible():
            self._fit_to_width()

    def _fit_to_width(self) -> None:
        width = self.viewport().width()
        if width == self._fitted or self._model.columnCount() == 0:
            return
        self._fitted = width
        self._model.lay_in_lines(False)
        self._share_width()
        if self.horizontalHeader().length() > width:
            self._model.lay_in_lines(True)
            self.horizontalHeader().resizeSection(0, max(width, self._longest_word()))
        self._fit_rows()

    def _share_width(self) -> None:
        """Give each column its width.

        At once, and not by Qt's own modes: these would do it later, and the rows would keep the
        heights that they needed before.
        """
        across = self.horizontalHeader()
        across.setMinimumSectionSize(self._metrics.ems(3))
        self._model.fold_headings(False)
        self._model.fold_headings(self._room_for_first() < self._metrics.ems(_FIRST))
        first = max(self._longest_word(), self._room_for_first())
        across.resizeSection(0, first)
        for column in range(1, self._model.columnCount()):
            across.resizeSection(column, self._wanted(column))

    def _longest_word(self, column: int = 0) -> int:
        """Return how wide a column has to be for its longest word."""
        cells = (
            str(self._model.index(row, column).data()) for row in range(self._model.rowCount())
        )
        words = (self.fontMetrics().horizontalAdvance(w) for cell in cells for w in cell.split())
        around = self.style().pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin) + 1
        return max(words, default=0) + 2 * (self._metrics.ems(_PADDING) + around) + 2

    def _room_for_first(self) -> int:
        """Return what the other columns leave to the first one."""
        others = range(1, self._model.columnCount())
        return self.viewport().width() - sum(map(self._wanted, others))

    def _wanted(self, column: int) -> int:
        """Return how wide a column has to be for everything in it to stand in one line."""
        across = self.horizontalHeader()
        if column not in self._widths:
            self._widths[column] = self.sizeHintForColumn(column)
        least = max(self._widths[column], across.sectionSizeHint(column))
        return max(least, across.minimumSectionSize())

    def _fit_rows(self) -> None:
        """Give the table the height of its rows."""
        self.resizeRowsToContents()
        across = self.horizontalHeader()
        height = across.sizeHint().height()
        height += sum(self.rowHeight(row) for row in range(self._model.rowCount()))
        if across.length() > self.viewport().width():  # a word that fits nowhere
            height += self.horizontalScrollBar().sizeHint().height()
        self.setFixedHeight(height + 2)

    @property
    def _metrics(self) -> Metrics:
        return theme_of(self).metrics


class _Cell(QStyledItemDelegate):
    """Knows how many lines a text really takes.

    Qt breaks lines over the whole width of a column when it works out heights, and over what the
    padding of the style sheet leaves when it draws: a text that just fitted was cut off.
    """

    def __init__(self, table: NumbersTable) -> None:
        super().__init__(table)
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        narrower = QStyleOptionViewItem(option)
        padding = 2 * theme_of(self._table).metrics.ems(_PADDING)
        narrower.rect.setWidth(max(1, option.rect.width() - padding))
        return super().sizeHint(narrower, index)


class _Rows(QAbstractTableModel):
    def __init__(self, headings: tuple[str, ...], numeric: frozenset[int], parent: QWidget) -> None:
        super().__init__(parent)
        self._headings, self._numeric = headings, numeric
        self._is_folded = False
        self.is_in_lines = False
        self._rows: tuple[tuple[str, ...], ...] = ()

    def take(self, rows: tuple[tuple[str, ...], ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def name_first(self, heading: str) -> None:
        self._headings = (heading, *self._headings[1:])
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, 0)

    def fold_headings(self, is_folded: bool) -> None:
        """Let a heading of several words take several lines, or not."""
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            last = max(0, len(self._headings) - 1)
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, last)

    def lay_in_lines(self, is_in_lines: bool) -> None:
        """Let all that a row tells stand below each other in one column, or not."""
        if is_in_lines != self.is_in_lines:
            self.beginResetModel()
            self.is_in_lines = is_in_lines
            self.endResetModel()

    def as_text(
        self, rows: Sequence[int] | None = None, columns: Sequence[int] | None = None
    ) -> str:
        columns = range(len(self._headings)) if columns is None else columns
        lines = [[self._rows[row][column] for column in columns] for row in rows or ()]
        if rows is None:
            lines = [list(self._headings), *(list(row) for row in self._rows)]
        return "\n".join("\t".join(cell.replace("\n", " ") for cell in line) for line in lines)

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        if parent.isValid():
            return 0
        return min(1, len(self._headings)) if self.is_in_lines else len(self._headings)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.DisplayRole:
            row = self._rows[index.row()]
            return self._in_lines(row) if self.is_in_lines else row[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column()) | Qt.AlignmentFlag.AlignTop
        return None

    def headerData(
        self, section: int, way: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if way != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            heading = self._headings[section]
            if self._is_folded:
                return "\n".join(wrap(heading, _FOLDED, break_long_words=False))
            return heading
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section) | Qt.AlignmentFlag.AlignBottom
        return None

    def _in_lines(self, row: tuple[str, ...]) -> str:
        further = zip(self._headings[1:], row[1:], strict=True)
        told = [_("{heading}: {value}").format(heading=h, value=v) for h, v in further if v]
        return f"\n{_INDENT}".join((row[0], *told))

    def _alignment(self, column: int) -> Qt.AlignmentFlag:
        flags = Qt.AlignmentFlag
        return flags.AlignRight if column in self._numeric else flags.AlignLeft
