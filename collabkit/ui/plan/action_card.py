"""One action: what, who and by when at a glance; opened, everything about it."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.plans.plan import Slot, Status
from collabkit.plans.progress import CLOSED
from collabkit.ui.plan.action_form import ActionForm
from collabkit.ui.plan.card_acts import CardActs
from collabkit.ui.plan.how_far import HowFar
from collabkit.ui.plan.place_mark import PlaceMark
from collabkit.ui.plan.progress_pane import ProgressPane
from collabkit.ui.plan.state import ActionState
from collabkit.ui.plan.summary import ActionSummary
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.part import show_if


class ActionCard(Card):
    """Stands for one action after another; the list gives it another one when the order changes.

    The signals begin with the id of the action: ``moved(id, by)``, ``slot_change_requested(id)``
    (park, or do now), ``removal_requested(id)``, ``edited(id, {field: value})``, ``noted(id,
    text)``, ``note_removal_requested(id, place)``, ``put_off_requested(id)``,
    ``next_look_requested(id)``, ``results_requested(id)``, ``toggled(id, open)`` and, for how it
    goes, ``told_of(id, open)``. Only ``typing(is_under_way)`` is about any action.

    How far an action is can be chosen on the card itself, except for what is parked and not begun:
    there it stands with how it goes.
    """

    moved = Signal(str, int)
    slot_change_requested = Signal(str)
    removal_requested = Signal(str)
    edited = Signal(str, object)  # a dict would become Qt's own, and what is in it plain text
    noted = Signal(str, str)
    note_removal_requested = Signal(str, int)
    put_off_requested = Signal(str)
    next_look_requested = Signal(str)
    typing = Signal(bool)
    results_requested = Signal(str)
    toggled = Signal(str, bool)
    told_of = Signal(str, bool)

    def __init__(self, slot: Slot, parent: QWidget | None = None) -> None:
        self._beside_mark = QVBoxLayout()
        self._head = QHBoxLayout()
        super().__init__(parent=parent)
        self._slot = slot
        self._state: ActionState | None = None
        self._shown: tuple[ActionState | None, bool, bool] = (None, False, False)
        self._ended = ""  # the action that was just done or dropped here
        self._has_choice = slot is Slot.NOW
        self.form: ActionForm | None = None
        self.pane: ProgressPane | None = None
        self.how_far: HowFar | None = None
        self.mark = PlaceMark()
        self.summary = ActionSummary(slot)
        self.acts = CardActs(slot)
        self._head.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self._beside_mark.addWidget(self.summary)
        self._beside_mark.addWidget(self.acts)
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
        return self.acts.opener.is_open

    @property
    def tells_progress(self) -> bool:
        """Whether it is shown how the action goes."""
        return self.acts.progress.is_open

    @property
    def whereabouts(self) -> str:
        """Where the action stands in its list, for whoever hears the page."""
        if self._state is None:
            return ""
        return _("{place} of {count}").format(place=self._state.place, count=self._state.count)

    @property
    def control_with_focus(self) -> str | None:
        """The name of the control that has the keyboard; ``None`` if it is elsewhere."""
        named = (name for name, control in self._controls.items() if control.hasFocus())
        return next(named, None)

    def focus_control(self, name: str) -> None:
        """Give the keyboard to a control, or to one beside it if that cannot be pressed."""
        control = self._controls.get(name, self.acts.opener)
        if control.isHidden():
            control = self.acts.opener
        if not control.isEnabled():
            control = self.acts.down if control is self.acts.up else self.acts.up
        control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_action(self, state: ActionState, is_open: bool, tells_progress: bool) -> None:
        """Stand for an action, with its details, and how it goes, open or closed."""
        shown = (state, is_open, tells_progress)
        if shown == self._shown:
            return
        if state.id != self.action_id or state.action.status not in CLOSED:
            self._ended = ""
        if state.id != self.action_id or not self.tells_progress:
            # What is being pressed stays where it is.
            is_begun = state.action.status is not Status.NOT_STARTED
            stays = self._has_choice and state.id == self.action_id
            self._has_choice = self._slot is Slot.NOW or is_begun or stays
        self._state = state
        self.setAccessibleName(state.action.text)
        self.mark.show_action(state)
        self.acts.show_action(state)
        self._show_parts(is_open, tells_progress)

    def set_open(self, is_open: bool) -> None:
        """Open or close the details; nobody is told."""
        self._show_parts(is_open, self.tells_progress)

    def tell_progress(self, tells: bool) -> None:
        """Show how the action goes, or not; nobody is told."""
        self._show_parts(self.is_open, tells)

    def settle(self) -> None:
        """Ask no more what there is to say at the end of an action."""
        if self._ended:
            self._ended = ""
            self._show_parts(self.is_open, self.tells_progress)

    def tick_off(self) -> None:
        """Choose Done as if it was pressed, or Under way if it is done already."""
        if self._state is not None:
            is_done = self._state.action.status is Status.DONE
            self._on_how_far_edited("status", Status.UNDER_WAY if is_done else Status.DONE)

    def flush(self) -> None:
        """Tell at once what was typed."""
        if self.form is not None and self.is_open:
            self.form.flush()
        if self.pane is not None and self.tells_progress:
            self.pane.flush()
        if self.how_far is not None:
            self.how_far.flush()

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._head.setSpacing(theme.metrics.units(2))
        self._beside_mark.setSpacing(theme.metrics.units(1.2))

    @property
    def _controls(self) -> dict[str, QWidget]:
        controls = self.acts.controls
        for part in (self.how_far, self.pane, self.form):
            if part is not None:
                kind = type(part).__name__
                controls |= {f"{kind} {n}": each for n, each in enumerate(part.controls)}
        return controls

    def _show_parts(self, is_open: bool, tells_progress: bool) -> None:
        self._shown = (self._state, is_open, tells_progress)
        self.acts.show_opened(is_open=is_open, tells_progress=tells_progress)
        state = self._state
        if state is None:
            return
        self.summary.show_action(state, beside_fields=is_open, beside_notes=tells_progress)
        ends_here = bool(self._ended) and self._has_choice
        if self._has_choice and self.how_far is None:
            self.how_far = HowFar()
            self.how_far.edited.connect(self._on_how_far_edited)
            self.how_far.typing.connect(self.typing)
            self._beside_mark.insertWidget(1, self.how_far)
        if self.how_far is not None:
            self.how_far.show_action(state, choice=self._has_choice, end=ends_here)
        if tells_progress and self.pane is None:
            self._make_pane()
        if self.pane is not None:
            self.pane.show_action(state, choice=not self._has_choice, end=not ends_here)
            show_if(self.pane, tells_progress)
        if is_open and self.form is None:
            self._make_form()
        if self.form is not None:
            self.form.show_action(state)
            show_if(self.form, is_open)

    def _make_pane(self) -> None:
        self.pane = ProgressPane()
        self.pane.edited.connect(self._on_part_edited)
        self.pane.noted.connect(self._on_pane_noted)
        self.pane.note_removal_requested.connect(self._on_pane_note_removal_requested)
        self.pane.next_look_requested.connect(self._on_next_look_requested)
        self.pane.typing.connect(self.typing)
        self.pane.close_requested.connect(self._on_pane_close_requested)
        self.body.insertWidget(1, self.pane)

    def _make_form(self) -> None:
        self.form = ActionForm()
        self.form.edited.connect(self._on_part_edited)
        self.form.typing.connect(self.typing)
        self.form.close_requested.connect(self._on_form_close_requested)
        self.form.results_requested.connect(self._on_form_results_requested)
        self.add(self.form)

    def _connect(self) -> None:
        self.acts.opener.clicked.connect(self._on_opener_clicked)
        self.acts.progress.clicked.connect(self._on_progress_clicked)
        self.summary.overdue.button.clicked.connect(self._on_put_off_clicked)
        self.summary.look_again.button.clicked.connect(self._on_next_look_requested)
        self.acts.change_slot.clicked.connect(self._on_change_slot_clicked)
        self.acts.up.clicked.connect(self._on_up_clicked)
        self.acts.down.clicked.connect(self._on_down_clicked)
        self.acts.remove.clicked.connect(self._on_remove_clicked)

    def _on_opener_clicked(self) -> None:
        self.flush()
        self.set_open(not self.is_open)
        self.toggled.emit(self.action_id, self.is_open)
        if self.is_open:
            # A moment later, when the fields have their places and can be scrolled to.
            QTimer.singleShot(0, self, self._focus_first_gap)

    def _on_progress_clicked(self) -> None:
        self.flush()
        self.tell_progress(not self.tells_progress)
        self.told_of.emit(self.action_id, self.tells_progress)
        if self.tells_progress:
            QTimer.singleShot(0, self, self._focus_note)

    def _focus_first_gap(self) -> None:
        if self.form is not None and self.is_open:
            self.form.first_gap().setFocus(Qt.FocusReason.OtherFocusReason)

    def _focus_note(self) -> None:
        if self.pane is not None and self.tells_progress:
            self.pane.note.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_form_close_requested(self) -> None:
        self.flush()
        self.set_open(False)
        self.toggled.emit(self.action_id, False)
        self.acts.opener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_pane_close_requested(self) -> None:
        self.flush()
        self.tell_progress(False)
        self.told_of.emit(self.action_id, False)
        self.acts.progress.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_how_far_edited(self, field: str, value: object) -> None:
        if field == "status":
            self._ended = self.action_id if value in CLOSED else ""
        self._on_part_edited(field, value)

    def _on_part_edited(self, field: str, value: object) -> None:
        self.edited.emit(self.action_id, {field: value})

    def _on_pane_noted(self, text: str) -> None:
        self.noted.emit(self.action_id, text)

    def _on_pane_note_removal_requested(self, place: int) -> None:
        self.note_removal_requested.emit(self.action_id, place)

    def _on_put_off_clicked(self) -> None:
        self.put_off_requested.emit(self.action_id)

    def _on_next_look_requested(self) -> None:
        self.next_look_requested.emit(self.action_id)

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
