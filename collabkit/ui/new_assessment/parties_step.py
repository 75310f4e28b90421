"""The step at which the other organisations are named."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.assessments.charity import IncomeBand
from collabkit.i18n import _
from collabkit.services.company import Company
from collabkit.services.naming import LONGEST_TITLE
from collabkit.ui.charity.words import UNSAID, income_options
from collabkit.ui.new_assessment.state import Other, WizardState
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.pick_field import PickField
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField

_NOBODY = ""
_LEADING = (Company.PARTNERS, Company.VIEWS)
_SIZED = (Company.PARTNERS, Company.VIEWS, Company.SIDES)


class PartiesStep(Column):
    """The other organisations: name, size if known, and who leads.

    ``named(place, name)``, ``sized(place, code)``, ``added()``, ``removed(place)`` and
    ``lead_chosen(code)``; places count from 0.
    """

    named = Signal(int, str)
    sized = Signal(int, str)
    added = Signal()
    removed = Signal(int)
    lead_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.others: list[OtherCard] = []
        self._shape: tuple[Company, int] | None = None
        self._faulty: int | None = None
        self._own = Text("", "body", "muted")
        self._list = Column()
        self._add = Button(_("Add another organisation"), "plain", "plus")
        self._add.clicked.connect(self.added)
        self._leads = Column()
        self._lead: Choice | None = None
        self._leading: tuple[tuple[str, str], ...] = ()
        self.fill(self._own, self._list, self._add, self._leads)

    def render_state(self, state: WizardState) -> None:
        """Show ``state``."""
        choices, company = state.choices, state.choices.company
        before = len(self.others)
        if (company, len(choices.others)) != self._shape:
            self._shape = (company, len(choices.others))
            self._make_cards(state)
        self._faulty = state.faulty
        self._own.setText(_introduction(company, state.charity_name))
        for place, (card, other) in enumerate(zip(self.others, choices.others, strict=True)):
            card.show_other(other, state.fault if place == state.faulty else "")
        self._add.setVisible(len(choices.others) < company.most_others)
        self._ask_lead(state)
        if before and len(self.others) > before:
            self.others[-1].name.setFocus()

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return self.others[0].name.line if self.others else self._add

    def faulty(self) -> QWidget | None:
        """Return what gets the keyboard when something is wrong."""
        return self.others[self._faulty].name if self._faulty is not None else None

    def flush(self) -> None:
        """Tell at once what was typed."""
        for card in self.others:
            card.name.flush()

    def _make_cards(self, state: WizardState) -> None:
        company, number = state.choices.company, len(state.choices.others)
        self.others = [
            OtherCard(
                place,
                number,
                with_size=company in _SIZED,
                can_go=number > company.fewest_others,
            )
            for place in range(number)
        ]
        for card in self.others:
            card.named.connect(self.named)
            card.sized.connect(self.sized)
            card.removed.connect(self.removed)
        self._list.fill(*self.others)

    def _ask_lead(self, state: WizardState) -> None:
        if state.choices.company not in _LEADING:
            self._lead, self._leading = None, ()
            self._leads.fill()
            return
        names = [other.name.strip() for other in state.choices.others]
        leading = (
            ("0", state.charity_name),
            *((str(place), name) for place, name in enumerate(names, 1) if name),
            (_NOBODY, _("Nobody: we work among equals, or it is not settled")),
        )
        if leading != self._leading or self._lead is None:
            self._leading = leading
            self._lead = Choice(_("Who leads?"), leading)
            self._lead.chosen.connect(self.lead_chosen)
            card = Card()
            card.add(self._lead)
            self._leads.fill(card)
        lead = state.choices.lead
        self._lead.set_code(_NOBODY if lead is None else str(lead))


class OtherCard(Card):
    """One of the other organisations."""

    named = Signal(int, str)
    sized = Signal(int, str)
    removed = Signal(int)

    def __init__(self, place: int, of: int, *, with_size: bool, can_go: bool) -> None:
        super().__init__()
        self._place = place
        label = _("Name of the other organisation")
        if of > 1:
            label = _("Name of organisation {number}").format(number=place + 2)
        self.name = TextField(label, longest=LONGEST_TITLE)
        self.name.edited.connect(self._on_name_edited)
        self.add(self.name)
        self.income: PickField | None = None
        if with_size:
            self.income = PickField(_("Its yearly income, if you know it"))
            known = [option for option in income_options() if option[0] != UNSAID]
            self.income.set_options([(UNSAID, _("Not known")), *known])
            self.income.picked.connect(self._on_size_picked)
            self.add(self.income)
        if can_go:
            name = _("Take organisation {number} out").format(number=place + 2)
            button = Button(_("Take it out"), "quiet", name=name)
            button.clicked.connect(self._on_button_clicked)
            self.add(button)

    def show_other(self, other: Other, fault: str) -> None:
        """Show what is known; nobody is told."""
        self.name.set_text(other.name)
        self.name.set_fault(fault)
        if self.income is not None:
            self.income.set_code(_size_code(other.size))

    def _on_name_edited(self, name: str) -> None:
        self.named.emit(self._place, name)

    def _on_size_picked(self, code: str) -> None:
        self.sized.emit(self._place, code)

    def _on_button_clicked(self) -> None:
        self.removed.emit(self._place)


def _size_code(size: IncomeBand | None) -> str:
    return UNSAID if size is None else size.value


def _introduction(company: Company, charity: str) -> str:
    if company is Company.MEMBERS:
        return _(
            "{charity} takes part. Add those who are to answer too; you can add more later."
        ).format(charity=charity)
    return _("{charity} takes part, and so does:").format(charity=charity)
