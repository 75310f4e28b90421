"""Calling a vote off, with a question first: its answers are nowhere else."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.assessments.sentences import capital, in_words
from collabkit.i18n import _, ngettext
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.focus import focus_in_view
from collabkit.ui.widgets.part import Part, put, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.state import VoteState


class CallOffPart(Part):
    """``call_off_asked()`` tells that the vote is to be called off, ``kept()`` that it goes on.

    Where somebody has answered already, it is asked whether that is meant.
    """

    call_off_asked = Signal()
    kept = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._answered = 0
        self._key: tuple[str, int] | None = None
        self.begin = Button(_("Call this vote off"), "quiet", "cross")
        self.question = Text("", "body")
        self.keep = Button(_("Keep voting"))
        self.off = Button(_("Call it off"), "plain", "cross")
        self.begin.clicked.connect(self._on_begin_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.off.clicked.connect(self._on_off_clicked)
        self._choice = QWidget()
        self._flow = Flow(self._choice)
        for button in (self.keep, self.off):
            self._flow.addWidget(button)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in (self.begin, self.question, self._choice):
            put(self._box, part)
        self._ask(False)
        self.setAccessibleName(self.begin.text())
        self.dress(theme_of(self))

    def render_vote(self, vote: VoteState | None) -> None:
        """Show the way out of an open vote; ``None`` takes no room."""
        show_if(self, vote is not None)
        key = vote.key if vote is not None else None
        if key != self._key:
            self._key = key
            self._ask(False)
        if vote is not None:
            self._answered = vote.answered
            self.question.setText(_question(vote.answered))

    def dress(self, theme: Theme) -> None:
        gap = theme.metrics.units(1)
        self._box.setSpacing(gap)
        self._flow.set_gaps(gap, gap)

    def _ask(self, asked: bool) -> None:
        show_if(self.begin, not asked)
        show_if(self.question, asked)
        show_if(self._choice, asked)

    def _on_begin_clicked(self) -> None:
        if not self._answered:
            self.call_off_asked.emit()
            return
        self._ask(True)
        announce(self, self.question.text())
        focus_in_view(self.keep)

    def _on_keep_clicked(self) -> None:
        self._ask(False)
        self.kept.emit()

    def _on_off_clicked(self) -> None:
        self.call_off_asked.emit()


def _question(answered: int) -> str:
    return ngettext(
        "{answered} answer is in, and it would be forgotten.",
        "{answered} answers are in, and they would be forgotten.",
        answered,
    ).format(answered=capital(in_words(answered)))
