"""One action: what, who and by when at a glance; opened, everything about it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.plans.plan import Slot
from collabkit.ui.plan.action_form import ActionForm
from collabkit.ui.plan.place_mark import PlaceMark
from collabkit.ui.plan.state import ActionState
from collabkit.ui.plan.summary import ActionSummary
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.fold import FoldHeader
from collabkit.ui.widgets.part import show_if

# Places among the controls of a card.
OPEN, CHANGE_SLOT, MOVE_UP, MOVE_DOWN, REMOVE = range(5)


class ActionCard(Card):
    """Stands for one action after another; the list gives it another one when the order changes.

    The signals begin with the id of the action: ``moved(id, by)``, ``slot_change_requested(id)``
    (park, or do now), ``removal_requested(id)``, ``edited(id, {field: value})``,
    ``results_requested(id)`` and ``toggled(id, open)``. Only ``typing(is_under_way)`` is about
    any action.
    """

    moved = Signal(str, int)
    slot_change_requested = Signal(str)
    removal_requested = Signal(str)
    edited = Signal(str, object)  # a dict would become Qt's own, and what is in it plain text
    typing = Signal(bool)
    results_requested = Signal(str)
    toggled = Signal(str, bool)

    def __init__(self, slot: Slot, parent: QWidget | None = None) -> None:
        self._acts = Flow()
        self._beside_mark = QVBoxLayout()
        self._head = QHBoxLayout()
        super().__init__(parent=parent)
        is_now = slot is Slot.NOW
        self._state: ActionState | None = None
        self.form: ActionForm | None = None
        self.mark = PlaceMark()
        self.summary = ActionSummary(slot)
        self.opener = FoldHeader(_("Who, when and how"))
        self.change_slot = Button(_("Park"), "quiet") if is_now else Button(_("Do now"))
        self.up = Button("", "quiet", "up", _("Move up"))
        self.down = Button("", "quiet", "down", _("Move down"))
        self.remove = Button("", "quiet", "bin", _("Remove"))
        for act in (self.opener, self.change_slot, self.up, self.down, self.remove):
            self._acts.addWidget(act)
        self._head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self._beside_mark.addWidget(self.summary)
        self._beside_mark.addLayout(self._acts)
        self._head.addLayout(self._beside_mark, 1)
        self.add(self._head)
        self._connect()

    @property
    def action_id(self) -> str:
        """The id of the action that it stands for."""
        return self._state.id if self._state is not None else ""

    @property
    def is_open(self) -> bool:
        """Whether the details are shown."""
        return self.opener.is_open

    @property
    def whereabouts(self) -> str:
        """Where the action stands in its list, for whoever hears the page."""
        if self._state is None:
            return ""
        return _("{place} of {count}").format(place=self._state.place, count=self._state.count)

    @property
    def control_with_focus(self) -> int | None:
        """The place among the controls of what has the keyboard; ``None`` if it is elsewhere."""
        places = (n for n, control in enumerate(self._controls) if control.hasFocus())
        return next(places, None)

    def focus_control(self, place: int) -> None:
        """Give the keyboard to a control, or to one beside it if that cannot be pressed."""
        controls = self._controls
        control = controls[place] if place < len(controls) else self.opener
        if not control.isEnabled():
            control = self.down if control is self.up else self.up
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_action(self, state: ActionState, is_open: bool) -> None:
        """Stand for an action, with its details open or closed."""
        self._state = state
        self.mark.show_action(state)
        self.up.setEnabled(state.place > 1)
        self.down.setEnabled(state.place < state.count)
        for move in (self.up, self.down):
            show_if(move, state.count > 1)
        self._name_everything(state)
        self.set_open(is_open)

    def set_open(self, is_open: bool) -> None:
        """Open or close the details; nobody is told."""
        self.opener.set_open(is_open)
        self.opener.setAccessibleDescription(
            _("Open. Closes the details.") if is_open else _("Closed. Opens the details.")
        )
        if self._state is not None:
            self.summary.show_action(self._state, beside_fields=is_open)
        if is_open and self.form is None:
            self.form = ActionForm()
            self.form.edited.connect(self._on_form_edited)
            self.form.typing.connect(self.typing)
            self.form.close_requested.connect(self._on_form_close_requested)
            self.form.results_requested.connect(self._on_form_results_requested)
            self.add(self.form)
        if self.form is not None:
            if self._state is not None:
                self.form.show_action(self._state)
            show_if(self.form, is_open)

    def flush(self) -> None:
        """Tell at once what was typed."""
        if self.form is not None and self.is_open:
            self.form.flush()

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        m = theme.metrics
        self._head.setSpacing(m.units(2))
        self._beside_mark.setSpacing(m.units(1.2))
        self._acts.setSpacing(m.units(1))

    @property
    def _controls(self) -> tuple[QWidget, ...]:
        acts = (self.opener, self.change_slot, self.up, self.down, self.remove)
        return acts if self.form is None else (*acts, *self.form.controls)

    def _connect(self) -> None:
        self.opener.clicked.connect(self._on_opener_clicked)
        self.change_slot.clicked.connect(self._on_change_slot_clicked)
        self.up.clicked.connect(self._on_up_clicked)
        self.down.clicked.connect(self._on_down_clicked)
        self.remove.clicked.connect(self._on_remove_clicked)

    def _name_everything(self, state: ActionState) -> None:
        """Tell screen readers which action each button is about."""
        self.setAccessibleName(state.action.text)
        names = (
            _("Who, when and how"), self.change_slot.text(), _("Move up"), _("Move down"),
            _("Remove"),
        )  # fmt: skip
        for button, words in zip(self._controls, names, strict=False):
            button.setAccessibleName(
                _("{words}: {action}").format(words=words, action=state.action.text)
            )

    def _on_opener_clicked(self) -> None:
        self.flush()
        self.set_open(not self.is_open)
        self.toggled.emit(self.action_id, self.is_open)
        if self.is_open:
            # A moment later, when the fields have their places and can be scrolled to.
            QTimer.singleShot(0, self, self._focus_first_gap)

    def _focus_first_gap(self) -> None:
        if self.form is not None and self.is_open:
            self.form.first_gap().setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_form_close_requested(self) -> None:
        self.flush()
        self.set_open(False)
        self.toggled.emit(self.action_id, False)
        self.opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_form_edited(self, field: str, value: object) -> None:
        self.edited.emit(self.action_id, {field: value})

    def _on_form_results_requested(self) -> None:
        self.results_requested.emit(self.action_id)

    def _on_change_slot_clicked(self) -> None:
        self.slot_change_requested.emit(self.action_id)

    def _on_up_clicked(self) -> None:
        self.moved.emit(self.action_id, -1)

    def _on_down_clicked(self) -> None:
        self.moved.emit(self.action_id, 1)

    def _on_remove_clicked(self) -> None:
        self.removal_requested.emit(self.action_id)
