"""What is asked of the computer about files that came back."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.desktop import Desktop, ask_which_files


class ReturnsDesktop(Desktop):
    """Where files that came back lie."""

    def ask_which_files(self, parent: QWidget, folder: Path) -> tuple[Path, ...]:
        """Let a person choose files; none if they would rather not."""
        filters = (_("Sheets (*.collabkit-answers *.pdf *.csv)"), _("All files (*)"))
        return ask_which_files(parent, _("Choose what came back"), folder, *filters)
