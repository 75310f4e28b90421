"""What comes before the shape: the mark of the sample, how complete it is, and where to go."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collabkit.i18n import _
from collabkit.ui.results.beside_parts import LAST_TIME
from collabkit.ui.results.state import ResultsState
from collabkit.ui.results.themes_part import part_by_part
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part, show_if
from collabkit.ui.widgets.sample_mark import SampleMark
from collabkit.ui.widgets.text import Text


class OpeningPart(Part):
    """``going_on_requested()`` asks to go on answering; the others for a part of the page."""

    going_on_requested = Signal()
    findings_requested = Signal()
    last_time_requested = Signal()
    themes_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sample = SampleMark()
        self.progress = Text("", "body", "muted")
        self.go_on = Button(_("Go on answering"), "quiet", "next", sign_after=True)
        self.to_findings = Button(_("What stands out"), "quiet", "down")
        self.to_last_time = Button(_("Beside last time"), "quiet", "down")
        self.to_themes = Button(part_by_part("part"), "quiet", "down")
        self.go_on.clicked.connect(self.going_on_requested)
        self.to_findings.clicked.connect(self.findings_requested)
        self.to_last_time.clicked.connect(self.last_time_requested)
        self.to_themes.clicked.connect(self.themes_requested)
        self._progress_line = QHBoxLayout()
        self._progress_line.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignVCenter)
        self._progress_line.addWidget(self.progress, 1, Qt.AlignmentFlag.AlignVCenter)
        self._jumps = Flow()
        self._jumps.addWidget(self.go_on)
        self._jumps.addWidget(self.to_findings)
        self._jumps.addWidget(self.to_last_time)
        self._jumps.addWidget(self.to_themes)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self._progress_line)
        self._box.addLayout(self._jumps)
        self.dress(theme_of(self))

    def show_opening(self, state: ResultsState) -> None:
        """Show what belongs before the shape of ``state``."""
        show_if(self.sample, state.is_sample)
        self.progress.setText(state.progress)
        show_if(self.progress, bool(state.progress))
        show_if(self.go_on, state.can_go_on)
        self.go_on.set_words(
            _("Go on with the session") if state.session_id else _("Go on answering")
        )
        show_if(self.to_last_time, any(part.key == LAST_TIME for part in state.beside))
        for jump in (self.to_findings, self.to_themes):
            show_if(jump, state.is_profile and not state.empty)
        self.to_themes.set_words(part_by_part(state.part_words[0]))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1))
        self._progress_line.setSpacing(theme.metrics.units(1.5))
        self._jumps.setSpacing(theme.metrics.units(1))
