"""Turns pages."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text


class Turner(Part):
    """“Page 2 of 6” between two buttons. ``page_wanted(page)`` counts from 0."""

    page_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._page = 0
        self.before = Button("", "quiet", "up", _("Previous page"))
        self.place = Text(alignment=Qt.AlignmentFlag.AlignCenter)
        self.after = Button("", "quiet", "down", _("Next page"))
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        for part in (self.before, self.place, self.after):
            self._row.addWidget(part)
        self.before.clicked.connect(self._on_before_clicked)
        self.after.clicked.connect(self._on_after_clicked)
        self.dress(theme_of(self))

    def show_place(self, page: int, pages: int) -> None:
        """Show which page of how many is read."""
        self._page = page
        self.place.setText(
            _("Page {page} of {pages}").format(page=min(page + 1, pages), pages=pages)
        )
        for button, other, is_usable in (
            (self.before, self.after, page > 0),
            (self.after, self.before, page + 1 < pages),
        ):
            had_focus = button.hasFocus()
            button.setEnabled(is_usable)
            if had_focus and not is_usable:
                other.setEnabled(True)
                other.setFocus()

    def dress(self, theme: Theme) -> None:
        self._row.setSpacing(theme.metrics.units(0.5))

    def _on_before_clicked(self) -> None:
        self.page_wanted.emit(self._page - 1)

    def _on_after_clicked(self) -> None:
        self.page_wanted.emit(self._page + 1)
