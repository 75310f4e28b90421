"""What only a session to practise with has: people who do not exist."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.part import Part, put, show_if


class PracticePart(Part):
    """A button for what pretend people can do now. ``act_asked()`` tells that they shall do it."""

    act_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.act = Button("", "plain", "person")
        self.act.setToolTip(_("Key L"))
        self.act.clicked.connect(self.act_asked)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        put(self._box, self.act)
        self.setAccessibleName(_("Practice: nothing in it counts"))

    def render_offer(self, words: str) -> None:
        """Offer what ``words`` say; without anything, take no room."""
        show_if(self, bool(words))
        if words:
            self.act.set_words(words)
