"""A plan on the clipboard."""

from PySide6.QtCore import QMimeData, QStringListModel
from PySide6.QtGui import QGuiApplication

from collabkit.ui.plan.as_table import PlanTable


def copy_table(table: PlanTable) -> None:
    """Put a table on the clipboard, for programs that know HTML and for all others."""
    copied = _made_by_qt()
    copied.setHtml(table.html)
    copied.setText(table.text)
    QGuiApplication.clipboard().setMimeData(copied)


def _made_by_qt() -> QMimeData:
    """Return empty data for the clipboard that Python has no part in.

    Where there is no desktop, Qt lets go of the clipboard only after Python has ended, and data
    made by Python would end the program badly then.
    """
    model = QStringListModel([""])
    data = model.mimeData([model.index(0)])
    data.clear()
    return data
