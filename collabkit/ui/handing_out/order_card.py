"""For whom sheets are, and how many of each kind."""

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.handing_out.state import AskingState, Kind, Options
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.pick_field import PickField
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField

_MOST_TO_SEE = 5  # organisations; more are picked from a list


class SideCard(Card):
    """For and about which organisation sheets are. ``Choice`` or ``PickField``, by their number."""

    def __init__(self, parties: Options, abouts: Options) -> None:
        super().__init__(_("For whom?"))
        self.party = _side(_("For which organisation do they speak?"), parties)
        self.about = _side(_("About which organisation?"), abouts) if abouts else None
        self._faults = {"party": _fault()} | ({"about": _fault()} if abouts else {})
        self.role = Text("", "note", "muted")
        self.add(self.party, self._faults["party"])
        if self.about is not None:
            self.add(self.about, self._faults["about"])
        self.add(self.role)

    def show_state(self, state: AskingState) -> None:
        """Show what is chosen and what is missing."""
        self.party.set_code(state.party)
        if self.about is not None:
            self.about.set_code(state.about)
        for key, fault in self._faults.items():
            fault.setText(state.faults.get(key, ""))
            show_if(fault, bool(fault.text()))
        self.role.setText(state.role)
        show_if(self.role, bool(state.role))


class NumbersCard(Card):
    """How many sheets of each kind."""

    def __init__(self) -> None:
        super().__init__(_("How many sheets?"))
        self.fields = {
            Kind.FILE: TextField(
                _("Answer files"),
                _("For people who have collabkit. They answer in it, at their own pace."),
                3,
            ),
            Kind.FORM: TextField(
                _("PDFs"),
                _("To be filled in on a screen, or printed and filled in with a pen."),
                3,
            ),
            Kind.LARGE: TextField(
                _("PDFs in large print"), _("The same, for people who read large print."), 3
            ),
        }
        self.shared = ExplainedTick(
            _("One PDF for everybody"),
            _(
                "The same copy for all, to put in a newsletter or to print many times. Nobody can "
                "change their answers later, and if two sheets say the very same, you have to say "
                "whether they are from two people."
            ),
        )
        self.role = Text("", "note", "muted")
        self.role.hide()
        self.add(*self.fields.values(), self.shared, self.role)
        self.dress(theme_of(self))

    @property
    def texts(self) -> dict[Kind, str]:
        """What stands in the fields."""
        return {kind: field.text for kind, field in self.fields.items()}

    @property
    def wants_shared(self) -> bool:
        """Whether one PDF for everybody is wanted."""
        return self.shared.tick.isChecked() and not self.shared.isHidden()

    def show_state(self, state: AskingState) -> None:
        """Show what is wrong with a number, and in which role all of them answer."""
        for kind, field in self.fields.items():
            field.set_fault(state.faults.get(kind, ""))
        show_if(self.shared, state.can_share)
        self.role.setText("" if state.parties else state.role)
        self.role.setVisible(bool(self.role.text()))

    def empty(self) -> None:
        """Begin anew."""
        for field in self.fields.values():
            field.set_text("")
        self.shared.tick.setChecked(False)

    def faulty(self, state: AskingState) -> QWidget | None:
        """Return the first field with something wrong in it."""
        return next((field for kind, field in self.fields.items() if kind in state.faults), None)

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        for field in getattr(self, "fields", {}).values():
            field.line.setMaximumWidth(theme.metrics.ems(6))


class PromiseCard(Card):
    """What happens with the answers."""

    def __init__(self, paragraphs: tuple[str, ...]) -> None:
        super().__init__(_("What happens with the answers"))
        self.add(*(Text(paragraph) for paragraph in paragraphs))
        self.add(Text(_("This is on each sheet, too."), "note", "muted"))


def _side(label: str, options: Options) -> Choice | PickField:
    if len(options) <= _MOST_TO_SEE:
        return Choice(label, options)
    field = PickField(label)
    field.set_options(options)
    field.set_code(None)
    return field


def _fault() -> Text:
    text = Text("", "note", "alert")
    text.hide()
    return text
