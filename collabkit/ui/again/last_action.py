"""One action of the last plan, and what became of it."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.services.plans import LONGEST_TEXT
from collabkit.ui.again.state import LastAction
from collabkit.ui.widgets.column import Column
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.text_box import TextBox
from collabkit.ui.widgets.tick import Tick


class LastActionView(Column):
    """What was to be done, what was noted, what was learned, and whether it goes on.

    ``learned(action_id, text)`` half a second after the last key, ``ticked(action_id, bool)``.
    """

    learned = Signal(str, str)
    ticked = Signal(str, bool)

    def __init__(self, action: LastAction) -> None:
        super().__init__(gap=0.8)
        self._id = action.action_id
        self.setAccessibleName(action.text)
        facts = Text(action.facts, "note", "muted")
        show_if(facts, bool(action.facts))
        words = Column(gap=0.2)
        words.fill(
            Text(action.text, "strong"),
            facts,
            *(
                Text(_("{label}: {text}").format(label=label, text=text))
                for label, text in action.notes
            ),
        )
        self._went_on = Text("", "note", "muted")
        self.tick = Tick(_("Goes on into the new plan"))
        self.tick.setAccessibleDescription(action.text)
        self.tick.clicked.connect(self._on_tick_clicked)
        self.box = TextBox(_("What we learned"), lines=1, longest=LONGEST_TEXT)
        self.box.edit.setAccessibleName(
            _("What we learned from: {action}").format(action=action.text)
        )
        self.box.edited.connect(self._on_box_edited)
        self.fill(words, self.tick, self._went_on, self.box)
        self.show_action(action)

    def show_action(self, action: LastAction) -> None:
        """Show what can change while the page is open; what is being typed stays."""
        show_if(self.box, action.asks_learned)
        show_if(self.tick, action.can_go_on)
        self.tick.setChecked(action.goes_on)
        self._went_on.setText(action.went_on)
        show_if(self._went_on, bool(action.went_on))
        if not self.box.is_being_typed:
            self.box.set_text(action.learned)

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.box.flush()

    def _on_tick_clicked(self, is_checked: bool) -> None:
        self.ticked.emit(self._id, is_checked)

    def _on_box_edited(self, text: str) -> None:
        self.learned.emit(self._id, text)
