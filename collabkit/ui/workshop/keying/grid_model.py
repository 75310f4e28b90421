"""The sheets as a table: a row a sheet, a column a statement."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from collabkit.i18n import _
from collabkit.room.batch import BLANK, Batch, Cell
from collabkit.ui.workshop.keying.marks import mark_of

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole


class GridModel(QAbstractTableModel):
    """What was keyed in so far; every sheet that is still to come has its empty row.

    Masked, it tells only where something was keyed in, to screen readers too.
    """

    def __init__(self) -> None:
        super().__init__()
        self._batch: Batch | None = None
        self._rows = 0
        self.is_masked = False

    @property
    def batch(self) -> Batch | None:
        """What is shown."""
        return self._batch

    def show_batch(self, batch: Batch, *, is_masked: bool) -> None:
        """Show ``batch``."""
        rows = max(batch.wanted, len(batch.shown))
        before = self._batch
        if before is None or before.columns != batch.columns or self._rows != rows:
            self.beginResetModel()
            self._batch, self._rows, self.is_masked = batch, rows, is_masked
            self.endResetModel()
            return
        is_other_look = is_masked != self.is_masked
        changed = range(rows) if is_other_look else _changed_rows(before, batch, rows)
        self._batch, self.is_masked = batch, is_masked
        for row in changed:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(batch.columns) - 1))

    def words(self, at: Cell) -> str:
        """Return what screen readers say of a cell, such as “Sheet 2, statement 3: blank”."""
        if self._batch is None:
            return ""
        return _("Sheet {sheet}, statement {statement}: {value}").format(
            sheet=at.sheet + 1, statement=at.column + 1, value=self._value(self._batch, at)
        )

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() or self._batch is None else len(self._batch.columns)

    def data(self, index: _Index, role: int = _Role.DisplayRole) -> object:
        if self._batch is None or not index.isValid():
            return None
        at = Cell(index.row(), index.column())
        if role in (_Role.AccessibleTextRole, _Role.AccessibleDescriptionRole):
            return self.words(at) if role == _Role.AccessibleTextRole else ""
        if role == _Role.DisplayRole and not self.is_masked:
            return mark_of(self._batch, at)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole
    ) -> object:
        if role not in (_Role.DisplayRole, _Role.AccessibleTextRole):
            return None
        if orientation is Qt.Orientation.Vertical:
            return _("Sheet {number}").format(number=section + 1)
        if role == _Role.AccessibleTextRole:
            return _("Statement {number}").format(number=section + 1)
        return str(section + 1)

    def _value(self, batch: Batch, at: Cell) -> str:
        if batch.columns[at.column].is_closed:
            return _("voted on already")
        code = batch.value(at)
        if code is None:
            return _("not keyed in")
        if self.is_masked:
            return _("keyed in")
        if code == BLANK:
            return _("blank")
        choice = next(c for c in batch.columns[at.column].choices if c.code == code)
        return choice.name if choice.name == choice.mark else f"{choice.mark}, {choice.name}"


def _changed_rows(before: Batch, batch: Batch, rows: int) -> Sequence[int]:
    """Return the sheets that look different by now."""
    old, new = before.shown, batch.shown
    here = (before.cursor.sheet, batch.cursor.sheet)
    return [row for row in range(rows) if row in here or old[row : row + 1] != new[row : row + 1]]
