"""What is asked of the computer about files of questionnaires."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.ui.desktop import Desktop, FileKind, ask_where_to_save, ask_which_file


def text_file() -> FileKind:
    """Return the kind that programs and people with a text editor read."""
    return FileKind("toml", _("Text file"))


def spreadsheet() -> FileKind:
    """Return the kind that opens in every spreadsheet program."""
    return FileKind("xlsx", _("Spreadsheet"))


class PackDesktop(Desktop):
    """Where questionnaires come from and go to."""

    def ask_which_file(self, parent: QWidget, folder: Path) -> Path | None:
        """Let a person choose a questionnaire's file; ``None`` if they would rather not."""
        filters = (_("Questionnaires (*.xlsx *.toml)"), _("All files (*)"))
        return ask_which_file(parent, _("Choose a questionnaire"), folder, *filters)

    def ask_where_to_write(self, parent: QWidget, suggested: Path, kind: FileKind) -> Path | None:
        """Let a person say where a file goes; ``None`` if they would rather not."""
        return ask_where_to_save(parent, _("Save the questionnaire"), suggested, kind)
