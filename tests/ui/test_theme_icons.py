"""Signs: drawn as lines, in any colour."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from collabkit.ui.theme.icons import GRID, paint_sign, sign_names, sign_path


@pytest.mark.parametrize("name", sign_names())
def test_every_sign_fits_its_grid(name: str) -> None:
    """Nothing is cut off at the edge, and no sign is only a speck."""
    box = sign_path(name).boundingRect()
    assert min(box.left(), box.top()) >= 0
    assert max(box.right(), box.bottom()) <= GRID
    assert max(box.width(), box.height()) > GRID / 3


def test_a_sign_takes_the_colour_it_is_given(qapp: QApplication) -> None:
    """The same tick is drawn in each theme's own colour."""
    image = QImage(48, 48, QImage.Format.Format_ARGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    paint_sign(painter, "minus", QRectF(0, 0, 48, 48), QColor("#0F5C63"))
    painter.end()
    assert image.pixelColor(24, 24) == QColor("#0F5C63")
    assert image.pixelColor(2, 2) == QColor("white")
