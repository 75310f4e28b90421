"""What the room has seen: to read aloud, to ask, to write down, to decide."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.assurance import Assurance
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.part import Part, put, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.state import Eyes, TalkState


class TalkPart(Part):
    """The sentence of the result, the spread, prompts and an aside for the facilitator."""

    again_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._label = Text(_("Read aloud"), "note", "muted")
        self.read_aloud = Text("", "lead")
        self.spread = Text("", "strong")
        self._ask = Text(_("You could ask"), "note", "muted")
        self.prompts = Column(gap=0.6)
        self.aside = Column()
        self.again_words = Text("", "body")
        self.again = Button(_("Vote again"), "plain", "undo")
        self.again.clicked.connect(self.again_asked)
        self._shown: tuple[object, ...] = ()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        for part in (
            self._label, self.read_aloud, self.spread, self._ask, self.prompts, self.aside,
            self.again_words, self.again,
        ):  # fmt: skip
            put(self._box, part)
        self.setAccessibleName(_("What the room has answered"))
        self.dress(theme_of(self))

    def render_talk(self, talk: TalkState | None, eyes: Eyes | None) -> None:
        """Show what the room has answered; ``None`` takes no room."""
        show_if(self, talk is not None and talk.can_vote_again)
        if talk is None:
            return
        seen = (talk, eyes)
        if seen == self._shown:
            return
        self._shown = seen
        self.read_aloud.setText(talk.read_aloud)
        spread = eyes.spread if eyes else ""
        self.spread.setText(_("How far apart: {label}").format(label=spread) if spread else "")
        show_if(self.spread, bool(spread))
        prompts = eyes.prompts if eyes else ()
        show_if(self._ask, bool(prompts))
        self.prompts.fill(*(Text(f"“{prompt}”", "body") for prompt in prompts))
        self.aside.fill(*self._aside(eyes))
        self.again_words.setText(talk.again)
        show_if(self.again_words, bool(talk.again))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1.2))

    @staticmethod
    def _aside(eyes: Eyes | None) -> tuple[QWidget, ...]:
        if eyes is None or not eyes.aside:
            return ()
        words = _("For you alone: {aside}").format(aside=eyes.aside)
        return (Assurance("eye", words),)
