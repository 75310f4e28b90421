"""Where the data lies."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import show_if
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.whole_text import Paragraph, WholeText


class DataCard(Card):
    """The folder that holds everything.

    ``show_requested()`` and ``copy_requested()`` ask to show the folder and to copy its path,
    ``bring_in_requested()`` to take over what another computer has saved, and
    ``save_elsewhere_requested()`` to put everything into another folder.
    """

    show_requested = Signal()
    copy_requested = Signal()
    bring_in_requested = Signal()
    save_elsewhere_requested = Signal()

    def __init__(self) -> None:
        self._acts = Flow()
        super().__init__(_("Your data"))
        self.path = WholeText(_("The folder"))
        self.place = Text("")
        self.place.hide()
        self.show_folder = Button(_("Show the folder"), "plain", "folder")
        self.show_folder.clicked.connect(self.show_requested)
        self.copy_path = Button(_("Copy the path"))
        self.copy_path.clicked.connect(self.copy_requested)
        self._acts.addWidget(self.show_folder)
        self._acts.addWidget(self.copy_path)
        self.save_elsewhere = Button(_("Save my work somewhere else…"), "plain", "folder")
        self.save_elsewhere.clicked.connect(self.save_elsewhere_requested)
        self.bring_in = Button(_("Bring in a file from another computer"), "plain", "file")
        self.bring_in.clicked.connect(self.bring_in_requested)
        self.add(
            Text(_("Everything that collabkit keeps lies in one folder on this computer:")),
            self.path,
            self.place,
            self._acts,
            self.save_elsewhere,
            self.bring_in,
        )

    def show_path(self, path: str) -> None:
        """Show the path of the folder."""
        paragraph = Paragraph(path)
        if self.path.paragraphs != (paragraph,):
            self.path.show_paragraphs([paragraph])

    def show_place(self, line: str) -> None:
        """Say what is special about the place of the folder, if anything is."""
        self.place.setText(line)
        show_if(self.place, bool(line))

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._acts.setSpacing(theme.metrics.units(1.5))
