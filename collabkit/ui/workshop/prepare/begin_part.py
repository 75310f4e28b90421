"""For which charity a session is, and with which questionnaire."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.new_assessment.steps import CharityStep
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.level_card import Answer
from collabkit.ui.widgets.level_choice import LevelChoice
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.prepare.state import BeginState, PackOption


class BeginPart(Column):
    """Two questions, both answered already where that can be guessed.

    ``charity_chosen(charity_id)``, ``charity_named(name)`` and ``pack_chosen(pack_id)``.
    """

    charity_chosen = Signal(str)
    charity_named = Signal(str)
    pack_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=3)
        self._template = Text("", "lead")
        self.charity = CharityStep()
        self.charity.chosen.connect(self.charity_chosen)
        self.charity.named.connect(self.charity_named)
        self._charities = Section(_("Which charity?"))
        self._charities.add(self.charity)
        self.packs = LevelChoice(_("Questionnaire"))
        self.packs.answer_given.connect(self.pack_chosen)
        self._others = Fold(_("Why are the other questionnaires not here?"))
        self._reasons = Column(gap=1.5)
        self._others.add(self._reasons)
        self._packs = Section(
            _("Which questionnaire?"), _("You choose some of its statements in a moment.")
        )
        self._packs.add(self.packs, self._others)
        self._offered: tuple[PackOption, ...] = ()
        self.fill(self._template, self._charities, self._packs)

    def render_state(self, state: BeginState) -> None:
        """Show ``state``."""
        self._template.setText(_("As in the template “{title}”.").format(title=state.template))
        self._template.setVisible(bool(state.template))
        is_naming = not state.charity_id
        self.charity.offer(state.charities, state.charity_id, is_naming=is_naming)
        self.charity.show_name(state.new_name, state.fault)
        self._packs.setVisible(not state.template)
        if state.packs != self._offered:
            self._offered = state.packs
            votable = [option for option in state.packs if not option.reason]
            self.packs.offer([Answer(o.id, o.title, o.about) for o in votable])
            others = [option for option in state.packs if option.reason]
            self._reasons.fill(*(Entry(option.title, option.reason) for option in others))
            self._others.setVisible(bool(others))
        self.packs.set_answer(state.pack_id)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return self.charity.first_focus()

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.charity.flush()
