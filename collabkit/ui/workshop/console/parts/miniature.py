"""What hangs on the wall, small."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.part import Part

_LOOKS_AGAIN = 60  # milliseconds after something has changed: the window has to draw it first
_SHAPE = 16 / 9


class Miniature(Part):
    """The room window's own picture, scaled down; without one, a sentence."""

    spoken_role = "Graphic"

    def __init__(self) -> None:
        super().__init__()
        self._source: QWidget | None = None
        self.picture = QPixmap()
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("What the room sees"))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_LOOKS_AGAIN)
        self._timer.timeout.connect(self._look)

    def show_window(self, window: QWidget | None) -> None:
        """Show what ``window`` shows now; ``None`` if the room sees nothing."""
        self._source = window
        if window is None:
            self.picture = QPixmap()
            self.update()
        else:
            self._timer.start()

    def look_again(self) -> None:
        """Know that the window shows something else."""
        if self._source is not None:
            self._timer.start()

    def sizeHint(self) -> QSize:
        width = theme_of(self).metrics.ems(16)
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width / _SHAPE)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.picture.isNull():
            painter.setPen(QPen(theme.colour("edge"), 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(frame, theme.metrics.corner, theme.metrics.corner)
            painter.setPen(theme.colour("muted"))
            painter.setFont(theme.metrics.font("body"))
            inside = frame.adjusted(theme.metrics.em, 0, -theme.metrics.em, 0)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(inside, int(flags), _("The room window is not open."))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = self.picture.deviceIndependentSize()
        size.scale(frame.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left = frame.left() + (frame.width() - size.width()) / 2
        top = frame.top() + (frame.height() - size.height()) / 2
        place = QRectF(left, top, size.width(), size.height())
        painter.drawPixmap(place, self.picture, QRectF(self.picture.rect()))
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.drawRect(place)

    def _look(self) -> None:
        window = self._source
        if window is None or not self.isVisible():
            return
        wide = max(1, self.width() * 2)  # finer than it is shown, to be scaled smoothly
        self.picture = window.grab().scaledToWidth(
            round(wide * self.devicePixelRatioF()), Qt.TransformationMode.SmoothTransformation
        )
        self.update()
