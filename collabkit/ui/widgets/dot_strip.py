"""How a group answered one statement: one dot a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.setting import SetText
from collabkit.ui.widgets.text import Text

_STEPS = 5


@dataclass(frozen=True, slots=True)
class DotColumn:
    """One column: its name, how many people, and the number before the name if it has one."""

    name: str
    count: int
    mark: str = ""


class DotStrip(Part):
    """Labelled columns of dots with counts; *don't know* and the like apart at the right.

    The sentence below says the same and can be read aloud.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.picture = DotPicture()
        self.sentence = Text("", "body")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.picture)
        self._box.addWidget(self.sentence)
        self.dress(theme_of(self))

    def show_columns(
        self, columns: Sequence[DotColumn], apart: Sequence[DotColumn] = (), sentence: str = ""
    ) -> None:
        """Draw ``columns`` from low to high, ``apart`` at the right, ``sentence`` below."""
        self.picture.show_columns(tuple(columns), tuple(apart))
        self.sentence.setText(sentence)
        show_if(self.sentence, bool(sentence))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(2))


class DotPicture(Part):
    """The drawing of a dot strip."""

    spoken_role = "Graphic"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns: tuple[DotColumn, ...] = ()
        self._apart: tuple[DotColumn, ...] = ()
        self._grids: dict[int, _Grid] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("How people answered"))

    def show_columns(self, columns: tuple[DotColumn, ...], apart: tuple[DotColumn, ...]) -> None:
        """Draw these."""
        self._columns, self._apart = columns, apart
        self._grids.clear()
        words = ", ".join(
            f"{column.mark} {column.name}: {column.count}".strip() for column in (*columns, *apart)
        )
        self.setAccessibleDescription(f"{words}.")
        self.updateGeometry()
        self.update()

    def dress(self, theme: Theme) -> None:
        self._grids.clear()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = theme_of(self).metrics.ems(34)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        m = theme_of(self).metrics
        return QSize(m.ems(16), m.ems(6))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(self._grid(width).height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._columns:
            return
        theme = theme_of(self)
        m = theme.metrics
        grid = self._grid(self.width())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, column in enumerate((*self._columns, *self._apart)):
            left = grid.left(place)
            step = round(place * (_STEPS - 1) / max(1, len(self._columns) - 1))
            is_apart = place >= len(self._columns)
            painter.setPen(QPen(theme.colour("outline"), max(1.0, m.hair * 1.2)))
            painter.setBrush(theme.colour("surface") if is_apart else theme.step(step))
            for dot in range(column.count):
                painter.drawEllipse(grid.dot(left, dot), grid.radius, grid.radius)
            painter.setPen(theme.colour("ink"))
            painter.setFont(m.font("strong"))
            count = QRectF(left, grid.base + m.ems(0.3), grid.width, m.ems(1.5))
            painter.drawText(count, Qt.AlignmentFlag.AlignCenter, str(column.count))
            painter.setPen(theme.colour("muted"))
            grid.names[place].draw(painter, left + m.ems(0.2), grid.base + m.ems(1.8))
        painter.setPen(QPen(theme.colour("edge"), max(1.0, m.hair)))
        end = grid.left(len(self._columns) - 1) + grid.width
        painter.drawLine(QPointF(0, grid.base), QPointF(end, grid.base))
        if self._apart:
            start = QPointF(grid.left(len(self._columns)), grid.base)
            painter.drawLine(start, QPointF(self.width(), grid.base))

    @property
    def columns(self) -> tuple[tuple[DotColumn, ...], tuple[DotColumn, ...]]:
        """The columns, and those apart."""
        return self._columns, self._apart

    def _grid(self, width: int) -> "_Grid":
        # Layouts ask for the height again and again, and setting the names in lines is dear.
        if width not in self._grids:
            if len(self._grids) > 4:
                self._grids.clear()
            self._grids[width] = _Grid(self, width)
        return self._grids[width]


class _Grid:
    """Where everything goes at a given width."""

    def __init__(self, picture: DotPicture, width: float) -> None:
        m = theme_of(picture).metrics
        columns, apart = picture.columns
        everything = (*columns, *apart)
        self._inner = len(columns)
        self._gap = m.em * 1.6 if apart else 0.0
        self.width = (width - self._gap) / max(1, len(everything))
        most = max((column.count for column in everything), default=0)
        self.radius = m.em * 0.58
        # Many people: more dots beside each other, then smaller ones.
        while True:
            self._pitch = self.radius * 2.3
            self._beside = max(1, int((self.width - m.em * 0.4) // self._pitch))
            if most > 10 or self._beside == 1:
                self._beside = min(self._beside, max(1, ceil(most / 6)))
            else:
                self._beside = 1
            if ceil(most / self._beside) <= 12 or self.radius < m.em * 0.2:
                break
            self.radius *= 0.85
        rows = max(3, ceil(most / self._beside))
        self.base = rows * self._pitch + m.em * 0.3
        self.names = [
            SetText(
                f"{column.mark} {column.name}".strip(),
                m.font("note"),
                self.width - m.em * 0.4,
                m.em * 0.9,
                Qt.AlignmentFlag.AlignHCenter,
            )
            for column in everything
        ]
        self.height = self.base + m.em * 1.9 + max((n.height for n in self.names), default=0)

    def left(self, place: int) -> float:
        return place * self.width + (self._gap if place >= self._inner else 0)

    def dot(self, left: float, number: int) -> QPointF:
        row, along = divmod(number, self._beside)
        block = (self._beside - 1) * self._pitch
        x = left + self.width / 2 - block / 2 + along * self._pitch
        return QPointF(x, self.base - self._pitch * (row + 0.5) - self.radius * 0.15)
