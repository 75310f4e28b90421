"""The step at which people say how many statements they want to answer."""

from math import ceil

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.assessments.assessment import Selection
from collabkit.assessments.limits import SCORE_FROM
from collabkit.assessments.pack import OutcomeKind, Pack
from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.ui.new_assessment.beginning import (
    has_short_version,
    may_be_chosen_from,
    statements,
)
from collabkit.ui.new_assessment.own_choice import OwnChoice
from collabkit.ui.new_assessment.pack_face import about_minutes
from collabkit.ui.new_assessment.state import Choices, WizardState
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.level_card import Answer
from collabkit.ui.widgets.level_choice import LevelChoice
from collabkit.ui.widgets.text import Text


class StatementsStep(Column):
    """The short version, the full one, or one's own choice.

    ``chosen(selection)`` and ``picked(frozenset of statement ids)``.
    """

    chosen = Signal(str)
    picked = Signal(frozenset)

    def __init__(self) -> None:
        super().__init__()
        self.choice = LevelChoice(_("Statements"))
        self.choice.answer_given.connect(self.chosen)
        self.fault = Text("", "body", "alert")
        self._note = Text("", "body", "muted")
        self.own = OwnChoice()
        self.own.picked.connect(self.picked)
        self.fill(self.choice, self.fault, self._note, self.own)

    def render_state(self, state: WizardState) -> None:
        """Show ``state``."""
        pack, choices = state.pack, state.choices
        self.choice.offer([_answer(pack, choices, s) for s in _offered(pack)])
        self.choice.set_answer(choices.selection)
        is_own = choices.selection is Selection.OWN_CHOICE
        if is_own:
            self.own.show_pack(pack, choices.chosen)
        self.own.setVisible(is_own)
        self._note.setText(_score_note(pack))
        self._note.setVisible(is_own and bool(self._note.text()))
        self._tell_fault(state.fault)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return self.choice.focus_card()

    def faulty(self) -> QWidget | None:
        """Return what gets the keyboard when something is wrong."""
        return self.own.first_tick()

    def flush(self) -> None:
        """There is nothing to type; what was wrong is looked at anew."""
        self._keep_room(False)

    def _tell_fault(self, sentence: str) -> None:
        """Say what is wrong. What is mended leaves its room, so that no statement moves away."""
        if sentence:
            self.fault.setText(sentence)
            self._keep_room(True)
        self.fault.setVisible(bool(sentence))

    def _keep_room(self, kept: bool) -> None:
        policy = self.fault.sizePolicy()
        policy.setRetainSizeWhenHidden(kept)
        self.fault.setSizePolicy(policy)


def selection_name(pack: Pack, choices: Choices, selection: Selection) -> str:
    """Return the name of a version with the number of its statements."""
    number = _number(pack, choices, selection)
    if selection is Selection.CORE:
        words = ngettext(
            "Short version: {number} statement", "Short version: {number} statements", number
        )
    elif selection is Selection.ALL:
        words = ngettext(
            "Full version: {number} statement", "Full version: {number} statements", number
        )
    elif number:
        words = ngettext(
            "Our own choice: {number} statement", "Our own choice: {number} statements", number
        )
    else:
        return _("Our own choice")
    return words.format(number=number)


def selection_minutes(pack: Pack, choices: Choices, selection: Selection) -> str:
    """Return how long a version takes, in a sentence; an own choice in proportion."""
    if selection is Selection.CORE:
        return about_minutes(pack.minutes_short or pack.minutes_full)
    if selection is Selection.ALL:
        return about_minutes(pack.minutes_full)
    number = len(choices.chosen)
    if not number:
        return ""
    return about_minutes(ceil(pack.minutes_full * number / len(statements(pack))))


def _offered(pack: Pack) -> list[Selection]:
    offered = [Selection.CORE] if has_short_version(pack) else []
    offered.append(Selection.ALL)
    return [*offered, Selection.OWN_CHOICE] if may_be_chosen_from(pack) else offered


def _answer(pack: Pack, choices: Choices, selection: Selection) -> Answer:
    meaning = {
        Selection.CORE: _("Enough for a first picture."),
        Selection.ALL: _("The whole picture."),
        Selection.OWN_CHOICE: _("Tick the statements that matter to you now."),
    }[selection]
    minutes = selection_minutes(pack, choices, selection)
    name = selection_name(pack, choices, selection)
    return Answer(selection, name, f"{minutes} {meaning}".strip())


def _number(pack: Pack, choices: Choices, selection: Selection) -> int:
    if selection is Selection.CORE:
        return len(pack.core_ids)
    return len(statements(pack) if selection is Selection.ALL else choices.chosen)


def _score_note(pack: Pack) -> str:
    if pack.outcome.kind is not OutcomeKind.PROFILE:
        return ""
    return _(
        "For a score, each {part} needs {number} statements or more. With fewer, every statement "
        "is still shown by itself."
    ).format(part=pack.parts_called[0], number=in_words(SCORE_FROM))
