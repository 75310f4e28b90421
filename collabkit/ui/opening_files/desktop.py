"""What is asked of the computer about files that somebody sent."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.desktop import Desktop, ask_which_files

_ENDINGS = (
    "collabkit-ask",
    "collabkit-answers",
    "collabkit-group",
    "collabkit",
    "pdf",
    "csv",
    "json",
    "toml",
    "xlsx",
)


class FileDesktop(Desktop):
    """Where files lie that somebody sent."""

    def ask_which_files(self, parent: QWidget, folder: Path) -> tuple[Path, ...]:
        """Let a person choose files; none if they would rather not."""
        ours = _("Files for collabkit ({endings})").format(
            endings=" ".join(f"*.{ending}" for ending in _ENDINGS)
        )
        return ask_which_files(
            parent, _("Open a file somebody sent you"), folder, ours, _("All files (*)")
        )
