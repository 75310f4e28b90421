"""What stands at the top of a sheet of paper: for whom it is, which role, which code."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.services.naming import LONGEST_TITLE
from collabkit.ui.keying_in.state import KeyingInState, Options
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField

_LONGEST_CODE = 20  # with the spaces and dashes that somebody types


class HeadCard(Card):
    """``party_chosen(id)``, ``about_chosen(id)``, ``role_chosen(code)``, and what is typed:
    ``code_given(text)`` and ``name_given(text)``. ``code_left()`` tells that the code is whole.
    """

    party_chosen = Signal(str)
    about_chosen = Signal(str)
    role_chosen = Signal(str)
    code_given = Signal(str)
    code_left = Signal()
    name_given = Signal(str)

    def __init__(self) -> None:
        super().__init__(_("The top of the sheet"))
        self.party = _Question(_("For which organisation does it speak?"))
        self.about = _Question(_("About which organisation?"))
        self.role = _Question(_("Which role is ticked?"))
        self.code = TextField(
            _("Code of the sheet"),
            _("Six letters and figures, at the foot of every page, if there are any."),
            _LONGEST_CODE,
        )
        self.name = TextField(
            _("Name or number on the sheet"),
            _("Only if somebody wrote one there. It may stay empty."),
            LONGEST_TITLE,
        )
        self.add(self.party, self.about, self.role, self.code, self.name)
        for question, signal in (
            (self.party, self.party_chosen),
            (self.about, self.about_chosen),
            (self.role, self.role_chosen),
        ):
            question.chosen.connect(signal)
        self.code.edited.connect(self.code_given)
        self.code.line.editingFinished.connect(self._on_code_line_editing_finished)
        self.name.edited.connect(self.name_given)
        self.dress(theme_of(self))

    def show_state(self, state: KeyingInState) -> None:
        """Show what is asked at the top and what was said."""
        missing = state.missing
        self.party.show_options(state.parties, state.party, missing.get("party", ""))
        self.about.show_options(state.abouts, state.about, missing.get("about", ""))
        self.role.show_options(state.roles, state.role, missing.get("role", ""))
        if not self.code.is_being_typed:
            self.code.set_text(state.code)
        self.code.set_fault(state.code_fault)
        if not self.name.is_being_typed:
            self.name.set_text(state.name)

    def first(self) -> QWidget:
        """Return what is used first."""
        questions = (self.party, self.about, self.role)
        return next((radio for q in questions if (radio := q.stop) is not None), self.code.line)

    def missing(self, state: KeyingInState) -> QWidget | None:
        """Return the first question that has to be answered still."""
        questions = {"party": self.party, "about": self.about, "role": self.role}
        return next((q.stop for key, q in questions.items() if key in state.missing), None)

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.code.flush()
        self.name.flush()

    def _on_code_line_editing_finished(self) -> None:
        self.code.flush()
        self.code_left.emit()

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        if hasattr(self, "code"):
            self.code.line.setMaximumWidth(theme.metrics.ems(10))
            self.name.line.setMaximumWidth(theme.metrics.ems(22))


class _Question(Column):
    """A choice that comes and goes with its options, and what is said while nothing is chosen."""

    chosen = Signal(str)

    def __init__(self, label: str) -> None:
        super().__init__(gap=0)
        self._label = label
        self._options: Options = ()
        self.choice: Choice | None = None
        self._fault = Text("", "note", "alert")
        self._choice = Column(gap=0)
        self.fill(self._fault, self._choice)
        show_if(self, False)

    @property
    def stop(self) -> QWidget | None:
        """The option at which Tab stops, if there are any."""
        radios = self.choice.radios if self.choice else []
        return next((r for r in radios if r.isChecked()), next(iter(radios), None))

    def show_options(self, options: Options, code: str | None, fault: str) -> None:
        """Ask for one of ``options``; without any, nothing is asked."""
        if options != self._options:
            self._options = options
            self.choice = None
            self._choice.fill()
            if options:
                self.choice = Choice(self._label, options)
                self.choice.chosen.connect(self.chosen)
                self._choice.fill(self.choice)
            show_if(self, bool(options))
        self._fault.setText(fault)
        show_if(self._fault, bool(fault))
        if self.choice is not None:
            self.choice.set_code(code)
