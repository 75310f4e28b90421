"""The small forms in which somebody, or an organisation, is added."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout

from collabkit.i18n import _
from collabkit.services.naming import LONGEST_TITLE
from collabkit.ui.sheets.state import Form, Options
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.focus import bring_into_view, scroll_area_of
from collabkit.ui.widgets.part import lay_out_now
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField


class _AddingCard(Card):
    """A name, further questions, and two buttons. Esc gives up as the second one does."""

    given_up = Signal()

    def __init__(self, heading: str, label: str, hint: str, verb: str) -> None:
        super().__init__(heading)
        self.name = TextField(label, hint, LONGEST_TITLE)
        self.name.entered.connect(self._on_done)
        self._row = QHBoxLayout()
        self.done = Button(verb, "primary")
        self.done.clicked.connect(self._on_done)
        self._cancel = Button(_("Not now"), "quiet")
        self._cancel.clicked.connect(self.given_up)
        self._row.addWidget(self.done)
        self._row.addWidget(self._cancel)
        self._row.addStretch(1)
        self.setFocusProxy(self.name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def _on_done(self) -> None:
        raise NotImplementedError


class PersonCard(_AddingCard):
    """Who begins: a name that need not be real, for and about whom, and in which role.

    ``added(name, role, party_id, about_id)`` with empty texts for what was not asked.
    """

    added = Signal(str, str, str, str)

    def __init__(self, form: Form) -> None:
        super().__init__(
            _("Who begins now?"),
            _("Name on the sheet"),
            _("It need not be your real name. A number is enough."),
            _("Begin"),
        )
        self.name.set_text(form.name)
        self.name.line.selectAll()  # so that typing takes its place
        self.add(self.name)
        self._asked: list[_Asked] = []
        self._party = self._choice(
            _("For which organisation do you speak?"),
            form.parties,
            _("Please choose the organisation for which you speak."),
        )
        self._about = self._choice(
            _("About which organisation?"),
            form.abouts,
            _("Please choose the organisation about which you answer."),
        )
        self._role = self._choice(
            _("In which role do you answer?"), form.roles, _("Please choose your role.")
        )
        self.add(self._row)

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong with the name."""
        self.name.set_fault(sentence)

    def _choice(self, label: str, options: Options, if_unsaid: str) -> Choice | None:
        if not options:
            return None
        asked = _Asked(Choice(label, options), if_unsaid)
        self._asked.append(asked)
        self.add(asked)
        return asked.choice

    def _on_done(self) -> None:
        self.name.flush()
        unsaid = [asked for asked in self._asked if not asked.is_said()]
        if unsaid:
            unsaid[0].take_focus()
            return
        party, about, role = (
            (c.code or "") if c else "" for c in (self._party, self._about, self._role)
        )
        self.added.emit(self.name.text, role, party, about)


class _Asked(Column):
    """A choice, and above it what is said while nothing is chosen."""

    def __init__(self, choice: Choice, if_unsaid: str) -> None:
        super().__init__(gap=0)
        self.choice = choice
        self._fault = Text(if_unsaid, "note", "alert")
        self._fault.hide()
        choice.chosen.connect(self._on_choice_chosen)
        self.fill(self._fault, choice)

    def is_said(self) -> bool:
        """Tell whether something is chosen, and show it if not."""
        is_said = self.choice.code is not None
        self._fault.setVisible(not is_said)
        return is_said

    def take_focus(self) -> None:
        """Give the keyboard to the first option and show the whole question."""
        announce(self, self._fault.text(), urgent=True)
        self.choice.radios[0].setFocus(Qt.FocusReason.OtherFocusReason)
        lay_out_now()
        if (area := scroll_area_of(self)) is not None:
            bring_into_view(area, self)

    def _on_choice_chosen(self, _code: str) -> None:
        self._fault.hide()


class OrganisationCard(_AddingCard):
    """The name of one more organisation. ``added(name)``."""

    added = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("Which organisation?"), _("Name of the organisation"), "", _("Add"))
        self.add(self.name, self._row)

    def show_fault(self, sentence: str) -> None:
        """Say what is wrong with the name."""
        self.name.set_fault(sentence)

    def _on_done(self) -> None:
        self.name.flush()
        self.added.emit(self.name.text)
