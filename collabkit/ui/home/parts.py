"""The parts of Home."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout

from collabkit.assessments.sentences import in_words
from collabkit.i18n import _, ngettext
from collabkit.ui.home.state import DueLine, DuePlan, EndedSession, KeptTooLong, Work
from collabkit.ui.progress_words import time_needed
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button, ButtonKind
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.sample_mark import SampleMark
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.sign import Sign
from collabkit.ui.widgets.text import Text, Tone

_AROUND_PRIMARY = 2.5  # units of space above the one button that matters most


class StartCard(Card):
    """What somebody needs to know who is here for the first time, and one button."""

    def __init__(self) -> None:
        super().__init__()
        self.button = Button(_("Start"), "primary", "arrow", sign_after=True)
        words = Column(gap=1)
        words.fill(Assurance("clock", leisure()), privacy())
        self.add(words, self.button)

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self.body.setSpacing(theme.metrics.units(_AROUND_PRIMARY))


class NextCard(Card):
    """The one thing to do next. ``taken(Work)`` tells that its button was pressed."""

    taken = Signal(object)

    def __init__(self, work: Work, verb: str) -> None:
        super().__init__(work.charity)
        self._work = work
        self.button = Button(verb, "primary", "arrow", sign_after=True)
        self.button.setAccessibleDescription(work.name)
        self.button.clicked.connect(self._on_button_clicked)
        words = Column(gap=0.4)
        words.fill(Text(work.title, "strong"), Text(f"{work.progress} {work.place}".strip()))
        self.add(words, self.button)

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self.body.setSpacing(theme.metrics.units(_AROUND_PRIMARY))

    def _on_button_clicked(self) -> None:
        self.taken.emit(self._work)


class HeldCard(Card):
    """A session that has ended, and the ways to what came of it.

    ``plan_wanted(assessment_id)``, ``results_wanted(assessment_id)`` and
    ``papers_wanted(session_id)``. ``is_next`` makes the first of its buttons the one that matters.
    """

    plan_wanted = Signal(str)
    results_wanted = Signal(str)
    papers_wanted = Signal(str)

    def __init__(self, held: EndedSession, *, is_next: bool) -> None:
        self._acts = Flow()
        super().__init__(held.charity)
        self._held = held
        first: ButtonKind = "primary" if is_next else "plain"
        name = held.name
        plan = Button(_("The plan"), first, name=_("The plan of {name}").format(name=name))
        kind: ButtonKind = "plain" if held.has_plan else first
        results = Button(_("The results"), kind, name=_("The results of {name}").format(name=name))
        papers = Button(
            _("The report and the minutes"),
            "plain",
            name=_("The report and the minutes of {name}").format(name=name),
        )
        plan.clicked.connect(self._on_plan_clicked)
        results.clicked.connect(self._on_results_clicked)
        papers.clicked.connect(self._on_papers_clicked)
        self.button = plan if held.has_plan else results
        words = Column(gap=0.4)
        words.fill(Text(held.title, "strong"), Text(held.ended))
        for button in (plan, results, papers) if held.has_plan else (results, papers):
            self._acts.addWidget(button)
        self.add(words, self._acts)

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self.body.setSpacing(theme.metrics.units(_AROUND_PRIMARY))
        self._acts.set_gaps(theme.metrics.units(1), theme.metrics.units(1))

    def _on_plan_clicked(self) -> None:
        self.plan_wanted.emit(self._held.assessment_id)

    def _on_results_clicked(self) -> None:
        self.results_wanted.emit(self._held.assessment_id)

    def _on_papers_clicked(self) -> None:
        self.papers_wanted.emit(self._held.session_id)


class WorkEntry(Entry):
    """An assessment that can be gone on with. ``taken(Work)``."""

    taken = Signal(object)

    def __init__(self, work: Work) -> None:
        super().__init__(work.name, f"{work.progress} {work.place}".strip())
        self._work = work
        button = Button(_("Go on"), "quiet", name=_("Go on with {name}").format(name=work.name))
        button.clicked.connect(self._on_button_clicked)
        self.add_act(button)

    def _on_button_clicked(self) -> None:
        self.taken.emit(self._work)


class _PastEntry(Entry):
    """A past assessment and what can be done with it now. ``taken(assessment_id)``."""

    taken = Signal(str)

    def __init__(self, assessment_id: str, name: str, about: str, button: Button) -> None:
        super().__init__(name, about)
        self._assessment_id = assessment_id
        button.clicked.connect(self._on_button_clicked)
        self.add_act(button)

    def _on_button_clicked(self) -> None:
        self.taken.emit(self._assessment_id)


class AgainEntry(_PastEntry):
    """What was finished about a year ago. ``taken(assessment_id)`` asks to start it again."""

    def __init__(self, work: Work) -> None:
        name = _("Start again from {name}").format(name=work.name)
        button = Button(_("Start again"), "quiet", name=name)
        super().__init__(work.assessment_id, work.name, work.progress, button)


class KeptEntry(_PastEntry):
    """What was to be kept until now. ``taken(assessment_id)`` asks to decide about it."""

    def __init__(self, kept: KeptTooLong) -> None:
        name = _("Decide about {name}").format(name=kept.name)
        button = Button(_("Decide"), "quiet", name=name)
        super().__init__(kept.assessment_id, kept.name, kept.sentence, button)


class DueCard(Card):
    """A plan with what is due in it.

    ``taken(assessment_id, action_id)`` asks for the plan; without an id it is not about any action.
    """

    taken = Signal(str, str)

    def __init__(self, plan: DuePlan) -> None:
        super().__init__()
        self._assessment_id = plan.assessment_id
        entry = Entry(plan.name)
        name = _("Open the plan {name}").format(name=plan.name)
        button = Button(_("Open the plan"), "plain", name=name)
        button.clicked.connect(self._on_button_clicked)
        entry.add_act(button)
        self.add(entry)
        for line in plan.lines:
            row = _DueRow(line)
            row.taken.connect(self._on_row_taken)
            self.add(row)
        if plan.more:
            more = ngettext(
                "One more is due soon.", "{number} more are due soon.", plan.more
            ).format(number=in_words(plan.more).capitalize())
            self.add(Text(more, "note", "muted"))

    def _on_button_clicked(self) -> None:
        self.taken.emit(self._assessment_id, "")

    def _on_row_taken(self, action_id: str) -> None:
        self.taken.emit(self._assessment_id, action_id)


class _DueRow(Part):
    """One action and its day; ``taken(action_id)`` asks for it."""

    taken = Signal(str)

    def __init__(self, line: DueLine) -> None:
        super().__init__()
        self._action_id = line.action_id
        tone: Tone = "alert" if line.is_overdue else "muted"
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        words = Column(gap=0)
        words.fill(Text(line.text), Text(line.when, "note", tone))
        sign = Sign("clock" if line.is_overdue else "calendar", tone)
        name = _("See the action: {action}").format(action=line.text)
        button = Button(_("See it"), "quiet", name=name)
        button.clicked.connect(self._on_button_clicked)
        self._row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(words, 1)
        self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._row.setSpacing(theme.metrics.units(1.5))

    def _on_button_clicked(self) -> None:
        self.taken.emit(self._action_id)


class OpenFileButton(Button):
    """The door for whatever somebody sent."""

    def __init__(self) -> None:
        super().__init__(_("Open a file somebody sent you"), "plain", "file")


class SentSection(Section):
    """What the door is for, for somebody who is here for the first time because of a file."""

    def __init__(self) -> None:
        super().__init__(
            _("Did somebody send you a file?"),
            _("An invitation to answer, answers that came back, or anything else for collabkit."),
        )
        self.open = OpenFileButton()
        self.add(self.open)


class SampleSection(Section):
    """The sample charity: to be looked at, opened again or put away."""

    open_requested = Signal()
    put_away_requested = Signal()

    def __init__(self) -> None:
        super().__init__(_("A sample to look at"))
        self.open = Button(_("Look at a sample"))
        self.put_away = Button(_("Put it away"), "quiet", name=_("Put the sample away"))
        self.open.clicked.connect(self.open_requested)
        self.put_away.clicked.connect(self.put_away_requested)
        self._row = QHBoxLayout()
        self._row.addWidget(self.open)
        self._row.addWidget(self.put_away)
        self._row.addStretch(1)
        self.mark(SampleMark())
        self.add(self._row)

    def render_state(self, *, exists: bool, is_under_way: bool) -> None:
        """Offer to make the sample, or to open it or put it away."""
        if is_under_way:
            verb = _("Filling in the sample…")
        elif exists:
            verb = _("Open the sample")
        else:
            verb = _("Look at a sample")
        self.open.set_words(verb)
        self.open.setDisabled(is_under_way)
        self.put_away.setVisible(exists)
        self.set_sentence(
            _("It is there to play with. Nothing in it counts as yours.")
            if exists
            else _("A made-up charity, already filled in, shows what you will get.")
        )


def privacy() -> Assurance:
    """Return the promise that everything rests on."""
    return Assurance("lock", _("Everything stays on this computer."))


def leisure() -> str:
    """Return how much time is needed, and that it need not be found all at once."""
    return f"{time_needed()} {_('You can stop and go on when you like.')}"
