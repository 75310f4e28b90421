"""An action at a glance: what, who, by when, and what is still to say."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.library.glossary import Term, TermSpan
from collabkit.plans.plan import Slot
from collabkit.plans.progress import CLOSED
from collabkit.ui.plan.carried_line import CarriedLine
from collabkit.ui.plan.state import ActionState
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.sign import Sign
from collabkit.ui.widgets.term_text import TermText
from collabkit.ui.widgets.text import Text, Tone

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class ActionSummary(Part):
    """A few lines. What is done or dropped is calmer than what is not."""

    def __init__(self, slot: Slot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = Text("", "lead" if slot is Slot.NOW else "strong")
        self.facts = TermText("", (), "body", "muted")
        self.first_step = Text("", "body", "muted")
        self.overdue = Call("clock", "alert", _("Put off a month"))
        self.look_again = Call("calendar", "accent", _("Look again in three months"))
        self.life = Text()
        self.answers = Text("", "body", "muted")
        self.carried = CarriedLine()
        self.missing = Text()
        self._is_beside_fields = False
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for line in (
            self.text, self.facts, self.first_step, self.overdue, self.look_again, self.life,
            self.missing, self.answers, self.carried,
        ):  # fmt: skip
            self._box.addWidget(line)
        self._box.addStretch(1)
        self.dress(theme_of(self))

    def show_action(
        self, state: ActionState, *, beside_fields: bool, beside_notes: bool = False
    ) -> None:
        """Show an action; ``beside_fields`` leaves out what can be seen in the fields below.

        ``beside_notes`` leaves out what can be seen where it is told how it goes.
        """
        self.text.setText(state.action.text)
        self.text.set_tone("muted" if state.action.status in CLOSED else "ink")
        if state.facts != self.facts.text():
            kind = TermSpan(0, len(state.kind), Term(state.kind, state.kind_meaning))
            self.facts.show_text(state.facts, (kind,))
        self.overdue.show_sentence(state.overdue, state.action.text)
        self.look_again.show_sentence(state.life.look_again, state.action.text)
        life = "" if beside_notes else "\n".join(state.life.lines)
        for text, words in ((self.life, life), (self.answers, state.answers)):
            text.setText(words)
            show_if(text, bool(words))
        self.carried.show_action(state)
        if beside_fields != self._is_beside_fields:
            self._is_beside_fields = beside_fields
            # A line that goes while somebody fills in the fields must not pull them up.
            self.setMinimumHeight(self.height() if beside_fields else 0)
        for line, words in ((self.first_step, state.first_step), (self.missing, state.missing)):
            line.setText(words)
            show_if(line, bool(words) and not beside_fields)

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(0.6))


class Call(Part):
    """A sentence that something is late, or that its day has come, and one act against it."""

    def __init__(self, sign: str, tone: Tone, verb: str) -> None:
        super().__init__()
        self.words = Text("", "body", tone, alignment=_MIDDLE)
        self.button = Button(verb, "quiet")
        self._line = QWidget()
        self._row = QHBoxLayout(self._line)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(Sign(sign, tone), 0, Qt.AlignmentFlag.AlignVCenter)
        self._row.addWidget(self.words, 1)
        self._flow = Flow(self)
        self._flow.addWidget(self._line)
        self._flow.addWidget(self.button)
        self.dress(theme_of(self))

    def show_sentence(self, sentence: str, action: str) -> None:
        """Show ``sentence``, or nothing; the act is about ``action``."""
        self.words.setText(sentence)
        self.button.setAccessibleName(
            _("{words}: {action}").format(words=self.button.text(), action=action)
        )
        show_if(self, bool(sentence))

    def dress(self, theme: Theme) -> None:
        self._row.setSpacing(theme.metrics.units(1))
        self._line.setMinimumHeight(theme.metrics.target)  # as the button, and in line with it
        self._flow.set_gaps(theme.metrics.units(1), 0)
