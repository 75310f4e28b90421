"""What is asked of the computer's own dialogs: where to save, what to open, show this folder."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from collabkit.i18n import _
from collabkit.typed_text import clean_line

_LONGEST_NAME = 60  # characters of the title in the name of a file
_UNWELCOME = '<>:"/\\|?*.'  # not in a file name on every system


class Desktop:
    """The computer outside the window. A test hands in another one that answers by itself."""

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path | None:
        """Let a person say where a session goes; ``None`` if they would rather not."""
        dialog = QFileDialog(parent, _("Save the session"), str(suggested.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("Sessions (*.json)"))
        dialog.setDefaultSuffix("json")
        dialog.selectFile(suggested.name)
        return _answer(dialog)

    def ask_which_session(self, parent: QWidget) -> Path | None:
        """Let a person choose the file of a session; ``None`` if they would rather not."""
        dialog = QFileDialog(parent, _("Open a session"), str(self.documents()))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(_("Sessions (*.json)"))
        return _answer(dialog)

    def ask_which_folder(self, parent: QWidget, suggested: Path) -> Path | None:
        """Let a person choose a folder for the room pack; ``None`` if they would rather not."""
        dialog = QFileDialog(parent, _("Where shall the room pack go?"), str(suggested))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly, True)
        return _answer(dialog)

    def documents(self) -> Path:
        """Return the folder where people keep their documents."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place) or Path.home())

    def show_folder(self, folder: Path) -> None:
        """Open ``folder`` in the computer's own window for files."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def file_name(title: str) -> str:
    """Return what the file of a session is called: its title, as every system can write it."""
    words = "".join(" " if sign in _UNWELCOME else sign for sign in clean_line(title))
    return f"{' '.join(words.split())[:_LONGEST_NAME].strip() or _('Session')}.json"


def _answer(dialog: QFileDialog) -> Path | None:
    chosen = dialog.exec() == QDialog.DialogCode.Accepted and dialog.selectedFiles()
    dialog.deleteLater()
    return Path(chosen[0]) if chosen else None
