"""What was found, one line below the other."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from collabkit.i18n import _
from collabkit.ui.search.line_painter import LinePainter
from collabkit.ui.search.state import Heading, Hit, Line, More
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.focus import NO_RING, SCROLLS_ITSELF, scroll_area_of

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()


class ResultList(QListView):
    """Headings, hits, and a line for the rest of a kind; as high as it needs to be.

    ``hit_opened(Hit)`` and ``more_wanted(kind)`` tell what was opened, ``left_upwards()`` that
    somebody goes up from the first line.
    """

    hit_opened = Signal(object)
    more_wanted = Signal(object)
    left_upwards = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Lines(self)
        self._painter = LinePainter(self)
        self.setModel(self._lines)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setProperty(NO_RING, True)  # the ring goes round one line only
        self.setProperty(SCROLLS_ITSELF, True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self._on_self_clicked)

    @property
    def lines(self) -> tuple[Line, ...]:
        """What is shown."""
        return self._lines.lines

    @property
    def current(self) -> Line | None:
        """The line that Enter opens."""
        index = self.currentIndex()
        return self._lines.lines[index.row()] if index.isValid() else None

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show ``lines``; the first that can be opened is the current one."""
        if tuple(lines) == self._lines.lines:
            return
        self._painter.forget()
        self._lines.take(tuple(lines))
        self._grow()
        self._go_to(self._next(-1, 1))

    def step(self, by: int) -> None:
        """Make the next line (or with -1 the one before) the current one, and say it."""
        row = self._next(self.currentIndex().row(), by)
        if row < 0:
            return
        self._go_to(row)
        self._show_row(row)
        announce(self, self._lines.spoken(row))

    def open_current(self) -> None:
        """Open the current line."""
        self._open(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        match event.key():
            case Qt.Key.Key_Down:
                self.step(1)
            case Qt.Key.Key_Up if self._next(row, -1) < 0:
                self.left_upwards.emit()
            case Qt.Key.Key_Up:
                self.step(-1)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter | Qt.Key.Key_Space:
                self.open_current()
            case _:
                event.ignore()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the page scrolls

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._painter.forget()
            self._grow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._painter.forget()
            self.scheduleDelayedItemsLayout()
            self._grow()

    def sizeHint(self) -> QSize:
        return QSize(theme_of(self).metrics.ems(30), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).metrics.ems(8), 0)

    def _next(self, row: int, by: int) -> int:
        """Return the next row from ``row`` that can be opened, or -1."""
        row += by
        while 0 <= row < len(self._lines.lines):
            if not isinstance(self._lines.lines[row], Heading):
                return row
            row += by
        return -1

    def _go_to(self, row: int) -> None:
        self.setCurrentIndex(self._lines.index(row) if row >= 0 else QModelIndex())

    def _show_row(self, row: int) -> None:
        """Scroll the page so that the whole line is seen, with the heading if it is the first."""
        area = scroll_area_of(self)
        inner = area.widget() if area is not None else None
        if area is None or inner is None:
            return
        first = row - 1 if row and isinstance(self._lines.lines[row - 1], Heading) else row
        heights = [self._painter.height(line) for line in self._lines.lines[: row + 1]]
        offset = self.viewport().mapTo(inner, QPoint(0, 0)).y()
        room = theme_of(self).metrics.units(1)
        top, bottom = offset + sum(heights[:first]) - room, offset + sum(heights) + room
        bar, height = area.verticalScrollBar(), area.viewport().height()
        if row == self._next(-1, 1):
            bar.setValue(0)
        elif top < bar.value():
            bar.setValue(top)
        elif bottom > bar.value() + height:
            bar.setValue(bottom - height)

    def _grow(self) -> None:
        self.setFixedHeight(sum(self._painter.height(line) for line in self._lines.lines))

    def _open(self, index: QModelIndex) -> None:
        line = self._lines.lines[index.row()] if index.isValid() else None
        if isinstance(line, Hit):
            self.hit_opened.emit(line)
        elif isinstance(line, More):
            self.more_wanted.emit(line.kind)

    def _on_self_clicked(self, index: QModelIndex) -> None:
        self._open(index)


class _Lines(QAbstractListModel):
    """The lines as Qt and screen readers ask for them."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def take(self, lines: tuple[Line, ...]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def spoken(self, row: int) -> str:
        """Return what a screen reader says of a line."""
        match self.lines[row]:
            case Hit() as hit:
                said = _("{kind}: {title}. {text}")
                return said.format(kind=hit.kind, title=hit.title.text, text=hit.text.text)
            case Heading() | More() as line:
                return line.words

    def rowCount(self, parent: _Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        roles = Qt.ItemDataRole
        if role in (roles.DisplayRole, roles.AccessibleTextRole):
            return self.spoken(index.row())
        return self.lines[index.row()] if role == roles.UserRole else None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if isinstance(self.lines[index.row()], Heading):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
