"""What is asked of the computer's own dialogs: where to save, which printer, show this folder."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from collabkit.i18n import _

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class Desktop:
    """The computer outside the window. A test hands in another one that answers by itself."""

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path | None:
        """Let a person say where a PDF goes; ``None`` if they would rather not."""
        dialog = QFileDialog(parent, _("Save the plan"), str(suggested.parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(_("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(suggested.name)
        chosen = dialog.exec() == QDialog.DialogCode.Accepted and dialog.selectedFiles()
        dialog.deleteLater()
        return Path(chosen[0]) if chosen else None

    def documents(self) -> Path:
        """Return the folder where people keep their documents."""
        place = QStandardPaths.StandardLocation.DocumentsLocation
        return Path(QStandardPaths.writableLocation(place) or Path.home())

    def show_folder_of(self, path: Path) -> None:
        """Open the folder in which ``path`` lies."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def has_printer(self) -> bool:
        """Tell whether there is anything to print on."""
        from PySide6.QtPrintSupport import QPrinterInfo

        return bool(QPrinterInfo.availablePrinterNames())

    def ask_for_printer(self, parent: QWidget, pages: int) -> "QPrinter | None":
        """Let a person choose a printer and some of the ``pages``; ``None`` if not."""
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(_("Plan"))
        dialog = QPrintDialog(printer, parent)
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, True)
        dialog.setMinMax(1, pages)
        accepted = dialog.exec() == QDialog.DialogCode.Accepted
        dialog.deleteLater()
        return printer if accepted else None
