"""The number of an action, or a tick once it is done."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from collabkit.plans.plan import Slot, Status
from collabkit.ui.plan.state import ActionState
from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.part import Part

_SIGNS = {Status.DONE: "tick", Status.DROPPED: "cross"}


class PlaceMark(Part):
    """A number in a circle for what is done now; the words beside it say the rest.

    Parked actions have no number: they wait. What is done or dropped has a sign instead.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = ""
        self._sign = ""

    def show_action(self, state: ActionState) -> None:
        """Stand for an action."""
        self._sign = _SIGNS.get(state.action.status, "")
        is_now = state.action.slot is Slot.NOW
        self._number = str(state.place) if is_now and not self._sign else ""
        self.setVisible(bool(self._number or self._sign))
        self.update()

    def sizeHint(self) -> QSize:
        side = theme_of(self).metrics.ems(1.9)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = m.ems(1.9)
        width = max(1.5, m.hair * 1.5)
        circle = QRectF(0, 0, side, side).adjusted(width, width, -width, -width)
        if self._sign:
            paint_sign(painter, self._sign, circle, theme.colour("muted"), 2.4)
            return
        painter.setPen(QPen(theme.colour("accent"), width))
        painter.setBrush(theme.colour("accent_soft"))
        painter.drawEllipse(circle)
        painter.setPen(theme.colour("ink"))
        painter.setFont(m.font("strong"))
        painter.drawText(circle, Qt.AlignmentFlag.AlignCenter, self._number)
