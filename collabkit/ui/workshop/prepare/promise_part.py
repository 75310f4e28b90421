"""The promise that is read aloud."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.room.preparation import LONGEST_PROMISE
from collabkit.room.promise import usual_promise
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_box import TextBox
from collabkit.ui.workshop.prepare.state import PrepareState

_LINES = 8


class PromisePart(Column):
    """The usual words, or one's own. ``worded(text)``; nothing stands for the usual words."""

    worded = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.box = TextBox(
            _("The promise"),
            _("It follows what you choose here, until you write it in your own words."),
            lines=_LINES,
            longest=LONGEST_PROMISE,
        )
        self.box.edited.connect(self.worded)
        self.back = Button(_("Back to the usual words"), "quiet", "undo")
        self.back.clicked.connect(self._on_back_clicked)
        self._own = Text(
            _(
                "These are your own words. Please look whether they still fit when you change how "
                "people answer, or who sees what comes out."
            ),
            "note",
            "muted",
        )
        self._usual = Fold(_("The usual words"))
        self._usual_words = Text("")
        self._usual.add(self._usual_words)
        card = Card()
        card.add(self.box, self._own, self.back, self._usual)
        self.fill(card)

    def render_state(self, state: PrepareState) -> None:
        """Show ``state``."""
        usual = usual_promise(state.shown)
        is_own = bool(state.shown.promise.strip())
        wanted = state.shown.promise if is_own else usual
        if not self.box.is_being_typed and self.box.text.strip() != wanted.strip():
            self.box.set_text(wanted)
        self.box.set_fault(state.faults.get("promise", ""))
        self._usual_words.setText(usual)
        for part in (self.back, self._own, self._usual):
            part.setVisible(is_own)

    def first_focus(self) -> QWidget | None:
        """Return what gets the keyboard."""
        return self.box.edit

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.box.flush()

    def _on_back_clicked(self) -> None:
        self.worded.emit("")
        self.box.setFocus()
