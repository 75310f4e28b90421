"""One copy beside what is here, and what can be done with it."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.lock.copy_question import CopyQuestion
from collabkit.ui.safety.state import Chosen
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.numbers_table import NumbersTable
from collabkit.ui.widgets.text import Text


class LookCard(Card):
    """What is in a copy, beside what is here now; putting it back is one press from here."""

    put_back_requested = Signal()
    save_requested = Signal()
    remove_requested = Signal()
    close_requested = Signal()

    def __init__(self, chosen: Chosen, question: CopyQuestion | None = None) -> None:
        """``question`` asks for what opens the copy, if that is locked otherwise."""
        self._acts = Flow()
        super().__init__(chosen.name)
        self.add(Text(chosen.about))
        self.table: NumbersTable | None = None
        self._changing: list[Button] = []
        self.question = question
        if question is not None:
            self.add(Text(chosen.problem), question)
        elif chosen.problem:
            self.add(Text(chosen.problem, "body", "alert"))
        else:
            self._compare(chosen)
            put_back = Button(_("Put this copy back"), "primary", "undo")
            self._offer(put_back, self.put_back_requested)
        self.close_it = Button(_("Leave everything as it is"))
        self.close_it.clicked.connect(self.close_requested)
        self._acts.addWidget(self.close_it)
        if not chosen.is_elsewhere and not chosen.problem:
            save = Button(_("Save this copy on a stick…"), "quiet", "file")
            self._offer(save, self.save_requested)
        self.add(self._acts)
        if chosen.can_go and not chosen.is_elsewhere:
            remove = Button(_("Remove this copy"), "quiet")
            self._connect(remove, self.remove_requested)
            apart = Flow()  # not beside what saves a copy
            apart.addWidget(remove)
            self.add(apart)
        elif chosen.why_it_stays:
            self.add(Text(chosen.why_it_stays, "body", "muted"))

    @property
    def first_act(self) -> QWidget:
        """What has the keyboard first: nothing that changes anything."""
        return self.close_it if self.question is None else self.question.passphrase.field.line

    def set_resting(self, is_resting: bool) -> None:
        """Let nothing be pressed while something is under way."""
        for button in self._changing:
            button.set_resting(is_resting)

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._acts.setSpacing(theme.metrics.units(1.5))

    def _compare(self, chosen: Chosen) -> None:
        self.table = NumbersTable(
            _("What is here now, and what is in the copy"),
            (_("What"), _("Here now"), _("In the copy")),
            numeric=(1, 2),
        )
        self.table.show_rows(chosen.rows)
        self.add(
            self.table,
            Text(
                _(
                    "Everything goes back to how it was then. What is here now is kept as a copy "
                    "first, so you can come back to it."
                )
            ),
        )
        if chosen.warning:
            self.add(Text(chosen.warning, "strong"))

    def _offer(self, button: Button, asked: SignalInstance) -> None:
        self._connect(button, asked)
        self._acts.addWidget(button)

    def _connect(self, button: Button, asked: SignalInstance) -> None:
        button.clicked.connect(asked)
        self._changing.append(button)
