"""The assessments and charities there are, and what was erased so far."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.privacy.state import PrivacyState
from collabkit.ui.privacy.wording import records_note
from collabkit.ui.sheets.acts import Acts
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.pick_field import PickField
from collabkit.ui.widgets.text import Text


class AssessmentsCard(Card):
    """A way to each assessment. ``assessment_wanted(assessment_id)``."""

    assessment_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("By assessment"))
        self._shown: tuple[tuple[str, str], ...] | None = None
        self.which = PickField(_("Which assessment?"))
        self.look = Button(_("Look at this assessment"), "plain")
        self.look.clicked.connect(self._on_look_clicked)
        self.add(
            Text(
                _(
                    "How long it is kept, what you tell people, and what is held about one person: "
                    "to hand it over, to put a wrong name right, or to forget somebody."
                )
            ),
            self.which,
            Acts(self.look),
        )

    def show_state(self, state: PrivacyState) -> None:
        """Show the assessments, the first of them picked."""
        if state.assessments == self._shown:
            return
        self._shown = state.assessments
        self.which.set_options(state.assessments)
        if self.which.code is None and state.assessments:
            self.which.set_code(state.assessments[0][0])

    def _on_look_clicked(self) -> None:
        if self.which.code is not None:
            self.assessment_wanted.emit(self.which.code)


class CharitiesCard(Card):
    """A way to each charity. ``charity_wanted(charity_id)``."""

    charity_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("By charity"))
        self._shown: tuple[tuple[str, str], ...] | None = None
        self._list = Column(gap=1)
        self.add(
            Text(
                _(
                    "Everything of a charity: its own name, a name in notes and plans, and how all "
                    "of it is erased."
                )
            ),
            self._list,
        )

    def show_state(self, state: PrivacyState) -> None:
        """Show the charities."""
        if state.charities == self._shown:
            return
        self._shown = state.charities
        self._list.fill(*(self._entry(*charity) for charity in state.charities))

    def _entry(self, charity_id: str, name: str) -> "_CharityEntry":
        entry = _CharityEntry(charity_id, name)
        entry.wanted.connect(self.charity_wanted)
        return entry


class _CharityEntry(Entry):
    wanted = Signal(str)

    def __init__(self, charity_id: str, name: str) -> None:
        super().__init__(name)
        self._charity_id = charity_id
        button = Button(_("Look"), "quiet", name=_("Privacy of {name}").format(name=name))
        button.clicked.connect(self._on_button_clicked)
        self.add_act(button)

    def _on_button_clicked(self) -> None:
        self.wanted.emit(self._charity_id)


class ReceiptsCard(Card):
    """When something was erased: days, kinds and counts, no names."""

    def __init__(self) -> None:
        super().__init__(_("Erased so far"))
        self._shown: tuple[str, ...] | None = None
        self._list = Column(gap=0.8)
        self.add(
            Text(
                _("So that you can show that it was done. No name is kept here."), "note", "muted"
            ),
            self._list,
            Text(records_note(), "note", "muted"),
        )

    def show_state(self, state: PrivacyState) -> None:
        """Show the receipts."""
        if state.receipts != self._shown:
            self._shown = state.receipts
            self._list.fill(*map(Text, state.receipts))
