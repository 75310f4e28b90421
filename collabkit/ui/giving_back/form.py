"""What has to be said before answers go back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.assessments.names import role_name
from collabkit.assessments.pack import Respondent
from collabkit.i18n import _
from collabkit.services.naming import LONGEST_TITLE
from collabkit.ui.giving_back.state import GivingBackState
from collabkit.ui.giving_back.wording import about_notes, notes
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField
from collabkit.ui.widgets.tick import Tick


class SaveForm(Card):
    """Role, name and notes, as far as they are to be settled.

    ``role_chosen(code)`` tells in which role somebody answers.
    """

    role_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Your answers"))
        self.open, self.earlier = Text(), Text()
        self._role_place = Column()
        self._roles: tuple[Respondent, ...] = ()
        self.role: Choice | None = None
        self.role_fault = Text("", "note", "alert")
        self.name = TextField(
            _("A name of your own choosing"),
            _("It need not be your real name, and may stay empty."),
            LONGEST_TITLE,
        )
        self.notes = Tick("")
        self.about_notes = Text("", "note", "muted")
        self._reader = Column()
        self._told = ""
        self.add(self.open, self.earlier, self.role_fault, self._role_place, self.name)
        self.add(self.notes, self.about_notes, self._reader)

    @property
    def to_settle(self) -> QWidget | None:
        """What has to be settled before anything can be saved."""
        if self.role is not None and self.role.code is None:
            return self.role.radios[0]
        return None

    def show_state(self, state: GivingBackState) -> None:
        """Show what is to be settled, and what is settled already."""
        if self.heading is not None:
            self.heading.setText(state.heading)
        for text, words in ((self.open, state.open), (self.earlier, state.earlier)):
            text.setText(words)
            show_if(text, bool(words))
        self._show_roles(state)
        self.role_fault.setText(state.role_fault)
        show_if(self.role_fault, bool(state.role_fault))
        if not self.name.is_being_typed:
            self.name.set_text(state.name)
        self.notes.set_words(notes(state.notes))
        self.notes.setChecked(state.with_notes)
        show_if(self.notes, state.notes > 0)
        is_one = state.notes == 1 and not state.words_go
        self.about_notes.setText(about_notes(1 if is_one else 2))
        show_if(self.about_notes, state.notes > 0 or state.words_go)
        if state.reader != self._told:
            self._told = state.reader
            self._reader.fill(Assurance("eye", state.reader))

    def _show_roles(self, state: GivingBackState) -> None:
        if state.roles != self._roles:
            self._roles, self.role = state.roles, None
            self._role_place.fill()
        if state.roles and self.role is None:
            options = [(role, role_name(role)) for role in state.roles]
            self.role = Choice(_("In which role do you answer?"), options)
            self.role.chosen.connect(self.role_chosen)
            self._role_place.fill(self.role)
        if self.role is not None:
            self.role.set_code(state.role)
