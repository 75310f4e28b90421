"""The pages of the paper, below each other."""

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.preview.paper import Paper
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.focus import SCROLLS_ITSELF
from collabkit.ui.widgets.part import Part

_UNBOUNDED = 16_777_215  # Qt's own largest width


class Sheets(Part):
    """Pages as wide as there is room, or at a fixed zoom (1 is the size on paper).

    Tab visits the page that is being read, once. ``turned(page)`` tells when that changes; pages
    count from 0.
    """

    turned = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper: Paper | None = None
        self._zoom: float | None = None
        self.sheets: list[Sheet] = []
        self.page = 0
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.dress(theme_of(self))

    @property
    def zoom(self) -> float:
        """How large the pages are now; 1 is the size on paper."""
        if not self.sheets:
            return 1.0
        return self.sheets[0].width() / self._natural_width(self.sheets[0])

    @property
    def fits_width(self) -> bool:
        """Whether the pages are as wide as there is room."""
        return self._zoom is None

    def show_paper(self, paper: Paper | None) -> None:
        """Show the pages of ``paper``, at the same place if there are as many."""
        if self._paper is not None:
            self._paper.close()
        self._paper = paper
        count = paper.pages if paper is not None else 0
        while len(self.sheets) > count:
            sheet = self.sheets.pop()
            self._box.removeWidget(sheet)
            sheet.hide()
            sheet.deleteLater()
        while len(self.sheets) < count:
            sheet = Sheet()
            self._box.addWidget(sheet)
            self.sheets.append(sheet)
        if paper is not None:
            for number, sheet in enumerate(self.sheets):
                sheet.show_page(paper, number)
        self.set_zoom(self._zoom)
        self._turn_to(min(self.page, max(0, count - 1)))

    def set_zoom(self, zoom: float | None) -> None:
        """Show the pages at ``zoom``, or as wide as there is room."""
        self._zoom = zoom
        for sheet in self.sheets:
            width = 0 if zoom is None else round(self._natural_width(sheet) * zoom)
            sheet.setMinimumWidth(width)
            sheet.setMaximumWidth(width or _UNBOUNDED)
            sheet.updateGeometry()

    def read_at(self, height: int) -> None:
        """Take note that what lies at ``height`` is being read."""
        tops = [number for number, sheet in enumerate(self.sheets) if sheet.y() <= height]
        self._turn_to(tops[-1] if tops else 0)

    def texts(self) -> tuple[str, ...]:
        """Return what stands on each page."""
        if self._paper is None:
            return ()
        return tuple(self._paper.text(page) for page in range(self._paper.pages))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(3))
        self.set_zoom(self._zoom)

    def _natural_width(self, sheet: "Sheet") -> float:
        return sheet.points.width() * self.logicalDpiX() / 72

    def _turn_to(self, page: int) -> None:
        had_focus = any(sheet.hasFocus() for sheet in self.sheets)
        for number, sheet in enumerate(self.sheets):
            policy = Qt.FocusPolicy.TabFocus if number == page else Qt.FocusPolicy.NoFocus
            sheet.setFocusPolicy(policy)
        if self._paper is not None and self.sheets:
            sheet = self.sheets[page]
            sheet.setAccessibleDescription(self._paper.text(page))
            if had_focus and not sheet.hasFocus():
                sheet.setFocus(Qt.FocusReason.OtherFocusReason)
        if page != self.page:
            self.page = page
            self.turned.emit(page)


class Sheet(QWidget):
    """One page, drawn when it is first seen."""

    def __init__(self) -> None:
        super().__init__()
        self._paper: Paper | None = None
        self._number = 0
        self._picture = QPixmap()
        self.setProperty(SCROLLS_ITSELF, True)  # the page that is read is in sight already
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def points(self) -> QSize:
        """The size on paper in points."""
        if self._paper is None:
            return QSize(595, 842)
        return self._paper.size(self._number).toSize()

    def show_page(self, paper: Paper, number: int) -> None:
        """Show a page of ``paper``."""
        self._paper, self._number = paper, number
        self._picture = QPixmap()
        self.setAccessibleName(
            _("Page {page} of {pages}").format(page=number + 1, pages=paper.pages)
        )
        self.setAccessibleDescription("")
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(width * self.points.height() / self.points.width())

    def sizeHint(self) -> QSize:
        return self.points

    def minimumSizeHint(self) -> QSize:
        return QSize(theme_of(self).metrics.ems(10), theme_of(self).metrics.ems(10))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)  # paper is white in every theme
        if self._paper is not None:
            ratio = self.devicePixelRatioF()
            wanted = self.size() * ratio
            if self._picture.size() != wanted:
                self._picture = QPixmap.fromImage(self._paper.picture(self._number, wanted))
                self._picture.setDevicePixelRatio(ratio)
            painter.drawPixmap(QPoint(0, 0), self._picture)
        painter.setPen(theme_of(self).colour("edge"))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
