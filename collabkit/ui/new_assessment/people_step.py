"""The last step of the way: who answers, and how private that is."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.assessments.pack import Respondent
from collabkit.i18n import _
from collabkit.services.assessments import LONGEST_TITLE
from collabkit.ui.new_assessment.state import WizardState
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField


class PeopleStep(Column):
    """In which role the person answers, what the occasion is called, and who can see what.

    ``role_chosen(role)`` and ``title_changed(title)``.
    """

    role_chosen = Signal(str)
    title_changed = Signal(str)

    def __init__(self, database: Path) -> None:
        super().__init__()
        self.role = Choice(
            _("In which role do you answer?"),
            _roles(),
            _("Some statements are easier to answer for trustees, others for staff."),
        )
        self.role.chosen.connect(self.role_chosen)
        self.title = TextField(
            _("What shall it be called?"),
            _("So that you find it again, such as “Away-day, June 2026”."),
            longest=LONGEST_TITLE,
        )
        self.title.edited.connect(self.title_changed)
        questions = Card()
        questions.add(self.role, self.title)
        self.fill(questions, _privacy(database))

    def render_state(self, state: WizardState) -> None:
        """Show ``state``."""
        self.role.set_code(state.choices.role)
        self.title.set_text(state.choices.title)
        self.title.set_fault(state.fault)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return next((radio for radio in self.role.radios if radio.isChecked()), None)


def _privacy(database: Path) -> Card:
    card = Card(_("One person, on this computer"))
    where = Fold(_("Where exactly?"))
    where.add(Text(_("In the file {path}").format(path=database), "note", "muted"))
    card.add(
        Assurance("lock", _("Your answers are saved on this computer and sent nowhere.")),
        Assurance("person", _("You are not asked for your name, only for your role.")),
        Assurance("eye", _("Whoever can use this computer as you do can open and see them.")),
        Assurance("file", _("A plan that you print or save as PDF goes where you take it.")),
        where,
    )
    return card


def _roles() -> tuple[tuple[str, str], ...]:
    return (
        (Respondent.TRUSTEE, _("Trustee or committee member")),
        (Respondent.STAFF, _("Member of staff")),
        (Respondent.VOLUNTEER, _("Volunteer")),
        (Respondent.PARTNER, _("Partner from another organisation")),
        (Respondent.PERSON_SERVED, _("Person the charity is there for")),
    )
