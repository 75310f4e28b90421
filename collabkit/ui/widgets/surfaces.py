"""What things that can be pressed or chosen are drawn on."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from collabkit.ui.theme.metrics import TextRole
from collabkit.ui.theme.theme import theme_of


def paint_choice(painter: QPainter, button: QAbstractButton, thick: float) -> None:
    """Draw the ground of ``button``; checked, with a fill and a border ``thick`` hairs wide."""
    theme = theme_of(button)
    chosen = button.isChecked()
    width = theme.metrics.hair * (thick if chosen else 1)
    edge = "accent" if chosen else "ink" if button.underMouse() else "edge"
    painter.setPen(QPen(theme.colour(edge), width))
    painter.setBrush(theme.colour("accent_soft" if chosen else "surface"))
    inset = width / 2
    box = QRectF(button.rect()).adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(box, theme.metrics.corner, theme.metrics.corner)


def paint_wash(painter: QPainter, widget: QWidget, role: str = "accent_soft") -> None:
    """Fill the whole of ``widget`` without a border, as below the mouse."""
    theme = theme_of(widget)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(role))
    painter.drawRoundedRect(QRectF(widget.rect()), theme.metrics.corner, theme.metrics.corner)


def paint_mark(
    painter: QPainter,
    widget: QWidget,
    circle: QRectF,
    mark: str,
    *,
    chosen: bool,
    role: TextRole = "strong",
) -> None:
    """Draw the ``mark`` of an answer, such as its number, in ``circle``; chosen, it is filled."""
    theme = theme_of(widget)
    m = theme.metrics
    painter.setPen(QPen(theme.colour("accent" if chosen else "edge"), max(1.5, m.hair * 1.5)))
    painter.setBrush(theme.colour("accent" if chosen else "surface"))
    painter.drawEllipse(circle)
    painter.setFont(m.font(role))
    painter.setPen(theme.colour("on_accent" if chosen else "ink"))
    painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, mark)
