"""What is asked of the computer about safety copies."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.desktop import Desktop, FileKind, ask_where_to_save, ask_which_file


class CopyDesktop(Desktop):
    """Where copies go to and come from."""

    def ask_where_to_write(self, parent: QWidget, suggested: Path) -> Path | None:
        """Let a person say where a copy goes; ``None`` if they would rather not."""
        kind = FileKind("db", _("Safety copies"))
        return ask_where_to_save(parent, _("Save a copy on a stick"), suggested, kind)

    def ask_which_copy(self, parent: QWidget, folder: Path) -> Path | None:
        """Let a person choose a copy elsewhere; ``None`` if they would rather not."""
        filters = (_("Safety copies (*.db)"), _("All files (*)"))
        return ask_which_file(parent, _("Choose a copy"), folder, *filters)
