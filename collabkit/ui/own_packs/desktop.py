"""What is asked of the computer's own dialogs about files of questionnaires."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from collabkit.i18n import _
from collabkit.ui.preview.desktop import Desktop


@dataclass(frozen=True, slots=True)
class FileKind:
    """A kind of file by its ending, without the dot."""

    ending: str
    name: str


def text_file() -> FileKind:
    """Return the kind that programs and people with a text editor read."""
    return FileKind("toml", _("Text file"))


def spreadsheet() -> FileKind:
    """Return the kind that opens in every spreadsheet program."""
    return FileKind("xlsx", _("Spreadsheet"))


class PackDesktop(Desktop):
    """The computer outside the window. A test hands in another one that answers by itself."""

    def ask_which_file(self, parent: QWidget, folder: Path) -> Path | None:
        """Let a person choose a questionnaire's file; ``None`` if they would rather not."""
        dialog = QFileDialog(parent, _("Choose a questionnaire"), str(folder))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("Questionnaires (*.xlsx *.toml)"), _("All files (*)")])
        return _answer(dialog)

    def ask_where_to_write(self, parent: QWidget, suggested: Path, kind: FileKind) -> Path | None:
        """Let a person say where a file goes; ``None`` if they would rather not."""
        dialog = QFileDialog(parent, _("Save the questionnaire"), str(suggested.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(f"{kind.name} (*.{kind.ending})")
        dialog.setDefaultSuffix(kind.ending)
        dialog.selectFile(suggested.name)
        return _answer(dialog)


def _answer(dialog: QFileDialog) -> Path | None:
    chosen = dialog.exec() == QDialog.DialogCode.Accepted and dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None
