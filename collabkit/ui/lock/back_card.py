"""The recovery code typed back, and what has to be agreed to."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.lock.state import LockState, Wish
from collabkit.ui.lock.wording import act_words
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.focus import focus_in_view
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField

_LONGEST = 100


class BackCard(Card):
    """``confirmed(typed, has_agreed)``; ``code_requested()`` asks to see the code again."""

    confirmed = Signal(str, bool)
    code_requested = Signal()

    def __init__(self, buttons: Flow) -> None:
        super().__init__(_("Is it right?"))
        self.field = TextField(
            _("Please type the recovery code from your paper"),
            _("So that you can be sure that it opens your data on the day you need it."),
            _LONGEST,
        )
        self.agreed = ExplainedTick(_("I understand that there is no other way in."), "")
        self.out_of_reach = Text("", "note", "muted")
        self.act = Button("", "primary", "lock")
        self.again = Button(_("Show the code again"), "plain")
        buttons.addWidget(self.act)
        buttons.addWidget(self.again)
        self.act.clicked.connect(self._on_act_clicked)
        self.field.entered.connect(self._on_act_clicked)
        self.again.clicked.connect(self.code_requested)
        self.add(self.field, self.agreed, self.out_of_reach, buttons)

    def show_state(self, state: LockState) -> None:
        """Show what is wrong, and what the button does."""
        from collabkit.services.locking import if_both_are_lost, what_is_out_of_reach

        self.field.set_fault(state.wrong)
        if state.wrong:
            focus_in_view(self.field.line)
        self.agreed.explain(if_both_are_lost())
        self.out_of_reach.setText(what_is_out_of_reach())
        show_if(self.out_of_reach, state.wish is Wish.ON)
        self.act.set_words(act_words(state.wish))
        self.act.set_resting(bool(state.busy))
        self.again.set_resting(bool(state.busy))

    def forget(self) -> None:
        """Empty the field and the box."""
        self.field.set_text("")
        self.field.set_fault("")
        self.agreed.tick.setChecked(False)

    def ask_to_agree(self) -> None:
        """Go to the box that has to be ticked."""
        focus_in_view(self.agreed.tick)

    def _on_act_clicked(self) -> None:
        self.confirmed.emit(self.field.text, self.agreed.tick.isChecked())
