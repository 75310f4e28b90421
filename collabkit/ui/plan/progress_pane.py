"""How an action goes: notes with their days, and the day to look at it again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.dates import day
from collabkit.i18n import _
from collabkit.services.plans import LONGEST_TEXT
from collabkit.ui.plan.how_far import HowFar
from collabkit.ui.plan.note_row import NoteRow
from collabkit.ui.plan.state import ActionState
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.date_field import DateField
from collabkit.ui.widgets.held import Held
from collabkit.ui.widgets.part import Part, put, show_if
from collabkit.ui.widgets.text_field import TextField


class ProgressPane(Part):
    """The notes, the oldest first, and right below them a line for the next one.

    ``noted(text)`` tells what to note, ``note_removal_requested(place)`` which note to take away,
    counted from 0. ``edited(field, value)``, ``typing(is_under_way)`` and ``close_requested()`` are
    as in ``ActionForm``; ``next_look_requested()`` takes the suggested day to look at it again.
    """

    noted = Signal(str)
    note_removal_requested = Signal(int)
    next_look_requested = Signal()
    edited = Signal(str, object)
    typing = Signal(bool)
    close_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ActionState | None = None
        self.how_far = HowFar()
        self.rows = Column(gap=1.5)
        self.note = TextField(
            _("How is it going?"),
            _("One line for the next meeting. Today's date is put before it."),
            longest=LONGEST_TEXT,
        )
        self.add_note = Button(_("Add the note"), sign="plus")
        self.review = DateField(_("Look at it again on"), asks_year=True)
        self.next_look = Button("", "quiet", "calendar")
        self.close_button = Button(_("Close"), "plain", "up", _("Close how it goes"))
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.how_far)
        self._box.addWidget(self.rows)
        self._box.addWidget(self.note)
        put(self._box, self.add_note)
        self._box.addWidget(self.review)
        put(self._box, self.next_look)
        put(self._box, self.close_button)
        self._connect()
        self.dress(theme_of(self))

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Everything that stays while notes come and go and can have the keyboard."""
        return (
            *self.how_far.controls, self.note.line, self.add_note, self.review.line,
            self.review.button, self.next_look, self.close_button,
        )  # fmt: skip

    def show_action(self, state: ActionState, *, choice: bool, end: bool) -> None:
        """Show an action; ``choice`` and ``end`` say which parts of ``HowFar`` belong here."""
        before, self._state = self._state, state
        is_other = before is None or before.id != state.id
        if is_other:
            self.note.set_text("")
            self.note.set_fault("")
        self.how_far.show_action(state, choice=choice, end=end)
        self._show_notes(state, before)
        review = state.action.review
        if is_other or review != self.review.value:
            self.review.set_date(review)
        show_if(self.review, state.action.is_open)
        self.next_look.set_words(
            _("In three months: {day}").format(day=day(state.life.next_look)),
            _("Look at it again in three months: {day}").format(day=day(state.life.next_look)),
        )
        show_if(self.next_look, state.action.is_open and review != state.life.next_look)

    def flush(self) -> None:
        """Tell at once what was typed; a line that was not added yet is added."""
        self.how_far.flush()
        self.review.flush()
        if self.note.text.strip():
            self._on_add_note()
        self._typed.flush()

    def focus_note(self, place: int) -> None:
        """Give the keyboard to what has taken the place of a note, or to the line below."""
        rows = self.rows.parts
        near = rows[min(place, len(rows) - 1)] if rows else None
        target = near.remove if isinstance(near, NoteRow) else self.note.line
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def dress(self, theme: Theme) -> None:
        self._box.setContentsMargins(0, theme.metrics.units(1), 0, 0)
        self._box.setSpacing(theme.metrics.units(1))

    def _connect(self) -> None:
        self._typed = Held(self)
        self._typed.released.connect(self._on_typed_released)
        self.how_far.edited.connect(self.edited)
        self.how_far.typing.connect(self.typing)
        self.review.edited.connect(self._on_review_edited)
        self.note.entered.connect(self._on_add_note)
        self.add_note.clicked.connect(self._on_add_note_clicked)
        self.next_look.clicked.connect(self.next_look_requested)
        self.close_button.clicked.connect(self.close_requested)
        self.review.line.textEdited.connect(self._on_typing)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_requested)

    def _show_notes(self, state: ActionState, before: ActionState | None) -> None:
        if before is not None and before.id == state.id and before.life.notes == state.life.notes:
            return
        rows = [NoteRow(n, *note) for n, note in enumerate(state.life.notes)]
        for row in rows:
            row.removal_requested.connect(self.note_removal_requested)
        self.rows.fill(*rows)

    def _on_add_note_clicked(self) -> None:
        if not self.note.text.strip():
            self.note.set_fault(_("Please write a line first."))
        self._on_add_note()
        self.note.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add_note(self) -> None:
        text = self.note.text.strip()
        if text:
            self.note.set_fault("")
            self.note.set_text("")
            self.noted.emit(text)

    def _on_review_edited(self, value: object) -> None:
        self.edited.emit("review", value)

    def _on_typing(self) -> None:
        self._typed.take("")
        self.typing.emit(True)

    def _on_typed_released(self, _text: str) -> None:
        self.typing.emit(False)
