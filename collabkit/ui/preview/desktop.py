"""What is asked of the computer about a plan: where to save it, and on which printer."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QWidget

from collabkit.i18n import _
from collabkit.ui.desktop import Desktop, ask_where_to_save, pdf

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter


class PlanDesktop(Desktop):
    """Where plans go."""

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path | None:
        """Let a person say where a PDF goes; ``None`` if they would rather not."""
        return ask_where_to_save(parent, _("Save the plan"), suggested, pdf())

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
