"""Saves somewhere else what can be read but not opened, as on a disk that takes nothing."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.ui.job import Job
from collabkit.ui.surroundings.teller import RescueDesktop
from collabkit.ui.surroundings.wording import told_of

if TYPE_CHECKING:
    from collabkit.services.rescue import Rescued


class Elsewhere(QObject):
    """``saved(sentence, folder)`` tells where the work is now, ``not_saved(sentence)`` why not."""

    saved = Signal(str, object)
    not_saved = Signal(str)

    def __init__(
        self, folder: DataFolder, parent: QObject, desktop: RescueDesktop | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._desktop = desktop or RescueDesktop()

    def save(self, page: QWidget, today: date) -> str:
        """Ask where, and begin; return what to say meanwhile, nothing if no place was chosen."""
        target = self._desktop.ask_folder(page)
        if target is None:
            return ""
        job = Job(partial(_save, self._folder, target, today))
        job.done.connect(self._on_job_done)
        job.failed.connect(self._on_job_failed)
        job.start()
        return _("Your work is being saved in “{folder}”.").format(folder=target.name)

    def show_folder(self, folder: Path) -> None:
        """Open ``folder`` in the computer's own window for files."""
        self._desktop.show_folder(folder)

    def _on_job_done(self, rescued: "Rescued") -> None:
        self.saved.emit(told_of(rescued), rescued.folder)

    def _on_job_failed(self, sentence: str) -> None:
        self.not_saved.emit(_("Your work was not saved there. {reason}").format(reason=sentence))


def _save(folder: DataFolder, target: Path, today: date) -> "Rescued":
    from collabkit.services import open_services
    from collabkit.services.rescue import save_elsewhere

    services = open_services(folder, read_only=True)
    try:
        return save_elsewhere(services, target, (), today)
    finally:
        services.close()
