"""What is asked of the computer about the folder into which sheets go."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.desktop import Desktop, ask_which_folder


class AskingDesktop(Desktop):
    """Where sheets for people elsewhere go."""

    def ask_which_folder(self, parent: QWidget, suggested: Path) -> Path | None:
        """Let a person choose a folder or a USB stick; ``None`` if they would rather not."""
        return ask_which_folder(parent, _("Choose a folder for the sheets"), suggested)
