"""Tells above all pages what is wrong around the program, and saves the work elsewhere."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum, auto
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from collabkit.i18n import _
from collabkit.paths import DataFolder
from collabkit.services import Services
from collabkit.services.rescue import Rescued, Unsaved, save_elsewhere
from collabkit.ui.desktop import Desktop, ask_which_folder
from collabkit.ui.job import Job
from collabkit.ui.save_ledger import everything_unsaved, troubles, try_everything_again
from collabkit.ui.surroundings.watch import Watch
from collabkit.ui.surroundings.wording import (
    offer,
    told_of,
    told_of_absence,
    told_of_end,
    told_of_trouble,
    told_where_else,
)
from collabkit.ui.widgets.standing_notice import StandingNotice

Pair = tuple[Any, Any]
_SETTLES = 200  # milliseconds in which what was typed last is handed in


class Surroundings(QObject):
    """Keeps an eye on the data folder as long as the window is open.

    Warnings of the place are told once; trouble is told as long as it lasts. ``exchanged()`` asks
    to open the data anew, as another file is in its place.
    """

    exchanged = Signal()

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
        self._told = ""  # what is wrong, as long as it is
        self._reason = ""  # of that, as the disk gives it
        self.is_gone = False
        self._is_asked = False  # a person waits for an answer
        self._had_unsaved = False
        self._has_come_back = False
        self._show_folder: Path | None = None
        self._taken: tuple[Pair, ...] = ()  # what was not saved here when the work went elsewhere
        self._rescued: Rescued | None = None
        self._is_rescue_told = False  # where the work is, as long as something is wrong here
        self._is_end_told = False  # that all is well again, with the way to a copy elsewhere
        self._told_of: tuple[Pair, ...] = ()  # what was not saved when that was last looked at
        notice.act_taken.connect(self._on_notice_act_taken)
        self._watch = Watch(services.folder, self)
        self._watch.changed.connect(self._on_watch_changed)
        self._watch.looked.connect(self._on_watch_looked)
        self._watch.exchanged.connect(self.exchanged)

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
        """Look before it is time: something could not be saved."""
        self._watch.look()

    def try_again(self) -> None:
        """Try once more to save what failed, and say how it stands then."""
        self._is_asked = True
        try_everything_again()
        QTimer.singleShot(_SETTLES, self, self._watch.ask)

    def tell_again(self) -> None:
        """Say once more what is wrong, to whoever has closed that and wants to know."""
        if self._told:
            self._tell_trouble()
        else:
            self._watch.ask()

    def note_saved(self) -> None:
        """Something is saved that was entered after all was well again: that is told no more."""
        if self._is_end_told:
            self._is_end_told = False
            self._notice.close_notice()

    def save_elsewhere(self) -> None:
        """Ask for a folder and save everything there, also what could not be saved here."""
        target = self._desktop.ask_folder(self._notice.window())
        if target is None:
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
        told = _("Your work is being saved in “{folder}”.").format(folder=target.name)
        self._tell(told, is_about_saving=bool(self._told))
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
        if self._told:
            acts = (_Act.SHOW, _Act.TRY_AGAIN)
            self._tell(told_of(rescued), *acts, is_about_saving=True)
            self._is_rescue_told, self._told_of = True, self._taken
        else:
            unsaved = everything_unsaved()
            is_saved_here = not any(pair in unsaved for pair in self._taken)
            self._tell(told_of(rescued, is_saved_here=is_saved_here), _Act.SHOW)

    def _on_not_saved(self, sentence: str) -> None:
        told = _("Your work was not saved there. {reason}").format(reason=sentence)
        acts = (_Act.ELSEWHERE, _Act.TRY_AGAIN) if self._told else (_Act.ELSEWHERE,)
        self._tell(told, *acts, urgent=True, is_about_saving=bool(self._told))

    def _on_place_looked_at(self, sentence: str) -> None:
        if sentence and not self._told:
            self._notice.tell(sentence)

    def _on_watch_changed(self, is_there: bool, is_in_trouble: bool) -> None:
        was_gone, self.is_gone = self.is_gone, not is_there
        is_asked, self._is_asked = self._is_asked, False
        self._had_unsaved |= is_in_trouble
        if was_gone and is_there and is_in_trouble:
            self._has_come_back = True
            self.try_again()  # at once; what becomes of it is told
            return
        self._has_come_back |= was_gone and is_there
        if is_there and not is_in_trouble:
            self._tell_all_is_well()
            return
        folder = self._services.folder.root
        if is_there:
            self._note_reason(next(iter(troubles()), ""), is_asked=is_asked)
        else:
            self._has_come_back = False
            self._told = told_of_absence(folder, is_asked=is_asked, has_unsaved=is_in_trouble)
        self._tell_trouble()

    def _on_watch_looked(self) -> None:
        """Tell anew what is wrong if more was entered than what is told, or can be seen, holds for.

        The work is elsewhere, but without that; or the notice was closed before. So it is if the
        reason is another one by now.
        """
        before, self._told_of = self._told_of, everything_unsaved()
        is_more = any(pair not in before for pair in self._told_of)
        if not self._told:
            return
        reason = next(iter(troubles()), "")
        is_otherwise = not self.is_gone and bool(reason) and reason != self._reason
        if is_otherwise:
            self._note_reason(reason, is_asked=False)
        is_unseen = self._is_rescue_told or not self._notice.is_about_saving
        if is_more if is_unseen else is_otherwise:
            self._tell_trouble()

    def _note_reason(self, reason: str, *, is_asked: bool) -> None:
        self._reason = reason
        self._told = told_of_trouble(reason, is_asked=is_asked)

    def _tell_trouble(self) -> None:
        self._is_rescue_told, self._show_folder = False, None
        acts = (_Act.TRY_AGAIN, _Act.ELSEWHERE)
        self._tell(self._told, *acts, urgent=True, is_about_saving=True)

    def _tell_all_is_well(self) -> None:
        """Everything goes on by itself, and it is said that it does."""
        was_told, self._told, self._is_rescue_told = self._told, "", False
        is_back, self._has_come_back = self._has_come_back, False
        was_unsaved, self._had_unsaved = self._had_unsaved, False
        if not was_told:
            return
        told = told_of_end(is_back=is_back, was_unsaved=was_unsaved)
        if self._show_folder is None:
            self._notice.tell(told, passing=True)
        else:
            self._tell(f"{told} {told_where_else(self._show_folder)}", _Act.SHOW)
            self._is_end_told = True

    def _tell(
        self, sentence: str, *acts: "_Act", urgent: bool = False, is_about_saving: bool = False
    ) -> None:
        self._is_end_told = False
        words = {str(act): act.words for act in acts}
        self._notice.tell(sentence, words, urgent=urgent, is_about_saving=is_about_saving)

    def _on_notice_act_taken(self, key: str) -> None:
        match _Act(key):
            case _Act.TRY_AGAIN:
                self.try_again()
            case _Act.ELSEWHERE:
                self.save_elsewhere()
            case _Act.SHOW:
                self._notice.close_notice()
                if self._show_folder is not None:
                    self._desktop.show_folder(self._show_folder)
                    self._show_folder = None


class RescueDesktop(Desktop):
    """What is asked of the computer when work is saved elsewhere."""

    def ask_folder(self, parent: QWidget) -> Path | None:
        """Let a person choose where; ``None`` if they would rather not."""
        return ask_which_folder(parent, offer(), self.documents())


class _Act(StrEnum):
    """What can be done about what is told."""

    TRY_AGAIN = auto()
    ELSEWHERE = auto()
    SHOW = auto()

    @property
    def words(self) -> str:
        """What stands on its button."""
        match self:
            case _Act.TRY_AGAIN:
                return _("Try again")
            case _Act.ELSEWHERE:
                return offer()
            case _Act.SHOW:
                return _("Show the folder")


def _warning(folder: DataFolder) -> str:
    from collabkit.services.whereabouts import warning_of_place

    return warning_of_place(folder)
