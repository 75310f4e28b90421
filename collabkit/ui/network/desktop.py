"""What is asked of the computer about files of groups, and about what a network saves."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.desktop import (
    Desktop,
    FileKind,
    ask_where_to_save,
    ask_which_files,
    ask_which_folder,
    pdf,
)


def kinds() -> tuple[tuple[FileKind, str], ...]:
    """Return the kinds of file that a network can be saved as, each with what it is good for."""
    return (
        (pdf(), _("To read and print (PDF)")),
        (FileKind("html", _("Web page")), _("To read on a screen (web page)")),
        (FileKind("docx", _("Text document")), _("To go on writing (word processor)")),
        (FileKind("xlsx", _("Spreadsheet")), _("To go on counting (spreadsheet)")),
    )


class NetworkDesktop(Desktop):
    """Where groups' files come from, and where pictures of a network go."""

    def ask_which_files(self, parent: QWidget, folder: Path) -> tuple[Path, ...]:
        """Let a person choose files of groups; none if they would rather not."""
        filters = (_("Files of groups (*.collabkit-group)"), _("All files (*)"))
        return ask_which_files(parent, _("Choose the files of groups"), folder, *filters)

    def ask_which_folder(self, parent: QWidget, folder: Path) -> Path | None:
        """Let a person choose a folder with files of groups; ``None`` if they would rather not."""
        return ask_which_folder(parent, _("Choose the folder with the files"), folder)

    def ask_where_to_save(self, parent: QWidget, suggested: Path, kind: FileKind) -> Path | None:
        """Let a person say where a file goes; ``None`` if they would rather not."""
        return ask_where_to_save(parent, _("Save what the network sees"), suggested, kind)
