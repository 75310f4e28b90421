"""The end of a session: what to hand out, and where to go on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from collabkit.i18n import _
from collabkit.ui.theme.theme import Theme, theme_of
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.flow import Flow
from collabkit.ui.widgets.part import Part
from collabkit.ui.widgets.text import Text


class EndPart(Part):
    """``paper_asked(str)`` tells which paper to save: *report* or *minutes*."""

    paper_asked = Signal(str)
    plan_asked = Signal()
    results_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.heading = Text(_("Give it to everybody before they leave"), "heading")
        self.report = Button(_("Save the report as PDF"), "plain", "save")
        self.minutes = Button(_("Save the minutes as PDF"), "plain", "save")
        self.plan = Button(_("Open the plan"), "plain", "plan")
        self.results = Button(_("Open the results"), "plain", "impact")
        self.report.clicked.connect(self._on_report_clicked)
        self.minutes.clicked.connect(self._on_minutes_clicked)
        self.plan.clicked.connect(self.plan_asked)
        self.results.clicked.connect(self.results_asked)
        self._row = Flow()
        for button in (self.report, self.minutes, self.plan, self.results):
            self._row.addWidget(button)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.heading)
        self._box.addLayout(self._row)
        self.setAccessibleName(self.heading.text())
        self.dress(theme_of(self))

    def dress(self, theme: Theme) -> None:
        self._box.setSpacing(theme.metrics.units(1.5))
        self._row.set_gaps(theme.metrics.units(1.2), theme.metrics.units(1))

    def _on_report_clicked(self) -> None:
        self.paper_asked.emit("report")

    def _on_minutes_clicked(self) -> None:
        self.paper_asked.emit("minutes")
