"""A plan on the clipboard."""

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication

from collabkit.ui.plan.as_table import PlanTable


def copy_table(table: PlanTable) -> None:
    """Put a table on the clipboard, for programs that know HTML and for all others.

    Where there is no desktop, the clipboard outlives Python and ends the program badly: whoever
    draws pictures or tests has to clear it.
    """
    copied = QMimeData()
    copied.setHtml(table.html)
    copied.setText(table.text)
    QGuiApplication.clipboard().setMimeData(copied)
