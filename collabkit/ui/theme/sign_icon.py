"""Signs as icons for Qt's own buttons."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap

from collabkit.ui.theme.icons import paint_sign


def sign_icon(
    name: str,
    size: int,
    colour: QColor,
    pixel_ratio: float = 1,
    gap: int = 0,
    gap_before: bool = False,
) -> QIcon:
    """Return the sign as an icon of ``size`` pixels for Qt's own buttons.

    ``gap`` pixels are kept free after it, or before it.
    """
    pixmap = QPixmap(QSize(size + gap, size) * pixel_ratio)
    pixmap.setDevicePixelRatio(pixel_ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    left = gap if gap_before else 0
    paint_sign(painter, name, QRectF(left, 0, size, size), colour)
    painter.end()
    icon = QIcon(pixmap)
    icon.addPixmap(pixmap, QIcon.Mode.Disabled)
    return icon
