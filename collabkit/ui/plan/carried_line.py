"""From which earlier plan an action comes, and the way back there."""

from PySide6.QtCore import Qt, Signal

from collabkit.i18n import _
from collabkit.ui.plan.state import ActionState
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text

_MIDDLE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class CarriedLine(Part):
    """A few words and, if the earlier plan is there, a button. ``wanted(assessment_id)``."""

    wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._last_id = ""
        self.words = Text("", "note", "muted", alignment=_MIDDLE)
        self.button = Button(_("Look back"), "quiet")
        self.button.clicked.connect(self._on_button_clicked)
        self._flow = Flow(self)
        self._flow.addWidget(self.words)
        self._flow.addWidget(self.button)
        self.dress(theme_of(self))

    def show_action(self, state: ActionState) -> None:
        """Show where an action comes from; nothing if it is new."""
        self._last_id = state.last_id
        self.words.setText(state.carried)
        self.button.setAccessibleName(
            _("{words}: {action}").format(words=self.button.text(), action=state.action.text)
        )
        show_if(self.button, bool(state.last_id))
        show_if(self, bool(state.carried))
        self._keep_in_line()

    def dress(self, theme: Theme) -> None:
        self._flow.set_gaps(theme.metrics.units(1), 0)
        self._keep_in_line()

    def _keep_in_line(self) -> None:
        height = theme_of(self).metrics.target if self._last_id else 0
        self.words.setMinimumHeight(height)  # as the button

    def _on_button_clicked(self) -> None:
        self.wanted.emit(self._last_id)
