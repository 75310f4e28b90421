"""The time before, the time after, and the way to the next one."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.results.state import Time, Times
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.section import Section
from collabkit.ui.widgets.text import Text


class TimesPart(Section):
    """``place_requested(key, assessment_id)`` asks for the results or the plan of another time."""

    place_requested = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(_("Before and after"))
        self._times: Times | None = None
        self._column = Column()
        self.add(self._column)

    def show_times(self, times: Times | None) -> None:
        """Show which other times there are; without any, and with no next one to offer, nothing."""
        show_if(self, times is not None)
        if times == self._times:
            return
        self._times = times
        card = Card()
        if times is None:
            self._column.fill()
            return
        if times.before is not None:
            card.add(_TimeEntry(times.before, _("The time before"), self))
        if times.after is not None:
            card.add(_TimeEntry(times.after, _("The time after"), self))
        if times.again:
            card.add(_AgainEntry(times.again, self))
        self._column.fill(card)


class _TimeEntry(Entry):
    def __init__(self, time: Time, about: str, part: TimesPart) -> None:
        super().__init__(time.title, about)
        self._part, self._id = part, time.assessment_id
        name = _("Results of {title}").format(title=time.title)
        results = Button(_("Results"), "plain", name=name)
        results.clicked.connect(self._on_results_clicked)
        self.add_act(results)
        if time.has_plan:
            name = _("Look back on the plan of {title}").format(title=time.title)
            plan = Button(_("Look back on its plan"), "quiet", name=name)
            plan.clicked.connect(self._on_plan_clicked)
            self.add_act(plan)

    def _on_results_clicked(self) -> None:
        self._part.place_requested.emit("results", self._id)

    def _on_plan_clicked(self) -> None:
        self._part.place_requested.emit("again", self._id)


class _AgainEntry(Column):
    def __init__(self, assessment_id: str, part: TimesPart) -> None:
        super().__init__(gap=1)
        self._part, self._id = part, assessment_id
        again = Button(_("Start again from last time"), "plain")
        again.clicked.connect(self._on_again_clicked)
        words = _(
            "When some time has passed, begin with what became of the plan. Then answer the same "
            "statements, and see both pictures beside each other."
        )
        self.fill(Text(words), again)

    def _on_again_clicked(self) -> None:
        self._part.place_requested.emit("again", self._id)
