"""An action that nobody suggested."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from collabkit.assessments.pack import ActionKind
from collabkit.i18n import _
from collabkit.services.plans import LONGEST_TEXT
from collabkit.ui.plan.action_form import kind_choice
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.text_field import TextField


class OwnWords(Fold):
    """“In our own words”: one line, its kind and a button.

    ``action_wanted(text, kind)`` tells what to add; without words a sentence asks for them.
    """

    action_wanted = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("In our own words"), parent)
        self.text = TextField(_("What will you do?"), longest=LONGEST_TEXT)
        self.kind = kind_choice()
        self.kind.set_code(ActionKind.QUICK_WIN)
        self.button = Button(_("Add to plan"), sign="plus")
        self.add(self.text, self.kind, self.button)
        self.text.entered.connect(self._on_add)
        self.button.clicked.connect(self._on_add)
        self.toggled.connect(self._on_self_toggled)

    def open_now(self) -> None:
        """Open the fold, as pressing it does."""
        self.set_open(True)
        self.text.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_self_toggled(self, is_open: bool) -> None:
        if is_open:
            self.text.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_add(self) -> None:
        text = self.text.text.strip()
        if not text:
            self.text.set_fault(_("Please say in a few words what you will do."))
            self.text.line.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.text.set_fault("")
        self.text.set_text("")
        self.text.line.setFocus(Qt.FocusReason.OtherFocusReason)
        self.action_wanted.emit(text, self.kind.code or ActionKind.QUICK_WIN)
