"""The pages of a PDF that is in memory: their sizes, pictures and texts."""

from PySide6.QtCore import QBuffer, QByteArray, QSize, QSizeF
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument


class Paper:
    """A PDF, opened. Pages count from 0. May be used on the thread it was made on."""

    def __init__(self, pdf: bytes) -> None:
        self._buffer = QBuffer()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QBuffer.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def size(self, page: int) -> QSizeF:
        """Return the size of a page in points."""
        return self._document.pagePointSize(page)

    def picture(self, page: int, size: QSize) -> QImage:
        """Return a page as a picture of ``size`` pixels; where nothing is printed it is clear."""
        return self._document.render(page, size)

    def text(self, page: int) -> str:
        """Return what stands on a page; a line is a paragraph, a row of a table or a label."""
        lines = self._document.getAllText(page).text().replace("\r\n", "\n")
        # Where a paragraph only goes on in the next line, the space is still there.
        return lines.replace(" \n", " ").strip()

    def close(self) -> None:
        """Let go of it."""
        self._document.close()
        self._buffer.close()
