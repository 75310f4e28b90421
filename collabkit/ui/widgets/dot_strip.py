"""How a group answered one statement: one dot a person."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.dot_layout import DotLayout, lay_out
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.text import Text


@dataclass(frozen=True, slots=True)
class DotColumn:
    """One column: its name, how many people, and the number before the name if it has one."""

    name: str
    count: int
    mark: str = ""


class DotStrip(Part):
    """Labelled columns of dots with counts; *don't know* and the like apart at the right.

    Where there is no room for the names side by side, the columns become rows.

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
        self._layouts: dict[int, DotLayout] = {}
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(_("How people answered"))

    def show_columns(self, columns: tuple[DotColumn, ...], apart: tuple[DotColumn, ...]) -> None:
        """Draw these."""
        self._columns, self._apart = columns, apart
        self._layouts.clear()
        words = ", ".join(
            f"{column.mark} {column.name}: {column.count}".strip() for column in (*columns, *apart)
        )
        self.setAccessibleDescription(f"{words}.")
        self.updateGeometry()
        self.update()

    def dress(self, theme: Theme) -> None:
        self._layouts.clear()
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
        return round(self._layout(width).height)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._columns:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._layout(self.width()).paint(painter)

    @property
    def columns(self) -> tuple[tuple[DotColumn, ...], tuple[DotColumn, ...]]:
        """The columns, and those apart."""
        return self._columns, self._apart

    def _layout(self, width: int) -> DotLayout:
        # Layouts ask for the height again and again, and setting the names in lines is dear.
        if width not in self._layouts:
            if len(self._layouts) > 4:
                self._layouts.clear()
            self._layouts[width] = lay_out(self._columns, self._apart, theme_of(self), width)
        return self._layouts[width]
