"""What is for the facilitator's eyes is folded away where everybody can read along."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.part import Part, put, show_if
from collabkit.ui.widgets.text import Text


class EyesPart(Part):
    """``peek_asked(bool)`` tells whether somebody wants to see it nevertheless."""

    peek_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._is_open = False
        self.words = Text("", "body", "muted")
        self.button = Button("", "plain", "eye")
        self.button.clicked.connect(self._on_button_clicked)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        put(self._box, self.words)
        put(self._box, self.button)
        self.setAccessibleName(_("For my eyes"))
        self.dress(theme_of(self))

    def render_eyes(self, *, is_shared: bool, is_open: bool) -> None:
        """Offer to show or to hide it; takes no room where nobody reads along."""
        show_if(self, is_shared)
        self._is_open = is_open
        if is_open:
            self.words.setText(_("What is for your eyes is shown. Everybody can read along."))
            self.button.set_words(_("Fold it away"))
        else:
            self.words.setText(
                _(
                    "What is for your eyes alone is folded away, because the projector may show "
                    "this screen. If you open it, everybody can read along."
                )
            )
            self.button.set_words(_("Show what is for my eyes"))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))

    def _on_button_clicked(self) -> None:
        self.peek_asked.emit(not self._is_open)
