"""A note on the statement, without names."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.services.plans import LONGEST_TEXT
from collabkit.ui.widgets.focus import focus_in_view
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text_box import TextBox
from collabkit.ui.workshop.console.state import TalkState


class NotePart(Part):
    """A box to type in. ``written(statement, text)`` tells what was typed."""

    written = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.box = TextBox(
            _("A note on what was said"),
            _("Please without names: it goes into the report."),
            lines=2,
            longest=LONGEST_TEXT,
        )
        self.box.edited.connect(self._on_box_edited)
        self._item_id = ""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.box)

    def render_talk(self, talk: TalkState | None) -> None:
        """Show the note on the statement; ``None`` takes no room."""
        show_if(self, talk is not None)
        if talk is None:
            return
        if talk.item_id != self._item_id:
            self.flush()
            self._item_id = talk.item_id
            self.box.set_text(talk.note)
        elif not self.box.edit.hasFocus():
            self.box.set_text(talk.note)

    def take_focus(self) -> None:
        """Give the keyboard to the box."""
        focus_in_view(self.box.edit)

    def flush(self) -> None:
        """Tell at once what was typed."""
        self.box.flush()

    def _on_box_edited(self, text: str) -> None:
        if self._item_id:
            self.written.emit(self._item_id, text)
