"""A text on the page."""

from typing import Literal

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from collabkit.ui.theme.metrics import TextRole
from collabkit.ui.theme.theme import theme_of
from collabkit.ui.widgets.setting import SetText, em_of

Tone = Literal["ink", "muted", "accent", "alert", "on_accent"]

_UNBOUNDED = 100_000.0


class Text(QLabel):
    """Plain text in one of the type roles, wrapped to the width it gets.

    Whatever people typed is shown as they typed it: nothing is taken for markup. ``role`` is
    note, body, strong, lead, heading, title or statement; ``tone`` a colour role for text.
    """

    def __init__(
        self,
        text: str = "",
        role: TextRole = "body",
        tone: Tone = "ink",
        parent: QWidget | None = None,
        *,
        alignment: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop,
    ) -> None:
        super().__init__(parent)
        self._role, self._tone = role, tone
        self._is_heading = False
        self._set: dict[float, SetText] = {}
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAlignment(alignment)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setText(text)
        self._dress()

    @property
    def role(self) -> TextRole:
        """The type role."""
        return self._role

    @property
    def spoken_role(self) -> str:
        """What screen readers are told: headings can be jumped to."""
        heading = self._is_heading or self._role in ("heading", "title", "statement")
        return "Heading" if heading else "StaticText"

    def speak_as_heading(self) -> None:
        """Let screen readers hear a heading although the text is set small."""
        self._is_heading = True

    def set_tone(self, tone: Tone) -> None:
        """Give the text another colour role."""
        self._tone = tone
        self.update()

    def setText(self, text: str) -> None:
        self._set.clear()
        super().setText(text)
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self.lines_at(width).height)

    def sizeHint(self) -> QSize:
        whole = self.lines_at(_UNBOUNDED)
        width = min(whole.width + 1, theme_of(self).metrics.ems(30))
        return QSize(int(width) + 1, round(self.lines_at(width + 1).height))

    def minimumSizeHint(self) -> QSize:
        whole = self.lines_at(_UNBOUNDED)
        least = min(whole.width + 1, theme_of(self).metrics.ems(5))
        return QSize(int(least) + 1, round(whole.height))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._dress()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme_of(self).colour(self._tone))
        lines = self.lines_at(self.width())
        spare = self.height() - lines.height
        top = spare / 2 if self.alignment() & Qt.AlignmentFlag.AlignVCenter else 0.0
        lines.draw(painter, 0, max(0.0, top))

    def _dress(self) -> None:
        self.setFont(theme_of(self).metrics.font(self._role))
        self._set.clear()
        self.updateGeometry()

    def lines_at(self, width: float) -> SetText:
        """Return the text set in lines of ``width`` pixels."""
        if width not in self._set:
            if len(self._set) > 4:
                self._set.clear()
            font = self.font()
            across = self.alignment() & Qt.AlignmentFlag.AlignHorizontal_Mask
            em = em_of(font, self.logicalDpiY())
            self._set[width] = SetText(self.text(), font, width, em, across)
        return self._set[width]
