"""How far an action is, by one press, and what is said at its end."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.plans.names import status_name
from collabkit.plans.plan import Status
from collabkit.plans.progress import CLOSED
from collabkit.services.plans import LONGEST_TEXT
from collabkit.ui.plan.state import ActionState
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.held import Held
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text_box import TextBox


class HowFar(Part):
    """The four states side by side. Once done or dropped, it asks in place what there is to say.

    ``edited(field, value)`` tells what a person chose or wrote, by the name of the field of a
    ``PlanAction``; ``typing(is_under_way)`` that something is being typed, or has been told.
    """

    edited = Signal(str, object)
    typing = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        statuses = [(status, status_name(status)) for status in Status]
        self.choice = Choice("", statuses, side_by_side=True)
        self.because = TextBox(
            _("Why is it dropped?"),
            _("A few words help those who ask later. It may stay empty."),
            lines=1,
            longest=LONGEST_TEXT,
        )
        self.learned = TextBox(
            _("What did we learn?"), _("It may stay empty."), lines=1, longest=LONGEST_TEXT
        )
        self._box = QVBoxLayout(self)
        self._typed = Held(self)
        self._typed.released.connect(self._on_typed_released)
        self.choice.chosen.connect(self._on_choice_chosen)
        self._box.addWidget(self.choice)
        for field in (self.because, self.learned):
            field.edit.textChanged.connect(self._on_typing)
            self._box.addWidget(field)
        self.because.edited.connect(self._on_because_edited)
        self.learned.edited.connect(self._on_learned_edited)
        self.dress(theme_of(self))

    @property
    def controls(self) -> tuple[QWidget, ...]:
        """Everything that can have the keyboard, from top to bottom."""
        return (*self.choice.radios, self.because.edit, self.learned.edit)

    def show_action(self, state: ActionState, *, choice: bool = True, end: bool = True) -> None:
        """Show an action; without ``choice`` or ``end``, that part is seen elsewhere."""
        action = state.action
        self.choice.setAccessibleName(_("How far it is: {action}").format(action=action.text))
        self.choice.set_code(action.status)
        self.because.set_text(action.dropped_because)
        self.learned.set_text(action.learned)
        ends = end and action.status in CLOSED
        show_if(self.choice, choice)
        show_if(self.because, ends and action.status is Status.DROPPED)
        show_if(self.learned, ends)
        show_if(self, choice or ends)

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.because.flush()
        self.learned.flush()
        self._typed.flush()

    def dress(self, theme: Theme) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(theme.metrics.units(0.5))

    def _on_choice_chosen(self, code: str) -> None:
        self.edited.emit("status", Status(code))

    def _on_because_edited(self, text: str) -> None:
        self.edited.emit("dropped_because", text)

    def _on_learned_edited(self, text: str) -> None:
        self.edited.emit("learned", text)

    def _on_typing(self) -> None:
        self._typed.take("")
        self.typing.emit(True)

    def _on_typed_released(self, _text: str) -> None:
        self.typing.emit(False)
