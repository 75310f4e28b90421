"""What leaves for a network and what stays, a tick for each that may do either."""

from collections.abc import Iterator

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.taking_out.state import Leaving, NetworkState
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.entry import Entry
from collabkit.ui.widgets.explained_tick import ExplainedTick
from collabkit.ui.widgets.text import Text


class LeavingList(Column):
    """What may go along, what stays here and why. ``chosen(assessment_id, bool)``.

    A tick stays where it is when it is pressed, with the keyboard.
    """

    chosen = Signal(str, bool)

    def __init__(self) -> None:
        super().__init__(gap=1.5)
        self._told: object = None
        self.ticks: dict[str, _LeavingTick] = {}

    def show_state(self, state: NetworkState) -> None:
        """Show ``state``; nobody is told."""
        told = (state.is_read, state.offered, state.staying, state.cautions, state.why_not)
        if told != self._told:
            self._told = told
            self.fill(*self._parts(state))

    def forget(self) -> None:
        """Make every tick afresh when it is shown next."""
        self._told = None
        self.ticks = {}

    def _parts(self, state: NetworkState) -> Iterator[QWidget]:
        if not state.is_read:
            yield Text(_("Looking what can leave…"), "body", "muted")
            return
        if state.why_not:
            return
        yield _heading(_("This goes along if it is ticked"))
        if not state.offered:
            yield Text(
                _(
                    "Nothing yet. Finish an assessment that enough people have answered, then come "
                    "back."
                )
            )
        for one in state.offered:
            yield self._tick(one)
        if state.goes:
            yield Assurance(
                "eye",
                _(
                    "With it go the band of your income and who runs your group, as far as you "
                    "have said so. No words that anybody wrote, nothing about groups that are "
                    "too small, and no name unless you give one below."
                ),
            )
        elif state.offered:
            yield Text(_("Nothing is ticked, so nothing goes along."), "body", "muted")
        for caution in state.cautions:
            yield Assurance("alert", caution)
        if state.staying:
            yield _heading(_("This stays here"))
        for other in state.staying:
            yield Entry(other.title, other.what)

    def _tick(self, one: Leaving) -> "_LeavingTick":
        tick = self.ticks.get(one.assessment_id)
        if tick is None:
            tick = self.ticks[one.assessment_id] = _LeavingTick(one)
            tick.chosen.connect(self.chosen)
        tick.show_leaving(one)
        return tick


class _LeavingTick(ExplainedTick):
    chosen = Signal(str, bool)

    def __init__(self, one: Leaving) -> None:
        super().__init__(one.title, one.what)
        self._id = one.assessment_id
        self.tick.clicked.connect(self._on_tick_clicked)

    def show_leaving(self, one: Leaving) -> None:
        """Show whether it goes along, and what of it or why not."""
        with QSignalBlocker(self.tick):
            self.tick.setChecked(one.goes)
        self.explain(one.what)

    def _on_tick_clicked(self, goes: bool) -> None:
        self.chosen.emit(self._id, goes)


def _heading(words: str) -> Text:
    text = Text(words, "strong", "accent")
    text.speak_as_heading()
    return text
