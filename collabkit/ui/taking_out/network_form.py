"""What leaves for a network and what stays, before anything does."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.services.group_files import GroupContact
from collabkit.ui.taking_out.said_part import SaidPart
from collabkit.ui.taking_out.state import Leaving, NetworkState
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField
from collabkit.ui.widgets.whole_text import Paragraph, WholeText

_LONGEST_NAME, _LONGEST_DETAILS = 120, 300


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
        self._told: object = None
        self._text = ""
        self.why_not = Text("", "body", "alert")
        self._lists = Column(gap=1.5)
        self.whole = Fold(_("Read the file, word for word"))
        self.reader = WholeText(_("The file, word for word"))
        self.whole.add(self.reader)
        self.passing_on = ExplainedTick(
            _("Put our name into the file, so that it may be passed on"),
            _("Without this tick nothing in the file says who you are."),
        )
        self.naming = Text("", "note", "muted")
        self.name = TextField(_("Name of your group"), longest=_LONGEST_NAME)
        self.details = TextField(
            _("How to reach you"), _("Such as an e-mail address."), _LONGEST_DETAILS
        )
        self.save = Button(_("Save the file for your network…"), "plain", "save")
        self.said = SaidPart()
        self.fill(
            self.why_not,
            self._lists,
            self.passing_on,
            self.naming,
            self.name,
            self.details,
            self.whole,
            self.save,
            self.said,
        )
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
        told = (state.is_read, state.going, state.staying, state.cautions, state.why_not)
        if told != self._told:
            self._told = told
            self._lists.fill(*self._parts(state))
        goes = bool(state.going)
        for part in (self.passing_on, self.whole, self.save):
            show_if(part, goes)
        self._show_fields(goes and self.passing_on.tick.isChecked())
        self.naming.setText(state.naming)
        show_if(self.naming, goes and bool(state.naming))
        self._text = state.text
        self._show_text()
        self.said.show_said(state.said, state.busy)

    def forget(self) -> None:
        """Empty the fields and close the text."""
        self.passing_on.tick.setChecked(False)
        for field in (self.name, self.details):
            field.set_text("")
            field.set_fault("")
        self.whole.set_open(False)

    def _parts(self, state: NetworkState) -> Iterator[QWidget]:
        if not state.is_read:
            yield Text(_("Looking what can leave…"), "body", "muted")
            return
        if state.why_not:
            return
        yield _heading(_("This goes along"))
        if not state.going:
            yield Text(
                _(
                    "Nothing yet. Finish an assessment that enough people have answered, then come "
                    "back."
                )
            )
        for one in state.going:
            yield self._row(one, _("Leave it here") if one.is_chosen else "", is_chosen=False)
        if state.going:
            yield Assurance(
                "eye",
                _(
                    "With it go the band of your income and who runs your group, as far as you "
                    "have said so. No words that anybody wrote, nothing about groups that are "
                    "too small, and no name unless you give one below."
                ),
            )
        for caution in state.cautions:
            yield Assurance("alert", caution)
        if state.staying:
            yield _heading(_("This stays here"))
        for one in state.staying:
            yield self._row(one, _("Let it go along") if one.can_be_chosen else "", is_chosen=True)

    def _row(self, one: Leaving, verb: str, *, is_chosen: bool) -> Entry:
        entry = Entry(one.title, one.what)
        if verb:
            button = _ChoosingButton(one, verb, is_chosen=is_chosen)
            button.chosen.connect(self.chosen)
            entry.add_act(button)
        return entry

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


class _ChoosingButton(Button):
    chosen = Signal(str, bool)

    def __init__(self, one: Leaving, verb: str, *, is_chosen: bool) -> None:
        super().__init__(
            verb, "quiet", name=_("{verb}: {title}").format(verb=verb, title=one.title)
        )
        self._id, self._is_chosen = one.assessment_id, is_chosen
        self.clicked.connect(self._on_self_clicked)

    def _on_self_clicked(self) -> None:
        self.chosen.emit(self._id, self._is_chosen)


def _heading(words: str) -> Text:
    text = Text(words, "strong", "accent")
    text.speak_as_heading()
    return text
