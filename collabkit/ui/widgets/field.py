"""What all labelled fields share."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import announce
from collabkit.ui.widgets.focus import LABELLED
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.sign import Sign
from collabkit.ui.widgets.text import Text


class Field(Part):
    """A label, a hint if there is one, the control, and a sentence if something is wrong with it.

    Pressing the label goes to the control.
    """

    def __init__(self, label: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(LABELLED, True)
        self.label = Text(label, "strong")
        self.hint = Text(hint, "note", "muted")
        show_if(self.hint, bool(hint))
        self.fault = Text("", "note", "alert")
        self._wrong = self._cut = ""
        self._fault_line = QWidget()
        self._fault_box = QHBoxLayout(self._fault_line)
        self._fault_box.setContentsMargins(0, 0, 0, 0)
        self._fault_box.addWidget(Sign("alert", "alert", 1.1), 0, Qt.AlignmentFlag.AlignTop)
        self._fault_box.addWidget(self.fault, 1)
        self._fault_line.hide()
        self._control: QWidget | None = None
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.label)
        self._box.addWidget(self.hint)
        self.dress(theme_of(self))

    def hold(self, control: QWidget, shown: QWidget | None = None) -> None:
        """Take ``control`` in; ``shown`` is what goes on the page if that is more than it."""
        self._control = control
        self._box.addWidget(shown or control)
        self._box.addWidget(self._fault_line)
        QLabel.setBuddy(self.label, control)
        control.setAccessibleName(self.label.text())
        control.setAccessibleDescription(self.hint.text())
        self.setFocusProxy(control)

    def set_hint(self, hint: str) -> None:
        """Change the hint; without words there is none."""
        self.hint.setText(hint)
        show_if(self.hint, bool(hint))
        if self._control is not None:
            self._control.setAccessibleDescription(f"{self.fault.text()} {hint}".strip())

    def set_fault(self, sentence: str) -> None:
        """Show what is wrong below the control, or nothing."""
        self._wrong = sentence
        self._show_fault()

    def tell_cut(self, longest: int | None) -> None:
        """Say that the text was cut to ``longest`` characters; ``None`` if all of it is there.

        This is the field's own to say and to take back, whatever ``set_fault`` is told meanwhile.
        """
        cut = _("Only the first {most} characters fit.")
        self._cut = "" if longest is None else cut.format(most=f"{longest:,}")
        self._show_fault()

    def _show_fault(self) -> None:
        sentence = self._wrong or self._cut
        if sentence == self.fault.text():
            return
        self.fault.setText(sentence)
        show_if(self._fault_line, bool(sentence))
        if self._control is not None:
            self._control.setProperty("wrong", bool(sentence))
            self._control.style().unpolish(self._control)
            self._control.style().polish(self._control)
            hint = self.hint.text()
            self._control.setAccessibleDescription(f"{sentence} {hint}".strip())
        if sentence:
            announce(self, sentence, urgent=True)

    def dress(self, theme: Theme) -> None:
        self._box.setContentsMargins(0, theme.metrics.units(1), 0, theme.metrics.units(0.5))
        self._box.setSpacing(theme.metrics.units(0.6))
        self._fault_box.setSpacing(theme.metrics.units(0.8))
