"""How many people in the room answer."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text
from collabkit.ui.workshop.console.parts.count_field import CountLine


class PeoplePart(Part):
    """A number with one less and one more. ``counted(int)`` tells what a person wants."""

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
        self.line.editingFinished.connect(self._on_line_editing_finished)
        self._row = QHBoxLayout()
        for widget in (self.fewer, self.line, self.more):
            self._row.addWidget(widget)
        self._row.addStretch(1)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.label)
        self._box.addLayout(self._row)
        self.setAccessibleName(self.label.text())
        self.dress(theme_of(self))

    def render_present(self, present: int) -> None:
        """Show how many there are."""
        self._present = present
        self.line.show_text(str(present))

    def take_focus(self) -> None:
        """Give the keyboard to the number."""
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))
        self._row.setSpacing(theme.metrics.units(1))

    def _on_fewer_clicked(self) -> None:
        self.counted.emit(self._present - 1)

    def _on_more_clicked(self) -> None:
        self.counted.emit(self._present + 1)

    def _on_line_editing_finished(self) -> None:
        text = self.line.text().strip()
        if text.isascii() and text.isdigit() and int(text) != self._present:
            self.counted.emit(int(text))
        self.line.show_text(str(self._present))
