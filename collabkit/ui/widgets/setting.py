"""Sets a text in lines, as a compositor would: comfortable line spacing, nothing cut off."""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

from collabkit.ui.theme.metrics import LINE_HEIGHT


class SetText:
    """A plain text set in lines of at most ``width`` pixels.

    Words that are longer than a line are broken rather than cut. ``height`` and ``width`` are what
    the lines really take.
    """

    def __init__(
        self,
        text: str,
        font: QFont,
        width: float,
        em: float,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
    ) -> None:
        self.layout = QTextLayout(text.replace("\n", "\u2028"), font)
        option = QTextOption(alignment)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.layout.setTextOption(option)
        self.layout.setCacheEnabled(True)
        self.width = 0.0
        self.height = 0.0
        pitch = em * LINE_HEIGHT
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            line.setLineWidth(max(width, 1.0))
            line.setPosition(QPointF(0, self.height + (pitch - line.height()) / 2))
            self.height += pitch
            self.width = max(self.width, line.naturalTextWidth())
        self.layout.endLayout()

    @property
    def lines(self) -> int:
        """How many lines the text takes."""
        return self.layout.lineCount()

    def draw(self, painter: QPainter, left: float, top: float) -> None:
        """Draw the lines with the painter's pen."""
        self.layout.draw(painter, QPointF(left, top))


def em_of(font: QFont, dots_per_inch: int) -> float:
    """Return the height of a text in ``font`` in pixels."""
    size = font.pointSizeF()
    return size * dots_per_inch / 72 if size > 0 else float(font.pixelSize())
