"""Something that can be opened and closed."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.icons import paint_sign
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.announce import tell_opened
from collabkit.ui.widgets.drawn_button import DrawnButton
from collabkit.ui.widgets.part import Part, put, show_if
from collabkit.ui.widgets.surfaces import paint_wash


class Fold(Part):
    """A line such as “Why this matters” with a triangle; opened, it shows what is in it.

    ``toggled(open)`` tells when a person opens or closes it.
    """

    toggled = Signal(bool)

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.header = FoldHeader(title)
        self._inside = QWidget()
        self.body = QVBoxLayout(self._inside)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.header, 0, Qt.AlignmentFlag.AlignLeft)
        self._box.addWidget(self._inside)
        self.header.clicked.connect(self._on_header_clicked)
        self.set_open(False)
        self.dress(theme_of(self))

    @property
    def is_open(self) -> bool:
        """Whether it shows what is in it."""
        return self.header.is_open

    def set_open(self, is_open: bool) -> None:
        """Open or close it; nobody is told."""
        self.header.set_open(is_open)
        show_if(self._inside, is_open)

    def set_title(self, title: str) -> None:
        """Change what stands in the line."""
        self.header.set_title(title)

    def set_filled(self, filled: bool) -> None:
        """Tick it, or not: something was written in it."""
        self.header.set_filled(filled)

    def add(self, *parts: QWidget | QLayout) -> None:
        """Put ``parts`` into it."""
        for part in parts:
            put(self.body, part)

    def dress(self, theme: Theme) -> None:
        m = theme.metrics
        self.body.setContentsMargins(m.ems(1.7), m.units(1.5), 0, m.units(1.5))
        self.body.setSpacing(m.units(1.5))

    def _on_header_clicked(self) -> None:
        self.set_open(not self.is_open)
        self.toggled.emit(self.is_open)


class FoldHeader(DrawnButton):
    """The line that is pressed."""

    spoken_role = "Button"

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = ""
        self.is_open = False
        self._filled = False
        self.set_title(title)

    def set_open(self, is_open: bool) -> None:
        """Turn the triangle."""
        changed, self.is_open = is_open != self.is_open, is_open
        if changed:
            tell_opened(self, is_open)
        self.update()

    def set_title(self, title: str) -> None:
        """Change the words of the line."""
        if title == self._title:
            return
        self._title = title
        self.setText(title.replace("&", "&&"))
        self.setAccessibleName(title)
        self.updateGeometry()
        self.update()

    def set_filled(self, filled: bool) -> None:
        """Show or take away the tick."""
        self._filled = filled
        self.setAccessibleDescription(_("Something is written here.") if filled else "")
        self.update()

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        self.setFont(m.font("strong"))
        words = self.fontMetrics().horizontalAdvance(self._title)
        return QSize(m.ems(1.7) + words + m.ems(2.2), m.target)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).metrics.ems(6), theme_of(self).metrics.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Right if not self.is_open:
                self.click()
            case Qt.Key.Key_Left if self.is_open:
                self.click()
            case _:
                super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse():
            paint_wash(painter, self)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("accent"))
        painter.save()
        painter.translate(m.ems(0.8), self.height() / 2)
        painter.rotate(90 if self.is_open else 0)
        half = m.em * 0.32
        painter.drawPolygon(
            [QPointF(-half * 0.8, -half), QPointF(half, 0), QPointF(-half * 0.8, half)]
        )
        painter.restore()
        painter.setFont(m.font("strong"))
        painter.setPen(theme.colour("accent"))
        words = QRectF(self.rect()).adjusted(m.ems(1.7), 0, 0, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, flags, self._title)
        if self._filled:
            side = m.ems(1)
            left = words.left() + self.fontMetrics().horizontalAdvance(self._title) + m.ems(0.5)
            tick = QRectF(left, (self.height() - side) / 2, side, side)
            paint_sign(painter, "tick", tick, theme.colour("accent"), 3)
