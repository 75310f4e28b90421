"""Which paper plans are made for."""

from PySide6.QtCore import Signal

from collabkit.i18n import _
from collabkit.services.exports import Paper
from collabkit.ui.paper_choice import PAPER
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.choice import Choice


class PaperCard(Card):
    """A4 or US Letter. ``chosen(key, value)`` tells what was chosen."""

    chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__(_("On paper"))
        self.paper = Choice(
            _("Paper"),
            [(Paper.A4, _("A4")), (Paper.LETTER, _("US Letter"))],
            _("Plans are drawn, saved and printed for this size."),
            side_by_side=True,
        )
        self.paper.chosen.connect(self._on_paper_chosen)
        self.add(self.paper)

    def render_paper(self, code: str) -> None:
        """Show what is chosen."""
        self.paper.set_code(code)

    def _on_paper_chosen(self, code: str) -> None:
        self.chosen.emit(PAPER, str(code))
