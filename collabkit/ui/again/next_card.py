"""What is settled before the next occasion starts."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.services.company import Company
from collabkit.services.naming import LONGEST_TITLE
from collabkit.ui.again.state import AgainState, NextDraft, NextStep
from collabkit.ui.again.wording import answers_words, people_question
from collabkit.ui.new_assessment.group_questions import group_questions, keeping_question
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_field import TextField


class NextCard(Card):
    """What it is called, from how many people on results are shown, and whether they are the same.

    And how long the answers are kept: as long as the last time, unless something else is chosen.
    ``title_changed(title)``, ``minimum_chosen(number)``, ``consent_taken(bool)``,
    ``people_chosen(code)`` and ``keeping_chosen(years)``.
    """

    title_changed = Signal(str)
    minimum_chosen = Signal(str)
    consent_taken = Signal(bool)
    people_chosen = Signal(str)
    keeping_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._asked: tuple[Company, int] | None = None
        self._asks = Text()
        self.title = TextField(_("What shall it be called?"), longest=LONGEST_TITLE)
        self.title.edited.connect(self.title_changed)
        self._group = Column()
        self._keeping = Column()
        self._people = Column()
        self._answers = Column()
        self.minimum: Choice | None = None
        self.people: Choice | None = None
        self.keeping: Choice | None = None
        self.consent: ExplainedTick | None = None
        self.fault = Text("", "note", "alert")
        self.add(self._asks, self.title, self._group, self.fault, self._keeping, self._people)
        self.add(self._answers)

    def render_state(self, state: AgainState) -> None:
        """Show what was chosen so far."""
        draft = state.draft
        if draft is None:
            return
        is_session = state.way is NextStep.PREPARE
        self._asks.setText(_session_words() if is_session else draft.asks)
        if not self.title.is_being_typed:
            self.title.set_text(draft.title)
        self.title.set_fault("" if state.is_consent_missing else state.fault)
        if (draft.company, draft.kept_last) != self._asked:
            self._asked = (draft.company, draft.kept_last)
            self._ask(draft.company, draft.kept_last)
        show_if(self._group, bool(self._group.parts) and not is_session)
        show_if(self._keeping, draft.asks_keeping and not is_session)
        show_if(self._people, draft.asks_people and not is_session)
        show_if(self._answers, not is_session)
        self._show_group(draft)
        self._show_fault(state.fault if state.is_consent_missing else "")

    def faulty(self, state: AgainState) -> QWidget:
        """Return what gets the keyboard when something is wrong."""
        if state.is_consent_missing and self.consent is not None:
            return self.consent.tick
        return self.title

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.title.flush()

    def _show_fault(self, sentence: str) -> None:
        if sentence and sentence != self.fault.text():
            announce(self, sentence, urgent=True)
        self.fault.setText(sentence)
        show_if(self.fault, bool(sentence))

    def _show_group(self, draft: NextDraft) -> None:
        if self.minimum is not None and self.consent is not None:
            self.minimum.set_code(str(draft.minimum))
            show_if(self.consent, draft.needs_consent)
            self.consent.tick.setChecked(draft.all_agreed)
        if self.people is not None:
            self.people.set_code(draft.people.value)
        if self.keeping is not None:
            self.keeping.set_code(str(draft.keep_years))

    def _ask(self, company: Company, kept_last: int) -> None:
        self.minimum = self.consent = None
        label, options, hint = people_question(company)
        self.people = Choice(label, options, hint)
        self.people.chosen.connect(self.people_chosen)
        self._people.fill(self.people)
        self.keeping = keeping_question(kept_last)
        self.keeping.chosen.connect(self.keeping_chosen)
        self._keeping.fill(self.keeping)
        self._answers.fill(Assurance("lock", answers_words(company)))
        if not company.has_secrets:
            self._group.fill()
            return
        self.minimum, self.consent = group_questions(company)
        self.minimum.chosen.connect(self.minimum_chosen)
        self.consent.tick.clicked.connect(self.consent_taken)
        self._group.fill(self.minimum, self.consent)


def _session_words() -> str:
    return _(
        "The next session is prepared like the last one: the same statements, voted on in the "
        "same way. You can change everything before it begins. Once it has ended, what is still "
        "open can be taken into its plan from here."
    )
