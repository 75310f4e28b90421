"""What a group sends to its network, without widgets."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from collabkit.assessments.sentences import in_words
from collabkit.dates import month
from collabkit.errors import CollabkitError
from collabkit.i18n import _, ngettext
from collabkit.services.file_names import file_name
from collabkit.services.group_files import (
    ENDING,
    Going,
    GroupContact,
    GroupFilePreview,
    Staying,
)
from collabkit.ui.context import Context
from collabkit.ui.job import Job
from collabkit.ui.own_packs.folder import remember_folder, usual_folder
from collabkit.ui.progress_words import subject
from collabkit.ui.taking_out.presenter import FOLDER
from collabkit.ui.taking_out.state import Leaving, NetworkState, Said
from collabkit.ui.taking_out.wording import written_words

_KEY_SHOWN = 8  # figures in the name of a file: enough to tell a network's groups apart


class NetworkPresenter(QObject):
    """Tells what would leave and has it written. ``state_changed(NetworkState)``."""

    state_changed = Signal(object)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._charity_id = ""
        self._chosen: tuple[str, ...] = ()  # the latest first
        self._without: frozenset[str] = frozenset()
        self._order: tuple[str, ...] = ()  # of what can go, so that no tick changes its place
        self._contact: GroupContact | None = None
        self._preview: GroupFilePreview | None = None
        self._asked = self._answered = 0  # what was found last is only right if they are the same
        self.state = NetworkState()

    def open(self, charity_id: str) -> None:
        """Begin with a charity; nothing is read before ``look``."""
        self._charity_id, self._contact, self._preview = charity_id, None, None
        self._chosen, self._without, self._order = (), frozenset(), ()
        self._asked += 1
        self._show(NetworkState(busy=self.state.busy))

    def look(self) -> None:
        """Find out what would leave."""
        self._asked += 1
        work = partial(self._read, self._asked, self._charity_id, self._chosen, self._without)
        job = Job(work)
        job.done.connect(self._on_look_done)
        job.failed.connect(self._on_look_failed)
        job.start()

    def choose(self, assessment_id: str, goes: bool) -> None:
        """Let an assessment go along, or leave it here."""
        one = {assessment_id}
        others = tuple(other for other in self._chosen if other != assessment_id)
        self._chosen = (assessment_id, *others) if goes else others
        self._without = self._without - one if goes else self._without | one
        self.look()

    def use_contact(self, contact: GroupContact | None) -> None:
        """Take the name that may be passed on, or none."""
        is_whole = contact is not None and contact.name.strip() and contact.details.strip()
        self._contact = contact if is_whole else None
        self._render()

    def suggested(self, documents: Path) -> Path | None:
        """Return where the file could go. Its name tells nobody whose it is."""
        if self._preview is None or self._answered != self._asked:
            return None
        group = self._preview.group
        name = _("Group {key}").format(key=group.key[:_KEY_SHOWN])
        folder = usual_folder(self._context.settings, documents, FOLDER)
        return folder / file_name(name, month(group.made), ending=ENDING)

    def save(self, path: Path) -> None:
        """Write what was looked at."""
        if self.state.busy or self._preview is None or self._answered != self._asked:
            return
        remember_folder(self._context.settings, path, FOLDER)
        self._show(replace(self.state, busy=_("Writing the file…"), said=None))
        write = self._context.services.group_files.write
        work = partial(write, self._preview, path, self._contact)
        job = Job(partial(_done, self._charity_id, path, work))
        job.done.connect(self._on_write_done)
        job.failed.connect(self._on_write_failed)
        job.start()

    def _read(
        self, asked: int, charity_id: str, chosen: tuple[str, ...], without: frozenset[str]
    ) -> tuple[int, GroupFilePreview | CollabkitError]:
        files, today = self._context.services.group_files, self._context.today()
        try:
            return asked, files.preview(charity_id, chosen, today, without=without)
        except CollabkitError as error:  # only the last one that was asked for is told
            return asked, error

    def _render(self) -> None:
        preview = self._preview
        if preview is None:
            return
        offered = [_going(one) for one in preview.going]
        offered += [_staying(one) for one in preview.staying if one.can_be_chosen]
        self._show(
            NetworkState(
                is_read=True,
                offered=tuple(sorted(offered, key=lambda o: self._order.index(o.assessment_id))),
                staying=tuple(_staying(o) for o in preview.staying if not o.can_be_chosen),
                cautions=preview.cautions,
                naming=_naming(preview.areas),
                text=preview.text(self._contact) if preview.going else "",
                busy=self.state.busy,
                said=self.state.said,
            )
        )

    def _take(self, found: GroupFilePreview) -> None:
        """Keep what was found; what lost its place to another one stays out from now on.

        Somebody who then leaves that out too wants nothing of the questionnaire to go.
        """
        stays = {one.assessment_id for one in found.staying}
        before = self._preview.going if self._preview is not None else ()
        self._without |= {one.assessment_id for one in before if one.assessment_id in stays}
        can_go = [one.assessment_id for one in found.going]
        can_go += [one.assessment_id for one in found.staying if one.can_be_chosen]
        self._order += tuple(one for one in can_go if one not in self._order)
        self._preview = found

    def _show(self, state: NetworkState) -> None:
        self.state = state
        self.state_changed.emit(state)

    def _on_look_done(self, answer: tuple[int, GroupFilePreview | CollabkitError]) -> None:
        asked, found = answer
        if asked != self._asked:
            return
        self._answered = asked
        if isinstance(found, CollabkitError):
            self._preview = None
            self._show(NetworkState(is_read=True, why_not=str(found)))
            return
        self._take(found)
        self.state = replace(self.state, said=None)
        self._render()

    def _on_write_done(self, answer: tuple[str, Path]) -> None:
        charity_id, path = answer
        self.state = replace(self.state, busy="")
        if charity_id == self._charity_id:
            self.state = replace(self.state, said=Said(written_words(path), path))
        self._show(self.state)

    def _on_look_failed(self, sentence: str) -> None:
        self._preview = None
        self._show(NetworkState(is_read=True, why_not=sentence))

    def _on_write_failed(self, sentence: str) -> None:
        self._show(replace(self.state, busy="", said=Said(sentence, is_problem=True)))


def _done(charity_id: str, path: Path, work: partial[GroupContact | None]) -> tuple[str, Path]:
    work()
    return charity_id, path


def _going(one: Going) -> Leaving:
    title = subject(one.pack_title, one.title)
    return Leaving(one.assessment_id, title, one.what, goes=True)


def _staying(one: Staying) -> Leaving:
    return Leaving(one.assessment_id, subject(one.pack_title, one.title), one.why)


def _naming(areas: int) -> str:
    """Return what your own answers say about passing your name on."""
    if not areas:
        return ""
    return ngettext(
        "By your own answers your name may be passed on in {number} area. It is only if you give "
        "it here.",
        "By your own answers your name may be passed on in {number} areas. It is only if you give "
        "it here.",
        areas,
    ).format(number=in_words(areas))
