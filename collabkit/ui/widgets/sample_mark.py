"""Marks what is only there to play with, or to practise on."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part


class WordMark(Part):
    """A word in a frame, beside a name; ``meaning`` is what screen readers say."""

    def __init__(
        self, text: str, meaning: str, hint: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.text = text
        self.setAccessibleName(meaning)
        self.setToolTip(hint)

    def dress(self, theme: Theme) -> None:
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        m = theme_of(self).metrics
        self.setFont(m.font("note"))
        width = self.fontMetrics().horizontalAdvance(self.text) + m.ems(1.4)
        return QSize(width, m.ems(1.6))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = theme_of(self)
        m = theme.metrics
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour("edge"), m.hair))
        painter.setBrush(theme.colour("paper"))
        inset = m.hair / 2
        box = self.rect().toRectF().adjusted(inset, inset, -inset, -inset)
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        painter.setPen(theme.colour("ink"))
        painter.setFont(m.font("note"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text)


class SampleMark(WordMark):
    """The word “Sample” in a frame, beside the name of a sample charity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Sample"),
            _("Sample: not a real charity"),
            _("Not a real charity: something to play with."),
            parent,
        )


class PracticeMark(WordMark):
    """The word “Practice” in a frame, beside a session that does not count."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("Practice"),
            _("Practice: nothing in it counts"),
            _("With pretend people, to try everything. Nothing in it counts."),
            parent,
        )
