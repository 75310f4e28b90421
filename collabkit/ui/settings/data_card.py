"""Where the data lies and how it is copied."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.paths import DATABASE_NAME
from collabkit.ui.theme.theme import Theme
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.whole_text import Paragraph, WholeText


class DataCard(Card):
    """The folder that holds everything.

    ``show_requested()`` and ``copy_requested()`` ask to show the folder and to copy its path,
    ``bring_in_requested()`` to take over what another computer has saved.
    """

    show_requested = Signal()
    copy_requested = Signal()
    bring_in_requested = Signal()

    def __init__(self) -> None:
        self._acts = Flow()
        super().__init__(_("Your data"))
        self.path = WholeText(_("The folder"))
        self.show_folder = Button(_("Show the folder"), "plain", "folder")
        self.show_folder.clicked.connect(self.show_requested)
        self.copy_path = Button(_("Copy the path"))
        self.copy_path.clicked.connect(self.copy_requested)
        self._acts.addWidget(self.show_folder)
        self._acts.addWidget(self.copy_path)
        self.bring_in = Button(_("Bring in a file from another computer"), "plain", "file")
        self.bring_in.clicked.connect(self.bring_in_requested)
        self.add(
            Text(_("Everything that collabkit keeps lies in one folder on this computer:")),
            self.path,
            self._acts,
            self.bring_in,
        )

    def show_path(self, path: str) -> None:
        """Show the path of the folder."""
        paragraph = Paragraph(path)
        if self.path.paragraphs != (paragraph,):
            self.path.show_paragraphs([paragraph])

    def dress(self, theme: Theme) -> None:
        super().dress(theme)
        self._acts.setSpacing(theme.metrics.units(1.5))


class CopyCard(Card):
    """The safety copy: when it was made, and what it is good for."""

    def __init__(self) -> None:
        super().__init__(_("The safety copy"))
        self.made = Text("", "strong")
        how = Fold(_("How to put the copy back"))
        how.add(
            Text(
                _(
                    "Close collabkit. In the folder above, move every file whose name begins with "
                    "“{name}” to another place, and keep it there. Then copy “{name}” from the "
                    "folder “backups” into the folder above, and open collabkit."
                ).format(name=DATABASE_NAME)
            )
        )
        self.add(
            Text(
                _(
                    "When you close collabkit after a change, it makes a copy of everything, "
                    "opens it once more and checks it. It takes the place of the copy before."
                )
            ),
            self.made,
            Text(
                _(
                    "The copy lies in the same folder, under “backups”. In case this computer "
                    "breaks, copy the whole folder to a memory stick now and then, while "
                    "collabkit is closed. Keep the stick safe: whoever has it can read it."
                )
            ),
            how,
        )

    def show_copy(self, made: str) -> None:
        """Say when the copy was made."""
        self.made.setText(made)
