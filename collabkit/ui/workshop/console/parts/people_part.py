"""How many people in the room answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from collabkit.i18n import _
from collabkit.room.preparation import MOST_PEOPLE
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.focus import focus_in_view
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.parts.count_field import CountLine


class PeoplePart(Part):
    """A number with one less and one more. ``counted(int)`` tells what a person wants.

    What cannot be is told below it, and the number stays as it was.
    """

    counted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._present = 0
        self.label = Text(_("People in the room who answer"), "strong")
        self.fewer = Button("", "plain", "minus", _("One person fewer"))
        self.line = CountLine(_("People in the room who answer"))
        self.line.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.more = Button("", "plain", "plus", _("One person more"))
        self.fewer.clicked.connect(self._on_fewer_clicked)
        self.more.clicked.connect(self._on_more_clicked)
        self.line.editingFinished.connect(self.flush)
        self.line.step_wanted.connect(self.flush)  # Enter
        self.line.textEdited.connect(self._on_line_text_edited)
        self.fault = Text("", "body", "alert")
        show_if(self.fault, False)
        self._row = QHBoxLayout()
        for widget in (self.fewer, self.line, self.more):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.label)
        self._box.addLayout(self._row)
        self._box.addWidget(self.fault)
        self.setAccessibleName(self.label.text())
        self.dress(theme_of(self))

    def render_present(self, present: int) -> None:
        """Show how many there are."""
        if present != self._present:
            self._present = present
            self._say("")
        if not self.line.isModified() or not self.line.hasFocus():
            self.line.show_text(str(present))

    def take_focus(self) -> None:
        """Give the keyboard to the number."""
        focus_in_view(self.line)
        self.line.selectAll()

    def flush(self) -> bool:
        """Tell at once what was typed; tells whether it could be taken."""
        text = self.line.text().strip()
        if text == str(self._present):
            return True
        is_number = text.isascii() and text.isdigit() and 0 < int(text) <= MOST_PEOPLE
        is_taken = is_number and self._want(int(text))
        if not is_number:
            words = _("“{text}” is no number from 1 to {most}. It stays at {present}.")
            self._say(words.format(text=text, most=MOST_PEOPLE, present=self._present))
        self.line.setModified(False)
        self.line.show_text(str(self._present))
        if not is_taken and self.line.hasFocus():
            self.line.selectAll()
        return is_taken

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))
        self._row.setSpacing(theme.metrics.units(1))

    def _on_fewer_clicked(self) -> None:
        self._want(self._present - 1)

    def _on_more_clicked(self) -> None:
        self._want(self._present + 1)

    def _on_line_text_edited(self) -> None:
        self._say("")

    def _want(self, people: int) -> bool:
        """Ask for ``people``; whoever is asked shows them at once if they can be."""
        before = self._present
        self.line.setModified(False)
        self.counted.emit(people)
        if self._present == people:
            return True
        words = _("{people} cannot be: more have answered already. It stays at {present}.")
        if people > before:
            words = _("{people} are too many: it stays at {present}.")
        self._say(words.format(people=people, present=before))
        return False

    def _say(self, sentence: str) -> None:
        if sentence == self.fault.text():
            return
        self.fault.setText(sentence)
        show_if(self.fault, bool(sentence))
        if sentence:
            announce(self, sentence, urgent=True)
