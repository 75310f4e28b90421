"""What leaves for a network and what stays, before anything does."""

from pathlib import Path

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.services.group_files import LONGEST_DETAILS, LONGEST_NAME, GroupContact
from collabkit.ui.taking_out.leaving_list import LeavingList
from collabkit.ui.taking_out.said_part import SaidPart
from collabkit.ui.taking_out.state import NetworkState
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField
from collabkit.ui.widgets.whole_text import Paragraph, WholeText


class NetworkForm(Column):
    """What goes, what stays and why, the very text of the file, a contact if wanted, one button.

    ``chosen(assessment_id, bool)``, ``contact_given(GroupContact or None)``, ``save_requested()``
    and ``folder_requested(Path)``.
    """

    chosen = Signal(str, bool)
    contact_given = Signal(object)
    save_requested = Signal()
    folder_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__(gap=1.5)
        self._text = ""
        self.why_not = Text("", "body", "alert")
        self.list = LeavingList()
        self.whole = Fold(_("Read the file, word for word"))
        self.reader = WholeText(_("The file, word for word"))
        self.whole.add(self.reader)
        self.passing_on = ExplainedTick(
            _("Put our name into the file, so that it may be passed on"),
            _("Without this tick nothing in the file says who you are."),
        )
        self.naming = Text("", "note", "muted")
        self.name = TextField(_("Name of your group"), longest=LONGEST_NAME)
        self.details = TextField(
            _("How to reach you"), _("Such as an e-mail address."), LONGEST_DETAILS
        )
        self.save = Button(_("Save the file for your network…"), "plain", "save")
        self.said = SaidPart()
        self.fill(
            self.why_not,
            self.list,
            self.passing_on,
            self.naming,
            self.name,
            self.details,
            self.whole,
            self.save,
            self.said,
        )
        self.list.chosen.connect(self.chosen)
        self.whole.toggled.connect(self._show_text)
        self.passing_on.tick.clicked.connect(self._on_passing_on_clicked)
        self.name.edited.connect(self._tell_contact)
        self.details.edited.connect(self._tell_contact)
        self.save.clicked.connect(self._on_save_clicked)
        self.said.folder_requested.connect(self._on_said_folder_requested)
        self._show_fields(False)

    def show_state(self, state: NetworkState) -> None:
        """Show what leaves and what came of it."""
        self.why_not.setText(state.why_not)
        show_if(self.why_not, bool(state.why_not))
        self.list.show_state(state)
        for part in (self.passing_on, self.whole, self.save):
            show_if(part, state.goes)
        self._show_fields(state.goes and self.passing_on.tick.isChecked())
        self.naming.setText(state.naming)
        show_if(self.naming, state.goes and bool(state.naming))
        self._text = state.text
        self._show_text()
        self.said.show_said(state.said, state.busy)

    def forget(self) -> None:
        """Empty the fields and close the text."""
        self.list.forget()
        self.passing_on.tick.setChecked(False)
        for field in (self.name, self.details):
            field.set_text("")
            field.set_fault("")
        self.whole.set_open(False)

    def _show_text(self) -> None:
        if self.whole.is_open:
            lines = [Paragraph(line, "note") for line in self._text.splitlines()]
            if self.reader.paragraphs != tuple(lines):
                self.reader.show_paragraphs(lines)

    def _show_fields(self, wanted: bool) -> None:
        show_if(self.name, wanted)
        show_if(self.details, wanted)

    def _tell_contact(self) -> None:
        wanted = self.passing_on.tick.isChecked()
        contact = GroupContact(self.name.text, self.details.text)
        self.contact_given.emit(contact if wanted else None)

    def _on_passing_on_clicked(self, wanted: bool) -> None:
        self._show_fields(wanted)
        self._tell_contact()

    def _on_save_clicked(self) -> None:
        if self.passing_on.tick.isChecked():
            missing = [f for f in (self.name, self.details) if not f.text.strip()]
            for field in (self.name, self.details):
                field.set_fault(_("Please fill this in.") if field in missing else "")
            if missing:
                missing[0].line.setFocus()
                return
        self._tell_contact()
        self.save_requested.emit()

    def _on_said_folder_requested(self, path: Path) -> None:
        self.folder_requested.emit(path)
