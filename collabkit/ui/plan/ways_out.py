"""How the plan gets to where people need it, beside the PDF."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part


class WaysOut(Part):
    """Quiet buttons: ``text_requested()``, ``table_requested()`` and ``files_requested()``."""

    text_requested = Signal()
    table_requested = Signal()
    files_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flow = Flow(self)
        for words, asked in (
            (_("Copy as text"), self.text_requested),
            (_("Copy as a table"), self.table_requested),
            (_("Other files…"), self.files_requested),
        ):
            button = Button(words, "quiet")
            button.clicked.connect(asked)
            self._flow.addWidget(button)
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._flow.setSpacing(theme.metrics.units(1))
