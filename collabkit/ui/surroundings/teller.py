"""Tells above all pages what is wrong around the program, and saves the work elsewhere."""

from collections.abc import Callable
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _, ngettext
from collabkit.paths import DataFolder
from collabkit.services import Services
from collabkit.services.rescue import Rescued, Unsaved, save_elsewhere
from collabkit.ui.desktop import Desktop, ask_which_folder
from collabkit.ui.job import Job
from collabkit.ui.save_ledger import everything_unsaved
from collabkit.ui.surroundings.watch import Watch
from collabkit.ui.widgets.standing_notice import StandingNotice

Pair = tuple[Any, Any]
_SETTLES = 200  # milliseconds in which what was typed last is handed in


class Surroundings(QObject):
    """Keeps an eye on the data folder as long as the window is open.

    Warnings of the place are told once; trouble is told as long as it lasts.
    """

    def __init__(
        self,
        services: Services,
        notice: StandingNotice,
        today: Callable[[], date],
        desktop: "RescueDesktop",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._services = services
        self._notice = notice
        self._today = today
        self._desktop = desktop
        self._told = ""
        self._is_gone = False
        self._show_folder: Path | None = None
        self._taken: tuple[Pair, ...] = ()  # what was not saved here when the work went elsewhere
        self._rescued: Rescued | None = None
        notice.action_taken.connect(self._on_notice_action_taken)
        self._watch = Watch(services.folder, self)
        self._watch.changed.connect(self._on_watch_changed)

    def begin(self) -> None:
        """Look at the place once, and from now on whether the folder is there."""
        job = Job(partial(_warning, self._services.folder))
        job.done.connect(self._on_place_looked_at)
        job.start()
        self._watch.begin()

    def end(self) -> None:
        """The window closes."""
        self._watch.end()
        self._notice.close_notice()

    def look_now(self) -> None:
        """Look before it is time."""
        self._watch.look()

    def save_elsewhere(self) -> None:
        """Ask for a folder and save everything there, also what could not be saved here."""
        target = self._desktop.ask_folder(self._notice.window())
        if target is None:
            self._tell_again()
            return
        QTimer.singleShot(_SETTLES, self, partial(self._save_to, target))

    def kept_elsewhere(self) -> str:
        """Return what to say to who closes, if all that is not saved here was saved elsewhere."""
        unsaved, rescued = everything_unsaved(), self._rescued
        if not unsaved or rescued is None or rescued.left or unsaved != self._taken:
            return ""
        return _(
            "Something you entered is not on the disk where it belongs, so collabkit stays open. "
            "Your work is also in the folder “{folder}”, with what you entered last. If you close "
            "once more, it is only there."
        ).format(folder=rescued.folder.name)

    def _save_to(self, target: Path) -> None:
        self._notice.tell(_("Your work is being saved in “{folder}”.").format(folder=target.name))
        self._taken, self._rescued = everything_unsaved(), None
        unsaved = [
            Unsaved(value, key if isinstance(key, str) else "") for key, value in self._taken
        ]
        job = Job(partial(save_elsewhere, self._services, target, unsaved, self._today()))
        job.done.connect(self._on_saved)
        job.failed.connect(self._on_not_saved)
        job.start()

    def _on_saved(self, rescued: Rescued) -> None:
        self._rescued = rescued
        self._show_folder = rescued.folder
        self._notice.tell(_told_of(rescued), _("Show the folder"))

    def _on_not_saved(self, sentence: str) -> None:
        self._notice.tell(
            _("Your work was not saved there. {reason}").format(reason=sentence),
            _offer(),
            is_alert=True,
        )

    def _on_place_looked_at(self, sentence: str) -> None:
        if sentence and not self._told:
            self._notice.tell(sentence)

    def _on_watch_changed(self, is_there: bool, is_in_trouble: bool) -> None:
        self._is_gone = not is_there
        if not is_there:
            self._told = _(
                "The folder with your data is not in its place any more: “{folder}”. Plug the "
                "stick in again or put the folder back, or save your work somewhere else. What "
                "you see can still be read."
            ).format(folder=self._services.folder.root)
        elif is_in_trouble:
            self._told = _(
                "What you entered last is not saved yet; it stays here as long as collabkit is "
                "open. If it cannot be saved where it belongs, save your work somewhere else."
            )
        else:
            was_told, self._told = self._told, ""
            if was_told and self._show_folder is None:
                self._notice.close_notice()
            return
        self._tell_again()

    def _tell_again(self) -> None:
        if self._told:
            self._show_folder = None
            self._notice.tell(self._told, _offer(), is_alert=self._is_gone)

    def _on_notice_action_taken(self) -> None:
        if self._show_folder is not None:
            self._desktop.show_folder(self._show_folder)
            self._show_folder = None
        else:
            self._notice.bring_back()  # it is not done yet
            self.save_elsewhere()


class RescueDesktop(Desktop):
    """What is asked of the computer when work is saved elsewhere."""

    def ask_folder(self, parent: QWidget) -> Path | None:
        """Let a person choose where; ``None`` if they would rather not."""
        return ask_which_folder(parent, _offer(), self.documents())


def _offer() -> str:
    return _("Save my work somewhere else…")


def _warning(folder: DataFolder) -> str:
    from collabkit.services.whereabouts import warning_of_place

    return warning_of_place(folder)


def _told_of(rescued: Rescued) -> str:
    told = (
        _(
            "Your work is in the folder “{folder}”: a file for each charity, which any collabkit "
            "opens, and a copy of everything."
        )
        if rescued.files
        else _("Your work is in the folder “{folder}”: a copy of everything.")
    ).format(folder=rescued.folder.name)
    if rescued.added:
        told += " " + ngettext(
            "The entry that was not saved here is in it.",
            "The {number} entries that were not saved here are in it.",
            rescued.added,
        ).format(number=rescued.added)
    if rescued.left:
        told += " " + ngettext(
            "One entry could not be added to it; it is still here, on its page.",
            "{number} entries could not be added to it; they are still here, on their pages.",
            rescued.left,
        ).format(number=rescued.left)
    return told
