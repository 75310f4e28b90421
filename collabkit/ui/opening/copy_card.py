"""One older copy beside everything that can be put back."""

from PySide6.QtCore import Signal
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


class CopyCard(Card):
    """What is in a copy. ``put_back_requested()``, ``close_requested()``."""

    put_back_requested = Signal()
    close_requested = Signal()

    def __init__(
        self, chosen: Chosen, question: CopyQuestion | None = None, *, keeps_newer: bool
    ) -> None:
        """``keeps_newer`` tells that there is more than the copy, which is going to be kept.

        ``question`` asks for what opens the copy, if that is locked otherwise.
        """
        self._acts = Flow()
        super().__init__(_("The copy: {when}").format(when=chosen.name))
        self.put_back = Button(_("Put this copy back"), "plain", "undo")
        self.put_back.clicked.connect(self.put_back_requested)
        self.close_it = Button(_("Close, and change nothing"))
        self.close_it.clicked.connect(self.close_requested)
        self.add(Text(chosen.about))
        self.question = question
        if question is not None:
            self.add(Text(chosen.problem), question)
        elif chosen.problem:
            self.add(Text(chosen.problem, "body", "alert"))
        else:
            self._compare(chosen, keeps_newer=keeps_newer)
            self._acts.addWidget(self.put_back)
        self._acts.addWidget(self.close_it)
        self.add(self._acts)

    @property
    def first_act(self) -> QWidget:
        """What has the keyboard first: nothing that changes anything."""
        return self.close_it if self.question is None else self.question.passphrase.field.line

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._acts.setSpacing(theme.metrics.units(1.5))

    def _compare(self, chosen: Chosen, *, keeps_newer: bool) -> None:
        table = NumbersTable(
            _("Everything that can be put back, and what is in the copy"),
            (_("What"), _("Can be put back"), _("In the copy")),
            numeric=(1, 2),
        )
        table.show_rows(chosen.rows)
        back = _("With this copy everything goes back to how it was then.")
        if keeps_newer:
            kept = _("What is newer becomes a safety copy first, so you can still go back to it.")
        else:
            kept = _("The file that is there now is kept as well.")
        self.add(table, Text(f"{back} {kept}"))
        if chosen.warning:
            self.add(Text(chosen.warning, "strong"))
