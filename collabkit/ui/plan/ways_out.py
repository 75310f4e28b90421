"""How the plan gets to where people need it, beside the PDF, and on to the next occasion."""

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part, show_if


class WaysOut(Part):
    """Quiet buttons: ``text_requested()``, ``table_requested()`` and ``files_requested()``.

    ``again_requested()`` asks to start the next occasion.
    """

    text_requested = Signal()
    table_requested = Signal()
    files_requested = Signal()
    again_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self)
        self._out = [
            self._button(_("Copy as text"), self.text_requested),
            self._button(_("Copy as a table"), self.table_requested),
            self._button(_("Other files…"), self.files_requested),
        ]
        self.again = self._button(_("Start again from last time"), self.again_requested)
        self.dress(theme_of(self))

    def show_ways(self, *, has_actions: bool, can_repeat: bool) -> None:
        """Offer what there is: a plan to take along, and a next occasion to start."""
        for button in self._out:
            show_if(button, has_actions)
        show_if(self.again, can_repeat)
        show_if(self, has_actions or can_repeat)

    def dress(self, theme: Theme) -> None:
        self._flow.setSpacing(theme.metrics.units(1))

    def _button(self, words: str, asked: SignalInstance) -> Button:
        button = Button(words, "quiet")
        button.clicked.connect(asked)
        self._flow.addWidget(button)
        return button
