"""The chosen statements in the order of the room."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collabkit.assessments.pack import Pack
from collabkit.i18n import _
from collabkit.ui.new_assessment.own_choice import words_of
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.one_stop import let_tab_stop_at
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text

_ARROWS = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


class ChosenList(Column):
    """A row a statement with three buttons: up, down, leave out.

    Tab visits the list once; in it the arrow keys go from button to button, Alt with up and down
    moves the statement, Delete leaves it out. ``moved(item_id, step)``, ``dropped(item_id)``.
    """

    moved = Signal(str, int)
    dropped = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=1)
        self._pack: Pack | None = None
        self._rows: dict[str, ChosenRow] = {}
        self._order: tuple[str, ...] = ()

    @property
    def rows(self) -> list["ChosenRow"]:
        """The rows in their order."""
        return [self._rows[item_id] for item_id in self._order]

    def show_statements(self, pack: Pack, statements: Sequence[str]) -> None:
        """Show ``statements``, ids of ``pack``, in this order."""
        if pack is not self._pack:
            self._pack, self._rows, self._order = pack, {}, ()
        if tuple(statements) == self._order:
            return
        at = next((n for n, row in enumerate(self.rows) if row.has_keyboard), None)
        focused = self._order[at] if at is not None else ""
        self._order = tuple(statements)
        self._rows = {
            item_id: self._rows.get(item_id) or self._row(pack, item_id) for item_id in statements
        }
        for number, row in enumerate(self.rows, 1):
            row.show_place(number, len(self.rows))
        self.fill(*self.rows)
        if at is not None and focused not in self._rows and self.rows:
            self.rows[min(at, len(self.rows) - 1)].drop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._let_tab_stop()

    def _row(self, pack: Pack, item_id: str) -> "ChosenRow":
        item = pack.item(item_id)
        row = ChosenRow(item_id, words_of(item), pack.section(item.section).name)
        row.move_wanted.connect(self._on_row_move_wanted)
        row.drop_wanted.connect(self.dropped)
        row.stepped.connect(self._on_row_stepped)
        return row

    def _let_tab_stop(self) -> None:
        buttons = [button for row in self.rows for button in row.buttons]
        focused = next((button for button in buttons if button.hasFocus()), None)
        usable = next((button for button in buttons if button.isEnabled()), None)
        let_tab_stop_at(focused or usable, buttons)

    def _on_row_move_wanted(self, item_id: str, step: int) -> None:
        at = self._order.index(item_id)
        if not 0 <= at + step < len(self._order):
            return
        self.moved.emit(item_id, step)
        row = self._rows.get(item_id)
        if row is not None:
            place = _("Statement {number} of {total}")
            number = self._order.index(item_id) + 1
            announce(row, place.format(number=number, total=len(self._order)))

    def _on_row_stepped(self, item_id: str, down: int, across: int) -> None:
        at = self._order.index(item_id) + down
        if not 0 <= at < len(self._order):
            return
        buttons = self._rows[item_id].buttons
        column = next((n for n, button in enumerate(buttons) if button.hasFocus()), 0) + across
        if 0 <= column < len(buttons):
            self.rows[at].focus_column(column)
            self._let_tab_stop()


class ChosenRow(Part):
    """One statement, its place, and what can be done with it."""

    move_wanted = Signal(str, int)
    drop_wanted = Signal(str)
    stepped = Signal(str, int, int)  # item, rows down, buttons across

    def __init__(self, item_id: str, statement: str, section: str) -> None:
        super().__init__()
        self._item_id, self._statement = item_id, statement
        self._number = Text("", "strong", alignment=Qt.AlignmentFlag.AlignRight)
        self.words = Text(statement)
        self._section = Text(section, "note", "muted")
        self.up = Button("", "quiet", "up", _("Move up: {words}").format(words=statement))
        self.down = Button("", "quiet", "down", _("Move down: {words}").format(words=statement))
        self.drop = Button("", "quiet", "cross", _("Leave out: {words}").format(words=statement))
        self.up.setToolTip(_("Move up"))
        self.down.setToolTip(_("Move down"))
        self.drop.setToolTip(_("Leave out"))
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self.drop.clicked.connect(self._on_drop_clicked)
        self._texts = QVBoxLayout()
        self._texts.addWidget(self.words)
        self._texts.addWidget(self._section)
        self._box = QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._place = QVBoxLayout()
        self._place.addWidget(self._number)
        self._place.addStretch(1)
        self._box.addLayout(self._place)
        self._box.addLayout(self._texts, 1)
        for button in self.buttons:
            button.installEventFilter(self)
            self._box.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.dress(theme_of(self))

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Up, down, leave out."""
        return self.up, self.down, self.drop

    @property
    def has_keyboard(self) -> bool:
        """Whether one of the buttons has it."""
        return any(button.hasFocus() for button in self.buttons)

    def show_place(self, number: int, total: int) -> None:
        """Stand at ``number`` of ``total``; at either end one cannot go further."""
        self._number.setText(str(number))
        name = _("Statement {number}: {words}").format(number=number, words=self._statement)
        self.setAccessibleName(name)
        is_first, is_last = number == 1, number == total
        if (is_first and self.up.hasFocus()) or (is_last and self.down.hasFocus()):
            other: QWidget = self.drop if total == 1 else self.down if is_first else self.up
            other.setEnabled(True)
            other.setFocus(Qt.FocusReason.OtherFocusReason)
        self.up.setEnabled(not is_first)
        self.down.setEnabled(not is_last)

    def focus_column(self, column: int) -> None:
        """Give the keyboard to a button, or to the next one that can be pressed."""
        for button in (*self.buttons[column:], *reversed(self.buttons[:column])):
            if button.isEnabled():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self._box.setSpacing(m.units(1))
        self._texts.setSpacing(0)
        self._texts.setContentsMargins(0, m.ems(0.35), 0, 0)
        self._number.setFixedWidth(m.ems(1.6))
        self._place.setContentsMargins(0, m.ems(0.35), 0, 0)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Delete:
            self.drop_wanted.emit(self._item_id)
        elif arrow is None:
            return False
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if not arrow[0]:
                return False  # Alt with left goes back
            self.move_wanted.emit(self._item_id, arrow[0])
        else:
            self.stepped.emit(self._item_id, *arrow)
        return True

    def _on_up_clicked(self) -> None:
        self.move_wanted.emit(self._item_id, -1)

    def _on_down_clicked(self) -> None:
        self.move_wanted.emit(self._item_id, 1)

    def _on_drop_clicked(self) -> None:
        self.drop_wanted.emit(self._item_id)
