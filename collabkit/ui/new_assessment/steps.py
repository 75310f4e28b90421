"""The first steps of the way: what is asked, and about whom."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.assessments.assessment import Selection
from collabkit.assessments.pack import Pack
from collabkit.i18n import _, ngettext
from collabkit.services.charities import LONGEST_NAME
from collabkit.ui.new_assessment.pack_face import PackFace, about_minutes, pack_minutes
from collabkit.ui.new_assessment.state import WizardState
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.level_card import Answer
from collabkit.ui.widgets.level_choice import LevelChoice
from collabkit.ui.widgets.text_field import TextField


class CharityStep(Column):
    """Which charity: one of those that are there, or one to be added right here.

    ``chosen(charity_id)``, with an empty id for one to be added; ``named(name)``.
    """

    chosen = Signal(str)
    named = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=3)
        self.choice = LevelChoice(_("Charity"))
        self.choice.answer_given.connect(self.chosen)
        self.name = TextField(
            _("Name of the charity"),
            _("You can say more about it later, under Assess."),
            longest=LONGEST_NAME,
        )
        self.name.edited.connect(self.named)
        self._card = Card()
        self._card.add(self.name)
        self.fill(self.choice, self._card)

    def render_state(self, state: WizardState) -> None:
        """Show ``state``."""
        self.choice.setVisible(bool(state.charities))
        answers = [Answer(charity.id, charity.name) for charity in state.charities]
        self.choice.offer([*answers, Answer("", _("Another charity"))])
        self.choice.set_answer(state.choices.charity_id or "")
        self._card.setVisible(state.choices.charity_id is None)
        self.name.set_text(state.choices.new_name)
        self.name.set_fault(state.fault)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        if self.choice.isHidden():
            return self.name.line
        return self.choice.focus_card()


class PackStep(Column):
    """Which questionnaire: what it asks, of whom, how long it takes. ``chosen(pack_id)``."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__(gap=3)
        self.choice = LevelChoice(_("Questionnaire"))
        self.choice.answer_given.connect(self.chosen)
        self._face = Column()
        self.fill(self.choice, self._face)

    def render_state(self, state: WizardState) -> None:
        """Show ``state``."""
        self.choice.offer(
            [
                Answer(pack.id, pack.title, f"{pack.question} {pack_minutes(pack)}")
                for pack in state.packs
            ]
        )
        self.choice.set_answer(state.choices.pack_id)
        card = Card()
        card.add(PackFace(state.pack, with_question=False))
        self._face.fill(card)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return self.choice.focus_card()


class StatementsStep(Column):
    """How many statements: the short or the full version. ``chosen(selection)``."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.choice = LevelChoice(_("Statements"))
        self.choice.answer_given.connect(self.chosen)
        self.fill(self.choice)

    def render_state(self, state: WizardState) -> None:
        """Show ``state``."""
        self.choice.offer(
            [
                Answer(
                    Selection.CORE,
                    version_name(state.pack, Selection.CORE),
                    _("{minutes} Enough for a first picture.").format(
                        minutes=version_minutes(state.pack, Selection.CORE)
                    ),
                ),
                Answer(
                    Selection.ALL,
                    version_name(state.pack, Selection.ALL),
                    _("{minutes} The whole picture.").format(
                        minutes=version_minutes(state.pack, Selection.ALL)
                    ),
                ),
            ]
        )
        self.choice.set_answer(state.choices.selection)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return self.choice.focus_card()


def version_name(pack: Pack, selection: Selection) -> str:
    """Return the name of a version with the number of its statements."""
    if selection is Selection.CORE:
        number = len(pack.core_ids)
        words = ngettext(
            "Short version: {number} statement", "Short version: {number} statements", number
        )
    else:
        number = len(tuple(pack.items))
        words = ngettext(
            "Full version: {number} statement", "Full version: {number} statements", number
        )
    return words.format(number=number)


def version_minutes(pack: Pack, selection: Selection) -> str:
    """Return how long a version takes, in a sentence."""
    short = pack.minutes_short if selection is Selection.CORE else None
    return about_minutes(short or pack.minutes_full)
