"""Everything about one action that people can write down."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.assessments.meanings import kind_meaning
from collabkit.assessments.names import kind_name
from collabkit.assessments.pack import ActionKind
from collabkit.i18n import _
from collabkit.services.plans import LONGEST_TEXT
from collabkit.ui.plan.also_answers import AlsoAnswers
from collabkit.ui.plan.state import ActionState
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.beside import Beside
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.date_field import DateField
from collabkit.ui.widgets.held import Held
from collabkit.ui.widgets.part import Part, put, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_box import TextBox
from collabkit.ui.widgets.text_field import TextField

_BESIDE = 30  # ems


def kind_choice() -> Choice:
    """Return the question of which kind an action is, each kind with its meaning."""
    options = [
        (kind, _("{kind}: {meaning}").format(kind=kind_name(kind), meaning=kind_meaning(kind)))
        for kind in ActionKind
    ]
    return Choice(_("What kind of action is it?"), options)


class ActionForm(Part):
    """The fields of one action, those first that get it done.

    ``edited(field, value)`` tells what a person wrote or chose, by the name of the field of a
    ``PlanAction``; ``typing(is_under_way)`` that something is being typed, or has been told by
    now; ``close_requested()`` comes from the button at the end and from Esc.
    """

    edited = Signal(str, object)
    typing = Signal(bool)
    close_requested = Signal()
    results_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state: ActionState | None = None
        self.owner = TextField(_("Who does it"), longest=LONGEST_TEXT)
        self.due = DateField(_("By when"), asks_year=True)
        self.first_step = TextField(_("The first step"), longest=LONGEST_TEXT)
        self.sign = TextBox(_("How we will know"), lines=2, longest=LONGEST_TEXT)
        self.text = TextBox(_("What we will do"), lines=2, longest=LONGEST_TEXT)
        self.kind = kind_choice()
        self.why = TextBox(_("Why"), lines=2, longest=LONGEST_TEXT)
        self.origin_label = Text(_("Why"), "strong")
        self.origin = Text()
        self.results = Button(_("See the results"), "quiet", "next", sign_after=True)
        self.also = AlsoAnswers()
        self.close_button = Button(_("Close"), "plain", "up", _("Close the details"))
        self._box = QVBoxLayout(self)
        self._box.addWidget(Beside(self.owner, self.due, from_ems=_BESIDE))
        for part in (self.first_step, self.sign, self.text, self.kind, self.why):
            self._box.addWidget(part)
        self._box.addWidget(self.origin_label)
        self._box.addWidget(self.origin)
        put(self._box, self.results)
        self._box.addWidget(self.also)
        put(self._box, self.close_button)
        self._connect()
        self.dress(theme_of(self))

    def _connect(self) -> None:
        self.owner.edited.connect(self._on_owner_edited)
        self.due.edited.connect(self._on_due_edited)
        self.first_step.edited.connect(self._on_first_step_edited)
        self.sign.edited.connect(self._on_sign_edited)
        self.text.edited.connect(self._on_text_edited)
        self.kind.chosen.connect(self._on_kind_chosen)
        self.why.edited.connect(self._on_why_edited)
        # The fields hold back what is typed for as long as this does.
        self._typed = Held(self)
        self._typed.released.connect(self._on_typed_released)
        for line in (self.owner.line, self.due.line, self.first_step.line):
            line.textEdited.connect(self._on_typing)
        for box in (self.sign.edit, self.text.edit, self.why.edit):
            box.textChanged.connect(self._on_typing)
        self.also.changed.connect(self._on_also_changed)
        self.results.clicked.connect(self.results_requested)
        self.close_button.clicked.connect(self.close_requested)
        escape = QShortcut(QKeySequence("Esc"), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.close_requested)

    def show_action(self, state: ActionState) -> None:
        """Show an action; what a person is typing is left alone if it is the same one."""
        before, action = self._state, state.action
        self._state = state
        self.owner.set_text(action.owner)
        if before is None or before.id != state.id or action.due != self.due.value:
            self.due.set_date(action.due)
        self.first_step.set_text(action.first_step)
        self.sign.set_text(action.how_we_will_know)
        if before is None or before.action.text != action.text or before.id != state.id:
            self.text.set_text(action.text)
            self.text.set_fault("")
        self.kind.set_code(action.kind)
        self.why.set_text(action.why)
        show_if(self.why, not state.origin)
        for part in (self.origin_label, self.origin, self.results):
            show_if(part, bool(state.origin))
        self.origin.setText(action.why or state.origin)
        if before is not None and before.id != state.id:
            self.also.set_open(False)
        self.also.show_options(state.answerable)
        show_if(self.also, bool(state.answerable))

    def flush(self) -> None:
        """Tell at once what was typed; without words, the action keeps those it had."""
        for field in (self.owner, self.due, self.first_step, self.sign, self.text, self.why):
            field.flush()
        if not self.text.text.strip() and self._state is not None:
            self.text.set_text(self._state.action.text)
            self.text.set_fault("")
        self._typed.flush()

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Everything that can have the keyboard, from top to bottom."""
        return (
            self.owner.line, self.due.line, self.due.button, self.first_step.line, self.sign.edit,
            self.text.edit, *self.kind.radios, self.why.edit, self.results, self.also.header,
            self.close_button,
        )  # fmt: skip

    def first_gap(self) -> QWidget:
        """Return the day if it has passed, or the first empty field of those that get it done."""
        if self._state is not None and self._state.overdue:
            return self.due.line
        for field in (self.owner.line, self.due.line, self.first_step.line):
            if not field.text():
                return field
        return self.owner.line

    def dress(self, theme: Theme) -> None:
        self._box.setContentsMargins(0, theme.metrics.units(1), 0, 0)
        self._box.setSpacing(theme.metrics.units(1))

    def _on_typing(self) -> None:
        self._typed.take("")
        self.typing.emit(True)

    def _on_typed_released(self, _text: str) -> None:
        self.typing.emit(False)

    def _on_owner_edited(self, text: str) -> None:
        self.edited.emit("owner", text)

    def _on_due_edited(self, value: object) -> None:
        self.edited.emit("due", value)

    def _on_first_step_edited(self, text: str) -> None:
        self.edited.emit("first_step", text)

    def _on_sign_edited(self, text: str) -> None:
        self.edited.emit("how_we_will_know", text)

    def _on_text_edited(self, text: str) -> None:
        if text.strip():
            self.text.set_fault("")
            self.edited.emit("text", text)
        else:
            self.text.set_fault(_("Please say in a few words what you will do."))

    def _on_kind_chosen(self, code: str) -> None:
        self.edited.emit("kind", ActionKind(code))

    def _on_why_edited(self, text: str) -> None:
        self.edited.emit("why", text)

    def _on_also_changed(self, item_ids: object) -> None:
        self.edited.emit("also", item_ids)
