"""What hangs on the wall, small."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from collabkit.i18n import _
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.part import Part

_SHAPE = 16 / 9


class Miniature(Part):
    """The room window's own picture, scaled down; without one, a sentence that says why.

    It looks when it is drawn, so that it never shows what has gone from the wall.
    """

    spoken_role = "Graphic"

    def __init__(self) -> None:
        super().__init__()
        self._source: QWidget | None = None
        self._why_not = ""
        self._picture = QPixmap()
        self._is_old = False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("What the room sees"))

    def show_window(self, window: QWidget | None, why_not: str) -> None:
        """Show what ``window`` shows now; without one, ``why_not``."""
        self._source, self._why_not = window, why_not
        self.look_again()

    @property
    def picture(self) -> QPixmap:
        """What hangs on the wall now; a null picture if nothing does."""
        if self._is_old:
            self._is_old = False
            self._picture = self._drawn()
        return self._picture

    def look_again(self) -> None:
        """Know that the window shows something else."""
        self._is_old = True
        self.update()

    def sizeHint(self) -> QSize:
        width = theme_of(self).metrics.ems(16)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width / _SHAPE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        picture = self.picture
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if picture.isNull():
            painter.setPen(QPen(theme.colour("edge"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(frame, theme.metrics.corner, theme.metrics.corner)
            painter.setPen(theme.colour("muted"))
            painter.setFont(theme.metrics.font("body"))
            inside = frame.adjusted(theme.metrics.em, 0, -theme.metrics.em, 0)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inside, int(flags), self._why_not)
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = picture.deviceIndependentSize()
        size.scale(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = frame.left() + (frame.width() - size.width()) / 2
        top = frame.top() + (frame.height() - size.height()) / 2
        place = QRectF(left, top, size.width(), size.height())
        painter.drawPixmap(place, picture, QRectF(picture.rect()))
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawRect(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.look_again()

    def _drawn(self) -> QPixmap:
        window = self._source
        if window is None or not isValid(window):
            return QPixmap()
        wide = max(1, self.width() * 2)  # finer than it is shown, to be scaled smoothly
        return window.grab().scaledToWidth(
            round(wide * self.devicePixelRatioF()), Qt.TransformationMode.SmoothTransformation
        )
