"""Home: the next thing to do, and little else."""

from PySide6.QtWidgets import QWidget

from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.ui.context import Context
from collabkit.ui.home.parts import Assurance, DueCard, NextCard, SampleSection, WorkEntry
from collabkit.ui.home.presenter import HomePresenter
from collabkit.ui.home.state import HomeState, Work
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.page import Page
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.text import Text

_QUIETER = 3  # other unfinished assessments, and plans, that are shown here


class HomePage(Page):
    """Where one is led on: to go on, to a plan with something due, or to something new."""

    def __init__(self, context: Context) -> None:
        super().__init__(_("Welcome"))
        self._presenter = HomePresenter(context.services, context.today, self)
        self._presenter.state_changed.connect(self.render_state)
        self._presenter.sample_ready.connect(self._on_presenter_sample_ready)
        self._presenter.sample_put_away.connect(self._on_presenter_sample_put_away)
        self._presenter.problem_met.connect(self._on_presenter_problem_met)
        self.notice.action_taken.connect(self._presenter.bring_sample_back)
        self._primary: Button | None = None
        self._next = Column(gap=4)
        self._others = Section(_("Also not finished"))
        self._other_entries = Column(gap=3)
        self._others.add(self._other_entries)
        self._due = Section(_("Coming up in your plans"))
        self._due_cards = Column()
        self._due.add(self._due_cards)
        self._new = Section(_("Start something new"), " ")
        self._new_button = Column()
        self._new.add(self._new_button)
        self.sample = SampleSection()
        self.sample.open_requested.connect(self._presenter.open_sample)
        self.sample.put_away_requested.connect(self._presenter.put_sample_away)
        self._privacy = Section("")
        self._privacy.heading.hide()
        self._privacy.add(Assurance("lock", _("Everything stays on this computer.")))
        self.add(self._next, self._due, self._others, self._new, self.sample, self._privacy)

    def render_state(self, state: HomeState) -> None:
        """Show ``state``."""
        self._primary = None
        self.set_title(*_words(state))
        self._next.fill(*self._next_parts(state))
        self._render_others(state.to_go_on[1:])
        self._due.setVisible(bool(state.due))
        self._due_cards.fill(*(self._due_card(plan) for plan in state.due[:_QUIETER]))
        self._new.setVisible(not state.is_first_time)
        self._new.set_sentence(_time_needed(state.minutes))
        self._new_button.fill(self._start_button())
        self.sample.render_state(
            exists=state.sample is not None, is_under_way=state.is_sample_under_way
        )
