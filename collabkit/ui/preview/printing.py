"""Puts the pages of a PDF on a printer."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter

from collabkit.errors import EnvironmentProblemError
from collabkit.i18n import _
from collabkit.ui.preview.paper import Paper

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

_FINEST = 300  # dots per inch: finer cannot be seen, and a page would take half a gigabyte


def print_pdf(pdf: bytes, printer: "QPrinter") -> int:
    """Print the pages that were asked for and return how many there were.

    Each page is made as large as the paper allows, so that A4 fits on Letter too. May be called
    on any thread. Raises ``EnvironmentProblemError`` if the printer does not take it.
    """
    from PySide6.QtPrintSupport import QPrinter

    paper = Paper(pdf)
    pages = _wanted(paper.pages, printer.fromPage(), printer.toPage())
    if printer.pageOrder() is QPrinter.PageOrder.LastPageFirst:
        pages = pages[::-1]
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    printer.setFullPage(True)  # the margins are in the PDF
    painter = QPainter()
    if not painter.begin(printer):
        raise _refused()
    sheets = [page for _copy in range(copies) for page in pages]
    is_well = True
    for number, page in enumerate(sheets):
        if number:
            is_well = is_well and printer.newPage()
        _draw(painter, printer, paper, page)
    is_well = painter.end() and is_well
    paper.close()
    if not is_well or printer.printerState() is QPrinter.PrinterState.Error:
        raise _refused()
    return len(pages)


def _wanted(count: int, first: int, last: int) -> Sequence[int]:
    """Return pages from 0; a printer counts from 1 and says 0 for all."""
    return range(max(first, 1) - 1, min(last or count, count))


def _draw(painter: QPainter, printer: "QPrinter", paper: Paper, page: int) -> None:
    from PySide6.QtPrintSupport import QPrinter

    points = paper.size(page)
    dots = min(printer.resolution(), _FINEST) / 72
    picture = paper.picture(
        page, QSize(round(points.width() * dots), round(points.height() * dots))
    )
    sheet = printer.paperRect(QPrinter.Unit.DevicePixel)
    size = points.scaled(sheet.size(), Qt.AspectRatioMode.KeepAspectRatio)
    left = (sheet.width() - size.width()) / 2
    painter.drawImage(QRectF(left, 0, size.width(), size.height()), picture)


def _refused() -> EnvironmentProblemError:
    return EnvironmentProblemError(
        _(
            "The printer did not take the plan. See whether it is switched on, or save the plan "
            "as a PDF instead."
        )
    )
