"""What the day is called, and who comes."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.services.naming import LONGEST_TITLE
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.text_field import TextField
from collabkit.ui.workshop.prepare.number_field import NumberField
from collabkit.ui.workshop.prepare.state import PrepareState


class OccasionPart(Column):
    """Title, people, charity and questionnaire.

    ``changed(field, value)``; ``begin_wanted()`` asks for another charity or questionnaire.
    """

    changed = Signal(str, object)
    begin_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = TextField(
            _("What is it called?"),
            _("It stands on the paper and on the screen in the room."),
            longest=LONGEST_TITLE,
        )
        self.title.edited.connect(self._on_title_edited)
        self.people = NumberField(
            _("How many people do you expect?"),
            _("Those who answer. You count again on the day."),
        )
        self.people.edited.connect(self._on_people_edited)
        card = Card()
        card.add(self.title, self.people)
        self._charity = Entry("", " ")
        change = Button(_("Change"), "quiet", name=_("Change charity or questionnaire"))
        change.clicked.connect(self.begin_wanted)
        self._charity.add_act(change)
        about = Card()
        about.add(self._charity)
        self.fill(card, about)

    def render_state(self, state: PrepareState) -> None:
        """Show ``state``."""
        is_same = self.title.text.strip() == state.shown.title.strip()
        if not (is_same or self.title.is_being_typed):
            self.title.set_text(state.shown.title)
        self.title.set_fault(state.faults.get("title", ""))
        self.people.set_number(state.shown.people)
        self.people.set_fault(state.faults.get("people", ""))
        self._charity.name.setText(state.charity)
        self._charity.setAccessibleName(state.charity)
        self._charity.about.setText(state.pack.title)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return self.title.line

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.title.flush()
        self.people.flush()

    def _on_title_edited(self, text: str) -> None:
        self.changed.emit("title", text)

    def _on_people_edited(self, number: int) -> None:
        self.changed.emit("people", number)
