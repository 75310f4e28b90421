"""The reports of faults, to be read before they are given to anyone."""

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collabkit.crash_reports.kept import KeptReport, KeptReports
from collabkit.dates import day
from collabkit.errors import CollabkitError
from collabkit.files import write_safely
from collabkit.i18n import _
from collabkit.ui.desktop import Desktop, FileKind, ask_where_to_save
from collabkit.ui.widgets.button import Button
from collabkit.ui.widgets.card import Card
from collabkit.ui.widgets.fold import Fold
from collabkit.ui.widgets.text import Text
from collabkit.ui.widgets.whole_text import Paragraph, WholeText


class ReportDesktop(Desktop):
    """Where a report of a fault goes."""

    def ask_where_to_save(self, parent: QWidget, suggested: Path) -> Path | None:
        """Let a person say where a report goes; ``None`` if they would rather not."""
        kind = FileKind("txt", _("Text files"))
        return ask_where_to_save(parent, _("Save the report"), suggested, kind)


class ReportsCard(Card):
    """Each report can be read, copied, saved elsewhere and deleted; nothing is ever sent.

    ``told(sentence)`` says what was done, ``problem_met(sentence)`` what could not be.
    """

    told = Signal(str)
    problem_met = Signal(str)

    def __init__(self, root: Path, desktop: Desktop | None = None) -> None:
        super().__init__(_("Reports of faults"))
        self._kept = KeptReports(root)
        self._desktop = desktop if isinstance(desktop, ReportDesktop) else ReportDesktop()
        self.words = Text()
        self._folds: list[ReportFold] = []
        self.add(self.words)
        self.render_reports()

    def render_reports(self) -> None:
        """Show the reports that are there now."""
        for fold in self._folds:
            self.body.removeWidget(fold)
            fold.hide()
            fold.deleteLater()
        reports = self._kept.all()
        self.words.setText(_some() if reports else _none())
        self._folds = [self._fold(report) for report in reports]
        self.add(*self._folds)

    def _fold(self, report: KeptReport) -> "ReportFold":
        fold = ReportFold(report)
        fold.copied.connect(self._on_fold_copied)
        fold.saving_requested.connect(self._on_fold_saving_requested)
        fold.deleting_requested.connect(self._on_fold_deleting_requested)
        return fold

    def _on_fold_copied(self) -> None:
        self.told.emit(_("The report was copied."))

    def _on_fold_saving_requested(self, report: KeptReport) -> None:
        suggested = self._desktop.documents() / f"collabkit-fault-{report.code}.txt"
        path = self._desktop.ask_where_to_save(self, suggested)
        if path is None:
            return
        try:
            write_safely(path, report.text().encode())
        except CollabkitError as error:
            self.problem_met.emit(str(error))
        else:
            self.told.emit(_("The report was saved as “{name}”.").format(name=path.name))

    def _on_fold_deleting_requested(self, report: KeptReport) -> None:
        report.remove()
        self.render_reports()
        self.told.emit(_("The report was deleted."))


class ReportFold(Fold):
    """One report: its whole text and what can be done with it."""

    copied = Signal()
    saving_requested = Signal(object)
    deleting_requested = Signal(object)

    def __init__(self, report: KeptReport) -> None:
        title = _name(report)
        super().__init__(title)
        self.report = report
        self.text: WholeText | None = None
        self.copy = Button(_("Copy"), "plain", name=_("Copy the report: {name}").format(name=title))
        self.save = Button(
            _("Save as…"), "plain", name=_("Save the report: {name}").format(name=title)
        )
        self.delete = Button(
            _("Delete"), "quiet", name=_("Delete the report: {name}").format(name=title)
        )
        self.copy.clicked.connect(self._on_copy_clicked)
        self.save.clicked.connect(self._on_save_clicked)
        self.delete.clicked.connect(self._on_delete_clicked)
        self._buttons = QHBoxLayout()
        for button in (self.copy, self.save, self.delete):
            self._buttons.addWidget(button)
        self._buttons.addStretch(1)
        self.toggled.connect(self._on_self_toggled)
        self._title = title

    def _on_self_toggled(self, is_open: bool) -> None:
        if is_open and self.text is None:
            lines = self.report.text().splitlines()
            self.text = WholeText(self._title, [Paragraph(line, "note") for line in lines])
            self.add(self.text, self._buttons)

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.report.text())
        self.copied.emit()

    def _on_save_clicked(self) -> None:
        self.saving_requested.emit(self.report)

    def _on_delete_clicked(self) -> None:
        self.deleting_requested.emit(self.report)


def _name(report: KeptReport) -> str:
    here: datetime = report.when.astimezone()
    return _("{day}, {time}: fault {code}").format(
        day=day(here.date()), time=f"{here:%H:%M}", code=report.code
    )


def _none() -> str:
    return _(
        "There are none. If something goes wrong that is our fault, a report of it is kept here, "
        "on this computer."
    )


def _some() -> str:
    return _(
        "A report says where in the program something went wrong: no answers, no names, no "
        "folders. collabkit sends it to nobody. If you ask somebody for help, read it first and "
        "give it to them yourself. The newest five are kept."
    )
