"""What has to be said before answers go back."""

from PySide6.QtWidgets import QWidget

from collabkit.assessments.pack import Respondent
from collabkit.i18n import _
from collabkit.services.naming import LONGEST_TITLE
from collabkit.ui.giving_back.state import GivingBackState
from collabkit.ui.giving_back.wording import comments, role_name
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField
from collabkit.ui.widgets.tick import Tick


class SaveForm(Card):
    """Role, name and comments, as far as they are to be settled, and one button."""

    def __init__(self) -> None:
        super().__init__(_("Your answers"))
        self.open, self.earlier = Text(), Text()
        self._role_place = Column(gap=0.5)
        self._roles: tuple[Respondent, ...] = ()
        self.role = Choice("", ())
        self.role_fault = Text("", "note", "alert")
        self.name = TextField(
            _("A name of your own choosing"),
            _("It need not be your real name, and may stay empty."),
            LONGEST_TITLE,
        )
        self.comments = Tick("")
        self.comments_note = Text(
            _(
                "They may be shown to others as they stand, without your name. Please name nobody "
                "in them."
            ),
            "note",
            "muted",
        )
        self._reader = Column()
        self._told = ""
        self.save = Button(_("Save the answers…"), "primary", "save")
        self.add(self.open, self.earlier, self.role, self.role_fault, self.name)
        self.add(self.comments, self.comments_note, self._reader, self.save)

    @property
    def first(self) -> QWidget:
        """What has the keyboard when the page opens."""
        if self._roles and self.role.code is None:
            return self.role.radios[0]
        return self.save

    def show_state(self, state: GivingBackState) -> None:
        """Show what is to be settled, and what is settled already."""
        if self.heading is not None:
            self.heading.setText(state.heading)
        for text, words in ((self.open, state.open), (self.earlier, state.earlier)):
            text.setText(words)
            show_if(text, bool(words))
        self.role_fault.setText(state.role_fault)
        show_if(self.role_fault, bool(state.role_fault))
        self.name.set_text(state.name)
        self.comments.set_words(comments(state.comments))
        self.comments.setChecked(state.with_comments)
        show_if(self.comments, state.comments > 0)
        show_if(self.comments_note, state.comments > 0 or state.words_go)
        if state.reader != self._told:
            self._told = state.reader
            self._reader.fill(Assurance("eye", state.reader))
        self.save.setEnabled(not state.is_saving)
